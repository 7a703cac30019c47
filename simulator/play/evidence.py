"""From a move and the state it was made in to evidence that `scoring` can mark, as one date expects it."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.evidence import (
    AskEvidence,
    Cell,
    Evidence,
    LookUpEvidence,
    OptionEvidence,
    RecordedItem,
    RecordEvidence,
    ReferEvidence,
    ShareEvidence,
    Want,
)
from scoring.terms import REFERRAL_LEVELS, Level
from simulator.play.expected import Asked, Expectations, want_of_meeting
from simulator.play.forms import brought, offered, recordable
from simulator.play.game import Game
from simulator.play.moves import Ask, Bring, Choose, DecisionMove, LookUp, Record, Refer, Share, View
from simulator.play.state import UNREACHED, State, level_at
from simulator.scenario import model


def evidence_of(game: Game, expected: Expectations, before: State, move: DecisionMove) -> Evidence:
    """What was known, chosen and passed, beside what was expected. The move must be legal in `before`."""
    asked = expected[move.scene]
    if isinstance(move, Choose | View):
        return OptionEvidence(asked.options[move.option].grade)
    if isinstance(move, Share):
        return _share(game, asked, before, move)
    if isinstance(move, Ask):
        return _ask(game, asked, before, move)
    if isinstance(move, Refer):
        return _refer(game, asked, before, move)
    if isinstance(move, Record):
        return _record(game, asked, before, move)
    if isinstance(move, LookUp):
        return _look_up(game, asked, move)
    return _bring(game, asked, before, move)


def _kind(game: Game, scene: str) -> model.Kind:
    decision = game.case.scenes[scene].decision
    assert decision is not None
    return decision.kind


def is_late(game: Game, state: State, want: Want) -> bool:
    """Whether the moment by which a fact was needed has passed."""
    return bool(want.before) and state.stamps[game.layout.milestones[want.before]] != UNREACHED


def cell_of(game: Game, state: State, want: Want, fact: str, to: str, given: Level) -> Cell:
    """One fact and one recipient, with what the recipient had before."""
    had = level_at(state.knows, game.layout.slot(to, fact))
    return Cell(fact, to, want, given, had, is_late(game, state, want))


def openness_right(expected: Mapping[str, str], modes: Mapping[str, str]) -> bool | None:
    """Every person treated as expected; None where nobody needed telling."""
    if not expected:
        return None
    return all(modes.get(person) == mode for person, mode in expected.items())


def told_unsafely(unsafe: Mapping[str, tuple[str, ...]], modes: Mapping[str, str]) -> tuple[str, ...]:
    """People who were told although telling them puts somebody at risk."""
    return tuple(person for person, bad in unsafe.items() if modes.get(person) in bad)


def _advised(game: Game, state: State, role: str) -> bool:
    return bool(state.part.advised & game.seat[role])


def _share(game: Game, asked: Asked, before: State, move: Share) -> ShareEvidence:
    kind = _kind(game, move.scene)
    assert isinstance(kind, model.Share)
    given = {(passing.fact, passing.to): passing.level for passing in move.given}
    cells = tuple(
        cell_of(game, before, asked.wants[one.fact, to], one.fact, to, given.get((one.fact, to), Level.NONE))
        for one in offered(game, before, kind.facts, move.role)
        for to in kind.to
        if to != move.role
    )
    modes = dict(move.openness)
    return ShareEvidence(
        cells,
        openness_right(asked.openness, modes),
        told_unsafely(asked.unsafe_mode, modes),
        move.basis in asked.basis if asked.basis else None,
        move.reason == kind.right_reason if kind.reasons else None,
        _advised(game, before, move.role),
    )


def _refer(game: Game, asked: Asked, before: State, move: Refer) -> ReferEvidence:
    kind = _kind(game, move.scene)
    assert isinstance(kind, model.Refer)
    given = {passing.fact: passing.level for passing in move.given}
    cells = tuple(
        cell_of(
            game, before, asked.wants[one.fact, kind.to], one.fact, kind.to, given.get(one.fact, Level.NONE)
        )
        for one in offered(game, before, kind.facts, move.role)
    )
    modes = dict(move.openness)
    share = ShareEvidence(
        cells,
        openness_right(asked.openness, modes),
        told_unsafely(asked.unsafe_mode, modes) if move.level != REFERRAL_LEVELS[0] else (),
        advised=_advised(game, before, move.role),
    )
    return ReferEvidence(
        asked.levels,
        REFERRAL_LEVELS.index(move.level),
        move.urgency in kind.urgency if kind.urgency else None,
        move.route == kind.route,
        share,
    )


def _bring(game: Game, asked: Asked, before: State, move: Bring) -> ShareEvidence:
    """Only what the seat holds first-hand counts, and the meeting starts from nothing."""
    kind = _kind(game, move.scene)
    assert isinstance(kind, model.Meet)
    given = dict(move.given)
    cells = []
    for one in brought(game, before, kind, move.role):
        if move.role in game.case.facts[one.fact].held_by:
            want = want_of_meeting(asked, kind, move.role, one.fact)
            level = given.get(one.fact, Level.NONE)
            late = is_late(game, before, want)
            cells.append(Cell(one.fact, "the meeting", want, level, Level.NONE, late))
    return ShareEvidence(tuple(cells), advised=_advised(game, before, move.role))


def expected_of(game: Game, asked: Asked, state: State, kind: model.Ask, asker: str) -> tuple[str, ...]:
    """Holders with something the asker needs, has not got, and had reason to ask for."""
    return tuple(
        holder
        for holder in kind.of
        if any(
            _worth_asking(game, asked, state, fact, holder, asker)
            for fact in _expected_facts(game, kind, holder)
        )
    )


def _expected_facts(game: Game, kind: model.Ask, holder: str) -> tuple[str, ...]:
    if kind.expects is not None:
        return kind.expects.get(holder, ())
    return tuple(fact.id for fact in game.case.facts.values() if holder in fact.held_by)


def _worth_asking(game: Game, asked: Asked, state: State, name: str, holder: str, asker: str) -> bool:
    kind_expects = level_at(state.knows, game.layout.slot(holder, name)) is not Level.NONE
    if not kind_expects or not prompted(game, state, name, asker):
        return False
    want = asked.wants[name, asker]
    wanted = want.level if want.level is not Level.NONE else Level.HEADLINE
    explicit = want.level is not Level.NONE or _listed(game, state, name)
    return explicit and level_at(state.knows, game.layout.slot(asker, name)) < wanted


def _listed(game: Game, state: State, name: str) -> bool:
    kind = game.scenes[state.scene].decision
    expects = kind.kind.expects if kind and isinstance(kind.kind, model.Ask) else None
    return expects is not None and any(name in facts for facts in expects.values())


def prompted(game: Game, state: State, name: str, asker: str) -> bool:
    """Whether the asker already had something that would make a careful person ask."""
    prompts = game.case.facts[name].prompted_by
    return not prompts or any(
        level_at(state.knows, game.layout.slot(asker, prompt)) is not Level.NONE for prompt in prompts
    )


def _ask(game: Game, asked: Asked, before: State, move: Ask) -> AskEvidence:
    kind = _kind(game, move.scene)
    assert isinstance(kind, model.Ask)
    return AskEvidence(
        expected_of(game, asked, before, kind, move.role),
        tuple(holder for holder, _ in move.asked),
        tuple(holder for holder, purpose in move.asked if purpose == kind.right_purpose),
    )


def _record(game: Game, asked: Asked, before: State, move: Record) -> RecordEvidence:
    kind = _kind(game, move.scene)
    assert isinstance(kind, model.Record)
    written = {entry.fact: entry for entry in move.entries}
    known = recordable(game, before, kind, move.role)
    items = []
    for fact in known:
        entry = written.get(fact)
        item = kind.items.get(fact)
        right = bool(entry and item and (entry.label, entry.place) == (item.label, item.where))
        unsafe = entry is not None and entry.place in asked.unsafe_places.get(fact, ())
        if item or entry:
            items.append((bool(item), RecordedItem(fact, right, unsafe)))
    return RecordEvidence(
        tuple(one for wanted, one in items if wanted),
        tuple(one for wanted, one in items if not wanted),
    )


def _look_up(game: Game, asked: Asked, move: LookUp) -> LookUpEvidence:
    kind = _kind(game, move.scene)
    assert isinstance(kind, model.LookUp)
    authorised = kind.authorised
    if authorised is None:
        authorised = game.case.roles[move.role].index_user
    right_result = kind.right_result if authorised else "none"
    return LookUpEvidence(
        move.purpose == kind.right_purpose if authorised else move.result == "none",
        move.result == right_result,
        move.result if move.result in asked.never_open else "",
    )
