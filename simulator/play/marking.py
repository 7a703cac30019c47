"""A play handed over to be marked: every decision of a played seat with its evidence, and the timescales."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from scoring.evidence import Evidence, ReferEvidence
from scoring.marks import Mark, mark, needle, scaled
from scoring.rulebook import Rulebook
from scoring.scorecard import RedLine
from scoring.terms import REFERRAL_LEVELS, Grade, Level
from scoring.timescales import Clocked, Verdict, verdict_of
from simulator.play.events import Decided, Event, Stamped
from simulator.play.evidence import evidence_of
from simulator.play.expected import Asked, Expectations
from simulator.play.game import Game
from simulator.play.moves import Choose, DecisionMove, Refer, View
from simulator.play.state import State, level_at
from simulator.scenario import model

KIND_NAMES = {
    model.Options: "options",
    model.Share: "share",
    model.Ask: "ask",
    model.Refer: "refer",
    model.Record: "record",
    model.LookUp: "look up",
    model.Meet: "meet",
}
POOR = (Grade.POOR, Grade.UNSAFE)


class Weighed(NamedTuple):
    """One decision with its evidence and its marks at its worth."""

    move: DecisionMove
    before: State
    kind: str
    asked: Asked
    evidence: Evidence
    mark: Mark
    advised: bool


def worth_of(game: Game, state: State) -> int:
    """A decision's worth: nothing in a repair scene or on a second visit."""
    play = game.scenes[state.scene]
    assert play.decision is not None
    again = len(play.entered) > 1 and bool(state.flags & play.entered[1])
    return 0 if play.scene.makes_good or again else play.decision.worth


def weighed(game: Game, expected: Expectations, events: Iterable[Event]) -> tuple[Weighed, ...]:
    """Every decision of a played seat, in order. Colleagues are not marked."""
    return tuple(
        _weighed(game, expected, event)
        for event in events
        if isinstance(event, Decided) and not event.by_habit
    )


def _weighed(game: Game, expected: Expectations, event: Decided) -> Weighed:
    move, before = event.move, event.before
    decision = game.case.scenes[move.scene].decision
    assert decision is not None
    evidence = evidence_of(game, expected, before, move)
    return Weighed(
        move,
        before,
        KIND_NAMES[type(decision.kind)],
        expected[move.scene],
        evidence,
        scaled(mark(evidence), worth_of(game, before)),
        bool(before.part.advised & game.seat[move.role]),
    )


def taints(asked: Asked, move: DecisionMove, *, advised: bool) -> bool:
    """Whether a clock that a move starts earns nothing: a poor or unsafe choice, or over-referral."""
    if isinstance(move, Choose | View):
        return asked.options[move.option].grade in POOR
    if isinstance(move, Refer):
        return needle(asked.levels, REFERRAL_LEVELS.index(move.level)) > (1 if advised else 0)
    return False


def red_lines(game: Game, decisions: Sequence[Weighed], end: State) -> tuple[RedLine, ...]:
    """Every line crossed. A vital fact kept under advice is one only if it never reached its recipient."""
    found = []
    for one in decisions:
        scene, role = one.move.scene, one.move.role
        found += [RedLine(scene, role, line) for line in one.mark.red_lines]
        owed = {kept for kept in one.mark.kept if not (one.advised and _known(game, end, *kept))}
        found += [RedLine(scene, role, f"{fact} kept from {to}") for fact, to in sorted(owed)]
    return tuple(found)


def _known(game: Game, state: State, fact: str, to: str) -> bool:
    return to in game.layout.parties and level_at(state.knows, game.layout.slot(to, fact)) is not Level.NONE


class _Stamp(NamedTuple):
    """A milestone's stamp. `tainted`: a poor or unsafe choice, or an over-referral, set it."""

    event: Stamped
    tainted: bool


def verdicts(
    game: Game,
    clocks: Iterable[Clocked],
    decisions: Sequence[Weighed],
    events: Sequence[Event],
    end: State,
    rulebook: Rulebook,
) -> tuple[Verdict, ...]:
    """How every timescale went, those that are marked and those only shown."""
    stamps = _stamps(game, decisions, events)
    return tuple(_verdict(game, clocked, stamps, end, rulebook) for clocked in clocks)


def _stamps(game: Game, decisions: Sequence[Weighed], events: Iterable[Event]) -> tuple[_Stamp, ...]:
    """Every stamp in the order of events; each belongs to the decision just made in its scene by its role."""
    poor = {(one.move, one.before) for one in decisions if taints(one.asked, one.move, advised=one.advised)}
    found, made = [], None
    for event in events:
        if isinstance(event, Decided):
            made = event
        elif isinstance(event, Stamped):
            by = made is not None and (made.move.scene, made.move.role) == _stamper(game, event)
            found.append(_Stamp(event, by and made is not None and (made.move, made.before) in poor))
    return tuple(found)


def _stamper(game: Game, event: Stamped) -> tuple[str, str]:
    return game.scenes[event.scene].scene.id, event.role


def _verdict(
    game: Game, clocked: Clocked, stamps: Sequence[_Stamp], end: State, rulebook: Rulebook
) -> Verdict:
    begun, reached = _earliest(stamps, clocked.begins), _earliest(stamps, clocked.ends)
    flag = game.layout.marks.get(clocked.reasons_mark, 0)
    return verdict_of(
        clocked,
        begun.event.clock if begun else None,
        reached.event.clock if reached else None,
        end.clock,
        tainted=begun is not None and begun.tainted,
        reasons=bool(end.flags & flag),
        calendar=rulebook.calendar,
    )


def _earliest(stamps: Iterable[_Stamp], names: Container[str]) -> _Stamp | None:
    """The first to happen; of two at the same minute, the one that came first."""
    return next((stamp for stamp in stamps if stamp.event.milestone in names), None)


def referral_needle(evidence: Evidence) -> int | None:
    """Of a referral: steps over or under the right level."""
    return needle(evidence.right, evidence.chosen) if isinstance(evidence, ReferEvidence) else None
