"""Reading and writing, each in one transaction, with an answer that can be trusted.

What `write` returns is on the disk. When it raises, the work may be given again as it was: every piece of
work looks first whether it has been done. That is how a commit is settled whose outcome nobody knows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from simulator.errors import NotSaved, RecordError
from simulator.records.engine import SQLITE, open_engine
from simulator.records.given import Given
from simulator.records.swift import Swift
from simulator.words import Phrase, say
from simulator.words import records as words

Result = TypeVar("Result")
Work = Callable[[Connection], Result]

PATIENCE: Final = 8.0
"""Seconds in which a server that went away may come back; then the person is told."""
_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries; the last one again and again."""

_SQLITE_REASONS: Final = {
    sqlite3.SQLITE_BUSY: words.NOT_SAVED_LOCKED,
    sqlite3.SQLITE_FULL: words.NOT_SAVED_FULL,
    sqlite3.SQLITE_READONLY: words.NOT_SAVED_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: words.NOT_SAVED_READ_ONLY,
    sqlite3.SQLITE_IOERR: words.NOT_SAVED_DISK,
}
_SERVER_REASONS: Final = {
    "QueryCanceled": words.NOT_SAVED_SLOW,
    "LockNotAvailable": words.NOT_SAVED_SLOW,
    "DiskFull": words.NOT_SAVED_FULL,
    "ReadOnlySqlTransaction": words.NOT_SAVED_READ_ONLY,
}
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """One record's database, on SQLite or PostgreSQL."""

    def __init__(self, url: str, given: Given) -> None:
        self.engine: Engine = open_engine(url)
        self.is_sqlite = self.engine.dialect.name == SQLITE
        self._given = given
        self._writer = self.engine.execution_options(writes=True)
        at_once = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._glancer = self.engine.execution_options(**at_once)
        self._swift = Swift(self.engine)

    def read(self, work: Work[Result]) -> Result:
        """What `work` finds, all of it at one moment. Raises RecordError if the record cannot be read."""
        return self._until_settled(lambda: _once(self.engine, work), explain_reading)

    def glance(self, work: Work[Result]) -> Result:
        """As `read`, for one short statement: a server is asked once, with no transaction opened and closed
        round it, which on a full machine is most of the wait."""
        return self._until_settled(lambda: _once(self._glancer, work), explain_reading)

    def write(self, work: Work[Result]) -> Result:
        """Do `work` and commit it, then give its result. Raises NotSaved if that cannot be said for certain.

        `work` may be called again: it must look whether it has been done already.
        """
        return self._until_settled(lambda: _once(self._writer, work), _not_saved)

    def move(self, work: Callable[[Swift], Result]) -> Result:
        """As `write`, for what every move does."""
        return self._until_settled(lambda: self._swiftly(work), _not_saved)

    def _swiftly(self, work: Callable[[Swift], Result]) -> Result:
        with self._swift.transaction() as swift:
            return work(swift)

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """The driver's own connection, shared with nobody and in no transaction."""
        taken = self.engine.raw_connection()
        taken.detach()
        connection: Any = taken.dbapi_connection
        if not self.is_sqlite:
            connection.autocommit = True
        try:
            yield connection
        finally:
            connection.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._swift.drop()
        self.engine.dispose()

    def _until_settled(
        self, attempt: Callable[[], Result], explain: Callable[[DBAPIError], RecordError]
    ) -> Result:
        given = self._given
        until = given.elapsed() + PATIENCE
        tried = 0
        while True:
            try:
                return attempt()
            except DBAPIError as error:
                if not self._may_pass(error, tried) or given.elapsed() >= until:
                    raise explain(error) from error
            given.sleep(_PAUSES[min(tried, len(_PAUSES) - 1)])
            tried += 1

    def _may_pass(self, error: DBAPIError, tried: int) -> bool:
        """Whether another try may fare better: once for a file's fault, and while a server may come back."""
        if not isinstance(error, OperationalError | InterfaceError):
            return False
        return not self.is_sqlite or (tried == 0 and _code(error) not in (*_DAMAGED, sqlite3.SQLITE_BUSY))


def _once(engine: Engine, work: Work[Result]) -> Result:
    """One transaction. A connection on which something went wrong is never used again."""
    connection = engine.connect()
    try:
        with connection.begin():
            return work(connection)
    except DBAPIError:
        connection.invalidate()
        raise
    finally:
        connection.close()


def _code(error: DBAPIError) -> int:
    """SQLite's own number for what went wrong, without its refinements; 0 on a server."""
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF


def _not_saved(error: DBAPIError) -> RecordError:
    if _code(error) in _DAMAGED:
        return explain_reading(error)
    return NotSaved(say(words.NOT_SAVED), _reason(error), say(words.TRY_AGAIN))


def explain_reading(error: DBAPIError) -> RecordError:
    """What to tell a person when the record could not be read."""
    if _code(error) in _DAMAGED:
        return RecordError(say(words.UNREADABLE), say(words.DAMAGED), say(words.RESTORE_BACKUP))
    return RecordError(say(words.UNREADABLE), _reason(error), say(words.CHECK_PLACE))


def _reason(error: DBAPIError) -> str:
    kind = type(error.orig).__name__
    phrase: Phrase | None = _SQLITE_REASONS.get(_code(error)) or _SERVER_REASONS.get(kind)
    if phrase is None and isinstance(error, OperationalError | InterfaceError) and not _code(error):
        phrase = words.NOT_SAVED_UNREACHED
    return say(phrase) if phrase else say(words.NOT_SAVED_OTHER, kind=kind)
