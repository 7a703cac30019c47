"""An attempt as the case room needs it.

The record's own open attempt (`simulator.records`) has the same shape. The room reads and plays through
nothing else, so a preview, a test and a live play are the same to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from simulator.play.events import Event
from simulator.play.moves import Move
from simulator.play.standing import Standing


class Attempt(Standing, Protocol):
    """One attempt at a case, open for play."""

    @property
    def id(self) -> str: ...
    @property
    def seats(self) -> tuple[str, ...]:
        """Roles that people play, here or at other screens."""
        ...

    @property
    def profile(self) -> str:
        """The text of the board profile it was begun under; empty where there is none."""
        ...

    def play(self, move: Move, client_id: str, role: str, words: str | None = None) -> Sequence[Event]:
        """Make a move and keep it, and give what came of it. When this returns, it is kept.

        The same client id again is the same move. Raises MoveRefused, RoomMovedOn or NotSaved.
        """
        ...

    def changed(self) -> bool:
        """Whether another window or seat has moved; cheap."""
        ...

    def refresh(self) -> Sequence[Event]:
        """Take in what others have done, and give it."""
        ...

    def draft(self, role: str) -> str:
        """What the role had begun to fill in for the decision that waits."""
        ...

    def keep_draft(self, role: str, text: str, learner: str | None = None) -> None:
        """Keep what the role has begun to fill in; empty forgets it. Raises NotSaved."""
        ...


def still_played(attempt: Attempt, roles: tuple[str, ...]) -> tuple[str, ...]:
    """The seats that are still played by people; all of them where none is, or nothing is left to play."""
    game, played = attempt.game, attempt.state.seats
    return tuple(role for role in roles if game.seat[role] & played) or roles


def moves_of(attempt: Attempt) -> tuple[Move, ...]:
    """The moves of an attempt, in order."""
    moves: tuple[Move, ...] = tuple(getattr(moved, "move", moved) for moved in attempt.moves)
    return moves
