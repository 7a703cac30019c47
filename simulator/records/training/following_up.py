"""Who is to be asked again 6 to 12 weeks after a training: whether it lasted, and what they did with it.

Asked are people who answered the questions after it, or wrote what they meant to do; nobody else said
anything that could be compared. Once is enough: who has answered, or has said that they would rather not, is
not asked again. Practice of London boards and of Leicester, Leicestershire and Rutland (facts, practice.md
2.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from simulator.records import tables
from simulator.records.details import Details, from_row
from simulator.records.tables import Stage
from simulator.records.training.evaluations import Occasion

DAYS_LATER: Final = (6 * 7, 12 * 7)
"""Days after the training from which on, and up to which, people are asked again."""
WOULD_RATHER_NOT: Final = "would rather not"
"""Kept as an item of the stage that nobody was asked before it, so that no mean and no number counts it."""
_ALPHABET: Final = "23456789abcdefghjkmnpqrstvwxyz"
"""Without letters that are read as digits."""
_given, _meant, _person = tables.evaluations.c, tables.intentions.c, tables.people.c
_held, _attempt, _course = tables.workshops.c, tables.attempts.c, tables.courses.c


class Trained(NamedTuple):
    """Somebody who said something after a training, and what it was."""

    occasion: Occasion
    details: Details
    course: str
    """Its code, or the case's id."""
    title: str
    on: date
    meant: bool
    """Whether they wrote what they meant to do."""

    @property
    def reference(self) -> str:
        """What a sheet calls them at this training, such as `F-k3m9-x2p7-qd4t`: it says neither who nor what,
        and no spreadsheet takes it for a number or a day."""
        return reference_of(self.occasion)

    @property
    def until(self) -> date:
        """The last day on which an answer counts."""
        return self.on + timedelta(days=DAYS_LATER[1])

    def weeks(self, day: date) -> int:
        """Whole weeks since."""
        return (day - self.on).days // 7


def reference_of(occasion: Occasion) -> str:
    """The reference of one person at one training."""
    number = int(sha256("\0".join(one or "" for one in occasion).encode()).hexdigest(), 16)
    letters = ""
    for _ in range(12):
        number, at = divmod(number, len(_ALPHABET))
        letters += _ALPHABET[at]
    return f"F-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def due(connection: Connection, day: date, learner: str = "") -> tuple[Trained, ...]:
    """Who is to be asked on a day, whose training is longest ago first; of one `learner` where asked."""
    first, last = (day - timedelta(days=days) for days in reversed(DAYS_LATER))
    later, acted = tables.evaluations.alias("later").c, tables.intentions.alias("acted").c
    clauses = [
        _day().between(first, last),
        ~_there(later, later.stage == Stage.FOLLOW_UP),
        ~_there(acted, acted.done.is_not(None)),
    ]
    clauses += [_person.learner == learner] if learner else []
    return tuple(_trained(connection, clauses))


def by_reference(connection: Connection) -> Mapping[str, Trained]:
    """Everybody who said something after a training, by every reference that a sheet may have for them:
    whoever was merged since has the one of before, too."""
    found = {one.reference: one for one in _trained(connection, [])}
    known = tables.learners.c
    moved = select(known.id, known.merged_into).where(known.merged_into.is_not(None))
    before: dict[str, list[str]] = {}
    for gone, stays in connection.execute(moved):
        before.setdefault(stays, []).append(gone)
    for one in tuple(found.values()):
        for gone in before.get(one.occasion.learner, ()):
            found.setdefault(reference_of(one.occasion._replace(learner=gone)), one)
    return found


def _day() -> Any:
    return func.coalesce(_held.held_on, func.date(_attempt.started))


def _there(said: Any, condition: Any) -> Any:
    """Whether somebody said something of the kind about the same workshop or attempt."""
    of_it = or_(said.workshop == _held.id, said.attempt == _attempt.id)
    return select(said.id).where(said.learner == _person.learner, of_it, condition).exists()


def _trained(connection: Connection, clauses: list[Any]) -> Iterator[Trained]:
    said = select(_given.learner, _given.workshop, _given.attempt).where(_given.stage == Stage.POST)
    every = said.union(select(_meant.learner, _meant.workshop, _meant.attempt)).subquery("said").c
    title = func.coalesce(_course.title, _held.title, _attempt.case_title)
    course = func.coalesce(_held.course, _held.case_id, _attempt.case_id)
    intended = and_(
        _meant.learner == every.learner,
        or_(_meant.workshop == every.workshop, _meant.attempt == every.attempt),
    )
    query = (
        select(
            tables.people,
            every.workshop.label("of_workshop"),
            every.attempt.label("of_attempt"),
            course.label("of_course"),
            title.label("of_title"),
            _held.held_on.label("held"),
            _attempt.started.label("began"),
            _meant.id.label("meant"),
        )
        .join(tables.people, _person.learner == every.learner)
        .outerjoin(tables.workshops, _held.id == every.workshop)
        .outerjoin(tables.attempts, _attempt.id == every.attempt)
        .outerjoin(tables.courses, _course.code == _held.course)
        .outerjoin(tables.intentions, intended)
        .where(*clauses)
        .order_by(_day(), _person.name_key, _person.learner)
    )
    for one in connection.execute(query).mappings():
        known = from_row(one)
        yield Trained(
            Occasion(known.learner, one["of_workshop"], one["of_attempt"]),
            known.details,
            one["of_course"],
            one["of_title"],
            one["held"] or one["began"].date(),
            one["meant"] is not None,
        )
