"""A report as a workbook: real numbers, days and percentages, heads that stay in sight, filters, charts.

Everything that comes from the record is written as text or as a number and never as a formula or a link, so a
name cannot act. Rows go to the disk as they come: a long report takes no more memory than a short one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import count, islice
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from simulator.reports.report import Cell, Column, Kind, Report, Row
from simulator.reports.xlsx_charts import add_charts
from simulator.text import clean
from simulator.words import reports as words
from simulator.words import say

MOST_ROWS: Final = 1_048_575
"""Under the heads of one sheet; what is more goes on in another."""
MOST_LETTERS: Final = 32_000
"""In one cell."""
MOST_LETTERS_OF_SHEET: Final = 31
_NOT_IN_SHEET: Final = re.compile(r"[\[\]:*?/\\']")
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
"""From which workbooks count their days."""
_LOOKS: Final[Mapping[Kind, dict[str, object]]] = {
    Kind.DATE: {"num_format": "dd/mm/yyyy", "align": "left"},
    Kind.PERCENT: {"num_format": "0.0%"},
    Kind.MEASURE: {"num_format": "0.00"},
}
_WIDTHS: Final[Mapping[Kind, int]] = {
    Kind.DATE: 12,
    Kind.PERCENT: 11,
    Kind.NUMBER: 11,
    Kind.MEASURE: 11,
    Kind.YES_NO: 10,
}
_LONG: Final = frozenset(["decision", "fact", "answer", "suggestion", "action", "evidence", "detail"])
_LONGISH: Final = frozenset(
    ["work_email", "line_manager_email", "agency_contact", "course_title", "about", "exception", "agreed_at"]
)
_NAMES: Final = frozenset(
    ["name", "agency", "agency_group", "largest_agency", "team", "job_title", "trainer", "owner", "scene"]
)
_HIGH: Final = 15.0
"""Points a line of the heads is high; not every program makes room for a second one by itself."""
_TOTAL: Final = {"bold": True, "top": 1}
_HEAD: Final = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EEF1F4"}

Write = Callable[[int, Any], None]
"""Writes a cell into a row of its column."""
Names = Callable[[str], str]


def write_xlsx(report: Report, asked: str, file: Path) -> int:
    """Write the workbook, and give the number of rows of its first table. `asked`: the filter, in words."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(file), options) as book:
        title = report.heading
        book.set_properties({"title": clean(title, 255)})
        names = _names()
        tables = list(report.tables)
        written = [_table(book, table, names(table.name)) for table in tables]
        charts = [chart for table in tables for chart in table.charts if not chart.is_empty]
        if charts:
            add_charts(book, charts, names(say(words.CHARTS)))
        _about(book.add_worksheet(names(say(words.ABOUT))), (title, asked), tables)
    return written[0]


def _names() -> Names:
    """Names of sheets, as a workbook takes them: short, each once, whatever their case."""
    used: set[str] = set()

    def name(wanted: str) -> str:
        plain = " ".join(_NOT_IN_SHEET.sub(" ", clean(wanted)).split())
        found, number = plain[:MOST_LETTERS_OF_SHEET], 1
        while found.casefold() in used:
            number += 1
            ending = f" {number}"
            found = plain[: MOST_LETTERS_OF_SHEET - len(ending)].strip() + ending
        used.add(found.casefold())
        return found

    return name


def _table(book: Any, table: Report, name: str) -> int:
    """The sheets of one table: one, but where there are more rows than a sheet holds."""
    rows, total, more = iter(table.rows), 0, count(2)
    while True:
        sheet = book.add_worksheet(name if total == 0 else f"{name[:27]} {next(more)}")
        _heads(book, sheet, table.columns)
        written = _rows(rows, _writers(book, sheet, table.columns))
        total += written
        sheet.autofilter(0, 0, max(written, 1), len(table.columns) - 1)
        if written < MOST_ROWS:
            _beneath(book, sheet, table, written)
            return total


def _heads(book: Any, sheet: Any, columns: tuple[Column, ...]) -> None:
    left, right = book.add_format(_HEAD), book.add_format({**_HEAD, "align": "right"})
    lines = 1
    for at, column in enumerate(columns):
        wide = _wide(column)
        lines = max(lines, len(wrap(column.title, wide - 2)))
        sheet.set_column(at, at, wide)
        sheet.write_string(0, at, clean(column.title), right if column.is_number else left)
    sheet.set_row(0, lines * _HIGH)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _wide(column: Column) -> int:
    """Letters that fit across a column: rows are not kept, so that its name must tell."""
    for names, wide in ((_LONG, 50), (_LONGISH, 34), (_NAMES, 22)):
        if column.id in names:
            return wide
    longest = max(map(len, column.said.values()), default=0)
    return _WIDTHS.get(column.kind, max(12, longest, min(len(column.title) + 4, 26)))


def _rows(rows: Iterator[Row], writers: list[Write]) -> int:
    number = 0
    for number, row in enumerate(islice(rows, MOST_ROWS), 1):
        _row(number, row, writers)
    return number


def _row(number: int, row: Row, writers: list[Write]) -> None:
    for write, cell in zip(writers, row, strict=True):
        if cell is not None and cell != "":
            write(number, cell)


def _writers(
    book: Any, sheet: Any, columns: tuple[Column, ...], more: Mapping[str, object] | None = None
) -> list[Write]:
    """What writes each column's cells; `more`: how they look besides."""
    found = []
    for at, column in enumerate(columns):
        look = {**_LOOKS.get(column.kind, {}), **(more or {})}
        write = _WRITERS[column.kind](sheet, at, book.add_format(look) if look else None)
        found.append(partial(_as_said, write, column.said) if column.said else write)
    return found


def _as_said(write: Write, said: Mapping[str, str], number: int, cell: Cell) -> None:
    write(number, said.get(cell, cell) if isinstance(cell, str) else cell)


def _texts(sheet: Any, at: int, look: Any) -> Write:
    def write(number: int, cell: Cell) -> None:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            sheet.write_number(number, at, cell, look)
        else:
            sheet.write_string(number, at, clean(_said(cell), MOST_LETTERS), look)

    return write


def _said(cell: Cell) -> str:
    return cell if isinstance(cell, str) else say(words.YES if cell else words.NO)


def _days(sheet: Any, at: int, look: Any) -> Write:
    def write(number: int, cell: Cell) -> None:
        text = str(cell)
        try:
            day = date.fromisoformat(text).toordinal() - _DAY_ZERO
        except ValueError:
            sheet.write_string(number, at, clean(text, MOST_LETTERS), look)
        else:
            sheet.write_number(number, at, day, look)

    return write


def _percentages(sheet: Any, at: int, look: Any) -> Write:
    def write(number: int, cell: Cell) -> None:
        if isinstance(cell, str):
            sheet.write_string(number, at, clean(cell), look)
        else:
            sheet.write_number(number, at, (cell or 0) / 100, look)

    return write


_WRITERS: Final[Mapping[Kind, Callable[[Any, int, Any], Write]]] = {
    Kind.TEXT: _texts,
    Kind.NUMBER: _texts,
    Kind.MEASURE: _texts,
    Kind.YES_NO: _texts,
    Kind.DATE: _days,
    Kind.PERCENT: _percentages,
}


def _beneath(book: Any, sheet: Any, table: Report, written: int) -> None:
    """The totals, or that there is nothing. A row is left free, so that a filter does not take totals in."""
    if table.totals:
        _row(written + 2, table.totals, _writers(book, sheet, table.columns, _TOTAL))
    elif written == 0:
        sheet.write_string(1, 0, say(words.NOTHING_FITS))


def _about(sheet: Any, heads: tuple[str, ...], tables: list[Report]) -> None:
    """What the workbook holds and how it was counted."""
    sheet.set_column(0, 0, 110)
    lines = [*heads, ""]
    for table in tables:
        if table.notes:
            lines += [f"{table.name}: {table.title}", *table.notes, ""]
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, clean(line, MOST_LETTERS))
