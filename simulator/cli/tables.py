"""Rows for a person: a table where it fits the terminal, else one block a row. Empty columns are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.cli import show
from simulator.text import clean, width

if TYPE_CHECKING:
    from simulator.reports.report import Report


def show_report(report: Report) -> None:
    """Print the rows of a report that was read, under their heads."""
    from simulator.reports.shown import kept_columns, row_in_words, rows_in_words

    kept = kept_columns(report)
    rows = list(rows_in_words(report, kept))
    totals = [row_in_words(report.totals, report, kept)] if report.totals else []
    right = [report.columns[at].is_number for at in kept]
    show_table([report.columns[at].title for at in kept], rows, totals, right)


def show_table(
    titles: Sequence[str],
    rows: Sequence[Sequence[object]],
    totals: Sequence[Sequence[object]] = (),
    right: Sequence[bool] = (),
) -> None:
    """Print rows under their heads; `right`: columns lined up at their end, as figures are."""
    lines = [[clean(str(cell)) for cell in row] for row in (*rows, *totals)]
    to_right = right or [False] * len(titles)
    widths = [max(map(width, column)) for column in zip(titles, *lines, strict=True)]
    if sum(widths) + 2 * len(widths) > show.columns():
        _show_blocks(titles, lines)
        return
    show.heading(_line(titles, widths, to_right))
    for number, row in enumerate(lines):
        if number == len(rows):
            show.out("  ".join("-" * wide for wide in widths))
        show.out(_line(row, widths, to_right))


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
