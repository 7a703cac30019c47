"""Databases opened the way that loses nothing: what was tried, and what each setting is for.

SQLite keeps a rollback journal and synchronous EXTRA: killed at every write and with the power cut between
any two, no acknowledged move was lost. (SQLAlchemy's default, FULL, lost the last one in half of the worst
cases; WAL has a bug before 3.51.3 that several processes on one file can meet.) A file that somebody has put
into WAL mode stays so only where that bug is mended. A writer takes its lock at BEGIN, so that nobody is
refused half-way. What is deleted is overwritten, and nothing is spilled to temporary files.

PostgreSQL: nothing waits longer than a few seconds for a network that has gone, and a session that fell
asleep inside a transaction lets go of what it locked. A connection is not tried before use, which would cost
every look a second question: one that has gone shows by what is asked, and `Database` asks again.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import NoSuchModuleError

from simulator.errors import NotInstalled, RecordError
from simulator.places import make_private_file, make_private_folder
from simulator.words import records as words
from simulator.words import say

SQLITE: Final = "sqlite"
FILE_URL: Final = "sqlite:///"
"""What follows is a path as it is, whatever characters are in it."""
BUSY_SECONDS: Final = 30
"""A writer waits this long for the others."""
PAGE_CACHE_KIB: Final = 4_096
WAL_IS_SAFE: Final = (3, 51, 3)
OLDEST_SQLITE: Final = (3, 35, 0)
CONNECT_SECONDS: Final = 3
STATEMENT_SECONDS: Final = 4
"""Twice that is the longest anybody waits before they are told."""
SILENCE_SECONDS: Final = 5
"""A server that says nothing for so long is taken for gone."""
ASLEEP_SECONDS: Final = 10

_POSTGRES_OPTIONS: Final = {
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{ASLEEP_SECONDS}s",
    "timezone": "UTC",
    "synchronous_commit": "on",
}


def open_engine(url: str) -> Engine:
    """The engine for a record's address. Raises NotInstalled, SettingsError or RecordError."""
    if url.startswith(FILE_URL):
        return sqlite_engine(Path(url.removeprefix(FILE_URL)))
    try:
        return _postgres_engine(make_url(url))
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise NotInstalled(
            say(words.NO_POSTGRES), say(words.NO_POSTGRES_MESSAGE), say(words.NO_POSTGRES_REMEDY)
        ) from error


def take_time(connection: Connection) -> None:
    """Let the statements of this transaction take as long as they need: they read whole tables, and nobody
    waits for them as for a move."""
    if connection.dialect.name != SQLITE:
        connection.execute(text("SET LOCAL statement_timeout = 0"))


def sqlite_engine(file: Path) -> Engine:
    """An engine on a file, made for its owner alone if it is not there."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        message = say(words.FOLDER_OLD_SQLITE, version=sqlite3.sqlite_version)
        raise RecordError(say(words.UNREADABLE), message, say(words.CHECK_PLACE))
    make_private_folder(file.parent)
    make_private_file(file)
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(URL.create(SQLITE, database=str(file)), connect_args=arguments)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def prepare_sqlite(connection: sqlite3.Connection) -> None:
    """Set one connection so that what it commits stays."""
    connection.isolation_level = None  # Python would begin transactions by itself, and too late to be safe
    ask = connection.execute
    if _in_wal(ask("PRAGMA journal_mode").fetchone()) and sqlite3.sqlite_version_info < WAL_IS_SAFE:
        ask("PRAGMA journal_mode=DELETE")
    ask("PRAGMA synchronous=EXTRA")
    ask("PRAGMA foreign_keys=ON")
    ask("PRAGMA secure_delete=ON")
    ask("PRAGMA temp_store=MEMORY")
    ask("PRAGMA trusted_schema=OFF")
    ask(f"PRAGMA cache_size=-{PAGE_CACHE_KIB}")
    ask(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")


def _in_wal(found: tuple[str]) -> bool:
    return found[0].lower() == "wal"


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    prepare_sqlite(connection)


def _begin_sqlite(connection: Connection) -> None:
    """A reader asks for no lock, a writer for its lock at once; said by the engine's execution options."""
    driver: Any = connection.connection.dbapi_connection
    if driver.in_transaction:  # begun the short way (simulator.records.swift)
        return
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres_engine(url: URL) -> Engine:
    own = [f"-c {name}={value}" for name, value in _POSTGRES_OPTIONS.items()]
    options = " ".join([str(url.query.get("options", "")), *own]).strip()
    arguments: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        "tcp_user_timeout": SILENCE_SECONDS * 1000,
        "keepalives_idle": SILENCE_SECONDS,
        "keepalives_interval": 1,
        "keepalives_count": 3,
        "application_name": "simulator",
        "options": options,
    }
    return create_engine(url, connect_args=arguments)
