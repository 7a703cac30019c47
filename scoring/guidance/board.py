"""A board's own layer: names, agencies, thresholds, adopted rules, escalation, advice, bands, levels.

The profile keeps the text it was read from, so that an attempt can store it and read it back the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from scoring.errors import NotInGuidance
from scoring.guidance.model import Rule, Timescale
from scoring.guidance.resolving import LocalLayer


@dataclass(frozen=True, slots=True)
class Named:
    """What something was called in a span of years."""

    name: str
    begins: date | None = None
    ends: date | None = None
    run_by: str = ""
    """Who ran the service then; empty where the name says it."""
    kind: str = ""
    """For a board: ACPC, LSCB or safeguarding partners."""
    short: str = ""

    def covers(self, on: date) -> bool:
        """Whether it was called so on a day."""
        return (self.begins is None or self.begins <= on) and (self.ends is None or on <= self.ends)


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the area, as cases and the training record know it."""

    id: str
    group: str
    names: tuple[Named, ...]
    roles: tuple[str, ...] = ()
    """The packs' names for people who work there: whom a rule binds."""
    also: tuple[str, ...] = ()
    """Other words a case may use for it."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """What the board calls a referral level, and what else it takes as right."""

    level: str
    name: str
    means: str
    also_right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adoption:
    """Rules of the packs the board makes its own, and when."""

    rules: tuple[str, ...]
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule only this board has, and the topics it is cited by."""

    rule: Rule
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Escalation:
    """One step of taking a disagreement higher."""

    step: str
    who: str
    within: Timescale | None
    tells_board: bool


@dataclass(frozen=True, slots=True)
class Adviser:
    """A post one asks for advice."""

    post: str
    for_whom: str
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A public line, shown before a case, at the step-out and with the debrief."""

    name: str
    number: str
    for_whom: str


@dataclass(frozen=True, slots=True)
class Level:
    """What a completed case of a level counts for in the training record."""

    id: str
    title: str
    hours: int
    participatory: bool
    refresher_years: int


@dataclass(frozen=True, slots=True)
class Bands:
    """From how many parts in a hundred each band begins; below `developing` is `revisit`."""

    secure: int
    developing: int

    def band(self, hundredths: int) -> str:
        """secure, developing or revisit."""
        if hundredths >= self.secure:
            return "secure"
        return "developing" if hundredths >= self.developing else "revisit"


@dataclass(frozen=True, slots=True)
class Board:
    """Everything one board adds to the national guidance."""

    id: str
    about: str
    names: tuple[Named, ...]
    groups: Mapping[str, str]
    agencies: Mapping[str, Agency]
    thresholds: Mapping[str, Threshold]
    adopts: tuple[Adoption, ...]
    own_rules: tuple[OwnRule, ...]
    escalation: tuple[Escalation, ...]
    officers: Mapping[str, tuple[Named, ...]]
    advisers: tuple[Adviser, ...]
    support: tuple[SupportLine, ...]
    bands: Bands
    levels: Mapping[str, Level]
    smallest_shown: int
    """Numbers of people below this are shown to nobody else."""
    text: str
    """The profile as it was written."""

    def on(self, on: date) -> Named:
        """The board's name and kind on a day."""
        return _named_on(self.names, on)

    def agency(self, name: str) -> Agency:
        """An agency by its id or another word for it; raises NotInGuidance."""
        found = self.agencies.get(name) or next((a for a in self.agencies.values() if name in a.also), None)
        if found is None:
            raise NotInGuidance("Board profile", f"There is no agency “{name}”.", "Add it to the profile.")
        return found

    def knows_agency(self, name: str) -> bool:
        """Whether the catalogue has an agency by that word."""
        return name in self.agencies or any(name in agency.also for agency in self.agencies.values())

    def agency_on(self, name: str, on: date) -> Named:
        """What an agency was called, and who ran it, on a day."""
        return _named_on(self.agency(name).names, on)

    def officer_on(self, post: str, on: date) -> str:
        """What the lead officer or lead member was called on a day."""
        return _named_on(self.officers[post], on).name

    def advisers_on(self, on: date) -> tuple[Adviser, ...]:
        """The posts that could be asked for advice on a day."""
        return tuple(
            adviser
            for adviser in self.advisers
            if (adviser.begins is None or adviser.begins <= on)
            and (adviser.ends is None or on <= adviser.ends)
        )

    def local_on(self, on: date) -> LocalLayer:
        """What the board adds on a day, ready for `Guidance.resolve`."""
        wider = tuple((one.level, one.also_right) for one in self.thresholds.values() if one.also_right)
        return replace(_local_on(self.adopts, self.own_rules, on), also_right=wider)


def agency_name(board: Board, agency: str, on: date) -> str:
    """What an agency was called on a day; raises NotInGuidance."""
    return board.agency_on(agency, on).name


def _named_on(names: tuple[Named, ...], on: date) -> Named:
    """The name of the day; before the first or after the last, the nearest there is."""
    named = next((name for name in names if name.covers(on)), None)
    if named is not None:
        return named
    return names[0] if names[0].begins is not None and on < names[0].begins else names[-1]


@lru_cache(maxsize=32)
def _local_on(adopts: tuple[Adoption, ...], own: tuple[OwnRule, ...], on: date) -> LocalLayer:
    adopted = frozenset(
        rule
        for adoption in adopts
        if (adoption.begins is None or adoption.begins <= on)
        and (adoption.ends is None or on <= adoption.ends)
        for rule in adoption.rules
    )
    return LocalLayer(adopted, tuple((t, o.rule) for o in own if o.rule.covers(on) for t in o.topics))
