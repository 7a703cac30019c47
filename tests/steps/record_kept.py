"""What the record holds of plays and answers, read straight from its tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import and_, select

from simulator.play.moves import Move
from simulator.records import OpenAttempt, Presence, Store, tables, typed
from simulator.records.tables import Evaluation
from simulator.records.training import evaluations
from simulator.records.training.evaluations import Occasion
from simulator.words import records as words
from simulator.words import say


class TakenPart(NamedTuple):
    """One attempt of one person."""

    attempt: str
    roles: tuple[str, ...]
    agency: str
    presence: Presence
    practice_only: bool
    first: bool
    completed_on: date | None
    """None: not completed, and so are the fields that follow."""
    edition: str | None
    minutes: int | None
    trainer: str | None


def taken_part(store: Store, learner: str) -> Sequence[TakenPart]:
    """Everything a person has taken part in, the oldest first."""
    attempt, there, done = tables.attempts.c, tables.attendances.c, tables.completions.c
    query = (
        select(there.attempt, there.roles, there.agency, there.presence, attempt.practice_only, there.first)
        .add_columns(done.completed_on, done.edition, done.minutes, done.trainer)
        .join(tables.attendances, there.attempt == attempt.id)
        .outerjoin(tables.completions, and_(done.attempt == attempt.id, done.learner == there.learner))
        .where(there.learner == learner)
        .order_by(attempt.started, attempt.id)
    )
    rows = store.database.read(lambda c: c.execute(query).all())
    return [TakenPart(row[0], tuple(json.loads(row[1])), *row[2:]) for row in rows]


def answers_of(store: Store, occasion: Occasion) -> Sequence[Evaluation]:
    """Everything somebody answered on one occasion."""
    return store.database.read(lambda c: evaluations.answers_of(c, occasion))


def said_with(attempt: OpenAttempt, move: Move) -> str:
    """The words typed with a move: empty where none were, `[erased]` where they are gone."""
    digest = typed.words_in(move)
    return attempt.all_said().get(digest, say(words.ERASED)) if digest else ""
