"""Rows of the journal become states again: the fold that live play, resuming and replay share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from simulator.errors import ChainBroken, MoveRefused
from simulator.play.game import Game
from simulator.play.moves import Move, from_json
from simulator.play.state import State
from simulator.play.step import Events, step
from simulator.records.chain import JournalRow, row_hash
from simulator.words import Phrase, say
from simulator.words import records as words


class Moved(NamedTuple):
    """One move as it was made, with what it led to."""

    seq: int
    client_id: str
    role: str
    move: Move
    at: datetime
    hash: str
    state: State
    """After the move."""
    events: Events


class Place(NamedTuple):
    """How far an attempt has been folded."""

    seq: int
    hash: str
    state: State


def fold(game: Game, attempt: str, place: Place, rows: Iterable[JournalRow]) -> list[Moved]:
    """The moves of rows that follow on a place. Raises ChainBroken, saying where."""
    seq, previous, state = place
    moved: list[Moved] = []
    for row in rows:
        number, client_id, role, text, simulated, at, before, digest = row
        seq += 1
        if number != seq or before != previous or row_hash(attempt, row) != digest:
            raise broken(_fault_of(row, seq, previous), attempt, number, wanted=seq)
        try:
            move = from_json(text)
            state, events = step(game, state, move)
        except (MoveRefused, ValueError, LookupError, TypeError, AttributeError) as error:
            raise broken(words.BROKEN_MOVE, attempt, seq) from error
        if state.clock != simulated:
            raise broken(words.BROKEN_CLOCK, attempt, seq)
        previous = digest
        moved.append(Moved(seq, client_id, role, move, at, digest, state, events))
    return moved


def _fault_of(row: JournalRow, seq: int, previous: str) -> Phrase:
    """What is wrong with a row that should be number `seq` and follow on the hash `previous`."""
    if row.seq != seq:
        return words.BROKEN_GAP
    return words.BROKEN_ROW if row.previous == previous else words.BROKEN_LINK


class BrokenAt(ChainBroken):
    """A chain that breaks, with the attempt and the move (0: what it was begun with)."""

    def __init__(self, message: str, attempt: str, seq: int) -> None:
        super().__init__(say(words.BROKEN), message, say(words.BROKEN_REMEDY))
        self.attempt = attempt
        self.seq = seq


def broken(fault: Phrase, attempt: str, seq: int, **values: object) -> BrokenAt:
    """The error that says where a chain breaks."""
    return BrokenAt(say(fault, attempt=attempt, seq=seq, **values), attempt, seq)
