"""Cells as people read them: days as they are said here, figures with their sign, nothing for the unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from simulator.reports.report import Cell, Column, Kind, Report, Row
from simulator.words import reports as words
from simulator.words import say


def in_words(cell: Cell, column: Column) -> str:
    """A cell in a table that people read. A share is said to one place, but for whole ones: those are of few
    plays."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return say(words.YES if cell else words.NO)
    if isinstance(cell, str):
        return day_in_words(cell) if column.kind is Kind.DATE else column.said.get(cell, cell)
    if column.kind is Kind.PERCENT:
        return f"{cell if isinstance(cell, int) else format(cell, '.1f')}\N{NO-BREAK SPACE}%"
    sign = "+" if column.id.startswith("change") and cell else ""
    if column.kind is Kind.MEASURE:
        return f"{cell:{sign}.2f}"
    return f"{cell:{sign}d}" if isinstance(cell, int) else str(cell)


def in_order(code: str) -> list[tuple[bool, int, str]]:
    """To sort codes by, as people count: c2 before c10."""
    parts = re.split(r"(\d+)", code.casefold())
    return [(False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts if part]


def day_in_words(text: str) -> str:
    """An ISO day as 6 Jul 2026; anything else as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day}\N{NO-BREAK SPACE}{day:%b}\N{NO-BREAK SPACE}{day:%Y}"


def kept_columns(report: Report) -> list[int]:
    """The columns in which any row says anything. Of a report that was read."""
    rows: list[Row] = [*report.rows, report.totals] if report.totals else list(report.rows)
    return [at for at in range(len(report.columns)) if any(row[at] not in (None, "") for row in rows)]


def rows_in_words(report: Report, kept: list[int]) -> Iterator[list[str]]:
    """Rows with some of their columns."""
    for row in report.rows:
        yield row_in_words(row, report, kept)


def row_in_words(row: Row, report: Report, kept: list[int]) -> list[str]:
    """One row with some of its columns."""
    return [in_words(row[at], report.columns[at]) for at in kept]
