"""A play without a screen: moves in words in, transcript and scorecard out, the same bytes for the same play."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from scoring.calendar import from_minutes
from scoring.terms import Level
from simulator.cli.ready import Ready, invent_family
from simulator.cli.usage import wrong
from simulator.cli.walking import BEST, WORST, Walk
from simulator.errors import SimulatorError
from simulator.family.model import Family
from simulator.family.stored import as_data as family_data
from simulator.play.cast import Cast
from simulator.play.moves import Move, as_data
from simulator.play.spoken import Spoken, listed, play_words
from simulator.play.state import NO_ENDING, UNREACHED, State, level_at
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE, Strategy, random_strategy
from simulator.play.transcript import TranscriptLine, transcribe, transcript_hash
from simulator.solver.explore import Explorer, OverBudget
from simulator.solver.marked import Marking, fold, mark_play
from simulator.words import cli as words
from simulator.words import say

RANDOM = "random"


class Headless(NamedTuple):
    """A finished play with all that is printed of it."""

    ready: Ready
    seed: int
    family: Family
    cast: Cast
    lines: tuple[TranscriptLine, ...]
    marking: Marking

    @property
    def end(self) -> State:
        """The state at the end."""
        return self.marking.play.end

    def as_data(self) -> dict[str, Any]:
        """The document of `play --moves --json`; its keys are a contract."""
        game = self.ready.game
        return {
            "case": game.case.id,
            "version": game.case.version,
            "seed": self.seed,
            "played_on": game.rulebook.on.isoformat(),
            "marked_on": self.marking.rulebook.on.isoformat(),
            "seats": list(self.ready.seats),
            "family": family_data(self.family),
            "moves": [as_data(move) for move in self.marking.play.moves],
            "transcript": [line.as_data() for line in self.lines],
            "ending": game.ending_ids[self.end.ending],
            "milestones": milestones(self.ready, self.end),
            "knowledge": knowledge(self.ready, self.end),
            "transcript_hash": transcript_hash(self.lines),
            "scorecard": self.marking.card.as_data(),
        }


def play_headless(ready: Ready, text: str, seed: int) -> Headless:
    """Play moves in words to the end and mark them.

    Raises SpokenMoveRefused for an unknown or illegal move, WrongUsage where the moves do not reach the end.
    """
    moves = moves_from(ready, listed(text), seed)
    family, cast = invent_family(ready.case, seed)
    play = fold(ready.game, ready.seats, moves)
    lines = tuple(transcribe(ready.game, cast, play.all_events))
    return Headless(ready, seed, family, cast, lines, mark_play(ready.game, cast, play))


def moves_from(ready: Ready, spoken: tuple[Spoken, ...], seed: int) -> tuple[Move, ...]:
    """The moves that words stand for, to the end of the case."""
    if not spoken:
        raise wrong(say(words.NO_MOVES), say(words.ADD_MOVES))
    strategies: Mapping[str, Strategy] = {**NAIVE, RANDOM: random_strategy(seed)}
    if _says(spoken, (BEST, WORST)):
        explorer = Explorer(ready.game, ready.game.expected, ready.clocks, ready.seats)
        strategies = Walk(explorer, spoken, strategies).strategies
    try:
        played = play_words(ready.game, ready.seats, spoken, strategies)
    except OverBudget:
        message = say(words.TOO_LARGE_MESSAGE, case=ready.case.id)
        raise SimulatorError(say(words.TOO_LARGE), message, say(words.TOO_LARGE_REMEDY)) from None
    if played.state.ending == NO_ENDING:
        scene = ready.game.scenes[played.state.scene].scene.id
        roles = ", ".join(waiting_for(ready.game, played.state))
        raise wrong(say(words.NOT_FINISHED, scene=scene, roles=roles), say(words.ADD_MOVES))
    return played.moves


def _says(spoken: Iterable[Spoken], wanted: tuple[str, ...]) -> bool:
    return any(one.words in wanted or one.words.partition(" ")[2].strip() in wanted for one in spoken)


def milestones(ready: Ready, state: State) -> dict[str, str]:
    """When each milestone was reached; those that were not are left out."""
    return {
        name: from_minutes(at).isoformat(timespec="minutes")
        for name, at in zip(ready.game.milestones, state.stamps, strict=True)
        if at != UNREACHED
    }


def knowledge(ready: Ready, state: State) -> dict[str, list[str]]:
    """The facts each role knows, in whole or as a headline, in the order of the case."""
    layout = ready.game.layout
    return {
        role: [
            fact for fact in layout.facts if level_at(state.knows, layout.slot(role, fact)) is not Level.NONE
        ]
        for role in ready.game.roles
    }
