"""R7, the mix of agencies: who sat together, session by session and table by table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, func, select

from simulator.records import tables
from simulator.records.tables import Booked, Delivery
from simulator.reports.asking import COURSE_OF_WORKSHOP, plays_asked, workshops_asked
from simulator.reports.columns import columns
from simulator.reports.counting import ATTENDED, SESSION
from simulator.reports.delivery import part_of
from simulator.reports.report import Area, Asked, Report, Row
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

_FIGURES: Final = ("people", "agencies", "largest_agency", "largest_share_percent")
COLUMNS: Final = columns(
    "date",
    "course_code",
    "course_title",
    "tables",
    *_FIGURES,
    "tables_under_three",
    "adult_services_percent",
)
TABLES: Final = columns("date", "course_code", "course_title", "table", *_FIGURES, "adult_services_percent")
FEW_AGENCIES: Final = 3
"""A table with fewer is one agency's talk with itself, or nearly."""
_held, _booked = tables.workshops.c, tables.bookings.c
_attempt, _there = tables.attempts.c, tables.attendances.c


class Sat(NamedTuple):
    """How many of one agency sat at one table."""

    session: str
    day: date
    course: str
    title: str
    table: str
    agency: str
    people: int


def mix(connection: Connection, asked: Asked) -> Report:
    """R7: a row for each session; beneath, one for each table."""
    found = sorted(_seated(connection, asked), key=lambda one: (one.day, one.course, one.session, one.table))
    if asked.agency:
        with_it = {one.session for one in found if one.agency.lower() == asked.agency.lower()}
        found = [one for one in found if one.session in with_it]
    sessions, every_table = [], []
    for _, here in groupby(found, key=lambda one: (one.day, one.course, one.session)):
        at = list(here)
        each = [list(table) for _, table in groupby(at, key=lambda one: one.table)]
        few = sum(len({one.agency for one in table}) < FEW_AGENCIES for table in each)
        shares = (*_shares(at), few, _adult(at, asked.area))
        sessions.append((*_session(at[0]), len(each), *shares))
        every_table += [
            (*_session(table[0]), table[0].table, *_shares(table), _adult(table, asked.area))
            for table in each
        ]
    return Report(
        "R7",
        say(titles.R7),
        COLUMNS,
        tuple(sessions),
        notes=tuple(map(say, notes.R7)),
        parts=(Report("R7 tables", say(titles.R7_TABLES), TABLES, tuple(every_table)),) if sessions else (),
    )


def _session(one: Sat) -> Row:
    return one.day.isoformat(), one.course, one.title


def _shares(ones: Iterable[Sat]) -> Row:
    """People, agencies, the largest and its share. Of several as large, the first by name."""
    people: Counter[str] = Counter()
    for one in sorted(ones, key=lambda sat: sat.agency):
        people[one.agency] += one.people
    largest = max(people, key=lambda agency: people[agency])
    total = sum(people.values())
    return total, len(people), largest, part_of(people[largest], total)


def _adult(ones: Iterable[Sat], area: Area) -> float | None:
    sat = list(ones)
    adult = sum(one.people for one in sat if one.agency.casefold() in area.adult_services)
    return part_of(adult, sum(one.people for one in sat))


def _seated(connection: Connection, asked: Asked) -> Iterable[Sat]:
    """Everybody who attended, by session, table and agency. An agency nobody knew is one of its own."""
    for query in (_at_workshops(asked), _at_own_tables(asked)):
        for row in connection.execute(query):
            session, day, *rest = row
            yield Sat(session, day if type(day) is date else day.date(), *rest)


def _at_workshops(asked: Asked) -> Any:
    """Where somebody sat is what their attempt says, else what was planned."""
    played = (
        select(_attempt.held_in, _there.learner, func.max(_attempt.table_name).label("at_table"))
        .join(tables.attendances, _there.attempt == _attempt.id)
        .where(_attempt.held_in.is_not(None))
        .group_by(_attempt.held_in, _there.learner)
        .subquery()
    )
    table = func.coalesce(func.nullif(played.c.at_table, ""), _booked.table_name)
    mine = and_(played.c.held_in == _booked.workshop, played.c.learner == _booked.learner)
    came = [one for one in Booked if one.counts_as_attended]
    return (
        select(_held.id, _held.held_on, COURSE_OF_WORKSHOP, _held.title, table, _booked.agency, func.count())
        .join(tables.bookings, _booked.workshop == _held.id)
        .outerjoin(played, mine)
        .where(*workshops_asked(asked), _booked.status.in_(came))
        .group_by(_held.id, _held.held_on, COURSE_OF_WORKSHOP, _held.title, table, _booked.agency)
    )


def _at_own_tables(asked: Asked) -> Any:
    """Tables that nobody planned. Who plays alone is no mix of anything."""
    session = SESSION
    return (
        select(
            session,
            func.min(_attempt.started),
            _attempt.case_id,
            func.max(_attempt.case_title),
            _attempt.table_name,
            _there.agency,
            func.count(_there.learner.distinct()),
        )
        .join(tables.attendances, _there.attempt == _attempt.id)
        .where(*plays_asked(asked), _attempt.delivery != Delivery.SOLO, _there.presence.in_(ATTENDED))
        .group_by(session, _attempt.case_id, _attempt.table_name, _there.agency)
    )
