"""What one person has done (the individual transcript, report R4), and all that the record holds of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, and_, or_, select

from simulator.records import tables
from simulator.records.personal import pseudonym_columns
from simulator.records.tables import Delivery, Presence


class TranscriptLine(NamedTuple):
    """One attempt of one person. No score: a completion never depends on one."""

    attempt: str
    case_id: str
    case_title: str
    case_version: str
    roles: tuple[str, ...]
    """Played; empty where the table played all of them together."""
    agency: str
    """On the day."""
    started: datetime
    presence: Presence
    practice_only: bool
    first: bool
    completed_on: date | None
    """None: not completed. The columns that follow belong to the completion."""
    edition: str | None
    minutes: int | None
    level: str | None
    participatory: bool | None
    multi_agency: bool | None
    delivery: Delivery | None
    trainer: str | None
    """Pseudonym."""
    certificate: str | None
    expires: date | None

    @property
    def hours(self) -> float | None:
        """The credit in hours."""
        return None if self.minutes is None else self.minutes / 60


def transcript_of(connection: Connection, learner: str) -> Sequence[TranscriptLine]:
    """Everything a person has taken part in, the oldest first."""
    attempt, there, done = tables.attempts.c, tables.attendances.c, tables.completions.c
    query = (
        select(
            attempt.id,
            attempt.case_id,
            attempt.case_title,
            attempt.case_version,
            there.roles,
            there.agency,
            attempt.started,
            there.presence,
            attempt.practice_only,
            there.first,
            done.completed_on,
            done.edition,
            done.minutes,
            done.level,
            done.participatory,
            done.multi_agency,
            done.delivery,
            done.trainer,
            done.certificate,
            done.expires,
        )
        .join(tables.attendances, there.attempt == attempt.id)
        .outerjoin(tables.completions, and_(done.attempt == attempt.id, done.learner == there.learner))
        .where(there.learner == learner)
        .order_by(attempt.started, attempt.id)
    )
    rows = connection.execute(query)
    return tuple(TranscriptLine._make((*row[:4], tuple(json.loads(row[4])), *row[5:])) for row in rows)


def held_about(connection: Connection, learner: str) -> Mapping[str, list[dict[str, Any]]]:
    """Every row of the record that is about a person, table by table, for a subject access request.

    Hashes that prove who somebody is are nobody's to read.
    """
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
