"""What a check of a whole case finds, before it is put on its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from simulator.author.examined import Examined
from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.model import NOWHERE, Position
from simulator.scenario.source import Source


class Found(NamedTuple):
    """One finding: what kind, where, and what fills its words."""

    entry: Entry
    at: Position
    part: str
    """Words to point at, looked for from the place on; empty: the place itself."""
    values: Mapping[str, object]


Check = Callable[[Examined], Iterable[Found]]


def found(entry: Entry, at: Position = NOWHERE, part: str = "", /, **values: object) -> Found:
    """A finding at a place of the case; without a place it is about the whole file."""
    return Found(entry, at, part, values)


LINES_SEARCHED = 400
"""How far below a piece's first line its own words are looked for."""


def placed(source: Source, finding: Found) -> Diagnostic:
    """The finding as everybody sees it, with its line and a caret under the words it is about."""
    line, column = finding.at if finding.at != NOWHERE else (_beginning(source), 1)
    length = 1
    if finding.part:
        line = line if finding.at != NOWHERE else 1
        for number in range(line, min(line + LINES_SEARCHED, len(source.lines)) + 1):
            start = source.line(number).find(finding.part, column - 1 if number == line else 0)
            if start >= 0:
                line, column, length = number, start + 1, len(finding.part)
                break
    if length == 1:
        length = _word_at(source.line(line), column)
    return source.finding(finding.entry.code, line, column, length, **finding.values)


def _beginning(source: Source) -> int:
    """The line that gives the case its title, for what is found about the whole of it."""
    titled = (number for number, line in enumerate(source.lines, 1) if line.startswith("title:"))
    return next(titled, 1)


def _word_at(line: str, column: int) -> int:
    """Characters of the id or the words that begin at a column, up to a colon or the line's end."""
    rest = line[column - 1 :]
    return max(len(rest.partition(":")[0].rstrip()), 1)
