"""What every report is: columns, rows, what was asked for. None holds a score, a mark or a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

Cell = str | int | float | bool | None
"""A value in a report; dates are ISO text, None is not known."""
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """One column."""

    id: str
    """In files and JSON."""
    title: str
    """In tables that people read."""


class Asked(NamedTuple):
    """What a report is asked for."""

    first: date | None = None
    last: date | None = None
    agency: str = ""
    course: str = ""
    """A case's id."""

    @property
    def begins(self) -> datetime | None:
        """The first moment of the period, in UTC as the record keeps its days."""
        return None if self.first is None else datetime.combine(self.first, time(), UTC)

    @property
    def ends(self) -> datetime | None:
        """The first moment after the period."""
        return None if self.last is None else datetime.combine(self.last + timedelta(days=1), time(), UTC)

    def in_words(self) -> str:
        """As the audit keeps it."""
        given = {"from": self.first, "to": self.last, "agency": self.agency, "course": self.course}
        return " ".join(f"{name}={value}" for name, value in given.items() if value)


class Report(NamedTuple):
    """A report that was made."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Row = ()
    """Of tables that people read; files leave the sums to whoever reads them."""
    notes: tuple[str, ...] = ()

    def as_data(self) -> dict[str, object]:
        """As JSON."""
        names = [column.id for column in self.columns]
        return {
            "report": self.name,
            "title": self.title,
            "rows": [dict(zip(names, row, strict=True)) for row in self.rows],
            "totals": dict(zip(names, self.totals, strict=True)) if self.totals else None,
            "notes": list(self.notes),
        }


Make = Callable[[Connection, Asked], Report]
