"""A report on paper. The HTML page is the accessible form."""

from __future__ import annotations

from typing import Final

from simulator.errors import ExportError
from simulator.reports.paper import Paper
from simulator.reports.paper_chart import add_chart
from simulator.reports.paper_table import add_table, is_wide
from simulator.reports.report import Report
from simulator.words import reports as words
from simulator.words import say

MOST_ROWS: Final = 5_000
"""Of one table on paper."""
_QUIET: Final = 8.0


def report_pdf(report: Report, asked: str) -> bytes:
    """The PDF. `asked`: period and filter, in words. Raises ExportError for what nobody would print."""
    report = report.read()
    if any(len(list(table.rows)) > MOST_ROWS for table in report.tables):
        message = say(words.TOO_LONG_MESSAGE, name=report.name, most=f"{MOST_ROWS:,}")
        raise ExportError(say(words.TOO_LONG), message, say(words.TOO_LONG_REMEDY))
    title = report.heading
    paper = Paper(title, landscape=is_wide(report))
    paper.heading(title, 1)
    paper.paragraph(asked, _QUIET)
    paper.space(2)
    _add(paper, report)
    return paper.as_bytes()


def _add(paper: Paper, report: Report) -> None:
    if report.rows:
        add_table(paper, report)
    else:
        paper.paragraph(say(words.NOTHING_FITS))
    for chart in report.charts:
        if not chart.is_empty:
            paper.space(2)
            add_chart(paper, chart)
    paper.items(report.notes, _QUIET)
    for part in report.parts:
        paper.heading(part.title)
        _add(paper, part)
