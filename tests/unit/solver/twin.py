"""The score space by plain enumeration: every way to fill in every form, through play's own `step` and
scoring's own `mark`. No projection, no counting, no shortcut: what it finds, the exact solver must say.

States are kept whole, with the history that marks read: which milestones were stamped when, whether by a poor
choice, and which vital facts were kept under advice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from scoring.rulebook import Rulebook
from scoring.terms import Level
from scoring.timescales import Clocked, verdict_of
from simulator.play.decide import would_stand
from simulator.play.events import Event, Stamped
from simulator.play.expected import Expectations
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
from simulator.play.marking import taints, weighed
from simulator.play.moves import (
    Ask,
    Bring,
    Choose,
    DecisionMove,
    Entry,
    LookUp,
    Move,
    Passing,
    Record,
    Refer,
    Share,
    Stand,
    TakeAdvice,
    View,
)
from simulator.play.state import NO_ENDING, State, level_at
from simulator.play.step import start, step, waiting_for
from simulator.solver.others import TRAINER, Policy


class TooMany(Exception):
    """More moves than the twin was allowed to try."""


class Begun(NamedTuple):
    """A milestone's first stamp. `tainted`: by a poor or unsafe choice, or an over-referral."""

    milestone: str
    clock: int
    tainted: bool


class Moment(NamedTuple):
    """A state with all of its past that marks read."""

    state: State
    stamps: tuple[Begun, ...]
    kept: tuple[tuple[str, str], ...]
    """Vital facts kept under advice, (fact, recipient), each as often as it was kept."""


class Worth(NamedTuple):
    """Red lines and marks of one move, or of an ending."""

    reds: int
    marks: Fraction


class Outlook(NamedTuple):
    """All that can still come of a moment, its clocks included."""

    best: tuple[int, Fraction]
    worst: tuple[int, Fraction]
    highest: Fraction
    lowest: Fraction
    mean: Fraction
    endings: Mapping[int, Fraction]


class Twin:
    """One game, enumerated for some of its seats."""

    def __init__(
        self,
        game: Game,
        expected: Expectations,
        clocks: Sequence[Clocked],
        seats: tuple[str, ...],
        rulebook: Rulebook | None = None,
        policies: Mapping[str, Policy] | None = None,
        most_steps: int = 20_000,
    ) -> None:
        self.game, self.expected, self.clocks, self.seats = game, expected, clocks, seats
        self.calendar = (rulebook or game.rulebook).calendar
        self.policies = policies or {}
        self.left = most_steps
        self._known: dict[Moment, Outlook] = {}

    # --- one move ------------------------------------------------------------------------------------

    def first(self) -> Moment:
        state, events = start(self.game, self.seats)
        return Moment(state, self._stamped((), events, None), ())

    def after(self, moment: Moment, move: Move) -> tuple[Worth, Moment]:
        """What a move earns for those that are solved for, and where it leads."""
        self.left -= 1
        if self.left < 0:
            raise TooMany
        state, events = step(self.game, moment.state, move)
        reds, marks, kept = 0, Fraction(0), moment.kept
        tainting = None
        for one in weighed(self.game, self.expected, events):
            if taints(one.asked, one.move, advised=one.advised):
                tainting = one.move.scene
            if one.move.role in self.policies:
                continue
            reds += len(one.mark.red_lines) + (0 if one.advised else len(one.mark.kept))
            kept = (*kept, *(one.mark.kept if one.advised else ()))
            marks += one.mark.earned
        stamps = self._stamped(moment.stamps, events, tainting)
        return Worth(reds, marks), Moment(state, stamps, tuple(sorted(kept)))

    def _stamped(
        self, known: tuple[Begun, ...], events: Sequence[Event], tainting: str | None
    ) -> tuple[Begun, ...]:
        for event in events:
            if isinstance(event, Stamped):
                assert event.milestone not in {one.milestone for one in known}, "stamped twice"
                here = self.game.scenes[event.scene].scene.id
                known = (*known, Begun(event.milestone, event.clock, bool(event.role) and here == tainting))
        return known

    def settled(self, moment: Moment) -> Worth:
        """What an ending brings: clocks met, and vital facts that never passed."""
        state, marks = moment.state, 0
        for clocked in self.clocks:
            begun = next((one for one in moment.stamps if one.milestone in clocked.begins), None)
            ended = next((one for one in moment.stamps if one.milestone in clocked.ends), None)
            reasons = self.game.layout.marks.get(clocked.reasons_mark, 0)
            marks += verdict_of(
                clocked,
                begun.clock if begun else None,
                ended.clock if ended else None,
                state.clock,
                tainted=begun is not None and begun.tainted,
                reasons=bool(state.flags & reasons),
                calendar=self.calendar,
            ).earned
        return Worth(sum(not self._knows(state, *kept) for kept in moment.kept), Fraction(marks))

    def _knows(self, state: State, fact: str, to: str) -> bool:
        parties = self.game.layout.parties
        return to in parties and level_at(state.knows, self.game.layout.slot(to, fact)) is not Level.NONE

    # --- every move ----------------------------------------------------------------------------------

    def moves(self, state: State, role: str) -> Iterator[tuple[int, Move]]:
        """Every move with how often a uniform guesser makes it, out of the sum."""
        if role in self.policies:
            yield 1, self.policies[role](state, role)
            return
        yield from filled_in(self.game, state, role)
        decision = self.game.scenes[state.scene].decision
        assert decision is not None
        if decision.advice and not state.part.advised & self.game.seat[role]:
            yield 0, TakeAdvice(self.game.scenes[state.scene].scene.id, role)

    def outlook(self, moment: Moment) -> Outlook:
        """All that can come of a moment."""
        known = self._known.get(moment)
        if known is None:
            waiting = waiting_for(self.game, moment.state)
            if waiting:
                known = self._onward(moment, waiting[0])
            elif moment.state.ending == NO_ENDING:
                known = self.outlook(self.after(moment, self.stands(moment.state))[1])
            else:
                known = self._at_the_end(moment)
            self._known[moment] = known
        return known

    def stands(self, state: State) -> Move:
        """What a trainer said, or is taken to say: what would stand without one."""
        if TRAINER in self.policies:
            return self.policies[TRAINER](state, TRAINER)
        return Stand(self.game.scenes[state.scene].scene.id, would_stand(self.game, state))

    def _at_the_end(self, moment: Moment) -> Outlook:
        assert moment.state.ending != NO_ENDING
        reds, marks = self.settled(moment)
        pair = (reds, marks)
        return Outlook(pair, pair, marks, marks, marks, {moment.state.ending: Fraction(1)})

    def _onward(self, moment: Moment, role: str) -> Outlook:
        found: list[tuple[int, Worth, Outlook]] = []
        for weight, move in self.moves(moment.state, role):
            worth, there = self.after(moment, move)
            found.append((weight, worth, self.outlook(there)))
        total = sum(weight for weight, _, _ in found)
        endings: dict[int, Fraction] = {}
        for weight, _, then in found:
            for ending, chance in then.endings.items() if weight else ():
                endings[ending] = endings.get(ending, Fraction(0)) + chance * weight / total
        best = [(worth.reds + then.best[0], worth.marks + then.best[1]) for _, worth, then in found]
        worst = [(worth.reds + then.worst[0], worth.marks + then.worst[1]) for _, worth, then in found]
        return Outlook(
            min(best, key=lambda pair: (pair[0], -pair[1])),
            max(worst, key=lambda pair: (pair[0], -pair[1])),
            max(worth.marks + then.highest for _, worth, then in found),
            min(worth.marks + then.lowest for _, worth, then in found),
            sum((weight * (worth.marks + then.mean) for weight, worth, then in found), Fraction(0)) / total,
            endings,
        )


# --- every way to fill in a form -----------------------------------------------------------------------


def filled_in(game: Game, state: State, role: str) -> Iterator[tuple[int, DecisionMove]]:
    """Each way to fill in the form that waits for a role, with its weight for a uniform guesser."""
    form, scene = form_of(game, state, role), game.scenes[state.scene].scene.id
    if isinstance(form, OptionsForm):
        yield from ((1, Choose(scene, role, option.id)) for option in form.options)
    elif isinstance(form, ViewForm):
        yield from ((1, View(scene, role, option.id)) for option in form.options)
    elif isinstance(form, ShareForm):
        for given, openness in _passed(form, role):
            for basis, reason in product(_or_empty(form.bases), _or_empty(form.reasons)):
                weight = _guessed(form.bases, basis) * _guessed(form.reasons, reason)
                yield weight, Share(scene, role, given, openness, basis, reason)
    elif isinstance(form, BringForm):
        for levels in product(*(_levels(one) for one in form.facts)):
            pairs = zip(form.facts, levels, strict=True)
            yield 1, Bring(scene, role, tuple((one.fact, level) for one, level in pairs if level))
    elif isinstance(form, AskForm):
        yield from _asked(form, scene, role)
    elif isinstance(form, ReferForm):
        yield from _referred(form, scene, role)
    elif isinstance(form, RecordForm):
        yield from _recorded(form, scene, role)
    else:
        assert isinstance(form, LookUpForm)
        for purpose, result in product(_or_empty(form.purposes), form.results):
            yield _guessed(form.purposes, purpose), LookUp(scene, role, purpose, result)


def _or_empty(values: Sequence[str]) -> tuple[str, ...]:
    """The values of a field, and leaving it empty, which nobody guesses but anybody may do."""
    return (*values, "")


def _guessed(values: Sequence[str], value: str) -> int:
    return 1 if value or not values else 0


def _levels(one: Offered) -> tuple[Level, ...]:
    return (Level.NONE, *one.levels)


def _passed(form: ShareForm, role: str) -> Iterator[tuple[tuple[Passing, ...], tuple[tuple[str, str], ...]]]:
    cells = [(one, to) for to in form.to if to != role for one in form.facts]
    for levels in product(*(_levels(one) for one, _ in cells)):
        pairs = zip(cells, levels, strict=True)
        given = tuple(Passing(one.fact, to, level) for (one, to), level in pairs if level)
        for modes in product(*(MODES for _ in form.people)):
            yield given, tuple(zip(form.people, modes, strict=True))


def _asked(form: AskForm, scene: str, role: str) -> Iterator[tuple[int, Ask]]:
    """Half the guesses do not ask a role at all."""
    for purposes in product(("", *form.purposes), repeat=len(form.of)):
        weight = len(form.purposes) ** purposes.count("")
        asked = tuple((holder, why) for holder, why in zip(form.of, purposes, strict=True) if why)
        for basis in _or_empty(form.bases):
            yield weight * _guessed(form.bases, basis), Ask(scene, role, asked, basis)


def _referred(form: ReferForm, scene: str, role: str) -> Iterator[tuple[int, Refer]]:
    """No referral is one of the levels, and a guesser takes each level as often."""
    sent = [
        (_guessed(form.urgencies, urgency) * _guessed(form.routes, route), (urgency, route, given, openness))
        for given, openness in _passed(form.share, role)
        for urgency, route in product(_or_empty(form.urgencies), _or_empty(form.routes))
    ]
    yield sum(weight for weight, _ in sent), Refer(scene, role)
    for level in form.levels[1:]:
        yield from ((weight, Refer(scene, role, level, *details)) for weight, details in sent)


def _recorded(form: RecordForm, scene: str, role: str) -> Iterator[tuple[int, Record]]:
    """Half the guesses leave a fact out."""
    written = list(product(form.labels, form.places))
    for entries in product((None, *written), repeat=len(form.facts)):
        weight = len(written) ** entries.count(None)
        pairs = zip(form.facts, entries, strict=True)
        yield weight, Record(scene, role, tuple(Entry(fact, *entry) for fact, entry in pairs if entry))
