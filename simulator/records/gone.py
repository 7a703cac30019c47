"""Who had gone when a play in a room ended: their own windows had been silent while the table played on.

They were there in part, until the trainer says that they saw it through all the same (at a neighbour's
screen, say). Whoever missed less than a late comer may has seen it through.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import Connection, and_, func, select

from simulator.play.game import Game
from simulator.play.moves import DecisionMove, Vote, from_json
from simulator.records import tables

GONE_AFTER: Final = timedelta(minutes=5)
"""So long the table must have played on without somebody: as long as others may join it and not be late."""


def gone(connection: Connection, attempt: str, game: Game) -> frozenset[str]:
    """Who was silent from well before the table's last decision on. What the trainer does is no play: a table
    that closes its laptops to talk, and is then ended, has missed nothing. Nobody where there is no room."""
    place, table = tables.places.c, tables.room_tables.c
    here = and_(table.room == place.room, table.number == place.number)
    seen = (
        select(place.learner, func.max(place.seen))
        .join(tables.room_tables, here)
        .where(table.attempt == attempt, place.learner.is_not(None))
        .group_by(place.learner)
    )
    heard = connection.execute(seen).all()
    if not heard:
        return frozenset()
    last = _last_played(connection, attempt, game)
    return frozenset(
        learner for learner, at in heard if last is not None and (at is None or at + GONE_AFTER <= last)
    )


def _last_played(connection: Connection, attempt: str, game: Game) -> datetime | None:
    """When somebody at the table last decided or voted; coming, resting and leaving are none of it."""
    move = tables.journal.c
    seats = (move.attempt == attempt, move.role.in_(game.roles))
    for text, at in connection.execute(select(move.move, move.at).where(*seats).order_by(move.seq.desc())):
        if isinstance(from_json(text), DecisionMove | Vote):
            return cast(datetime, at)
    return None
