"""One decision that waits for one seat, with all that counting its branches needs."""

from __future__ import annotations

from typing import NamedTuple

from scoring.terms import Level
from simulator.play.expected import Asked, Expectations
from simulator.play.game import Game, PlayScene
from simulator.play.marking import worth_of
from simulator.play.state import State, bits_for
from simulator.scenario.model import Kind
from simulator.solver.live import Live, Slots
from simulator.solver.projecting import awaited


class Here(NamedTuple):
    """`expected` is what it is marked by, which need not be the date it is played on."""

    game: Game
    expected: Expectations
    live: Live
    """What matters from this scene on."""
    state: State
    role: str
    scale: int
    """What marks are multiplied by, so that they are whole numbers."""
    owed: Slots = ()
    """Whose learning of which vital fact is still awaited."""

    @property
    def play(self) -> PlayScene:
        return self.game.scenes[self.state.scene]

    @property
    def scene(self) -> str:
        return self.play.scene.id

    @property
    def kind(self) -> Kind:
        assert self.play.decision is not None
        return self.play.decision.kind

    @property
    def asked(self) -> Asked:
        return self.expected[self.scene]

    @property
    def advised(self) -> bool:
        return bool(self.state.part.advised & self.game.seat[self.role])

    @property
    def worth(self) -> int:
        return worth_of(self.game, self.state)

    @property
    def matters(self) -> int:
        """Knowledge that matters once the decision is made: what is read later, and what is owed."""
        bits = self.live.knows
        for slot in self.owed:
            bits |= bits_for(slot, Level.HEADLINE)
        return bits

    @property
    def pool(self) -> int:
        """Facts whose being brought to the meeting matters once it is over."""
        return self.live.pool | awaited(self.live, self.owed)

    @property
    def leaks(self) -> Asked | None:
        """What the date of play expects, where the decision sets a mark when a red line of it is crossed."""
        follows = self.play.decision is not None and self.play.decision.mark_when_unsafe
        return self.play.asked if follows else None
