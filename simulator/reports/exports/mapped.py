"""Completions in the columns of another system, written to a file as they are read from the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import BinaryIO

from sqlalchemy import Connection

from simulator.reports.csv_file import write_csv
from simulator.reports.exports.column_map import ColumnMap, MapColumn
from simulator.reports.exports.finished import Finished, finished
from simulator.reports.report import Asked, Cell, Column, Report, Row


class LeftOut:
    """Who could not be exported, because a column that the other system needs would have been empty."""

    def __init__(self) -> None:
        self.rows = 0
        self.names: set[str] = set()

    def add(self, row: Finished) -> None:
        """One more."""
        self.rows += 1
        self.names.add(row.name)


def write_completions(
    connection: Connection,
    asked: Asked,
    chosen: ColumnMap,
    file: BinaryIO,
    tick: Callable[[], object] = lambda: None,
) -> tuple[int, LeftOut]:
    """Write the file, from its beginning however often it is asked for; give its rows, and who was left out.

    `tick` is called for each completion.
    """
    file.seek(0)
    file.truncate()
    left_out = LeftOut()
    rows = _ticking(finished(connection, asked, latest=chosen.latest), tick)
    written = write_csv(mapped(rows, chosen, left_out), file, mark=chosen.byte_order_mark)
    return written, left_out


def _ticking(rows: Iterable[Finished], tick: Callable[[], object]) -> Iterator[Finished]:
    for row in rows:
        tick()
        yield row


def mapped(rows: Iterable[Finished], chosen: ColumnMap, left_out: LeftOut) -> Report:
    """The file; its rows are read as they are written."""
    columns = tuple(Column(column.name, column.name) for column in chosen.columns)
    return Report(chosen.file, chosen.title, columns, _rows(rows, chosen, left_out))


def _rows(rows: Iterable[Finished], chosen: ColumnMap, left_out: LeftOut) -> Iterator[Row]:
    needed = [at for at, column in enumerate(chosen.columns) if column.name in chosen.needs]
    for row in rows:
        cells = tuple(_cell(row, column, chosen) for column in chosen.columns)
        if any(cells[at] in ("", None) for at in needed):
            left_out.add(row)
        else:
            yield cells


def _cell(row: Finished, column: MapColumn, chosen: ColumnMap) -> Cell:
    if not column.field:
        return column.text
    value = row.started_at if column.field == "started_on" else getattr(row, column.field)
    if isinstance(value, datetime) and column.field != "started_on":
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.strftime(chosen.days)
    if column.field == "course_code":
        return chosen.codes.get(row.course_code, row.course_code)
    found: Cell = value
    return found
