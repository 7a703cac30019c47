"""Plays without thought, decision by decision: what the words `everything`, `nothing`, `first`, `longest` and
`random` stand for. A fair case is not beaten by any of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from scoring.terms import LABELS, Level, Mode
from simulator.play.forms import (
    MODES,
    AskForm,
    BringForm,
    LookUpForm,
    Offered,
    OptionsForm,
    RecordForm,
    ReferForm,
    ShareForm,
    ViewForm,
    form_of,
)
from simulator.play.game import Game
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    DecisionMove,
    Entry,
    LookUp,
    Passing,
    Record,
    Refer,
    Share,
    View,
)
from simulator.play.state import State
from simulator.scenario.model import Option

Strategy = Callable[[Game, State, str], DecisionMove]
"""What a strategy does in the decision that waits for a role."""


def everything(game: Game, state: State, role: str) -> DecisionMove:
    """First option; every fact, in full, to everyone; tell everybody; first basis; no reason."""
    return _all(game, state, role, lambda options: options[0].id)


def first(game: Game, state: State, role: str) -> DecisionMove:
    """First in the file; forms as everything."""
    return _all(game, state, role, lambda options: options[0].id)


def longest(game: Game, state: State, role: str) -> DecisionMove:
    """The longest text; forms as everything."""
    return _all(game, state, role, lambda options: max(options, key=lambda option: len(option.text)).id)


def nothing(game: Game, state: State, role: str) -> DecisionMove:
    """Last option; nothing sent, asked, referred, written or searched."""
    form, scene = form_of(game, state, role), game.scenes[state.scene].scene.id
    if isinstance(form, OptionsForm):
        return Choose(scene, role, form.options[-1].id)
    if isinstance(form, ViewForm):
        return View(scene, role, form.options[-1].id)
    if isinstance(form, ShareForm):
        return Share(scene, role)
    if isinstance(form, AskForm):
        return Ask(scene, role)
    if isinstance(form, ReferForm):
        return Refer(scene, role)
    if isinstance(form, RecordForm):
        return Record(scene, role)
    return LookUp(scene, role) if isinstance(form, LookUpForm) else Bring(scene, role)


def _all(game: Game, state: State, role: str, pick: Callable[[Sequence[Option]], str]) -> DecisionMove:
    form, scene = form_of(game, state, role), game.scenes[state.scene].scene.id
    if isinstance(form, OptionsForm):
        return Choose(scene, role, pick(form.options))
    if isinstance(form, ViewForm):
        return View(scene, role, pick(form.options))
    if isinstance(form, ShareForm):
        basis = form.bases[0] if form.bases else ""
        return Share(scene, role, _everything_to(form, role), _told(form.people), basis)
    if isinstance(form, AskForm):
        basis = form.bases[0] if form.bases else ""
        return Ask(scene, role, tuple((holder, form.purposes[0]) for holder in form.of), basis)
    if isinstance(form, ReferForm):
        return _refer_all(form, scene, role)
    if isinstance(form, RecordForm):
        return Record(scene, role, tuple(Entry(fact, LABELS[0], form.places[0]) for fact in form.facts))
    if isinstance(form, LookUpForm):
        return LookUp(scene, role, form.purposes[0], form.results[0])
    return Bring(scene, role, tuple((one.fact, one.levels[-1]) for one in form.facts))


def _everything_to(form: ShareForm, role: str) -> tuple[Passing, ...]:
    return tuple(Passing(one.fact, to, one.levels[-1]) for to in form.to if to != role for one in form.facts)


def _told(people: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((person, Mode.TELL.value) for person in people)


def _refer_all(form: ReferForm, scene: str, role: str) -> Refer:
    urgency = form.urgencies[0] if form.urgencies else ""
    given = _everything_to(form.share, role)
    return Refer(scene, role, form.levels[-1], urgency, form.routes[0], given, _told(form.share.people))


def random_strategy(seed: int) -> Strategy:
    """Every field uniform and independent; the same seed plays the same, in every process."""

    def choose(game: Game, state: State, role: str) -> DecisionMove:
        scene = game.scenes[state.scene].scene.id
        part = "view" if state.part.viewing else "act"
        return _random(game, state, role, random.Random(f"{seed}/{scene}/{role}/{part}"))

    return choose


def _random(game: Game, state: State, role: str, draw: random.Random) -> DecisionMove:
    form, scene = form_of(game, state, role), game.scenes[state.scene].scene.id
    if isinstance(form, OptionsForm):
        return Choose(scene, role, draw.choice(form.options).id)
    if isinstance(form, ViewForm):
        return View(scene, role, draw.choice(form.options).id)
    if isinstance(form, ShareForm):
        return Share(
            scene, role, *_random_share(form, role, draw), _pick(form.bases, draw), _pick(form.reasons, draw)
        )
    if isinstance(form, AskForm):
        asked = tuple((holder, draw.choice(form.purposes)) for holder in form.of if draw.random() < 0.5)
        return Ask(scene, role, asked, _pick(form.bases, draw))
    if isinstance(form, ReferForm):
        return _random_referral(form, scene, role, draw)
    if isinstance(form, RecordForm):
        written = [fact for fact in form.facts if draw.random() < 0.5]
        entries = (Entry(fact, draw.choice(form.labels), draw.choice(form.places)) for fact in written)
        return Record(scene, role, tuple(entries))
    if isinstance(form, LookUpForm):
        return LookUp(scene, role, draw.choice(form.purposes), draw.choice(form.results))
    assert isinstance(form, BringForm)
    drawn = ((one.fact, _level(one, draw)) for one in form.facts)
    return Bring(scene, role, tuple((fact, level) for fact, level in drawn if level))


def _level(one: Offered, draw: random.Random) -> Level:
    return draw.choice((Level.NONE, *one.levels))


def _pick(values: Sequence[str], draw: random.Random) -> str:
    return draw.choice(values) if values else ""


def _random_share(
    form: ShareForm, role: str, draw: random.Random
) -> tuple[tuple[Passing, ...], tuple[tuple[str, str], ...]]:
    cells = [(one, to) for to in form.to if to != role for one in form.facts]
    drawn = [Passing(one.fact, to, _level(one, draw)) for one, to in cells]
    given = tuple(passing for passing in drawn if passing.level)
    return given, tuple((person, draw.choice(MODES)) for person in form.people)


def _random_referral(form: ReferForm, scene: str, role: str, draw: random.Random) -> Refer:
    level = draw.choice(form.levels)
    if level == form.levels[0]:
        return Refer(scene, role)
    urgency, route = _pick(form.urgencies, draw), draw.choice(form.routes)
    return Refer(scene, role, level, urgency, route, *_random_share(form.share, role, draw))


NAIVE: Mapping[str, Strategy] = {
    "everything": everything,
    "nothing": nothing,
    "first": first,
    "longest": longest,
}
"""The strategies that need neither a seed nor a solver."""
