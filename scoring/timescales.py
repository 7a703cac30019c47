"""Timescales that are marked: what falls due when, and whether it was met."""

from __future__ import annotations

from typing import NamedTuple

from scoring.calendar import ENGLAND, MINUTES_A_DAY, Calendar, due, from_minutes, latest, to_minutes
from scoring.guidance.model import Rule

MET, LATE, MISSED, NOT_COUNTED = "met", "late", "missed", "not counted"
LEAST = "min"
"""The kind of a timescale that is a least time."""


class Clocked(NamedTuple):
    """One timescale of one rule, as far as a case marks it."""

    topic: str
    rule: Rule
    begins: frozenset[str]
    """Milestones that start it: its own, and those that stand for it."""
    ends: frozenset[str]
    reasons_mark: str
    """A mark that says reasons for lateness were recorded; empty where lateness is never excused."""
    counted: bool
    """Whether it is marked, or only shown: shown only, where it binds nobody who is played."""


class Verdict(NamedTuple):
    """How a timescale went. Moments are minutes; None: not reached, or no deadline."""

    topic: str
    rule: str
    begins: str
    ends: str
    begun: int | None
    due: int | None
    actual: int | None
    verdict: str
    counting: tuple[str, ...]
    earned: int
    counted: bool
    excused: bool
    verified: bool
    """False: the rule was recalled and not seen; wherever its time is shown, that is said."""


def due_at(rule: Rule, begun: int, calendar: Calendar = ENGLAND) -> tuple[int | None, tuple[str, ...]]:
    """The minute a rule's timescale falls due after it began, with the counting in words.

    None where nothing falls due: the rule gives no number, or a least time that must lie before something.
    """
    if rule.timescale is None or is_least_time(rule):
        return None, ()
    found = due(from_minutes(begun), rule.timescale, calendar)
    return (None if found.at is None else to_minutes(found.at)), found.counting


def is_least_time(rule: Rule) -> bool:
    """Whether a timescale is a least time: what begins it must lie so long before what ends it."""
    return rule.timescale is not None and rule.timescale.kind == LEAST


def last_beginning(
    rule: Rule, reached: int, calendar: Calendar = ENGLAND
) -> tuple[int | None, tuple[str, ...]]:
    """Of a least time: the last minute at which it could begin, with the counting in words."""
    assert rule.timescale is not None
    found = latest(from_minutes(reached), rule.timescale, calendar)
    return (None if found.at is None else to_minutes(found.at)), found.counting


def first_end(rule: Rule, begun: int, calendar: Calendar = ENGLAND) -> int | None:
    """Of a least time: the first minute at which what ends it may come; None where there is no number."""
    to_the_minute = rule.timescale is not None and rule.timescale.unit == "hours"
    end = begun if to_the_minute else begun - begun % MINUTES_A_DAY
    while (last := last_beginning(rule, end, calendar)[0]) is not None and last < begun:
        end += begun - last if to_the_minute else MINUTES_A_DAY
    return None if last is None else end


def verdict_of(
    clocked: Clocked,
    begun: int | None,
    reached: int | None,
    ended: int,
    *,
    tainted: bool,
    reasons: bool,
    calendar: Calendar = ENGLAND,
) -> Verdict:
    """Judge one timescale at the end of a play.

    A deadline after the ending that was not reached is not counted. A clock started by a poor or unsafe
    choice, or by over-referral, earns nothing. Late with recorded reasons is met where the rule says so.
    Of a least time (a report to the family two days before the conference) `due` is the last moment at which
    it could begin: counted once what ends it has come, and missed where it never began.
    """
    timescale = clocked.rule.timescale
    assert timescale is not None
    deadline, counting = _deadline(clocked.rule, begun, reached, calendar)
    least = is_least_time(clocked.rule)
    result = _least_time(begun, reached, deadline) if least else _most_time(begun, reached, deadline, ended)
    excused = result == LATE and timescale.reasons_excuse and reasons
    result = MET if excused else result
    return Verdict(
        clocked.topic,
        clocked.rule.id,
        timescale.begins,
        timescale.ends,
        begun,
        deadline,
        reached,
        result,
        counting,
        int(result == MET and clocked.counted and not tainted),
        clocked.counted,
        excused,
        clocked.rule.verified,
    )


def _deadline(
    rule: Rule, begun: int | None, reached: int | None, calendar: Calendar
) -> tuple[int | None, tuple[str, ...]]:
    """When it was due, with the counting in words; None where what it is counted from has not come."""
    if is_least_time(rule):
        return (None, ()) if reached is None else last_beginning(rule, reached, calendar)
    return (None, ()) if begun is None else due_at(rule, begun, calendar)


def _most_time(begun: int | None, reached: int | None, deadline: int | None, ended: int) -> str:
    if begun is None or deadline is None:
        return NOT_COUNTED
    if reached is not None:
        return MET if reached <= deadline else LATE
    return NOT_COUNTED if deadline > ended else MISSED


def _least_time(begun: int | None, reached: int | None, deadline: int | None) -> str:
    if reached is None or deadline is None:
        return NOT_COUNTED
    if begun is None:
        return MISSED
    return MET if begun <= deadline else LATE
