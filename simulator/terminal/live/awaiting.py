"""Who is there, who is waited for, and how long there is, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from simulator.scenario.model import Case
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say, say_count

if TYPE_CHECKING:
    from simulator.workshop.awaiting import Awaited


BEGUN, LOST = "begun", "lost"
"""How waiting for a table ends: it plays, or the place is no longer this window's."""


class Present(NamedTuple):
    """Somebody with a seat at the table, or its scribe."""

    role: str
    """Empty for the scribe."""
    name: str
    """Empty where nobody has said it."""
    plays: bool
    """False: a colleague's habit plays the seat."""
    away: bool
    """Their window has been silent."""


def title_of(case: Case, role: str) -> str:
    """A seat as it is spoken of: `the teacher`; anybody else is the trainer."""
    if role not in case.roles:
        return say(words.TRAINER)
    return say(words.THE, role=clean(case.roles[role].title))


def listed(parts: Iterable[str]) -> str:
    """`the teacher, the nurse and the police officer`."""
    *first, last = list(parts) or [""]
    return say(words.AND, first=", ".join(first), last=last) if first else last


def waiting_for(case: Case, waited_for: Sequence[Awaited], most: int = 0) -> str:
    """`Waiting for the teacher and the police officer`; `Waiting for 5 seats` where more than `most` are."""
    if 0 < most < len(waited_for):
        return say(words.WAITING_FOR_MANY, number=len(waited_for))
    return say(words.WAITING_FOR, who=listed(title_of(case, each.role) for each in waited_for))


def here_lines(case: Case, present: Iterable[Present]) -> tuple[str, ...]:
    """A line for every seat: who plays it."""
    return tuple(_here_line(case, each) for each in present)


def _here_line(case: Case, each: Present) -> str:
    title = clean(case.roles[each.role].title) if each.role else say(words.SCRIBE_TITLE)
    title = title[:1].upper() + title[1:]
    if not each.plays:
        return say(words.IS_SIMULATED, role=title)
    phrase = words.IS_AWAY if each.away else words.NOW_PLAYS
    return say(phrase, role=title, name=clean(each.name) or say(words.SOMEBODY))


def here_count(present: Iterable[Present]) -> str:
    """`4 of 5 here`, of the seats that people play."""
    playing = [each for each in present if each.plays and each.role]
    return say(words.HERE_COUNT, here=sum(not each.away for each in playing), of=len(playing))


def time_left(minutes: float | None) -> str:
    """`12 min left`; empty without a time box."""
    if minutes is None:
        return ""
    if minutes <= 0:
        return say(words.TIME_UP)
    return say_count(ceil(minutes), words.LEFT_MINUTE, words.LEFT_MINUTES)
