"""The journal as rows: read after a place that a window has come to, and looked at by its moves' ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    BindParameter,
    Connection,
    Dialect,
    bindparam,
    func,
    insert,
    literal_column,
    or_,
    select,
)

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.chain import JournalRow
from simulator.records.folding import Place
from simulator.records.swift import Statement
from simulator.records.watching import CHANNEL
from simulator.words import records as words
from simulator.words import say

MOST_ASKED: Final = 500
"""Digests looked up at a time: SQLite takes only so many values in a statement."""

_journal = tables.journal.c
_columns = [column for column in tables.journal.columns if column.name != "attempt"]
_ATTEMPT: Final[BindParameter[str]] = bindparam("attempt")
_SEQ: Final[BindParameter[int]] = bindparam("seq")
_ROWS: Final = select(*_columns).where(_journal.attempt == _ATTEMPT).order_by(_journal.seq)
_ROWS_FROM: Final = _ROWS.where(_journal.seq >= _SEQ)
_ROWS_FROM_OR_SENT: Final = _ROWS.where(
    or_(_journal.seq >= _SEQ, _journal.client_id == bindparam("client_id"))
)
_HASHES_FROM: Final = (
    select(_journal.seq, _journal.hash)
    .where(_journal.attempt == _ATTEMPT, _journal.seq >= _SEQ)
    .order_by(_journal.seq)
    .limit(2)
)


class Statements(NamedTuple):
    """What moves run the short way."""

    stand: Statement
    """Number and hash from a place on: the place alone, if nobody has moved since."""
    add: Statement
    hold: Statement
    """Lets nobody else move in the attempt until the commit (PostgreSQL)."""
    look: Statement
    """The rows from a place on, and the one that may have been sent already."""
    tell: Statement
    """Tells the other windows, at the commit (PostgreSQL)."""


@lru_cache(maxsize=4)
def statements(dialect: Dialect) -> Statements:
    """The statements, compiled for a database."""
    kinds = {column.name: column.type for column in tables.journal.columns}
    attempt = {"attempt": kinds["attempt"]}
    place = {**attempt, "seq": kinds["seq"]}
    hold = select(tables.attempts.c.id).where(tables.attempts.c.id == _ATTEMPT).with_for_update()
    asked = {**place, "client_id": kinds["client_id"]}
    return Statements(
        stand=Statement(_HASHES_FROM, dialect, place),
        add=Statement(insert(tables.journal), dialect, kinds),
        hold=Statement(hold, dialect, attempt),
        look=Statement(_ROWS_FROM_OR_SENT, dialect, asked, [column.type for column in _columns]),
        tell=Statement(select(func.pg_notify(literal_column(f"'{CHANNEL}'"), _ATTEMPT)), dialect, attempt),
    )


def all_rows(connection: Connection, attempt: str) -> list[JournalRow]:
    """Every row of an attempt."""
    return as_rows(connection.execute(_ROWS, {"attempt": attempt}))


def rows_from(connection: Connection, attempt: str, seq: int) -> list[JournalRow]:
    """The row of a number, and those after it."""
    return as_rows(connection.execute(_ROWS_FROM, {"attempt": attempt, "seq": seq}))


def after(place: Place, rows: Sequence[JournalRow]) -> list[JournalRow]:
    """The rows that follow on a place, of rows that begin with it. Raises RecordError where they do not:
    the record was put back to an earlier day, or rewritten, beneath an open window."""
    if place.seq and ((place.seq, place.hash) not in ((row.seq, row.hash) for row in rows)):
        raise RecordError(say(words.PUT_BACK), say(words.PUT_BACK_MESSAGE), say(words.PUT_BACK_REMEDY))
    return [row for row in rows if row.seq > place.seq]


def as_rows(found: Iterable[Any]) -> list[JournalRow]:
    """Rows as the database gives them. Raises RecordError where a column holds what its kind cannot be."""
    try:
        return list(map(JournalRow._make, found))
    except (ValueError, TypeError) as error:
        raise RecordError(say(words.UNREADABLE), say(words.DAMAGED), say(words.RESTORE_BACKUP)) from error


def words_of(connection: Connection, digests: Sequence[str]) -> Mapping[str, str]:
    """The typed words that are still kept, by digest, whichever attempt they were typed in."""
    kept = tables.words.c
    found: dict[str, str] = {}
    for first in range(0, len(digests), MOST_ASKED):
        asked = kept.id.in_(digests[first : first + MOST_ASKED])
        for digest, text in connection.execute(select(kept.id, kept.text).where(asked)):
            found[digest] = text
    return found
