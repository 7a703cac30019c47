"""R5, refreshers that fall due: how many for each agency's contacts, and who they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, func, select

from simulator.records import tables
from simulator.reports.attendance import agency_shown
from simulator.reports.columns import columns
from simulator.reports.reach import DUE_SOON
from simulator.reports.report import Asked, Report, Row
from simulator.reports.standing import standing
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

_BANDS: Final = ("due_30", "due_31_60", "due_61_90", "overdue")
COLUMNS: Final = columns("agency", "agency_contact", *_BANDS)
PEOPLE: Final = columns(
    "agency",
    "agency_contact",
    "learner_ref",
    "name",
    "work_email",
    "level",
    "expires_on",
    "days_left",
    "status",
)
_person = tables.people.c


def refreshers(connection: Connection, asked: Asked) -> Report:
    """R5 as on the report's day."""
    stands, day = standing(asked), asked.day
    contact = _person.line_manager
    query = (
        select(stands.c.agency, contact, *_bands(stands.c.until, day))
        .join(tables.people, _person.learner == stands.c.learner)
        .where(stands.c.until <= day + timedelta(days=DUE_SOON))
        .group_by(stands.c.agency, contact)
        .order_by(func.lower(stands.c.agency), contact)
    )
    rows = tuple((agency_shown(row[0]), *row[1:]) for row in connection.execute(query))
    return Report(
        "R5",
        say(titles.R5),
        COLUMNS,
        rows,
        (say(words.TOTAL), "", *(sum(row[at] for row in rows) for at in range(2, 6))) if rows else (),
        tuple(map(say, notes.R5)),
        parts=(_people(connection, asked),) if rows else (),
    )


def _bands(until: ColumnElement[date], day: date) -> list[ColumnElement[int]]:
    """How many run out in 30, 60 and 90 days, and how many have run out."""
    edges = [day + timedelta(days=days) for days in (30, 60, DUE_SOON)]
    spans = [
        (until >= day) & (until <= edges[0]),
        (until > edges[0]) & (until <= edges[1]),
        (until > edges[1]) & (until <= edges[2]),
        until < day,
    ]
    return [cast(func.sum(case((span, 1), else_=0)), Integer) for span in spans]


def _people(connection: Connection, asked: Asked) -> Report:
    """Who they are, for whoever writes to them: those overdue longest first."""
    stands = standing(asked)
    query = (
        select(
            stands.c.agency,
            _person.line_manager,
            stands.c.learner,
            _person.name,
            _person.email,
            stands.c.level,
            stands.c.until,
        )
        .join(tables.people, _person.learner == stands.c.learner)
        .where(stands.c.until <= asked.day + timedelta(days=DUE_SOON))
        .order_by(func.lower(stands.c.agency), stands.c.until, stands.c.learner)
    )
    rows = tuple(_row((*row,), asked.day) for row in connection.execute(query))
    return Report("R5 people", say(titles.R5_PEOPLE), PEOPLE, rows)


def _row(found: tuple[str, str, str, str, str, str, date], day: date) -> Row:
    agency, contact, learner, name, email, level, until = found
    left = (until - day).days
    return (
        agency_shown(agency),
        contact,
        learner,
        name,
        email,
        level,
        until.isoformat(),
        left,
        say(words.OVERDUE if left < 0 else words.DUE),
    )
