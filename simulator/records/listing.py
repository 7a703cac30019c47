"""Attempts as a list shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import Connection, and_, func, select

from simulator.records import tables
from simulator.records.tables import Presence

DECIDING: Final = frozenset({"choose", "share", "ask", "refer", "record", "look up", "view"})
"""Moves that settle a seat's part in a scene; what is brought to a meeting is followed by a view."""


class Summary(NamedTuple):
    """An attempt in one line."""

    attempt: str
    case_id: str
    case_title: str
    seats: tuple[str, ...]
    table: str
    workshop: str
    practice_only: bool
    started: datetime
    last_move: datetime | None
    moves: int
    finished: datetime | None
    ending: str | None


def summaries(connection: Connection, learner: str | None, *, finished: bool) -> tuple[Summary, ...]:
    """The attempts that have ended, or have not; of one person (but those they stepped out of), or of all."""
    attempt, moved, there = tables.attempts.c, tables.journal.c, tables.attendances.c
    last = func.max(moved.at).label("last_move")
    query = (
        select(
            attempt.id,
            attempt.case_id,
            attempt.case_title,
            attempt.seats,
            attempt.table_name,
            attempt.workshop,
            attempt.practice_only,
            attempt.started,
            last,
            func.count(moved.seq),
            attempt.finished,
            attempt.ending,
        )
        .outerjoin(tables.journal, moved.attempt == attempt.id)
        .where(attempt.finished.is_not(None) if finished else attempt.finished.is_(None))
        .group_by(attempt.id)
        .order_by(func.coalesce(last, attempt.started).desc(), attempt.id)
    )
    if learner is not None:
        mine = and_(there.attempt == attempt.id, there.learner == learner)
        query = query.where(
            select(there.attempt).where(mine, there.presence != Presence.STEPPED_OUT).exists()
        )
    rows = connection.execute(query)
    return tuple(Summary._make((*row[:3], tuple(json.loads(row[3])), *row[4:])) for row in rows)


def decided(connection: Connection, attempts: Collection[str]) -> Mapping[str, int]:
    """Attempt -> in how many scenes the seat that got furthest has decided, as the room counts its steps."""
    moved = tables.journal.c
    query = select(moved.attempt, moved.role, moved.move).where(moved.attempt.in_(attempts))
    scenes = set()
    for attempt, role, text in connection.execute(query):
        move = json.loads(text)
        if move["move"] in DECIDING:
            scenes.add((attempt, role, move["scene"]))
    found = Counter((attempt, role) for attempt, role, _ in scenes)
    return {
        attempt: max((made for (of, _), made in found.items() if of == attempt), default=0)
        for attempt in attempts
    }
