"""What the record is asked on this screen: reports for a period, an agency, a course, to read or as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

from scoring.guidance.board import Board
from simulator.places import make_private_folder
from simulator.records import Store
from simulator.reports.area import area_of
from simulator.reports.asking import asked_in_words
from simulator.reports.files import Format, written
from simulator.reports.listed import make
from simulator.reports.report import Asked, Report, Row
from simulator.settings import Settings

Heard = Callable[[int, int], None]
"""Told how much of how much has been worked out, or written."""
MOST_ROWS: Final = 500
"""Of one table, shown on a screen; a file has all."""
QUARTERS: Final = 8
"""Offered to choose from, this one first."""


def quarters(today: date) -> tuple[str, ...]:
    """The last quarters, this one first, such as 2026-Q3."""
    found, day = [], today
    for _ in range(QUARTERS):
        found.append(f"{day.year}-Q{(day.month - 1) // 3 + 1}")
        day = date(day.year, (day.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)
    return tuple(found)


def asked(board: Board, period: str, agency: str, course: str, heard: Heard) -> Asked:
    """What a report is asked for; an empty word asks for all."""
    from simulator.reports.periods import quarter

    first, last = quarter(period) or (None, None)
    return Asked(first, last, agency, course, area=area_of(board), heard=heard)


def made(store: Store, name: str, what: Asked) -> tuple[Report, int]:
    """The first rows of a report, for reading, and how many there are. What is looked at on the screen is
    audited as what leaves it is."""

    def work(connection: Any) -> tuple[Report, int]:
        report = make(connection, name, what)
        first = report._replace(rows=islice(report.rows, MOST_ROWS)) if report.counted else report
        return first.read(), report.expected

    report, number = store.database.read(work)
    store.note("read", f"report {name}", what.in_words(), number)
    return report, number


def save(store: Store, settings: Settings, name: str, what: Asked, form: str, told: Heard) -> Path:
    """Write a report to a file in the folder of exports, and give it. `told` hears of each row.

    Raises ExportError or RecordError.
    """
    folder = make_private_folder(settings.home / "exports")
    file = folder / f"{name.lower()}-{store.given.now():%Y-%m-%d-%H%M%S}.{form}"
    words = asked_in_words(what)

    def counted(report: Report) -> Report:
        return report._replace(rows=_counted(report.rows, report.expected, told))

    rows = store.database.read(lambda c: written(counted(make(c, name, what)), words, Format(form), file))
    store.note("export", f"report {name}", what.in_words(), rows)
    return file


def _counted(rows: Iterable[Row], of: int, told: Heard) -> Iterator[Row]:
    for number, row in enumerate(rows, 1):
        told(number, of)
        yield row
