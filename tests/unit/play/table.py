"""A table that plays the story about toast, tests/cases/everything.yaml, for the sentences of features."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path

from scoring.guidance import library
from scoring.scorecard import Sharing, sharing_of
from simulator.errors import MoveRefused
from simulator.play.cited import rulebook_for
from simulator.play.events import Event
from simulator.play.game import Game, prepare
from simulator.play.marking import Weighed, weighed
from simulator.play.moves import Move
from simulator.play.spoken import listed, play_words
from simulator.play.state import NO_ENDING, State
from simulator.play.step import start, step
from simulator.play.strategies import NAIVE
from simulator.scenario.read import read_file

STORY = Path(__file__).parents[2] / "cases" / "everything.yaml"


@dataclass
class Table:
    """The people at the table, and the play so far."""

    game: Game
    seats: tuple[str, ...] = ()
    state: State | None = None
    events: list[Event] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    refused: MoveRefused | None = None

    @property
    def now(self) -> State:
        """Where the play stands; it begins when it is first looked at."""
        if self.state is None:
            self.state, self.events = start(self.game, self.seats)
        return self.state

    def make(self, move: Move) -> None:
        """Make a move, or remember why it was refused."""
        try:
            self.state, events = step(self.game, self.now, move)
        except MoveRefused as refused:
            self.refused = refused
            return
        self.events += events
        self.moves.append(move)

    def speak(self, words: str) -> None:
        """Make moves in words, from the beginning of the play."""
        try:
            played = play_words(self.game, self.seats, listed(words), NAIVE)
        except MoveRefused as refused:
            self.refused = refused
            return
        for move in played.moves:
            self.make(move)

    @property
    def scene(self) -> str:
        assert self.now.ending == NO_ENDING, "the story is over"
        return self.game.scenes[self.now.scene].scene.id

    @property
    def ending(self) -> str:
        assert self.now.ending != NO_ENDING, f"the story waits at {self.scene}"
        return self.game.ending_ids[self.now.ending]


def game_on(day: date, cut: str = "") -> Game:
    """The story, played under the guidance of a day."""
    case = read_file(STORY).case
    assert case is not None
    return prepare(case, rulebook_for(case, library(), day), cut)


def roles(names: str) -> tuple[str, ...]:
    """`the class teacher and the gp` as ids."""
    parts = names.replace(" and ", ", ").split(", ")
    return tuple(part.removeprefix("the ").replace(" ", "_") for part in parts)


WAY_TO = {
    "gp_answers": """
        register listen
        on_paper nothing
        the_index nothing
        referral refer child protection; give nothing
        ring_round ask gp for enquiry; basis public_interest
    """,
    "discussion": """
        gp_answers give nothing
        the_nurse_answers give nothing
    """,
}


def decisions(table: Table) -> tuple[Weighed, ...]:
    return weighed(table.game, table.game.expected, table.events)


def decision(table: Table, scene: str, role: str = "") -> Weighed:
    """The one decision of a scene, or of a role in it."""
    found = [one for one in decisions(table) if one.move.scene == scene and role in ("", one.move.role)]
    assert len(found) == 1, found
    return found[0]


def number(words: str) -> Fraction:
    """`4½` or `3` or `1.2`."""
    whole, half, _ = words.partition("½")
    return Fraction(whole or 0) + (Fraction(1, 2) if half else 0)


def sharing(table: Table, scene: str) -> Sharing:
    one = decision(table, scene)
    found = sharing_of(scene, one.move.role, one.evidence)
    assert found is not None
    return found
