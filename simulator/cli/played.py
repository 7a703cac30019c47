"""A play with its marks as data: the document that `play --moves --json` and `replay --json` print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scoring.calendar import from_minutes
from scoring.terms import Level
from simulator.family.model import Family
from simulator.family.stored import as_data as family_data
from simulator.play.cast import Cast
from simulator.play.game import Game
from simulator.play.moves import as_data
from simulator.play.state import NO_ENDING, UNREACHED, State, level_at
from simulator.play.transcript import TranscriptLine, transcribe, transcript_hash
from simulator.solver.marked import Marking


@dataclass(frozen=True)
class PlayedOut:
    """A play, its names and its marks."""

    game: Game
    seed: str
    family: Family
    cast: Cast
    marking: Marking

    @property
    def seats(self) -> tuple[str, ...]:
        """Seats played from the start."""
        return self.marking.play.seats

    @cached_property
    def lines(self) -> tuple[TranscriptLine, ...]:
        """The whole transcript, every seat's lines in it."""
        return tuple(transcribe(self.game, self.cast, self.marking.play.all_events))

    def as_data(self) -> dict[str, Any]:
        """The document; its keys are a contract, and it holds no wall time and no attempt's id."""
        case, end = self.game.case, self.marking.play.end
        return {
            "case": case.id,
            "version": case.version,
            "seed": number_or_text(self.seed),
            "played_on": self.game.rulebook.on.isoformat(),
            "marked_on": self.marking.rulebook.on.isoformat(),
            "seats": list(self.seats),
            "family": family_data(self.family),
            "moves": [as_data(move) for move in self.marking.play.moves],
            "transcript": [line.as_data() for line in self.lines],
            "ending": None if end.ending == NO_ENDING else self.game.ending_ids[end.ending],
            "milestones": milestones(self.game, end),
            "knowledge": knowledge(self.game, end),
            "transcript_hash": transcript_hash(self.lines),
            "scorecard": self.marking.card.as_data(),
        }


def number_or_text(seed: str) -> int | str:
    """A seed as it was given: a number on the command line, letters and figures where the app drew one."""
    return int(seed) if seed.isdecimal() and str(int(seed)) == seed else seed


def milestones(game: Game, state: State) -> dict[str, str]:
    """When each milestone was reached; those that were not are left out."""
    return {
        name: from_minutes(at).isoformat(timespec="minutes")
        for name, at in zip(game.milestones, state.stamps, strict=True)
        if at != UNREACHED
    }


def knowledge(game: Game, state: State) -> dict[str, list[str]]:
    """The facts each role knows, in whole or as a headline, in the order of the case."""
    return {
        role: [fact for fact in game.layout.facts if _knows(game, state, role, fact)] for role in game.roles
    }


def _knows(game: Game, state: State, role: str, fact: str) -> bool:
    return level_at(state.knows, game.layout.slot(role, fact)) is not Level.NONE
