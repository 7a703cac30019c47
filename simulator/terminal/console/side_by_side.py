"""Tables beside each other: columns where there is room, one under the other where there is not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from simulator.terminal.reading.paragraph import Look, Paragraph, wrap
from simulator.text import width as cells

NARROWEST = 26
"""Cells of a column that can still be read."""
BETWEEN = " │ "


def side_by_side(heads: Sequence[str], texts: Sequence[Sequence[str]], width: int) -> tuple[Paragraph, ...]:
    """What each table did, under its name."""
    each = (width - len(BETWEEN) * (len(heads) - 1)) // max(len(heads), 1)
    if each < NARROWEST:
        found: list[Paragraph] = []
        for head, lines in zip(heads, texts, strict=True):
            found.append(Paragraph(head, Look.NAME))
            found += [Paragraph(line, indent=2) for line in lines]
        return tuple(found)
    columns = [[line for text in lines for line in wrap(text, each)] for lines in texts]
    rows = zip_longest(*columns, fillvalue="")
    drawn = (Paragraph(_row(row, each), Look.DRAWING) for row in rows)
    return (Paragraph(_row([head[:each] for head in heads], each), Look.NAME), *drawn)


def _row(parts: Sequence[str], each: int) -> str:
    return BETWEEN.join(part + " " * (each - cells(part)) for part in parts).rstrip()
