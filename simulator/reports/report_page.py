"""A report as a page: headings, tables with captions, charts, and how everything was counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from simulator.reports import page
from simulator.reports.report import Report
from simulator.reports.shown import kept_columns, row_in_words, rows_in_words
from simulator.reports.svg import chart_svg
from simulator.words import reports as words
from simulator.words import say

MANY_COLUMNS = 8
"""A table with more is set smaller, and scrolls by itself."""
CROWDED = 12
"""One with more parts what is long."""


def report_page(report: Report, asked: str) -> str:
    """The whole page. `asked`: period and filter, in words."""
    report = report.read()
    title = report.heading
    drawings = count(1)
    parts = (page.heading(1, title), page.paragraph(asked, "quiet"), *_body(report, drawings))
    return page.page(title, parts)


def _body(report: Report, drawings: Iterator[int]) -> Iterator[str]:
    yield from _table(report)
    for chart in report.charts:
        if not chart.is_empty:
            yield page.figure(chart.title, chart_svg(chart, next(drawings)))
    if report.notes:
        yield page.items(report.notes)
    for part in report.parts:
        yield page.heading(2, part.title)
        yield from _body(part, drawings)


def _table(report: Report) -> Iterator[str]:
    if not report.rows:
        yield page.paragraph(say(words.NOTHING_FITS))
        return
    kept = kept_columns(report)
    columns = [report.columns[at] for at in kept]
    table = page.table(
        report.title,
        [column.title for column in columns],
        rows_in_words(report, kept),
        foot=row_in_words(report.totals, report, kept) if report.totals else (),
        crowded=len(kept) > CROWDED,
        numbers={at for at, column in enumerate(columns) if column.is_number},
    )
    if len(kept) > MANY_COLUMNS:  # whoever has no mouse scrolls it with the arrows
        named = page.text(report.title)
        yield f'<div class="under wide" tabindex="0" role="region" aria-label="{named}">{table}</div>'
    else:
        yield f'<div class="under">{table}</div>'
