"""Actions agreed in plenaries, debriefs and reviews (R13): what, who owns it, by when, and what shows it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, update

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.tables import Action
from simulator.records.training.rows import changed, checked, found, put
from simulator.words import records_training as words
from simulator.words import say


def agree(connection: Connection, action: Action) -> None:
    """Record an action, or change the one of its id. Raises RecordError where nobody owns it."""
    if not (action.agency.strip() or action.office.strip()):
        raise RecordError(say(words.NO_OWNER), say(words.NO_OWNER_MESSAGE))
    put(connection, action)


def done(connection: Connection, wanted: str, on: date, evidence: str) -> None:
    """Record that an action was done, and what shows it. Raises RecordError where nothing does."""
    before = action(connection, wanted)
    if not evidence.strip():
        raise RecordError(
            say(words.NO_EVIDENCE), say(words.NO_EVIDENCE_MESSAGE), say(words.NO_EVIDENCE_REMEDY)
        )
    values = checked(changed(before, done_on=on, evidence=evidence))
    connection.execute(update(tables.actions).where(tables.actions.c.id == wanted).values(values))


def action(connection: Connection, wanted: str) -> Action:
    """One action. Raises RecordError where there is none of that id."""
    of_that_id = found(connection, Action, tables.actions.c.id == wanted)
    if not of_that_id:
        message = say(words.NO_ACTION_MESSAGE, action=wanted[:40])
        raise RecordError(say(words.NO_ACTION), message, say(words.NO_ACTION_REMEDY))
    return of_that_id[0]


def actions(connection: Connection, *, waiting: bool = False) -> tuple[Action, ...]:
    """Every action, or those not done yet, by when they are due; what has no day comes last."""
    agreed = tables.actions.c
    not_done = [agreed.done_on.is_(None)] if waiting else []
    order = (agreed.due.is_(None), agreed.due, agreed.agreed_on)
    return found(connection, Action, *not_done, order=order)
