"""Filters of the library: level, time, role, year. Each press goes to the next value that some case has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from scoring.calendar import from_minutes
from simulator.scenario.library import Summary
from simulator.scenario.model import CASE_LEVELS
from simulator.terminal.reading.names import level_name
from simulator.text import clean
from simulator.words import cases as words
from simulator.words import say

Chosen = Mapping[str, str]
"""Filter -> its value; empty or missing: all."""

LEVEL, MINUTES, ROLE, YEAR = "level", "minutes", "role", "year"
FILTERS: Final = {
    LEVEL: words.FILTER_LEVEL,
    MINUTES: words.FILTER_MINUTES,
    ROLE: words.FILTER_ROLE,
    YEAR: words.FILTER_YEAR,
}
STEPS: Final = (25, 45, 75, 120)
"""Minutes a session has."""


def fits(case: Summary, chosen: Chosen) -> bool:
    """Whether a case passes every filter; a broken one passes only where none is set."""
    return all(wanted in _values(name, case) for name, wanted in chosen.items() if wanted)


def _values(name: str, case: Summary) -> tuple[str, ...]:
    if name == LEVEL:
        return (case.level,)
    if name == ROLE:
        return case.roles
    if name == YEAR:
        return () if case.broken else (str(from_minutes(case.set_on).year),)
    shortest = min((minutes for _, minutes in (*case.cuts, ("", case.minutes)) if minutes), default=0)
    return tuple(str(step) for step in STEPS if 0 < shortest <= step)


def next_choice(name: str, now: str, cases: Sequence[Summary]) -> str:
    """The value after this one; after the last, all again."""
    values = {value for case in cases for value in _values(name, case) if value}
    ring = ["", *sorted(values, key=lambda value: _place(name, value))]
    return ring[(ring.index(now) + 1) % len(ring)] if now in ring else ""


def _place(name: str, value: str) -> tuple[int, str]:
    if name == LEVEL:
        return (CASE_LEVELS.index(value) if value in CASE_LEVELS else len(CASE_LEVELS), value)
    return (int(value), "") if value.isdigit() else (0, value)


def said_filter(name: str, chosen: Chosen) -> str:
    """`Level: core`."""
    value = chosen.get(name, "")
    shown = clean(value) if value else say(words.ALL)
    if value and name == MINUTES:
        shown = say(words.UP_TO, minutes=value)
    elif value and name == LEVEL:
        shown = level_name(value)
    return say(words.FILTER, name=say(FILTERS[name]), value=shown)
