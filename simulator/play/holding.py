"""Conditions turned into quick tests of a state, each with what it reads: the solver keeps just that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from scoring.calendar import ENGLAND, MINUTES_A_DAY, Calendar, nth_working_day_at_nine
from scoring.rulebook import Rulebook
from scoring.terms import Level
from simulator.play.layout import Layout
from simulator.play.state import UNREACHED, State
from simulator.scenario.model import (
    START,
    AnyOf,
    Chose,
    Clock,
    Condition,
    Conditions,
    EditionIs,
    Knows,
    KnowsSome,
    Marked,
    Playing,
    Reached,
    Span,
    Within,
)
from simulator.scenario.model.terms import MINUTES_IN

Holds = Callable[[State], bool]


class Reads(NamedTuple):
    """What a test looks at."""

    knows: int = 0
    flags: int = 0
    stamps: frozenset[int] = frozenset()
    """Milestones of which only *reached or not* matters."""
    times: frozenset[int] = frozenset()
    """Milestones whose very time matters."""
    clock: bool = False

    def and_also(self, other: Reads) -> Reads:
        return Reads(
            self.knows | other.knows,
            self.flags | other.flags,
            self.stamps | other.stamps,
            self.times | other.times,
            self.clock or other.clock,
        )


class Test(NamedTuple):
    """A compiled condition, and the parts of the state that it looks at."""

    holds: Holds | None
    """None: always holds."""
    reads: Reads = Reads()


ALWAYS = Test(None)


class Context(NamedTuple):
    """What conditions may look at beyond the state: all fixed for the whole attempt."""

    layout: Layout
    rulebook: Rulebook
    starts: int
    roles: tuple[str, ...]


def test_of(conditions: Conditions, context: Context) -> Test:
    """All conditions of a list in one test."""
    if not conditions:
        return ALWAYS
    if len(conditions) == 1:
        return _test(conditions[0], context)
    tests = [_test(condition, context) for condition in conditions]
    reads = all_reads(test.reads for test in tests)
    parts = [test.holds for test in tests if test.holds]
    return Test(lambda state: all(holds(state) for holds in parts), reads)


def all_reads(reads: Iterable[Reads]) -> Reads:
    """Everything that several tests read."""
    total = Reads()
    for one in reads:
        total = total.and_also(one)
    return total


def later(clock: int, span: Span, calendar: Calendar = ENGLAND) -> int:
    """The clock after a span: working days end at nine o'clock of the day reached."""
    length = MINUTES_IN.get(span.unit)
    if length is None:
        return nth_working_day_at_nine(clock, span.amount, calendar)
    return clock + span.amount * length


def _test(condition: Condition, context: Context) -> Test:
    if isinstance(condition, Knows):
        return _knows(condition, context.layout)
    if isinstance(condition, KnowsSome):
        return _knows_some(condition, context.layout)
    if isinstance(condition, Chose):
        mask = context.layout.chosen[condition.scene, condition.choice]
        return _flagged(mask, 1, condition.negated)
    if isinstance(condition, Marked):
        mask = sum({context.layout.marks[mark] for mark in condition.marks})
        return _flagged(mask, condition.at_least, condition.negated)
    if isinstance(condition, Reached):
        return _reached(condition, context.layout)
    if isinstance(condition, Within):
        return _within(condition, context)
    if isinstance(condition, Clock):
        return _clock(condition, context)
    if isinstance(condition, Playing):
        seat = 1 << context.roles.index(condition.role)
        negated = condition.negated
        return Test(lambda state: bool(state.seats & seat) is not negated)
    if isinstance(condition, EditionIs):
        holds = _edition_holds(condition, context.rulebook)
        return Test(lambda state: holds)
    return _any_of(condition, context)


def _knows(condition: Knows, layout: Layout) -> Test:
    slot = layout.slot(condition.party, condition.fact)
    bit = (2 if condition.level is Level.FULL else 1) << (slot << 1)
    if condition.negated:
        return Test(lambda state: not state.knows & bit, Reads(knows=bit))
    return Test(lambda state: bool(state.knows & bit), Reads(knows=bit))


def _knows_some(condition: KnowsSome, layout: Layout) -> Test:
    mask = 0
    for fact in condition.facts:
        mask |= layout.knowing(condition.party, fact, Level.HEADLINE)
    least = condition.at_least
    return Test(lambda state: (state.knows & mask).bit_count() >= least, Reads(knows=mask))


def _flagged(mask: int, at_least: int, negated: bool) -> Test:
    reads = Reads(flags=mask)
    if negated:
        return Test(lambda state: (state.flags & mask).bit_count() < at_least, reads)
    if at_least == 1:
        return Test(lambda state: bool(state.flags & mask), reads)
    return Test(lambda state: (state.flags & mask).bit_count() >= at_least, reads)


def _reached(condition: Reached, layout: Layout) -> Test:
    index, negated = layout.milestones[condition.milestone], condition.negated
    return Test(
        lambda state: (state.stamps[index] != UNREACHED) is not negated,
        Reads(stamps=frozenset({index})),
    )


def _last_minute(begun: int, span: Span, calendar: Calendar) -> int:
    """The last minute within a span: of working days, the end of the day, as a timescale counts them."""
    latest = later(begun, span, calendar)
    if span.unit != "working days":
        return latest
    return latest - latest % MINUTES_A_DAY + MINUTES_A_DAY - 1


def _within(condition: Within, context: Context) -> Test:
    index = context.layout.milestones[condition.milestone]
    span, starts, calendar = condition.span, context.starts, context.rulebook.calendar
    if condition.since == START:
        latest = _last_minute(starts, span, calendar)
        return Test(
            lambda state: UNREACHED != state.stamps[index] <= latest,
            Reads(times=frozenset({index})),
        )
    since = context.layout.milestones[condition.since]

    def holds(state: State) -> bool:
        reached, begun = state.stamps[index], state.stamps[since]
        return reached != UNREACHED != begun and reached <= _last_minute(begun, span, calendar)

    return Test(holds, Reads(times=frozenset({index, since})))


def _clock(condition: Clock, context: Context) -> Test:
    before, calendar = condition.before, context.rulebook.calendar
    if condition.span is None or condition.since == START:
        limit = (
            condition.moment if condition.span is None else later(context.starts, condition.span, calendar)
        )
        assert limit is not None
        fixed = limit
        return Test(lambda state: (state.clock < fixed) is before, Reads(clock=True))
    span, since = condition.span, context.layout.milestones[condition.since]

    def holds(state: State) -> bool:
        begun = state.stamps[since]
        return begun != UNREACHED and (state.clock < later(begun, span, calendar)) is before

    return Test(holds, Reads(clock=True, times=frozenset({since})))


def _edition_holds(condition: EditionIs, rulebook: Rulebook) -> bool:
    if condition.relation == "is":
        return condition.edition in rulebook.editions.values()
    return (condition.edition in rulebook.begun) is (condition.relation == "from")


def _any_of(condition: AnyOf, context: Context) -> Test:
    tests = [_test(inner, context) for inner in condition.conditions]
    parts = [test.holds for test in tests if test.holds]
    return Test(
        lambda state: any(holds(state) for holds in parts),
        all_reads(test.reads for test in tests),
    )
