"""What a table says to itself: the words stand apart, as everything typed does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select

from simulator.records import tables, typed
from simulator.records.completing import is_erased
from simulator.records.rooms import told
from simulator.records.store import Store
from simulator.records.tables import row
from simulator.words import records as record_words
from simulator.words import say


class TalkLine(NamedTuple):
    """A line of a table's talk."""

    seq: int
    role: str
    """A role, or `scribe`, `observer`, `trainer`."""
    said: str
    """`[erased]` where the words are erased."""
    at: datetime


class Say(NamedTuple):
    """A line as somebody says it."""

    attempt: str
    room: str
    role: str
    text: str
    learner: str | None


def add_line(store: Store, line: Say) -> int:
    """Keep a line, and give its number; 0 where nothing was said. Raises NotSaved."""
    said = typed.typed(line.text, store.given.salt())
    if not said.digest:
        return 0
    at = store.given.now()
    return store.database.write(lambda c: _add(c, line, said, at))


def _add(connection: Connection, line: Say, said: typed.Typed, at: datetime) -> int:
    talk = tables.talk
    mine = talk.c.attempt == line.attempt
    known = connection.scalar(select(talk.c.seq).where(mine, talk.c.said == said.digest))
    if known is not None:
        return int(known)
    attempt = tables.attempts.c.id
    connection.execute(
        select(attempt).where(attempt == line.attempt).with_for_update()
    )  # one speaks at a time
    seq = int(connection.scalar(select(func.max(talk.c.seq)).where(mine)) or 0) + 1
    values = row(tables.Talk, attempt=line.attempt, seq=seq, role=line.role, said=said.digest, at=at)
    connection.execute(insert(talk).values(values))
    if line.learner is None or not is_erased(connection, line.learner):
        kept = row(
            tables.Words,
            id=said.digest,
            attempt=line.attempt,
            learner=line.learner,
            salt=said.salt,
            text=said.text,
        )
        connection.execute(insert(tables.words).values(kept))
    told(connection, line.room)
    return seq


def lines_after(store: Store, attempt: str, seq: int = 0) -> Sequence[TalkLine]:
    """What was said after a line."""
    talk, kept = tables.talk, tables.words
    query = (
        select(talk.c.seq, talk.c.role, kept.c.text, talk.c.at)
        .select_from(talk.outerjoin(kept, kept.c.id == talk.c.said))
        .where(talk.c.attempt == attempt, talk.c.seq > seq)
        .order_by(talk.c.seq)
    )
    gone = say(record_words.ERASED)
    return store.database.glance(
        lambda c: [TalkLine(one.seq, one.role, one.text or gone, one.at) for one in c.execute(query)]
    )
