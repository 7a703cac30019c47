"""Whose turn it is and at what: everything the forms, the header and the confirm step are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.play.cast import Cast
from simulator.play.forms import Form, form_of
from simulator.play.game import Game, PlayScene
from simulator.play.state import State
from simulator.scenario.model import Advice, Decision


@dataclass(frozen=True, slots=True)
class Turn:
    """A role that is asked to decide."""

    game: Game
    state: State
    role: str
    cast: Cast
    seed: str
    levels: Mapping[str, str] = field(default_factory=dict)
    """Referral level -> what the board calls it; nothing for one it has no name for."""

    @property
    def scene(self) -> PlayScene:
        """The scene whose decision waits."""
        return self.game.scenes[self.state.scene]

    @property
    def decision(self) -> Decision:
        """The decision that waits."""
        assert self.scene.decision is not None
        return self.scene.decision

    @property
    def form(self) -> Form:
        """What the decision offers the role."""
        return form_of(self.game, self.state, self.role)

    @property
    def question(self) -> str:
        """The decision's question, with everybody's names."""
        return self.fill(self.decision.question)

    @property
    def advice(self) -> Advice | None:
        """Whom one could still ask before deciding."""
        seat = self.game.seat[self.role]
        cannot = self.state.part.advised & seat or self.state.part.viewing or not self.scene.seats & seat
        return None if cannot else self.decision.advice

    def fill(self, text: str) -> str:
        """A trainer's text with everybody's names, on one line."""
        return " ".join(self.cast.fill(text).split())
