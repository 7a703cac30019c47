"""Bringing a record to today's tables. A copy is made first; a record from the future is left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from simulator.errors import DatabaseNewer, RecordError
from simulator.records.database import Database, explain_reading
from simulator.words import records as words
from simulator.words import say

REVISIONS: Final = ("0001", "0002", "0003", "0004")
"""Every revision there has been, oldest first. The last is today's."""
VERSION_TABLE: Final = "record_revision"
_FOLDER: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 0x5754_5369
"""Held on a server by whoever is migrating; the number means nothing."""


def bring_up_to_date(database: Database, back_up: Callable[[str], object]) -> None:
    """Make the tables, or migrate them after `back_up` has been called with the revision they are at.

    Raises DatabaseNewer, RecordError for a database that holds something else, or what `back_up` raises.
    """
    found = database.read(revision_of)  # asks for no lock, which somebody may hold for long
    if found == REVISIONS[-1]:
        return
    if found:
        back_up(found)
    try:
        with _migrating(database) as connection:
            if revision_of(connection) != REVISIONS[-1]:  # else another process was first
                upgrade(connection, REVISIONS[-1])
    except DBAPIError as error:
        raise explain_reading(error) from error


def revision_of(connection: Connection) -> str:
    """The revision a database's tables are at; empty where there are none yet.

    Raises DatabaseNewer or RecordError where they are none of ours.
    """
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables:
            raise RecordError(say(words.UNREADABLE), say(words.NOT_A_RECORD), say(words.EMPTY_PLACE))
        return ""
    found = str(connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) or "")
    if found and found not in REVISIONS:
        message = say(words.NEWER_MESSAGE, revision=found[:40])
        raise DatabaseNewer(say(words.NEWER), message, say(words.NEWER_REMEDY))
    return found


def upgrade(connection: Connection, revision: str) -> None:
    """Run the revisions up to one, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    command.upgrade(config, revision)


@contextmanager
def _migrating(database: Database) -> Iterator[Connection]:
    """One transaction that nobody else migrates or writes in, committed at the end."""
    connection = database.engine.connect().execution_options(writes=True)
    try:
        if database.is_sqlite:
            _file(connection).execute("PRAGMA foreign_keys=OFF")  # a table is changed by making it again
        with connection.begin():
            if not database.is_sqlite:
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection
            if database.is_sqlite and connection.execute(text("PRAGMA foreign_key_check")).first():
                raise RecordError(say(words.UNREADABLE), say(words.DAMAGED), say(words.RESTORE_BACKUP))
    finally:
        connection.invalidate()
        connection.close()


def _file(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
