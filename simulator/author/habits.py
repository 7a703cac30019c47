"""Plays without thought, beyond those the solver knows: last, shortest, always refer, always ask consent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from scoring.marks import Exact
from scoring.terms import Mode
from simulator.play.forms import OptionsForm, ReferForm, ShareForm, ViewForm, form_of
from simulator.play.game import Game
from simulator.play.moves import Choose, DecisionMove, Refer, Share, View
from simulator.play.state import State
from simulator.play.strategies import NAIVE, Strategy, everything, random_strategy
from simulator.scenario.model import Option
from simulator.solver.explore import Explorer
from simulator.solver.solution import naive_play

REFERS: Final = re.compile(
    r"\brefer|social care|social work|duty (?:team|desk|worker)|child protection", re.I
)
ASKS: Final = re.compile(r"\b(consent|permission|agree(?:s|d|ment)?)\b", re.I)
DRAWS: Final = 8
"""Plays for a habit that says nothing of some decisions; there it guesses, as the play beside it does."""


class Habitual(NamedTuple):
    """What a play without thought comes to."""

    name: str
    earned: Exact
    red_lines: int


def habitual_plays(explorer: Explorer, guessing: Exact) -> Iterator[Habitual]:
    """Every play without thought, played out. What a habit gains over the same guesses without it is added to
    what guessing earns."""
    for name, strategy in {**NAIVE, "last": _last, "shortest": _shortest}.items():
        one = naive_play(explorer, strategy)
        yield Habitual(name, one.earned, one.red_lines)
    guesses = [naive_play(explorer, random_strategy(seed)) for seed in range(DRAWS)]
    for name, make in (("refer", _referring), ("ask consent", _asking)):
        plays = [naive_play(explorer, make(random_strategy(seed))) for seed in range(DRAWS)]
        gained = sum(
            Fraction(play.earned) - Fraction(guess.earned) for play, guess in zip(plays, guesses, strict=True)
        )
        least = min(play.red_lines for play in plays)
        yield Habitual(name, guessing + Fraction(gained) / DRAWS, least)


def _picking(game: Game, state: State, role: str, options: Sequence[Option], option: str) -> DecisionMove:
    scene = game.scenes[state.scene].scene.id
    return View(scene, role, option) if state.part.viewing else Choose(scene, role, option)


def _last(game: Game, state: State, role: str) -> DecisionMove:
    """The last option in the file; forms as everything."""
    form = form_of(game, state, role)
    if isinstance(form, OptionsForm | ViewForm):
        return _picking(game, state, role, form.options, form.options[-1].id)
    return everything(game, state, role)


def _shortest(game: Game, state: State, role: str) -> DecisionMove:
    """The shortest text; forms as everything."""
    form = form_of(game, state, role)
    if isinstance(form, OptionsForm | ViewForm):
        least = min(form.options, key=lambda option: len(option.text))
        return _picking(game, state, role, form.options, least.id)
    return everything(game, state, role)


def _referring(otherwise: Strategy) -> Strategy:
    """Refer for protection wherever one can; an option that speaks of it; else a guess."""

    def choose(game: Game, state: State, role: str) -> DecisionMove:
        form = form_of(game, state, role)
        guess = otherwise(game, state, role)
        if isinstance(form, OptionsForm | ViewForm):
            return _speaking_of(game, state, role, form.options, REFERS, guess)
        if isinstance(form, ReferForm) and isinstance(guess, Refer):
            full = everything(game, state, role)
            assert isinstance(full, Refer)
            return full._replace(level="child protection")
        return guess

    return choose


def _asking(otherwise: Strategy) -> Strategy:
    """Ask agreement wherever one is open with people; an option that speaks of it; else a guess."""

    def choose(game: Game, state: State, role: str) -> DecisionMove:
        form = form_of(game, state, role)
        guess = otherwise(game, state, role)
        if isinstance(form, OptionsForm | ViewForm):
            return _speaking_of(game, state, role, form.options, ASKS, guess)
        if isinstance(form, ShareForm) and isinstance(guess, Share):
            return guess._replace(openness=tuple((person, Mode.ASK.value) for person in form.people))
        if isinstance(form, ReferForm) and isinstance(guess, Refer) and guess.level != form.levels[0]:
            return guess._replace(openness=tuple((person, Mode.ASK.value) for person in form.share.people))
        return guess

    return choose


def _speaking_of(
    game: Game,
    state: State,
    role: str,
    options: Sequence[Option],
    words: re.Pattern[str],
    otherwise: DecisionMove,
) -> DecisionMove:
    wanted = next((option.id for option in options if words.search(option.text)), None)
    return otherwise if wanted is None else _picking(game, state, role, options, wanted)
