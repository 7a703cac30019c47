"""A report as text to read: tables where they fit, else a block a row; charts as bars of letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from simulator.reports.chart import Chart, in_figures
from simulator.reports.report import Report
from simulator.reports.shown import kept_columns, row_in_words
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.register.asking import MOST_ROWS
from simulator.text import clean
from simulator.text import width as cells
from simulator.words import register as words
from simulator.words import say

LONGEST_BAR: Final = 30
GAP: Final = "  "


def report_paragraphs(report: Report, number: int, wide: int) -> Iterator[Paragraph]:
    """A report that was read, with its charts, notes and further tables. `number`: how many rows it has, of
    which the first were read."""
    for table in report.tables:
        if table is not report:
            yield Paragraph("")
        yield Paragraph(clean(table.title), Look.HEADING)
        yield from _table(table, number if table is report else len(tuple(table.rows)), wide)
        for chart in table.charts:
            if not chart.is_empty:
                yield Paragraph("")
                yield from chart_paragraphs(chart)
        for note in table.notes:
            yield Paragraph("")
            yield Paragraph(clean(note), Look.QUIET)


def _table(report: Report, number: int, wide: int) -> Iterator[Paragraph]:
    rows = tuple(report.rows)
    if not rows:
        yield Paragraph(say(words.NOTHING))
        return
    kept = kept_columns(report)
    heads = [clean(report.columns[at].title) for at in kept]
    right = [report.columns[at].is_number for at in kept]
    shown = [_clean(row_in_words(row, report, kept)) for row in islice(rows, MOST_ROWS)]
    totals = [_clean(row_in_words(report.totals, report, kept))] if report.totals else []
    sizes = [max(map(cells, column)) for column in zip(heads, *shown, *totals, strict=True)]
    if sum(sizes) + len(GAP) * (len(sizes) - 1) <= wide:
        yield Paragraph(_line(heads, sizes, right), Look.NAME)
        yield from (Paragraph(_line(row, sizes, right), Look.DRAWING) for row in shown)
        if totals:
            yield Paragraph(GAP.join("-" * size for size in sizes), Look.DRAWING)
            yield Paragraph(_line(totals[0], sizes, right), Look.DRAWING)
    else:
        yield from _blocks(heads, [*shown, *totals])
    if number > MOST_ROWS:
        yield Paragraph(say(words.FIRST_ROWS, shown=MOST_ROWS, number=f"{number:,}"), Look.NOTICE)


def _blocks(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Paragraph]:
    """The first cell names the row; the others stand under it, as many to a line as fit."""
    for row in rows:
        yield Paragraph(row[0] or say(words.TOTAL), Look.NAME)
        told = [f"{head}: {cell}" for head, cell in zip(heads[1:], row[1:], strict=True) if cell]
        yield Paragraph("; ".join(told), indent=2)


def _clean(row: Sequence[str]) -> list[str]:
    return [clean(cell) for cell in row]


def _line(row: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for cell, size, to_the_right in zip(row, sizes, right, strict=True):
        space = " " * (size - cells(cell))
        parts.append(space + cell if to_the_right else cell + space)
    return GAP.join(parts).rstrip()


def chart_paragraphs(chart: Chart) -> Iterator[Paragraph]:
    """A chart as bars of `#`, each with its figure; several series one under the other."""
    yield Paragraph(clean(chart.title), Look.NAME)
    most = 100.0 if chart.percent else max((v for one in chart.series for v in one.values if v), default=0.0)
    several = len(chart.series) > 1
    labels = [clean(name) for name in chart.categories]
    longest = max(map(cells, labels), default=0)
    names = [clean(one.name) for one in chart.series]
    names_longest = max(map(cells, names), default=0) if several else 0
    for at, label in enumerate(labels):
        for series, name in zip(chart.series, names, strict=True):
            lead = label + " " * (longest - cells(label)) if series is chart.series[0] else " " * longest
            middle = f"{GAP}{name}{' ' * (names_longest - cells(name))}" if several else ""
            value = series.values[at]
            bar = "#" * round(LONGEST_BAR * value / most) if value and most else ""
            figure = in_figures(value, chart.percent)
            yield Paragraph(f"{lead}{middle}{GAP}{figure:>7}  {bar}".rstrip(), Look.DRAWING)
