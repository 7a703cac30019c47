"""What a report can be asked about: the agencies, courses and people that the record knows."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from simulator.records import tables
from simulator.text import name_key

MOST_PEOPLE: Final = 12
"""Given of a search, and one more where there are more."""


class Found(NamedTuple):
    """Somebody who was searched for."""

    learner: str
    name: str
    agency: str


def agencies(connection: Connection) -> tuple[str, ...]:
    """Every agency that anybody came from, by name."""
    there, booked = tables.attendances.c.agency, tables.bookings.c.agency
    rows = connection.execute(select(there).union(select(booked)))
    return tuple(sorted(agency for (agency,) in rows if agency))


def courses(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Every course planned and every case played but for practice: code and title, by title."""
    course, attempt = tables.courses.c, tables.attempts.c
    planned = select(course.code, course.title)
    played = select(attempt.case_id.label("code"), attempt.case_title.label("title")).where(
        ~attempt.practice_only
    )
    titles = {row.code: row.title for row in connection.execute(planned.union(played))}
    return tuple(sorted(titles.items(), key=lambda one: (one[1], one[0])))


def people(connection: Connection, typed: str) -> tuple[Found, ...]:
    """Whose name holds what was typed, give or take case."""
    person = tables.people.c
    query = (
        select(person.learner, person.name, person.agency)
        .where(person.name_key.contains(name_key(typed), autoescape=True))
        .order_by(person.name_key, person.learner)
        .limit(MOST_PEOPLE + 1)
    )
    return tuple(Found._make(row) for row in connection.execute(query))
