"""A play as it stands: what is enough to show it and to tell what is awaited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from simulator.family.model import Family
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.play.state import State


class Standing(Protocol):
    """An attempt that is looked at; the record's open attempt is one, and so is a preview."""

    @property
    def game(self) -> Game: ...
    @property
    def family(self) -> Family: ...
    @property
    def state(self) -> State: ...
    @property
    def events(self) -> Sequence[Event]:
        """All that has happened, from the beginning; only ever grows."""
        ...

    @property
    def moves(self) -> Sequence[Any]:
        """Every move made so far, as it is or with what came of it."""
        ...
