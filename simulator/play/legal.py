"""Whether a filled-in form holds only what the form offers. A trainee's screen cannot send anything else;
a journal, a run file or a typed move might."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.terms import Level
from simulator.errors import MoveRefused
from simulator.play.forms import (
    MODES,
    AskForm,
    BringForm,
    Form,
    LookUpForm,
    Offered,
    RecordForm,
    ReferForm,
    ShareForm,
    form_of,
)
from simulator.play.game import Game
from simulator.play.moves import Ask, Bring, DecisionMove, LookUp, Passing, Record, Refer, Share
from simulator.play.state import State
from simulator.words import refused as words
from simulator.words import say


def check_form(game: Game, state: State, move: DecisionMove) -> None:
    """Raises MoveRefused naming what does not fit."""
    form = form_of(game, state, move.role)
    if (id(form), move) in game.fitting:
        return
    problem = _problem(form, move)
    if problem:
        raise MoveRefused(say(words.MISFIT), problem, say(words.MISFIT_REMEDY))
    game.fitting.add((id(form), move))


def _problem(form: Form, move: DecisionMove) -> str:
    if isinstance(form, ShareForm) and isinstance(move, Share):
        return _share_problem(form, move)
    if isinstance(form, AskForm) and isinstance(move, Ask):
        return (
            _unknown((holder for holder, _ in move.asked), form.of)
            or _unknown((purpose for _, purpose in move.asked), form.purposes)
            or _repeated(holder for holder, _ in move.asked)
            or _unknown([move.basis] if move.basis else [], form.bases)
        )
    if isinstance(form, ReferForm) and isinstance(move, Refer):
        return _refer_problem(form, move)
    if isinstance(form, RecordForm) and isinstance(move, Record):
        return (
            _unknown((entry.fact for entry in move.entries), form.facts)
            or _unknown((entry.label for entry in move.entries), form.labels)
            or _unknown((entry.place for entry in move.entries), form.places)
            or _repeated(entry.fact for entry in move.entries)
        )
    if isinstance(form, LookUpForm) and isinstance(move, LookUp):
        purposes = [move.purpose] if move.purpose else []
        return _unknown(purposes, form.purposes) or _unknown([move.result], form.results)
    if isinstance(form, BringForm) and isinstance(move, Bring):
        return _levels_problem(form.facts, move.given) or _repeated(fact for fact, _ in move.given)
    return say(words.OTHER_KIND)


def _share_problem(form: ShareForm, move: Share) -> str:
    return (
        _passing_problem(form, move.given, move.role)
        or _openness_problem(form, move.openness)
        or _unknown([move.basis] if move.basis else [], form.bases)
        or _unknown([move.reason] if move.reason else [], form.reasons)
    )


def _refer_problem(form: ReferForm, move: Refer) -> str:
    if move.level == form.levels[0] and (move.given or move.urgency or move.route):
        return say(words.NOTHING_TO_SEND)
    return (
        _unknown([move.level], form.levels)
        or _unknown([move.urgency] if move.urgency else [], form.urgencies)
        or _unknown([move.route] if move.route else [], form.routes)
        or _passing_problem(form.share, move.given, move.role)
        or _openness_problem(form.share, move.openness)
    )


def _passing_problem(form: ShareForm, given: tuple[Passing, ...], role: str) -> str:
    return (
        _unknown((one.to for one in given), (to for to in form.to if to != role))
        or _levels_problem(form.facts, ((one.fact, one.level) for one in given))
        or _passed_twice(given)
    )


def _passed_twice(given: tuple[Passing, ...]) -> str:
    seen: set[tuple[str, str]] = set()
    for fact, to, _ in given:
        if (fact, to) in seen:
            return say(words.PASSED_TWICE, fact=fact, to=to)
        seen.add((fact, to))
    return ""


def _openness_problem(form: ShareForm, openness: tuple[tuple[str, str], ...]) -> str:
    return (
        _unknown((person for person, _ in openness), form.people)
        or _unknown((mode for _, mode in openness), MODES)
        or _repeated(person for person, _ in openness)
    )


def _levels_problem(offered: tuple[Offered, ...], given: Iterable[tuple[str, Level]]) -> str:
    levels = {one.fact: one.levels for one in offered}
    for fact, level in given:
        if fact not in levels:
            return say(words.NOT_TO_PASS, fact=fact)
        if level not in levels[fact]:
            return say(words.NOT_AT_THAT_LEVEL, fact=fact)
    return ""


def _unknown(given: Iterable[str], offered: Iterable[str]) -> str:
    known = tuple(offered)
    for one in given:
        if one not in known:
            return say(words.NOT_OFFERED, given=one, offered=", ".join(known) or say(words.NOTHING_OFFERED))
    return ""


def _repeated(given: Iterable[str]) -> str:
    seen: set[str] = set()
    for one in given:
        if one in seen:
            return say(words.TWICE, given=one)
        seen.add(one)
    return ""
