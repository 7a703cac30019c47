"""What people said of training before, after and weeks later, and what they meant to do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select, update

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.tables import Evaluation, Intention, IntentionWords, Stage, table_of
from simulator.records.training.rows import found, put
from simulator.words import records_training as words
from simulator.words import say


class Occasion(NamedTuple):
    """What was evaluated, and by whom: a workshop, or an attempt that belongs to none."""

    learner: str
    workshop: str | None = None
    attempt: str | None = None


def answer(
    connection: Connection,
    occasion: Occasion,
    stage: Stage,
    answers: Mapping[str, int],
    on: date,
    new_id: Callable[[], str],
) -> None:
    """Record answers to items; answering again replaces the answer. Raises RecordError."""
    given = tables.evaluations.c
    for item, value in answers.items():
        same = _of(Evaluation, occasion, given.stage == stage, given.item == item)
        before = connection.scalar(select(given.id).where(*same))
        put(
            connection,
            Evaluation(
                id=before or new_id(), **occasion._asdict(), stage=stage, item=item, value=value, given_on=on
            ),
        )


def intend(connection: Connection, occasion: Occasion, text: str, on: date, new_id: Callable[[], str]) -> str:
    """Record what somebody means to do; saying it again replaces it. Gives the intention's id."""
    meant = tables.intentions.c
    before = connection.scalar(select(meant.id).where(*_of(Intention, occasion)))
    intention = before or new_id()
    if not before:
        put(connection, Intention(id=intention, **occasion._asdict(), stated_on=on))
    put(connection, IntentionWords(intention=intention, text=text))
    return intention


def follow_up(
    connection: Connection, occasion: Occasion, on: date, *, done: bool, confirmed: bool | None = None
) -> None:
    """Record whether somebody did what they meant to, and whether their manager confirmed it.

    Raises RecordError where they meant nothing.
    """
    same = _of(Intention, occasion)
    values = {"done": done, "confirmed": confirmed, "answered_on": on}
    if not connection.execute(update(tables.intentions).where(*same).values(values)).rowcount:
        message = say(words.NO_INTENTION_MESSAGE, learner=occasion.learner[:40])
        raise RecordError(say(words.NO_INTENTION), message)


def intention_of(connection: Connection, occasion: Occasion) -> str:
    """What somebody wrote that they would do, for them and their trainer; empty where nothing is kept."""
    meant, said = tables.intentions.c, tables.intention_words.c
    query = select(said.text).join(tables.intentions, meant.id == said.intention)
    return connection.scalar(query.where(*_of(Intention, occasion))) or ""


def answers_of(connection: Connection, occasion: Occasion) -> tuple[Evaluation, ...]:
    """Everything somebody answered on one occasion."""
    given = tables.evaluations.c
    return found(connection, Evaluation, *_of(Evaluation, occasion), order=(given.stage, given.item))


def _of(kind: type[Any], occasion: Occasion, *more: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    column = table_of(kind).c
    here = (column.learner == occasion.learner, column.workshop == occasion.workshop)
    return (*here, column.attempt == occasion.attempt, *more)
