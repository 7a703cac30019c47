"""A record copied whole, between any two databases: into the SQLite file of a backup, and out of one.

Between SQLite files the database library copies pages, safely beside people who play. To and from a server
rows are copied table by table inside one transaction, which is also how a record moves from a laptop to one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, MetaData, RowMapping, Table, delete, func, insert, select, text, update

from simulator.records import tables
from simulator.records.database import Database
from simulator.records.engine import prepare_sqlite, sqlite_engine
from simulator.records.migrating import VERSION_TABLE, upgrade

BATCH: Final = 500
"""Rows read and written at a time."""
LINKS: Final = {"attempts": ("tried_from", "tried_at"), "learners": ("merged_into",)}
"""Table -> columns that lead to another of its rows, named by its `id`, and those bound to them."""


def copy_out(database: Database, file: Path, revision: str) -> None:
    """Make `file` a SQLite copy of the record, whose tables are at a revision."""
    if database.is_sqlite:
        target = sqlite3.connect(file)
        try:
            prepare_sqlite(target)
            with database.alone() as source:
                source.backup(target)
        finally:
            target.close()
        return
    engine = sqlite_engine(file)
    try:
        with engine.execution_options(writes=True).begin() as target_connection:
            upgrade(target_connection, revision)
            database.read(lambda source: _copy_rows_by_name(source, target_connection))
    finally:
        engine.dispose()


def copy_in(database: Database, file: Path) -> None:
    """Replace the record by that of a SQLite file whose tables are today's. All of it, or nothing."""
    if database.is_sqlite:
        source = sqlite3.connect(file)
        try:
            with database.alone() as target:
                source.backup(target)
        finally:
            source.close()
        return
    engine = sqlite_engine(file)
    try:
        with engine.connect() as source_connection:
            database.write(lambda target: _replace_rows(source_connection, target))
    finally:
        engine.dispose()


def _copy_rows_by_name(source: Connection, target: Connection) -> None:
    """Rows of a revision that may be older than the classes: both sides say what columns they have."""
    source.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
    source.execute(text("SET LOCAL statement_timeout = 0"))
    there, here = MetaData(), MetaData()
    there.reflect(source)
    here.reflect(target)
    for table in here.sorted_tables:
        if table.name != VERSION_TABLE:
            _copy_table(source, there.tables[table.name], target, table)


def _replace_rows(source: Connection, target: Connection) -> None:
    target.execute(text("SET LOCAL statement_timeout = 0"))
    for table in reversed(tables.metadata.sorted_tables):
        target.execute(delete(table))
    for table in tables.metadata.sorted_tables:
        _copy_table(source, table, target, table)
    last = select(func.coalesce(func.max(tables.audit.c.id), 0) + 1)
    next_line = func.setval(func.pg_get_serial_sequence("audit", "id"), last.scalar_subquery(), False)
    target.execute(select(next_line))


def _copy_table(source: Connection, there: Table, target: Connection, here: Table) -> None:
    for rows in _batches(source, there):
        left_for_later = dict.fromkeys(_links_of(here))
        target.execute(insert(here), [{**row, **left_for_later} for row in rows])
    _link(source, there, target, here)


def _links_of(table: Table) -> tuple[str, ...]:
    """Columns that lead to another row of the same table, which may come later, and those bound to them."""
    return tuple(name for name in LINKS.get(table.name, ()) if name in table.c)


def _link(source: Connection, there: Table, target: Connection, here: Table) -> None:
    names = _links_of(here)
    if not names:
        return
    columns = [there.c[name] for name in names]
    linked = select(there.c.id, *columns).where(columns[0].is_not(None))
    for found, *values in source.execute(linked):
        link = update(here).where(here.c.id == found).values(dict(zip(names, values, strict=True)))
        target.execute(link)


def _batches(source: Connection, table: Table) -> Iterator[Sequence[RowMapping]]:
    found: Any = source.execution_options(yield_per=BATCH).execute(select(table))
    yield from found.mappings().partitions()
