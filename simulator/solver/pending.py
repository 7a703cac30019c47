"""Timescales while a play goes on: not begun, running to a deadline, or settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.calendar import Calendar
from scoring.guidance.model import Rule
from scoring.timescales import Clocked, due_at
from simulator.play.events import Event, Stamped
from simulator.play.game import Game

NOT_BEGUN = 0
MET = -1
LOST = -2
REACHED_FIRST = -3
"""What the clock runs to came before what starts it: met as soon as it begins."""
LATE_WITH_REASONS = -4
"""Late, and met if the reasons are on record at the end."""

Dues = tuple[int, ...]
"""For each marked timescale: one of the above, or the minute it falls due."""


class Running(NamedTuple):
    """One marked timescale, ready to be followed through a play."""

    rule: Rule
    begins: frozenset[str]
    """Milestones that start it."""
    ends: frozenset[str]
    reasons_flag: int
    """The flag of the mark that says reasons were recorded; 0: lateness is never excused."""


def running_of(game: Game, clocks: Iterable[Clocked]) -> tuple[Running, ...]:
    """The marked timescales of a case; those only shown are left out."""
    made = []
    for clocked in clocks:
        timescale = clocked.rule.timescale
        if timescale is None or not clocked.counted:
            continue
        flag = game.layout.marks.get(clocked.reasons_mark, 0) if timescale.reasons_excuse else 0
        made.append(Running(clocked.rule, clocked.begins, clocked.ends, flag))
    return tuple(made)


def follow(
    running: Sequence[Running], dues: Dues, events: Iterable[Event], calendar: Calendar, *, tainted: bool
) -> Dues:
    """The timescales after one move. `tainted`: what this move starts earns nothing."""
    stamped = [event for event in events if isinstance(event, Stamped)]
    if not stamped or not dues:
        return dues
    codes = list(dues)
    for index, one in enumerate(running):
        for event in stamped:
            if event.milestone in one.begins:
                codes[index] = _begun(one, codes[index], event, calendar, tainted and bool(event.role))
        for event in stamped:
            if event.milestone in one.ends:
                codes[index] = _reached(one, codes[index], event)
    return tuple(codes)


def _begun(one: Running, code: int, event: Stamped, calendar: Calendar, tainted: bool) -> int:
    if code not in (NOT_BEGUN, REACHED_FIRST):
        return code
    if tainted:
        return LOST
    if code == REACHED_FIRST:
        return MET
    due, _ = due_at(one.rule, event.clock, calendar)
    return LOST if due is None else due


def _reached(one: Running, code: int, event: Stamped) -> int:
    if code == NOT_BEGUN:
        return REACHED_FIRST
    if code < 0:
        return code
    if event.clock <= code:
        return MET
    return LATE_WITH_REASONS if one.reasons_flag else LOST


def earned(running: Sequence[Running], dues: Dues, flags: int) -> int:
    """Marks of the timescales once the play has ended: one for each met."""
    return sum(
        code == MET or (code == LATE_WITH_REASONS and bool(flags & one.reasons_flag))
        for one, code in zip(running, dues, strict=True)
    )


def unsettled(dues: Dues) -> bool:
    """Whether the clock can still decide anything here."""
    return any(code >= NOT_BEGUN for code in dues)
