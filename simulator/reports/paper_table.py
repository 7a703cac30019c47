"""A table on paper: columns as wide as what they hold, rows kept whole, heads again on every page.

A table that cannot fit across in letters anybody can read is set as one short paragraph a row instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.reports.paper import LINE, Paper
from simulator.reports.report import Report
from simulator.reports.shown import kept_columns, row_in_words, rows_in_words
from simulator.text import clean

SIZES: Final = (8.5, 7.5, 6.5, 6.0)
"""Of letters, the largest that fits is taken."""
PADDING: Final = 2.4
"""Millimetres beside the letters of a cell."""
LONGEST_WORD: Final = 24
"""Letters of a word that a column is made wide enough for; longer ones are broken."""
WIDEST_CELL: Final = 90.0
SMALLEST_UPRIGHT: Final = 7.5
"""Of letters on upright paper; a table that needs smaller ones has its paper turned."""
CROWDED: Final = 1 / 3
"""Of the width a column would take; one that has less reads as a ribbon, and the paper is turned too."""


class _Fit(NamedTuple):
    """How a table goes across."""

    size: float
    """Of its letters."""
    widths: list[float]
    wanted: list[float]
    """What each column would take."""

    @property
    def is_easy(self) -> bool:
        """Whether it reads well."""
        roomy = all(has >= CROWDED * would for has, would in zip(self.widths, self.wanted, strict=True))
        return self.size >= SMALLEST_UPRIGHT and roomy


def is_wide(report: Report) -> bool:
    """Whether a report that was read needs paper turned, for its letters would be too small upright."""
    upright = Paper(report.title)
    return any(not _goes_upright(upright, table) for table in report.tables)


def _goes_upright(upright: Paper, table: Report) -> bool:
    kept = kept_columns(table)
    found = _fitted(upright, [[table.columns[at].title for at in kept], *rows_in_words(table, kept)])
    return not table.rows or (found is not None and found.is_easy)


def add_table(paper: Paper, report: Report) -> None:
    """Set the table of a report that was read."""
    kept = kept_columns(report)
    heads = [report.columns[at].title for at in kept]
    rows = list(rows_in_words(report, kept))
    foot = [row_in_words(report.totals, report, kept)] if report.totals else []
    found = _fitted(paper, [heads, *rows, *foot])
    if found is None:
        _paragraphs(paper, heads, rows)
        return
    right = [report.columns[at].is_number for at in kept]
    grid = _Grid(paper, found.size, found.widths, right, heads)
    grid.heads()
    for row in rows:
        grid.row(row)
    for row in foot:
        grid.row(row, bold=True)
    paper.space(2)
    paper.write_in()


def _fitted(paper: Paper, rows: list[list[str]]) -> _Fit | None:
    """The size of the letters and the width of each column; None where no size will do."""
    paper.write_in(10, bold=True)
    paper.sheet.set_text_shaping(False)
    wide = paper.sheet.get_string_width
    columns = list(zip(*rows, strict=True))
    longest = [max(map(len, column)) for column in columns]
    full = [
        max(wide(clean(cell)) for cell in column if len(cell) * 2 >= most)
        for column, most in zip(columns, longest, strict=True)
    ]
    least = [
        max(
            (
                wide(word)
                for cell in set(column)
                for word in clean(cell)[:400].split(" ")
                if len(word) <= LONGEST_WORD
            ),
            default=4.0,
        )
        for column in columns
    ]
    for size in SIZES:
        scale = size / 10
        wanted = [min(one * scale + PADDING, WIDEST_CELL) for one in full]
        needed = [min(one * scale + PADDING, most) for one, most in zip(least, wanted, strict=True)]
        if sum(wanted) <= paper.width:
            return _Fit(size, wanted, wanted)
        if sum(needed) <= paper.width:
            spare = (paper.width - sum(needed)) / (sum(wanted) - sum(needed))
            widths = [low + (high - low) * spare for low, high in zip(needed, wanted, strict=True)]
            return _Fit(size, widths, wanted)
    return None


class _Grid:
    """A table that is being set."""

    def __init__(
        self, paper: Paper, size: float, widths: Sequence[float], right: Sequence[bool], heads: Sequence[str]
    ) -> None:
        self.paper, self.size, self.widths, self.right, self.titles = paper, size, widths, right, heads
        self.line = size * LINE

    def heads(self) -> None:
        """The heads, shaded."""
        self.paper.sheet.set_fill_color(236)
        self.row(self.titles, bold=True, shaded=True)

    def row(self, cells: Sequence[str], *, bold: bool = False, shaded: bool = False) -> None:
        """One row, on the next page where there is no room for it."""
        sheet = self.paper.sheet
        self.paper.write_in(self.size, bold=bold)
        parted = [self._parted(cell, wide) for cell, wide in zip(cells, self.widths, strict=True)]
        high = max(map(len, parted)) * self.line + 1.2
        if not shaded and self.paper.room < high:
            sheet.add_page()
            self.heads()
            self.paper.write_in(self.size, bold=bold)
        x, y = sheet.l_margin, sheet.get_y()
        if shaded:
            sheet.rect(x, y, sum(self.widths), high, style="F")
        for lines, wide, right in zip(parted, self.widths, self.right, strict=True):
            for number, line in enumerate(lines):
                sheet.set_xy(x, y + 0.6 + number * self.line)
                sheet.cell(wide, self.line, self.paper.ready(line), align="R" if right else "L")
            x += wide
        sheet.set_draw_color(150)
        sheet.line(sheet.l_margin, y + high, x, y + high)
        sheet.set_xy(sheet.l_margin, y + high)

    def _parted(self, cell: str, wide: float) -> list[str]:
        shown = self.paper.ready(cell)
        room = wide - 2 * self.paper.sheet.c_margin
        if not shown or self.paper.sheet.get_string_width(shown) <= room:
            return [shown]
        lines = self.paper.sheet.multi_cell(wide, self.line, shown, dry_run=True, output="LINES", align="L")
        most = max(1, int((self.paper.sheet.eph - 20) / self.line))
        return [*lines[: most - 1], "…"] if len(lines) > most else list(lines)


def _paragraphs(paper: Paper, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        said = [f"{head}: {cell}" for head, cell in zip(heads, row, strict=True) if cell]
        paper.paragraph("   ·   ".join(said), 8)
        paper.space(1.6)
