"""Completions as other systems are given them: who saw which course through, when, and what it counts for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Subquery, func, or_, select

from simulator.records import tables
from simulator.records.completed import every_completion
from simulator.reports.breathing import let_others_write
from simulator.reports.individual import trainers_of_workshops
from simulator.reports.report import Asked
from simulator.words import reports as words
from simulator.words import say

PEOPLE: Final = 500
"""Whose completions are held in memory at a time."""


class Finished(NamedTuple):
    """One completion of one person. Its fields are all that an export can be made of."""

    learner_ref: str
    """Pseudonym."""
    name: str
    work_email: str
    agency: str
    """On the day."""
    team: str
    job_title: str
    registration_number: str
    course_code: str
    """The course's, or the case's where no course was planned."""
    course_title: str
    level: str
    scenario_version: str
    """sha256 of the case; empty for completions on paper."""
    guidance_edition: str
    delivery: str
    role_played: str
    started_at: datetime | None
    """None for completions on paper."""
    completed_on: date
    minutes: int
    hours: float
    participatory: bool
    multi_agency: bool
    expires_on: date | None
    certificate_number: str
    trainer: str
    """Whoever led the workshop, as in R4; else whose word it is, or who led the play."""


def finished(connection: Connection, asked: Asked, *, latest: bool = False) -> Iterator[Finished]:
    """Every completion, a person's together and in order of time; `latest`: only the last of each course.

    They are read as they are asked for, some hundred people at a time, so that a room that is playing can
    write in between.
    """
    every = tables.learners.c.id
    learners = list(connection.scalars(select(every).order_by(every)))
    for first in range(0, len(learners), PEOPLE):
        some = (learners[first], learners[min(first + PEOPLE, len(learners)) - 1])
        for row in connection.execute(_query(asked, some, latest=latest)):
            yield _finished(row)
        let_others_write(connection)


def count(connection: Connection, asked: Asked, *, latest: bool = False) -> int:
    """How many there are, for a progress bar."""
    done = every_completion().subquery("done")
    rows = select(done.c.learner, _code(done)).where(*_asked(done, asked))
    rows = rows.distinct() if latest else rows
    return int(connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one())


def _query(asked: Asked, some: tuple[str, str], *, latest: bool) -> Select[Any]:
    """Of the people from the first to the last of `some`."""
    done = every_completion().subquery("done")
    rows = _rows(done).where(done.c.learner.between(*some), *_asked(done, asked))
    if latest:
        place = func.row_number().over(
            partition_by=(done.c.learner, _code(done)),
            order_by=(done.c.completed_on.desc(), done.c.certificate),
        )
        ranked = rows.add_columns(place.label("place")).subquery("ranked")
        columns = [column for column in ranked.c if column.name != "place"]
        rows = select(*columns).where(ranked.c.place == 1)
        return rows.order_by(ranked.c.learner_ref, ranked.c.completed_on, ranked.c.course_code)
    return rows.order_by(done.c.learner, done.c.completed_on, _code(done), done.c.certificate)


def _code(done: Subquery) -> ColumnElement[str]:
    return func.coalesce(done.c.course, done.c.case_id)


def _rows(done: Subquery) -> Select[Any]:
    person, attempt, course = tables.people.c, tables.attempts.c, tables.courses.c
    led, trainer = tables.learners.alias("led"), tables.people.alias("trainer_person")
    leaders = trainers_of_workshops().subquery()
    return (
        select(
            done.c.learner.label("learner_ref"),
            person.name,
            person.email,
            done.c.agency,
            person.team,
            person.job_title,
            person.registration_number,
            _code(done).label("course_code"),
            func.coalesce(course.title, attempt.case_title, done.c.case_id).label("course_title"),
            done.c.level,
            done.c.case_version,
            done.c.edition,
            done.c.how,
            done.c.roles,
            attempt.started,
            done.c.completed_on,
            done.c.minutes,
            done.c.participatory,
            done.c.multi_agency,
            done.c.expires,
            done.c.certificate,
            func.coalesce(leaders.c.names, trainer.c.name).label("trainer"),
        )
        .select_from(done)
        .outerjoin(tables.people, person.learner == done.c.learner)
        .outerjoin(tables.attempts, attempt.id == done.c.attempt)
        .outerjoin(tables.courses, course.code == done.c.course)
        .outerjoin(led, led.c.id == done.c.trainer)
        .outerjoin(trainer, trainer.c.learner == func.coalesce(led.c.merged_into, led.c.id))
        .outerjoin(leaders, leaders.c.workshop == done.c.workshop)
    )


def _asked(done: Subquery, asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.first is not None:
        yield done.c.completed_on >= asked.first
    if asked.last is not None:
        yield done.c.completed_on <= asked.last
    if asked.agency:
        yield func.lower(done.c.agency) == asked.agency.lower()
    if asked.course:
        yield or_(done.c.course == asked.course, done.c.case_id == asked.course)


def _finished(row: Any) -> Finished:
    return Finished(
        row.learner_ref,
        say(words.ERASED) if row.name is None else row.name,
        row.email or "",
        row.agency,
        row.team or "",
        row.job_title or "",
        row.registration_number or "",
        row.course_code,
        row.course_title,
        row.level,
        row.case_version or "",
        row.edition,
        str(row.how),
        _roles(row.roles, str(row.how)),
        row.started,
        row.completed_on,
        row.minutes,
        round(row.minutes / 60, 2),
        row.participatory,
        row.multi_agency,
        row.expires,
        row.certificate,
        row.trainer or "",
    )


def _roles(roles: str, how: str) -> str:
    played = json.loads(roles)
    if played:
        return ", ".join(role.replace("_", " ") for role in played)
    if how == "workshop":  # there everybody who plays has a seat
        return say(words.NO_SEAT)
    return say(words.ALL_SEATS) if how in ("solo", "table") else ""
