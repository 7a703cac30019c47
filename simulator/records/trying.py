"""Try from here: a practice attempt that begins where an earlier one stood. The record keeps the first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from simulator.errors import RecordError
from simulator.play.moves import Move, Stand
from simulator.play.state import NO_ENDING
from simulator.play.step import start
from simulator.records import completing, tables
from simulator.records.attempt import Opened
from simulator.records.beginning import Origin, Player, opening_of
from simulator.records.chain import JournalRow, sealed
from simulator.records.folding import Place, fold
from simulator.records.given import Given
from simulator.records.opening import ReadCase, opened
from simulator.records.tables import Attempt, row
from simulator.words import records as words
from simulator.words import say


def try_from(
    connection: Connection,
    attempt: str,
    origin: Origin,
    players: Iterable[Player],
    read: ReadCase,
    given: Given,
) -> None:
    """Store a new practice attempt with the moves of an earlier one up to a number (0: from the start). It is
    in no workshop, and no trainer leads it on.

    Raises RecordError where the earlier attempt has no such move, or had ended with it.
    """
    if connection.execute(select(tables.attempts.c.id).where(tables.attempts.c.id == attempt)).first():
        return  # a commit whose outcome nobody knew had succeeded
    earlier = opened(connection, origin.attempt, read)
    taken, moves = _moves_up_to(earlier, origin)
    at = given.now()
    columns = _columns(earlier.about, attempt, origin, moves, at)
    connection.execute(insert(tables.attempts).values(columns))
    completing.join(connection, Attempt.model_validate(columns), players, at)
    previous = columns["opening"]
    for old in taken:
        fresh = sealed(attempt, old._replace(client_id=f"tried-{old.seq}", at=at, previous=previous))
        connection.execute(insert(tables.journal).values(attempt=attempt, **fresh._asdict()))
        previous = fresh.hash


def _columns(
    earlier: Attempt, attempt: str, origin: Origin, moves: list[Move], at: datetime
) -> dict[str, Any]:
    columns = row(
        Attempt,
        **{
            **earlier.model_dump(),
            "id": attempt,
            "practice_only": True,
            "workshop": "",  # it is nobody's but who tries it
            "held_in": None,
            "trainer_present": any(isinstance(move, Stand) for move in moves),
            "tried_from": origin.attempt,
            "tried_at": origin.seq,
            "started": at,
            "finished": None,
            "ending": None,
        },
    )
    columns["opening"] = opening_of(columns)
    return columns


def _moves_up_to(earlier: Opened, origin: Origin) -> tuple[list[JournalRow], list[Move]]:
    taken = earlier.rows[: origin.seq]
    state = start(earlier.game, tuple(json.loads(earlier.about.seats)))[0]
    moved = fold(earlier.game, origin.attempt, Place(0, earlier.about.opening, state), taken)
    state = moved[-1].state if moved else state
    if len(taken) != origin.seq or state.ending != NO_ENDING:
        message = say(words.NO_MOVE_MESSAGE, attempt=origin.attempt, seq=origin.seq)
        raise RecordError(say(words.NO_MOVE), message, say(words.EARLIER_MOVE))
    return taken, [one.move for one in moved]
