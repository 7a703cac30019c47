"""Drafts: what somebody has filled in and not sent. A closed window loses what was typed since, no more."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, and_, delete, insert, select

from simulator.play.state import State
from simulator.records import tables
from simulator.records.chain import text_digest
from simulator.records.completing import is_erased
from simulator.records.tables import Attempt, Draft, row
from simulator.records.tables.attempts import LONGEST_TYPED
from simulator.text import clean

_SCRIBE: Final = "the scribe"
"""In place of a seat: no case can call a seat so."""


def decision_of(state: State) -> str:
    """Which decision waits in a state: the same for all seats and moments of one visit to it."""
    return text_digest(f"{state.scene}/{state.flags:x}/{state.part.viewing:d}")


def keep(
    connection: Connection,
    about: Attempt,
    role: str,
    decision: str,
    text: str,
    learner: str | None,
    at: datetime,
) -> None:
    """Keep a draft in place of the seat's earlier one; an empty one only lets go of that."""
    values = row(
        Draft,
        attempt=about.id,
        role=role,
        decision=decision,
        learner=learner,
        text=clean(text, LONGEST_TYPED, lines=True),
        at=at,
    )
    drop(connection, about.id, role)
    if values["text"] and not (learner and is_erased(connection, learner)):
        connection.execute(insert(tables.drafts).values(values))


def find(connection: Connection, attempt: str, role: str, decision: str) -> str:
    """A seat's draft for one decision; empty where there is none."""
    drafts = tables.drafts.c
    here = and_(drafts.attempt == attempt, drafts.role == role, drafts.decision == decision)
    return connection.scalar(select(drafts.text).where(here)) or ""


def drop(connection: Connection, attempt: str, role: str | None = None) -> None:
    """Let go of a seat's draft, or of all of an attempt's."""
    drafts = tables.drafts.c
    here = drafts.attempt == attempt
    connection.execute(delete(tables.drafts).where(here if role is None else and_(here, drafts.role == role)))


def keep_scribe(connection: Connection, about: Attempt, learner: str, at: datetime) -> None:
    """Keep who writes for a table while it plays: it goes as everything else does that somebody began."""
    keep(connection, about, _SCRIBE, text_digest(_SCRIBE), _SCRIBE, learner, at)


def scribe_of(connection: Connection, attempt: str) -> str:
    """Pseudonym of who writes for a table; empty where nobody of the record does."""
    drafts = tables.drafts.c
    here = and_(drafts.attempt == attempt, drafts.role == _SCRIBE)
    return connection.scalar(select(drafts.learner).where(here)) or ""
