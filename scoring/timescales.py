"""Timescales that are marked: what falls due when, and whether it was met."""

from __future__ import annotations

from typing import NamedTuple

from scoring.calendar import ENGLAND, Calendar, due, from_minutes, to_minutes
from scoring.guidance.model import Rule

MET, LATE, MISSED, NOT_COUNTED = "met", "late", "missed", "not counted"


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


def due_at(rule: Rule, begun: int, calendar: Calendar = ENGLAND) -> tuple[int | None, tuple[str, ...]]:
    """The minute a rule's timescale falls due after it began, with the counting in words."""
    if rule.timescale is None:
        return None, ()
    found = due(from_minutes(begun), rule.timescale, calendar)
    return (None if found.at is None else to_minutes(found.at)), found.counting


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
    """
    timescale = clocked.rule.timescale
    assert timescale is not None
    deadline, counting = due_at(clocked.rule, begun, calendar) if begun is not None else (None, ())
    excused = False
    if begun is None or deadline is None:
        result = NOT_COUNTED
    elif reached is not None and reached <= deadline:
        result = MET
    elif reached is not None:
        excused = timescale.reasons_excuse and reasons
        result = MET if excused else LATE
    else:
        result = NOT_COUNTED if deadline > ended else MISSED
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
    )
