"""Lines that YAML could not read, what the parser said about them, and how to look around in them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml

from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.source import Source

_FURTHEST: Final = 400
"""Lines looked back for a neighbour: a scene is shorter, and a hostile file must not cost time."""

_PARTS: Final = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*"
    r"(?P<name>(?:\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}#,&*!|>%@`:-][^:#\[\]{}\"]*):(?:[ ]+|$))?)"
    r"(?P<value>.*)"
)
_CONTENT: Final = re.compile(r"[ ]*[^ #]")


class Parts(NamedTuple):
    """A line as what YAML sees first in it: dashes and a name with its colon, and then a value."""

    name: str
    """With its colon; empty where there is none."""
    value: str
    start: int
    """Where the value begins, from 0."""


def in_parts(line: str) -> Parts:
    """The line taken apart; any line can be."""
    match = _PARTS.match(line)
    assert match is not None
    return Parts(match["name"] or "", match["value"], match.start("value"))


class Broken(NamedTuple):
    """A stretch of a source that does not parse; lines and columns count from 1."""

    source: Source
    first: int
    last: int
    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int

    def text(self, number: int) -> str:
        return self.source.line(number)

    def rest(self, number: int, column: int) -> str:
        return self.source.line(number)[column - 1 :]

    def finding(self, code: str, line: int, column: int, length: int = 1, /, **values: object) -> Diagnostic:
        return self.source.finding(code, line, column, length, **values)

    def above(self, number: int) -> int:
        """The nearest line above that is neither empty nor a remark; 0 where there is none."""
        for candidate in range(number - 1, max(number - _FURTHEST, 0), -1):
            if _CONTENT.match(self.source.line(candidate)):
                return candidate
        return 0


def broken(source: Source, first: int, last: int, error: yaml.YAMLError) -> Broken:
    """What the parser said about lines `first` to `last`, which were parsed alone."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    line, column = _place(source, first, last, getattr(error, "problem_mark", None))
    context_mark = getattr(error, "context_mark", None)
    context_line, context_column = (
        _place(source, first, last, context_mark) if context_mark else (line, column)
    )
    return Broken(source, first, last, problem, line, column, context, context_line, context_column)


def _place(source: Source, first: int, last: int, mark: yaml.Mark | None) -> tuple[int, int]:
    if mark is None:
        return first, 1
    line, column = mark.line + first, mark.column + 1
    if line > last or (line == last and column > len(source.line(line))):
        while last > first and not _CONTENT.match(source.line(last)):
            last -= 1
        return last, len(source.line(last).rstrip()) + 1
    return line, column


def indent(line: str) -> int:
    """Spaces in front of the first character."""
    return len(line) - len(line.lstrip(" "))


def is_content(line: str) -> bool:
    """Neither empty nor a remark."""
    return _CONTENT.match(line) is not None
