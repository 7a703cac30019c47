"""Lines that begin too far to the right or to the left: which neighbours they could stand beside."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from simulator.scenario.broken import Broken, in_parts, indent, is_content
from simulator.scenario.diagnostics import Diagnostic
from simulator.words import Phrase, say

NEIGHBOUR = Phrase("line {line} begins in column {column}")
AFTER_DASH = Phrase("what follows the dash in line {line} begins in column {column}")
AND = Phrase(" and ")
NONE = Phrase("a case begins in column 1")
Column = tuple[int, int]
"""A column (from 0) and the line that begins there."""
STEP: Final = 2
"""Spaces that most lines are further right than what they belong to."""


def column_trap(broken: Broken, number: int) -> Diagnostic | None:
    """A finding where the line stands in a column of none of the lines it could belong beside."""
    line = broken.text(number)
    here = indent(line)
    columns = _columns_above(broken, number)
    if here == 0 or here in (column for column, _ in columns):
        return None
    if slipped := _first_slipped(broken, here, columns):
        (first, above), outer = slipped
        number, here, columns = above, first, [(here, number), outer]
    near = sorted(columns, key=lambda place: (abs(place[0] - here), -place[0]))[:2]
    neighbours = say(AND).join(_said(broken, *place) for place in near) or say(NONE)
    length = len(broken.text(number).rstrip()) - here
    return broken.finding("Y056", number, here + 1, length, here=here + 1, neighbours=neighbours)


def _first_slipped(broken: Broken, here: int, columns: list[Column]) -> tuple[Column, Column] | None:
    """The first line of this line's block, and what the block is in, where that line is off by a space."""
    for inner, outer in pairwise(columns):
        if outer[0] < here and (here - outer[0]) % STEP == 0:
            first = (inner[0] - outer[0]) % STEP and broken.above(inner[1]) == outer[1]
            return (inner, outer) if first else None
    return None


def _said(broken: Broken, column: int, above: int) -> str:
    after_dash = column > indent(broken.text(above))
    return say(AFTER_DASH if after_dash else NEIGHBOUR, line=above, column=column + 1)


def _columns_above(broken: Broken, number: int) -> list[Column]:
    """Columns (from 0) in use above, innermost first, each with the line that begins there.

    Going up, only lines further left than the last one count: they are what encloses this line, and their
    like. A dash opens a second column, that of what follows it.
    """
    columns: list[Column] = []
    narrowest = 1_000_000
    above = broken.above(number)
    while above and narrowest > 0:
        line = broken.text(above)
        if indent(line) < narrowest and is_content(line) and _opens(line):
            narrowest = indent(line)
            inner = len(line) - len(line.lstrip(" -"))
            if inner > narrowest and line[narrowest] == "-":
                columns.append((inner, above))
            columns.append((narrowest, above))
        above = broken.above(above)
    return columns


def _opens(line: str) -> bool:
    return bool(in_parts(line).name) or line.lstrip().startswith("-")
