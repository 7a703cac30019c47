"""Who took part in what: the rows of the record that the training transcript and the exports are made of.

Practice counts for nothing in a training record and is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from simulator.records import tables
from simulator.records.tables import Presence
from simulator.reports.report import Asked
from simulator.words import reports as words
from simulator.words import say


class Part(NamedTuple):
    """One person at one play."""

    learner: str
    """Pseudonym."""
    name: str | None
    """None where the person was erased."""
    email: str | None
    agency: str
    """On the day."""
    team: str | None
    job_title: str | None
    registration_number: str | None
    line_manager: str | None
    course: str
    title: str
    version: str
    started: datetime
    delivery: str
    roles: str
    """JSON list; empty where the table played all seats together."""
    presence: Presence
    completed_on: date | None
    edition: str | None
    minutes: int | None
    level: str | None
    participatory: bool | None
    multi_agency: bool | None
    certificate: str | None
    expires: date | None
    trainer: str | None
    """Name of who led the session."""

    @property
    def shown_name(self) -> str:
        """The name, or a word for one that is gone."""
        return say(words.ERASED) if self.name is None else self.name

    @property
    def roles_played(self) -> str:
        """The seats, in words."""
        played = json.loads(self.roles)
        return ", ".join(role.replace("_", " ") for role in played) if played else say(words.ALL_SEATS)

    @property
    def hours(self) -> float | None:
        """The credit in hours, to two places."""
        return None if self.minutes is None else round(self.minutes / 60, 2)

    @property
    def status(self) -> str:
        """completed, attended or part; who stepped out attended."""
        if self.completed_on is not None:
            return say(words.COMPLETED)
        return say(words.ATTENDED if self.presence.counts_as_attended else words.PART)


def parts(connection: Connection, asked: Asked, *, completed: bool = False) -> Iterator[Part]:
    """Everybody who took part, by day, course and pseudonym; `completed`: only who saw it through."""
    query = _query(completed).where(*_asked(asked))
    for row in connection.execute(query):
        yield Part._make(row)


def _query(completed: bool) -> Select[Any]:
    there, attempt, done = tables.attendances.c, tables.attempts.c, tables.completions.c
    person, trainer = tables.people.c, tables.people.alias("trainer_person")
    mine = and_(done.attempt == there.attempt, done.learner == there.learner)
    return (
        select(
            there.learner,
            person.name,
            person.email,
            there.agency,
            person.team,
            person.job_title,
            person.registration_number,
            person.line_manager,
            attempt.case_id,
            attempt.case_title,
            attempt.case_version,
            attempt.started,
            attempt.delivery,
            there.roles,
            there.presence,
            done.completed_on,
            done.edition,
            done.minutes,
            attempt.level,
            done.participatory,
            done.multi_agency,
            done.certificate,
            done.expires,
            trainer.c.name,
        )
        .join(tables.attempts, attempt.id == there.attempt)
        .join(tables.completions, mine, isouter=not completed)
        .outerjoin(tables.people, person.learner == there.learner)
        .outerjoin(trainer, trainer.c.learner == attempt.trainer)
        .where(~attempt.practice_only)
        .order_by(attempt.started, attempt.case_id, there.learner)
    )


def _asked(asked: Asked) -> Iterator[ColumnElement[bool]]:
    there, attempt = tables.attendances.c, tables.attempts.c
    if asked.begins is not None:
        yield attempt.started >= asked.begins
    if asked.ends is not None:
        yield attempt.started < asked.ends
    if asked.agency:
        yield func.lower(there.agency) == asked.agency.lower()
    if asked.course:
        yield or_(attempt.case_id == asked.course, attempt.case_title == asked.course)
