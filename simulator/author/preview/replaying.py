"""The same moves again through a case that has changed, and what of them no longer fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from simulator.errors import MoveRefused, RoomMovedOn
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.play.moves import Move
from simulator.play.state import NO_ENDING, State
from simulator.play.step import step


class Dropped(NamedTuple):
    """A move that no longer fits."""

    move: Move
    why: str
    """In a sentence."""


class Replay(NamedTuple):
    """How far the moves led."""

    state: State
    events: list[Event]
    moves: tuple[Move, ...]
    """Those that fit."""
    dropped: tuple[Dropped, ...]
    """Those that the case refuses where they would come."""
    waiting: tuple[Move, ...]
    """Those for scenes that the play has not come to now; they are tried again at the next save."""


def replayed(game: Game, first: tuple[State, list[Event]], moves: Sequence[Move]) -> Replay:
    """Make each move that fits, in order, from a first moment on."""
    state, events = first[0], list(first[1])
    kept: list[Move] = []
    dropped: list[Dropped] = []
    waiting: list[Move] = []
    for move in moves:
        try:
            after, happened = step(game, state, move)
        except RoomMovedOn as elsewhere:
            scene = getattr(move, "scene", "")
            if scene in game.scene_at and state.ending == NO_ENDING:
                waiting.append(move)
            else:
                dropped.append(Dropped(move, elsewhere.message))
        except MoveRefused as refused:
            dropped.append(Dropped(move, refused.message))
        else:
            state = after
            events += happened
            kept.append(move)
    return Replay(state, events, tuple(kept), tuple(dropped), tuple(waiting))
