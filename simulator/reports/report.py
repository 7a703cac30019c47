"""What every report is: columns, rows, what was asked for. None holds a score or a reason of anybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import Connection

from scoring.guidance.board import Bands
from simulator.reports.chart import Chart

if TYPE_CHECKING:
    from simulator.reports.kept_plays import KeptPlays

Cell = str | int | float | bool | None
"""A value in a report; dates are ISO text, percentages parts of a hundred, None is not known."""
Row = tuple[Cell, ...]
SUPPRESSED: Final = "*"
"""Stands for a number that would say something of so few people that they could be known by it."""


class Kind(StrEnum):
    """What the cells of a column are, for files that tell numbers and days from text."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    MEASURE = "measure"
    """A mean, a share or hours: two places always, so that a column can be read down."""
    PERCENT = "percent"
    YES_NO = "yes or no"


class Column(NamedTuple):
    """One column."""

    id: str
    """In files and JSON."""
    title: str
    """In tables that people read."""
    kind: Kind = Kind.TEXT
    said: Mapping[str, str] = {}
    """What people read in place of a name that files hold."""

    @property
    def is_number(self) -> bool:
        """Whether its cells are lined up by their last digit."""
        return self.kind in (Kind.NUMBER, Kind.MEASURE, Kind.PERCENT)


class Area(NamedTuple):
    """What a board's profile says that reports need."""

    groups: Mapping[str, str] = {}
    """An agency, by every word for it, and the group it is counted in."""
    adult_services: frozenset[str] = frozenset()
    """Words for agencies that work mainly with adults."""
    smallest_shown: int = 5
    """Numbers of people below this are shown in no anonymous table."""
    bands: Bands = Bands(secure=75, developing=50)
    """Where competencies are secure, developing, or worth another look."""


def _nobody(done: int, of: int) -> None:
    """Nobody waits."""


class Asked(NamedTuple):
    """What a report is asked for."""

    first: date | None = None
    last: date | None = None
    agency: str = ""
    course: str = ""
    """A course's code, or a case's id or title."""
    today: date | None = None
    """The day on which it is asked; None: this day, in UTC."""
    area: Area = Area()
    heard: Callable[[int, int], None] = _nobody
    """Told how many plays have been marked again, and of how many."""
    kept: KeptPlays | None = None
    """Where it is remembered what plays yielded; None: each is marked again."""
    spelled: tuple[str, ...] = ()
    """The agency as the record spells it, in every way that it does; found by whoever makes the report."""

    @property
    def begins(self) -> datetime | None:
        """The first moment of the period, in UTC as the record keeps its days."""
        return None if self.first is None else datetime.combine(self.first, time(), UTC)

    @property
    def ends(self) -> datetime | None:
        """The first moment after the period."""
        return None if self.last is None else datetime.combine(self.last + timedelta(days=1), time(), UTC)

    @property
    def day(self) -> date:
        """The day as on which things stand as the report says: the last of the period, or today before it."""
        today = self.today or datetime.now(UTC).date()
        return today if self.last is None else min(self.last, today)

    def in_words(self) -> str:
        """As the audit keeps it."""
        given = {"from": self.first, "to": self.last, "agency": self.agency, "course": self.course}
        return " ".join(f"{name}={value}" for name, value in given.items() if value)


class Report(NamedTuple):
    """A report that was made, with further tables under it where one does not say it all."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    """Read once where they come straight from the database."""
    totals: Row = ()
    """Of tables that people read; files leave the sums to whoever reads them."""
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    parts: tuple[Report, ...] = ()
    counted: Callable[[], int] | None = None
    """How many rows there will be, where they are read as they come; it asks the database."""

    @property
    def heading(self) -> str:
        """The title, after the number by which boards know it; a name that is a word says no more."""
        return f"{self.name}  {self.title}" if any(map(str.isdigit, self.name)) else self.title

    @property
    def expected(self) -> int:
        """How many rows it has or will have."""
        return self.counted() if self.counted else len(tuple(self.rows))

    def read(self) -> Report:
        """With all rows in memory."""
        return self._replace(rows=tuple(self.rows), parts=tuple(part.read() for part in self.parts))

    @property
    def tables(self) -> Iterator[Report]:
        """This table and those under it."""
        yield self
        for part in self.parts:
            yield from part.tables

    def as_data(self) -> dict[str, object]:
        """As JSON."""
        names = [column.id for column in self.columns]
        data: dict[str, object] = {
            "report": self.name,
            "title": self.title,
            "rows": [dict(zip(names, row, strict=True)) for row in self.rows],
            "totals": dict(zip(names, self.totals, strict=True)) if self.totals else None,
            "notes": list(self.notes),
        }
        if self.parts:
            data["parts"] = [part.as_data() for part in self.parts]
        return data


Make = Callable[[Connection, Asked], Report]
