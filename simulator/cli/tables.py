"""Rows for a person: a table where it fits the terminal, else one block a row. Empty columns are left out."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.cli import show
from simulator.text import width
from simulator.words import cli_record as words
from simulator.words import say

Value = str | int | float | bool | None


def show_table(heads: Sequence[str], rows: Sequence[Sequence[Value]], totals: Sequence[Value] = ()) -> None:
    """Print rows under their heads."""
    everything = [*rows, totals] if totals else list(rows)
    kept = [at for at in range(len(heads)) if any(row[at] not in (None, "") for row in everything)]
    titles = [heads[at] for at in kept]
    cells = [[shown(row[at]) for at in kept] for row in everything]
    right = [all(_is_number(row[at]) for row in rows) for at in kept]
    widths = [max(map(width, column)) for column in zip(titles, *cells, strict=True)]
    if sum(widths) + 2 * len(widths) > show.columns():
        _show_blocks(titles, cells)
        return
    show.heading(_line(titles, widths, right))
    for number, row in enumerate(cells):
        if totals and number == len(rows):
            show.out("  ".join("-" * wide for wide in widths))
        show.out(_line(row, widths, right))


def shown(value: Value) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say(words.YES if value else words.NO)
    return str(value)


def _is_number(value: Value) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for cell, wide, to_the_right in zip(cells, widths, right, strict=True):
        space = " " * (wide - width(cell))
        parts.append(space + cell if to_the_right else cell + space)
    return "  ".join(parts).rstrip()


def _show_blocks(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    wide = max(map(width, titles))
    for row in rows:
        for title, cell in zip(titles, row, strict=True):
            if cell:
                show.wrapped(cell, " " * (wide + 4), f"  {title}{' ' * (wide - width(title))}  ")
        show.out()
