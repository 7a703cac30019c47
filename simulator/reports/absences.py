"""R6, who did not come: no-shows and cancellations, with reason, notice and whether a charge was made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import Connection, func, select

from simulator.records import tables
from simulator.records.tables import Booked
from simulator.reports.asking import COURSE_OF_WORKSHOP, of_agency, workshops_asked
from simulator.reports.attendance import agency_shown
from simulator.reports.columns import columns
from simulator.reports.report import Asked, Report, Row
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

COLUMNS: Final = columns(
    "date",
    "course_code",
    "course_title",
    "agency",
    "learner_ref",
    "what_became",
    "reason",
    "notice_days",
    "charge",
)
REASONS: Final = columns("reason", "no_show", "cancelled", "bookings")
_held, _booked = tables.workshops.c, tables.bookings.c


def absences(connection: Connection, asked: Asked) -> Report:
    """R6: a row for each booking nobody came to; beneath, the reasons."""
    query = (
        select(
            _held.held_on,
            COURSE_OF_WORKSHOP,
            _held.title,
            _booked.agency,
            _booked.learner,
            _booked.status,
            _booked.reason,
            _booked.cancelled_on,
            _booked.charge,
        )
        .join(tables.bookings, _booked.workshop == _held.id)
        .where(
            *workshops_asked(asked),
            *of_agency(_booked.agency, asked),
            _booked.status.in_([Booked.NO_SHOW, Booked.CANCELLED]),
        )
        .order_by(_held.held_on, _held.id, func.lower(_booked.agency), _booked.learner)
    )
    rows = tuple(_row((*row,)) for row in connection.execute(query))
    return Report(
        "R6",
        say(titles.R6),
        COLUMNS,
        rows,
        notes=tuple(map(say, notes.R6)),
        parts=(_reasons(rows),) if rows else (),
    )


def _row(found: tuple[date, str, str, str, str, str, str, date | None, bool]) -> Row:
    held_on, course, title, agency, learner, status, reason, cancelled_on, charge = found
    notice = None if cancelled_on is None else (held_on - cancelled_on).days
    return (
        held_on.isoformat(),
        course,
        title,
        agency_shown(agency),
        learner,
        str(status),
        str(reason),
        notice,
        charge,
    )


def _reasons(rows: Iterable[Row]) -> Report:
    """How often each reason was given."""
    found: dict[str, list[int]] = {}
    for row in rows:
        counts = found.setdefault(str(row[6]), [0, 0])
        counts[row[5] == Booked.CANCELLED] += 1
    shown: tuple[Row, ...] = tuple((reason, *counts, sum(counts)) for reason, counts in sorted(found.items()))
    missed, cancelled = (sum(counts[at] for counts in found.values()) for at in (0, 1))
    total = (say(words.TOTAL), missed, cancelled, missed + cancelled)
    return Report("R6 reasons", say(titles.R6_REASONS), REASONS, shown, total)
