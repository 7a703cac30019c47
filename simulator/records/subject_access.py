"""All that the record holds about one person, for a subject access request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, or_, select

from simulator.records import tables
from simulator.records.personal import pseudonym_columns


def held_about(connection: Connection, learner: str) -> Mapping[str, list[dict[str, Any]]]:
    """Every row about a person, table by table. Hashes that prove who somebody is are nobody's to read."""
    about = {**pseudonym_columns(), "audit": ("who", "what")}
    held = {
        name: _rows_about(connection, tables.metadata.tables[name], columns, learner)
        for name, columns in about.items()
    }
    said, meant = tables.intention_words, tables.intentions.c
    theirs = select(said).where(said.c.intention.in_(select(meant.id).where(meant.learner == learner)))
    held["intention_words"] = [dict(row) for row in connection.execute(theirs).mappings()]
    return held


def _rows_about(
    connection: Connection, table: Table, columns: tuple[str, ...], learner: str
) -> list[dict[str, Any]]:
    clauses = [table.c[name] == learner for name in columns]
    query = select(table).where(or_(*clauses))
    return [dict(row) for row in connection.execute(query).mappings()]
