"""The audit: a line for everything that left the record or was taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, insert, select

from simulator.records import tables
from simulator.records.tables import AuditLine, row
from simulator.text import clean

EXPORT: Final = "export"


class Audited(NamedTuple):
    """One line."""

    at: datetime
    who: str
    """A pseudonym or an office such as `trainer`."""
    action: str
    what: str
    """Name of the report or export; the attempt or pseudonym that something was done to."""
    chosen: str
    """What was asked for."""
    rows: int


def write(connection: Connection, line: Audited) -> None:
    """Add a line."""
    kept = line._replace(
        who=clean(line.who, 200), what=clean(line.what, 200), chosen=clean(line.chosen, 2_000)
    )
    values = row(AuditLine, **kept._asdict())
    del values["id"]
    connection.execute(insert(tables.audit).values(values))


def lines(connection: Connection) -> Sequence[Audited]:
    """Every line, the oldest first."""
    return _found(connection, select(tables.audit))


def exports_since(connection: Connection, since: datetime) -> Sequence[Audited]:
    """The exports made from a moment on."""
    line = tables.audit.c
    return _found(connection, select(tables.audit).where(line.action == EXPORT, line.at >= since))


def _found(connection: Connection, query: Select[Any]) -> Sequence[Audited]:
    rows = connection.execute(query.order_by(tables.audit.c.id))
    return tuple(Audited._make(found[1:]) for found in rows)
