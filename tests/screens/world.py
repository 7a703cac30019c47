"""Attempts in memory, for tests that need no screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from scoring.guidance import library
from scoring.terms import Level
from simulator.family import Family, invent
from simulator.play.cast import spec_of
from simulator.play.cited import rulebook_for
from simulator.play.forms import OptionsForm, ReferForm, ShareForm, ViewForm
from simulator.play.game import Game, prepare
from simulator.play.moves import Ask, Bring, Choose, DecisionMove, LookUp, Record, Refer, Share, View
from simulator.play.step import waiting_for
from simulator.play.strategies import Strategy, random_strategy
from simulator.scenario.read import case_from
from simulator.terminal.forms.asking import FOR, MARK, NO_RESULT, PURPOSE, RESULT, WHO
from simulator.terminal.forms.choosing import DISSENT, OPTION
from simulator.terminal.forms.pages import VALUE_OF, YES
from simulator.terminal.forms.passing import BASIS, GIVE, LEVEL, MEETING, OPEN, REASON, ROUTE, TO, URGENCY
from simulator.terminal.forms.recording import AS, IN, WRITE
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from tests.screens.memory import MemoryAttempt

CASES = Path(__file__).parents[1] / "cases"


@lru_cache(maxsize=8)
def game_of(name: str) -> tuple[Game, Family]:
    """A test case, ready to play."""
    case = case_from((CASES / f"{name}.yaml").read_text("utf-8"), name)
    game = prepare(case, rulebook_for(case, library()))
    return game, invent(spec_of(case), "1", game.rulebook.on)


def attempt_of(name: str = "everything", seats: tuple[str, ...] | None = None) -> MemoryAttempt:
    """A new attempt at a test case; by default with every seat played."""
    game, family = game_of(name)
    return MemoryAttempt(game, family, game.case.playable if seats is None else seats)


def seats_at(name: str = "everything", roles: tuple[str, ...] | None = None) -> Seats:
    """The seats at one screen; by default a table with all of them."""
    attempt = attempt_of(name, roles)
    return seats_of(attempt, attempt.seats)


def played(attempt: MemoryAttempt, strategy: Strategy, *, most: int = 1_000) -> Iterator[DecisionMove]:
    """Each move of a play, before it is made."""
    for number in range(most):
        waiting = waiting_for(attempt.game, attempt.state)
        if not waiting:
            return
        move = strategy(attempt.game, attempt.state, waiting[0])
        yield move
        attempt.play(move, str(number), move.role)


def random_plays(name: str, count: int) -> Iterator[MemoryAttempt]:
    """Attempts in which everybody decides at random, at every moment of each."""
    for seed in range(count):
        attempt = attempt_of(name)
        for _ in played(attempt, random_strategy(seed)):
            yield attempt
        yield attempt


def answers_for(form: object, move: DecisionMove) -> dict[str, str]:
    """What somebody would fill in to make this move."""
    if isinstance(move, Choose):
        return {OPTION: move.option}
    if isinstance(move, View):
        return {OPTION: move.option, DISSENT: move.dissent}
    if isinstance(move, Share):
        assert isinstance(form, ShareForm)
        return {**_given(form, move.given), **_open(move.openness), BASIS: move.basis, REASON: move.reason}
    if isinstance(move, Refer):
        assert isinstance(form, ReferForm)
        how = {LEVEL: move.level, URGENCY: move.urgency, ROUTE: move.route}
        return {**how, **_given(form.share, move.given), **_open(move.openness)}
    if isinstance(move, Bring):
        return {f"{GIVE}/{MEETING}/{fact}": VALUE_OF[level] for fact, level in move.given}
    if isinstance(move, Ask):
        who = {f"{WHO}/{role}": YES for role, _ in move.asked}
        return {**who, **{f"{FOR}/{role}": purpose for role, purpose in move.asked}, BASIS: move.basis}
    if isinstance(move, Record):
        filled = {f"{WRITE}/{entry.fact}": YES for entry in move.entries}
        filled |= {f"{AS}/{entry.fact}": entry.label for entry in move.entries}
        return filled | {f"{IN}/{entry.fact}": entry.place for entry in move.entries}
    assert isinstance(move, LookUp)
    return {PURPOSE: move.purpose or NO_RESULT, RESULT: move.result, MARK: move.mark}


def _given(form: ShareForm, given: tuple[tuple[str, str, Level], ...]) -> dict[str, str]:
    ticked = {f"{TO}/{to}": YES for _, to, _ in given}
    return ticked | {f"{GIVE}/{to}/{fact}": VALUE_OF[level] for fact, to, level in given}


def _open(openness: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {f"{OPEN}/{person}": mode for person, mode in openness}


PICKED = (OptionsForm, ViewForm)
"""Forms in which one option is picked."""
