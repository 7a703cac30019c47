"""Learning that another window or process has written, without asking the database for rows.

SQLite counts its commits in the file (`PRAGMA data_version`); PostgreSQL tells whoever listens. Beneath both
lies a slow look, once a second, for whatever a notice missed.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import ExitStack, suppress
from threading import Lock
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy.exc import DBAPIError

from simulator.records.database import Database
from simulator.records.given import Given

CHANNEL: Final = "simulator_moves"
"""On which PostgreSQL tells the other windows which attempt has moved."""
SLOW_LOOK_SECONDS: Final = 1
PATIENCE_MS: Final = 20
"""Of a look that meets a writer; the next look is soon enough."""


class Token(NamedTuple):
    """What a look showed; a different one means: something may have been written."""

    written: int
    second: int


class Watch(Protocol):
    """Something that can be asked whether an attempt may have changed."""

    def token(self, attempt: str) -> Token:
        """A token that stays the same as long as nothing has been written; never blocks for long."""

    def close(self) -> None:
        """Stop watching."""


def watch(database: Database, given: Given) -> Watch:
    """The watch for a database."""
    return FileWatch(database, given) if database.is_sqlite else ServerWatch(database, given)


class FileWatch:
    """Asks SQLite for the number of commits that others have made in the file."""

    def __init__(self, database: Database, given: Given) -> None:
        self._database, self._given = database, given
        self._lock = Lock()
        self._open = ExitStack()
        self._connection: Any = None
        self._written = 0

    def token(self, attempt: str) -> Token:
        """Of the whole file: another attempt's move changes it too."""
        with self._lock:
            if self._connection is None:
                self._connection = self._open.enter_context(self._database.alone())
                self._connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
            with suppress(sqlite3.OperationalError):  # somebody is writing; the slow look will tell
                self._written = self._connection.execute("PRAGMA data_version").fetchone()[0]
            return Token(self._written, _second(self._given))

    def close(self) -> None:
        """Close the connection that was kept for looking."""
        with self._lock:
            self._connection = None
            self._open.close()


class ServerWatch:
    """Listens to PostgreSQL. Where the server is gone, a look may take as long as connecting does."""

    def __init__(self, database: Database, given: Given) -> None:
        self._database, self._given = database, given
        self._lock = Lock()
        self._open = ExitStack()
        self._connection: Any = None
        self._told: Counter[str] = Counter()
        self._tried = -1

    def token(self, attempt: str) -> Token:
        """How often the server has told of the attempt."""
        with self._lock:
            second = _second(self._given)
            try:
                if self._connection is None and self._tried != second:
                    self._tried = second
                    self._listen()
                if self._connection is not None:
                    self._told.update(note.payload for note in self._connection.notifies(timeout=0))
            except (self._database.engine.dialect.loaded_dbapi.Error, DBAPIError):
                self._forget()  # the slow look will tell until the server is back
            return Token(self._told[attempt], second)

    def close(self) -> None:
        """Stop listening."""
        with self._lock:
            self._forget()

    def _listen(self) -> None:
        self._connection = self._open.enter_context(self._database.alone())
        self._connection.execute(f"LISTEN {CHANNEL}")

    def _forget(self) -> None:
        self._connection = None
        self._open.close()


def _second(given: Given) -> int:
    return int(given.elapsed() / SLOW_LOOK_SECONDS)
