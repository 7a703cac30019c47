"""Passing facts on: to whom, how much of each, how open one is about it, on what ground and why.

Used for sharing, for what goes with a referral, and for what a seat brings to a meeting.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scoring.terms import REFERRAL_LEVELS, Level
from simulator.play.forms import MODES, BringForm, Offered, ReferForm, ShareForm
from simulator.play.moves import Bring, Passing, Refer, Share
from simulator.play.state import level_at
from simulator.scenario.model import Share as ShareDecision
from simulator.terminal.forms.pages import (
    LEVEL_OF,
    VALUE_OF,
    YES,
    Answers,
    Field,
    How,
    Page,
    Row,
    picked,
)
from simulator.terminal.room.order import shuffled
from simulator.terminal.room.turn import Turn
from simulator.words import forms as words
from simulator.words import say

TO: Final = "to"
GIVE: Final = "give"
OPEN: Final = "open"
BASIS: Final = "basis"
REASON: Final = "reason"
LEVEL: Final = "level"
URGENCY: Final = "urgency"
ROUTE: Final = "route"
MEETING: Final = "the meeting"
FACTS: Final = "facts"
"""What the order of facts is drawn for: the same in every form of an attempt."""


# --- pages ---------------------------------------------------------------------------------------------


def share_pages(turn: Turn, form: ShareForm, answers: Answers) -> tuple[Page, ...]:
    """Whom, what to each, how open, on what ground, why."""
    return (
        *_recipient_pages(turn, form),
        *(
            _amount_page(turn, form.facts, to, turn.cast.name(to))
            for to in chosen_recipients(turn, form, answers)
        ),
        *_openness_pages(turn, form.people),
        *basis_pages(turn, form.bases),
        *_reason_pages(turn, form),
    )


def refer_pages(turn: Turn, form: ReferForm, answers: Answers) -> tuple[Page, ...]:
    """The level first; where there is a referral, how soon, by what route, and what goes with it."""
    level = answers.get(LEVEL, "")
    pages = [_plain_page(LEVEL, say(words.LEVEL), _level_rows(turn, form), say(words.NO_LEVEL))]
    if not level or level == REFERRAL_LEVELS[0]:
        return tuple(pages)
    if form.urgencies:
        rows = tuple(Row(each, say(words.URGENCIES[each])) for each in form.urgencies)
        pages.append(_plain_page(URGENCY, say(words.URGENCY), rows, say(words.NO_URGENCY)))
    rows = tuple(Row(each, say(words.ROUTES[each])) for each in form.routes)
    pages.append(_plain_page(ROUTE, say(words.ROUTE), rows, say(words.NO_ROUTE)))
    to = form.share.to[0]
    if form.share.facts:
        pages.append(_amount_page(turn, form.share.facts, to, turn.cast.name(to)))
    return (*pages, *_openness_pages(turn, form.share.people))


def bring_pages(turn: Turn, form: BringForm) -> tuple[Page, ...]:
    """One page: what the seat brings."""
    rows = amount_rows(turn, form.facts)
    field = Field(f"{GIVE}/{MEETING}", say(words.BRING), How.AMOUNT, rows)
    return (Page(GIVE, say(words.BRING), (field,), say(words.BRING_HINT), keep=True),)


def _plain_page(key: str, label: str, rows: tuple[Row, ...], missing: str) -> Page:
    return Page(key, label, (Field(key, label, How.ONE, rows, missing),))


def _level_rows(turn: Turn, form: ReferForm) -> tuple[Row, ...]:
    return tuple(Row(level, _level_here(turn, level)) for level in form.levels)


def _level_here(turn: Turn, level: str) -> str:
    """A level in words that every board understands, with what this one calls it."""
    said, name = say(words.LEVELS[level]), turn.levels.get(level, "")
    return say(words.LEVEL_HERE, level=said, name=name) if name else said


def _recipient_pages(turn: Turn, form: ShareForm) -> Iterable[Page]:
    recipients = _recipients(turn, form)
    if len(recipients) < 2 or not form.facts:
        return ()
    rows = tuple(Row(to, turn.cast.name(to)) for to in recipients)
    field = Field(TO, say(words.TO_WHOM), How.MANY, rows)
    return (Page(TO, say(words.TO_WHOM), (field,), say(words.TO_WHOM_HINT), keep=True),)


def _recipients(turn: Turn, form: ShareForm) -> tuple[str, ...]:
    return tuple(to for to in form.to if to != turn.role)


def chosen_recipients(turn: Turn, form: ShareForm, answers: Answers) -> tuple[str, ...]:
    """Who gets something: those ticked, or the only one there is."""
    recipients = _recipients(turn, form)
    if not form.facts:
        return ()
    if len(recipients) < 2:
        return recipients
    return tuple(to for to in recipients if answers.get(f"{TO}/{to}") == YES)


def _amount_page(turn: Turn, facts: tuple[Offered, ...], to: str, name: str) -> Page:
    title = say(words.WHAT_TO, to=name)
    field = Field(f"{GIVE}/{to}", title, How.AMOUNT, amount_rows(turn, facts))
    return Page(f"{GIVE}/{to}", title, (field,), say(words.WHAT_HINT), keep=True)


def amount_rows(turn: Turn, facts: tuple[Offered, ...]) -> tuple[Row, ...]:
    """Facts as rows, each marked as what it is, in this attempt's order of facts."""
    levels = {one.fact: one.levels for one in facts}
    return tuple(fact_row(turn, name, levels[name]) for name in shuffled(turn.seed, FACTS, levels))


def fact_row(turn: Turn, name: str, levels: tuple[Level, ...] = (), *, marked: bool = True) -> Row:
    """One fact as the role knows it."""
    fact = turn.game.case.facts[name]
    knows = level_at(turn.state.knows, turn.game.layout.slot(turn.role, name))
    headline = turn.fill(fact.headline)
    text = headline if knows is Level.HEADLINE and headline else turn.fill(fact.text)
    return Row(
        name,
        text,
        say(words.SOURCES[fact.source]) if marked else "",
        tuple(VALUE_OF[level] for level in levels),
        headline if len(levels) > 1 else "",
    )


def _openness_pages(turn: Turn, people: tuple[str, ...]) -> Iterable[Page]:
    rows = tuple(Row(mode, say(words.MODES[mode])) for mode in MODES)
    for person in people:
        name = turn.cast.name(person)
        label = say(words.OPENNESS, person=name)
        field = Field(f"{OPEN}/{person}", label, How.ONE, rows, say(words.NO_OPENNESS, person=name))
        yield Page(f"{OPEN}/{person}", label, (field,), say(words.OPENNESS_HINT))


def basis_pages(turn: Turn, bases: tuple[str, ...]) -> tuple[Page, ...]:
    """The lawful ground, where one is asked for."""
    if not bases:
        return ()
    grounds = turn.game.rulebook.bases
    names = shuffled(turn.seed, turn.scene.scene.id, bases)
    rows = tuple(Row(name, grounds.get(name, name.replace("_", " "))) for name in names)
    return (_plain_page(BASIS, say(words.BASIS), rows, say(words.NO_BASIS)),)


def _reason_pages(turn: Turn, form: ShareForm) -> tuple[Page, ...]:
    kind = turn.decision.kind
    if not form.reasons or not isinstance(kind, ShareDecision):
        return ()
    names = shuffled(turn.seed, turn.scene.scene.id, form.reasons)
    rows = tuple(Row(code, turn.fill(kind.reasons[code])) for code in names)
    return (_plain_page(REASON, say(words.REASON), rows, say(words.NO_REASON)),)


# --- moves ---------------------------------------------------------------------------------------------


def share_move(turn: Turn, form: ShareForm, answers: Answers) -> Share:
    """What was filled in, as a move; with nothing passed on, that is recorded as decided."""
    given = _given(turn, form.facts, chosen_recipients(turn, form, answers), answers)
    return Share(
        turn.scene.scene.id,
        turn.role,
        given,
        _openness(form.people, answers),
        _one_of(form.bases, answers.get(BASIS, "")),
        _one_of(form.reasons, answers.get(REASON, "")),
    )


def refer_move(turn: Turn, form: ReferForm, answers: Answers) -> Refer:
    """A referral, or that there is none."""
    scene, level = turn.scene.scene.id, _one_of(form.levels, answers.get(LEVEL, "")) or REFERRAL_LEVELS[0]
    if level == REFERRAL_LEVELS[0]:
        return Refer(scene, turn.role)
    return Refer(
        scene,
        turn.role,
        level,
        _one_of(form.urgencies, answers.get(URGENCY, "")),
        _one_of(form.routes, answers.get(ROUTE, "")),
        _given(turn, form.share.facts, form.share.to, answers),
        _openness(form.share.people, answers),
    )


def bring_move(turn: Turn, form: BringForm, answers: Answers) -> Bring:
    """What the seat brings to the meeting."""
    brought = ((one.fact, level) for one, level in _amounts(turn, form.facts, MEETING, answers))
    return Bring(turn.scene.scene.id, turn.role, tuple(brought))


def _given(
    turn: Turn, facts: tuple[Offered, ...], recipients: Iterable[str], answers: Answers
) -> tuple[Passing, ...]:
    return tuple(
        Passing(one.fact, to, level) for to in recipients for one, level in _amounts(turn, facts, to, answers)
    )


def _amounts(
    turn: Turn, facts: tuple[Offered, ...], to: str, answers: Answers
) -> Iterable[tuple[Offered, Level]]:
    field = Field(f"{GIVE}/{to}", "", How.AMOUNT, amount_rows(turn, facts))
    levels = {row: LEVEL_OF[amount] for row, amount in picked(answers, field)}
    return ((one, levels[one.fact]) for one in facts if one.fact in levels)


def _openness(people: tuple[str, ...], answers: Answers) -> tuple[tuple[str, str], ...]:
    said = ((person, _one_of(MODES, answers.get(f"{OPEN}/{person}", ""))) for person in people)
    return tuple((person, mode) for person, mode in said if mode)


def _one_of(offered: Iterable[str], answer: str) -> str:
    return answer if answer in tuple(offered) else ""


def keep_all(answers: Answers) -> dict[str, str]:
    """The answers with nothing passed on to anybody; what else was filled in stays."""
    return {key: each for key, each in answers.items() if not key.startswith((f"{GIVE}/", f"{TO}/"))}
