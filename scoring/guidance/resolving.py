"""Which rules of a topic count on a day, and which of them sets the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from scoring.guidance.model import Rule, Timescale
from scoring.guidance.vocabulary import FORCES

_STRENGTH: Final = {force: place for place, force in enumerate(FORCES)}
_MINUTES: Final = {
    "hours": 60,
    "calendar_days": 1440,
    "working_days": 2016,
    "weeks": 10_080,
    "months": 43_200,
    "years": 525_600,
}
"""About how long a unit lasts (a working day is seven fifths of a day), to tell the tighter of two."""


@dataclass(frozen=True, slots=True)
class LocalLayer:
    """What a board adds on one day: rules of the packs it has adopted, and its own, each with its topic."""

    adopted: frozenset[str] = frozenset()
    own: tuple[tuple[str, Rule], ...] = ()
    also_right: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Referral level -> the levels its threshold document takes as right beside it."""


NATIONAL: Final = LocalLayer()
"""No board's layer: the national guidance alone."""


def in_force(
    rules: Iterable[Rule], on: date, families: frozenset[str] | None, adopted: frozenset[str]
) -> tuple[Rule, ...]:
    """The rules that count on a day, what binds most first.

    A rule of a family the case does not name counts only where the board has adopted it; an adopted rule
    counts whatever its own dates, because the board's adoption has dates of its own. Where only the adoption
    makes it count, its force is local. What two of them say in the same words is said once. Families None:
    all of them.
    """
    found = []
    for rule in rules:
        if rule.id in adopted:
            force = rule.force if rule.covers(on) else "local"
            found.append(replace(rule, adopted=True, force=force))
        elif rule.covers(on) and (families is None or rule.family in families):
            found.append(rule)
    said: dict[tuple[str, Timescale | None], Rule] = {}
    for rule in strongest_first(found):
        said.setdefault((rule.text, rule.timescale), rule)
    return tuple(said.values())


def strongest_first(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Statute before guidance before advice before local; adopted and verified ones first; else as given."""
    return tuple(sorted(rules, key=lambda rule: (_STRENGTH[rule.force], not rule.adopted, not rule.verified)))


def clock_of(rules: Iterable[Rule], role: str | None = None) -> Rule | None:
    """The rule whose timescale counts, or None where there is no clock.

    The strongest national rule counts; a local one only where the board adopts it, and then it may tighten
    the national time and never loosen it. With a role, only rules that bind the role are looked at.
    """
    timed = [
        rule
        for rule in strongest_first(rules)
        if rule.timescale is not None
        and rule.timescale.is_clock
        and (role is None or rule.binds(role))
        and (rule.force != "local" or rule.adopted)
    ]
    national = next((rule for rule in timed if rule.force != "local"), None)
    local = [rule for rule in timed if rule.force == "local" and rule.timescale is not None]
    tightest = national
    for rule in local:
        if tightest is None or _tighter(rule.timescale, tightest.timescale):
            tightest = rule
    return tightest


def _tighter(one: Timescale | None, other: Timescale | None) -> bool:
    """Whether one timescale asks for more: less time, or for a least time, more."""
    if one is None or one.value is None or one.unit not in _MINUTES:
        return False
    if other is None or other.value is None or other.unit not in _MINUTES:
        return True
    mine, theirs = one.value * _MINUTES[one.unit], other.value * _MINUTES[other.unit]
    return mine > theirs if one.kind == "min" else mine < theirs
