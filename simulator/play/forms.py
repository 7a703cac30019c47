"""What a decision offers a role in a state: the one answer to *what can I do here*."""

from __future__ import annotations

from typing import NamedTuple

from scoring.terms import LABELS, REFERRAL_LEVELS, ROUTES, URGENCIES, Level, Mode
from simulator.play.game import Game, PlayScene
from simulator.play.state import State, level_at
from simulator.scenario.model import Ask, Decision, Fact, LookUp, Meet, Option, Options, Record, Refer, Share

MODES = tuple(mode.value for mode in Mode)
NOBODY_REFERRED = REFERRAL_LEVELS[0]
LEFT_OUT = "left out"


class Offered(NamedTuple):
    """One fact that may be passed, and the levels at which it may go."""

    fact: str
    levels: tuple[Level, ...]


class OptionsForm(NamedTuple):
    """Pick one option."""

    options: tuple[Option, ...]


class ShareForm(NamedTuple):
    """Pass facts on: which, to whom, at which level, how openly, on which basis, or why not."""

    facts: tuple[Offered, ...]
    to: tuple[str, ...]
    people: tuple[str, ...]
    """Those of whom one says how open one is with them."""
    bases: tuple[str, ...]
    reasons: tuple[str, ...]


class AskForm(NamedTuple):
    """Ask others, each for a purpose."""

    of: tuple[str, ...]
    purposes: tuple[str, ...]
    bases: tuple[str, ...]


class ReferForm(NamedTuple):
    """Refer at a level, with what is sent along; the first level is no referral."""

    levels: tuple[str, ...]
    urgencies: tuple[str, ...]
    """Empty where urgency is not asked for."""
    routes: tuple[str, ...]
    share: ShareForm


class RecordForm(NamedTuple):
    """Write facts down, each under a label and in a place."""

    facts: tuple[str, ...]
    labels: tuple[str, ...]
    places: tuple[str, ...]


class LookUpForm(NamedTuple):
    """Search the Index for a purpose and open one result, or none."""

    purposes: tuple[str, ...]
    results: tuple[str, ...]


class BringForm(NamedTuple):
    """In a meeting: what one brings of what one knows."""

    facts: tuple[Offered, ...]


class ViewForm(NamedTuple):
    """In a meeting, once all have brought: what one would decide, and why one would differ."""

    options: tuple[Option, ...]
    dissents: tuple[str, ...]


Form = OptionsForm | ShareForm | AskForm | ReferForm | RecordForm | LookUpForm | BringForm | ViewForm


def form_of(game: Game, state: State, role: str) -> Form:
    """The form a role fills in now. The role must be one of those the scene's decision waits for.

    It depends on the scene, on what the role knows and on whether it was asked, so each is made once.
    """
    asked = bool(state.flags & game.layout.asked[role])
    key = (state.scene, role, state.knows & game.own[role], asked, state.part.viewing)
    known: Form | None = game.forms.get(key)
    if known is None:
        known = game.forms[key] = _made(game, state, role)
    return known


def _made(game: Game, state: State, role: str) -> Form:
    play = game.scenes[state.scene]
    decision = _decision(play)
    kind = decision.kind
    if isinstance(kind, Options):
        return OptionsForm(kind.options)
    if isinstance(kind, Share):
        return _share_form(game, state, play, kind, role)
    if isinstance(kind, Ask):
        return AskForm(kind.of, tuple(kind.purposes), _asked_bases(play))
    if isinstance(kind, Refer):
        return _refer_form(game, state, play, kind, role)
    if isinstance(kind, Record):
        return RecordForm(recordable(game, state, kind, role), LABELS, tuple(kind.places))
    if isinstance(kind, LookUp):
        return LookUpForm(tuple(kind.purposes), (*kind.results, "none"))
    if state.part.viewing:
        return ViewForm(kind.options, tuple(kind.dissent))
    return BringForm(brought(game, state, kind, role))


def _decision(play: PlayScene) -> Decision:
    assert play.decision is not None
    return play.decision


def _asked_bases(play: PlayScene) -> tuple[str, ...]:
    return play.asked.bases_offered if play.asked else ()


def _share_form(game: Game, state: State, play: PlayScene, kind: Share, role: str) -> ShareForm:
    return ShareForm(
        offered(game, state, kind.facts, role),
        kind.to,
        _people(play, kind),
        _asked_bases(play),
        tuple(kind.reasons),
    )


def _refer_form(game: Game, state: State, play: PlayScene, kind: Refer, role: str) -> ReferForm:
    share = ShareForm(offered(game, state, kind.facts, role), (kind.to,), _people(play, kind), (), ())
    return ReferForm(
        REFERRAL_LEVELS,
        URGENCIES if kind.urgency else (),
        ROUTES,
        share,
    )


def _people(play: PlayScene, kind: Share | Refer) -> tuple[str, ...]:
    """Those one may be open with: everybody for whom a right or an unsafe way is known."""
    expected = play.asked.openness if play.asked else {}
    return tuple(dict.fromkeys((*expected, *kind.unsafe_mode)))


def offered(game: Game, state: State, listed: tuple[str, ...] | None, role: str) -> tuple[Offered, ...]:
    """Facts a role may pass: those listed, or all it knows; what it holds till asked, once it was asked."""
    asked = bool(state.flags & game.layout.asked[role])
    facts = game.case.facts
    names = listed if listed is not None else tuple(facts)
    found = []
    for name in names:
        fact = facts[name]
        if listed is None and fact.only_if_asked and role in fact.held_by and not asked:
            continue
        levels = passable(fact, level_at(state.knows, game.layout.slot(role, name)))
        if levels:
            found.append(Offered(name, levels))
    return tuple(found)


def passable(fact: Fact, known: Level) -> tuple[Level, ...]:
    """Levels at which somebody who knows a fact so far may pass it; empty where they know nothing of it."""
    if known is Level.NONE:
        return ()
    headline = (Level.HEADLINE,) if fact.headline or known is Level.HEADLINE else ()
    return (*headline, Level.FULL) if known is Level.FULL else headline


def recordable(game: Game, state: State, kind: Record, role: str) -> tuple[str, ...]:
    """Facts of a record form that the role knows, in the file's order."""
    return tuple(
        fact
        for fact in (*kind.items, *kind.leave_out)
        if level_at(state.knows, game.layout.slot(role, fact)) is not Level.NONE
    )


def brought(game: Game, state: State, kind: Meet, seat: str) -> tuple[Offered, ...]:
    """Facts a seat may bring: what it holds first-hand, and what it knows of those who are not there."""
    names = kind.bring if kind.bring is not None else tuple(game.case.facts)
    mine = [
        name
        for name in names
        if seat in game.case.facts[name].held_by or not first_hand_holders(game, kind, name)
    ]
    found = []
    for name in mine:
        levels = passable(game.case.facts[name], level_at(state.knows, game.layout.slot(seat, name)))
        if levels:
            found.append(Offered(name, levels))
    return tuple(found)


def first_hand_holders(game: Game, kind: Meet, fact: str) -> tuple[str, ...]:
    """Seats of a meeting that hold a fact themselves."""
    return tuple(seat for seat in kind.seats if seat in game.case.facts[fact].held_by)
