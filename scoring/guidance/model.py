"""What the guidance consists of: editions, rules, timescales, sources, topics, lawful bases.

Everything is frozen and becomes plain data and back, because the rules a case was played with are stored
with the attempt and must read the same years later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from scoring.guidance.vocabulary import FORCE_WORDS

Data = dict[str, Any]
"""Plain data as JSON holds it: strings, numbers, booleans, None, lists and maps of these."""


@dataclass(frozen=True, slots=True)
class Timescale:
    """From one milestone to another; `value` is None where the unit is a word such as "promptly"."""

    value: int | None
    unit: str
    begins: str
    """The milestone it counts from."""
    ends: str
    """The milestone that must be reached."""
    kind: str = "max"
    note: str = ""
    first_day_counts: bool = False
    """The day of the event is day 1, as where police protection came before a court order."""
    reasons_excuse: bool = False
    """Late with reasons on record is in time."""

    @property
    def is_clock(self) -> bool:
        """Whether something falls due at all."""
        return self.kind not in ("definition", "amount") and self.unit != "agencies"

    @property
    def in_words(self) -> str:
        """`15 working days`, `promptly`."""
        unit = self.unit.replace("_", " ")
        if self.value is None:
            return unit
        return f"{self.value} {unit[:-1] if self.value == 1 else unit}"

    def as_data(self) -> Data:
        """Plain data, for storing."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Timescale:
        """Back from plain data."""
        return cls(**data)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read."""

    id: str
    title: str
    url: str = ""
    """Empty for a founding document that is not on the web."""
    kind: str = ""
    seen: str = ""
    """How much of it was seen."""

    def as_data(self) -> Data:
        """Plain data, for storing."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Source:
        """Back from plain data."""
        return cls(**data)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of one family of guidance. Without a first day it is in force only where adopted."""

    id: str
    title: str
    family: str
    begins: date | None
    ends: date | None
    board: str = ""
    """ACPC, LSCB or safeguarding partners: who co-ordinated when it was in force."""
    successive: bool = False
    """A later edition of the family replaces it; otherwise the family's editions add up."""
    dates: str = ""
    """How sure its dates are."""
    note: str = ""
    first_title: str = ""
    """What it was called before `title_from`, where its title names a later change."""
    title_from: date | None = None

    def covers(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return covers(self.begins, self.ends, on)

    def title_on(self, on: date) -> str:
        """Its title as far as a day knows it: without what was changed later."""
        return self.first_title if self.title_from and on < self.title_from else self.title

    def as_data(self) -> Data:
        """Plain data, for storing."""
        data = {name: getattr(self, name) for name in self.__slots__}
        return data | {name: iso(data[name]) for name in ("begins", "ends", "title_from")}


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing the guidance of one edition says, in our words."""

    id: str
    edition: str
    family: str
    domain: str
    roles: tuple[str, ...]
    text: str
    force: str
    confidence: str
    """verified: seen on the page of a source; memory: recalled, shown with an "unverified" badge."""
    begins: date | None
    """None: never in force by date."""
    ends: date | None
    timescale: Timescale | None = None
    reference: str = ""
    """Paragraph or section, only where the number itself was seen."""
    sources: tuple[Source, ...] = ()
    evidence: str = ""
    attribution: str = ""
    """Whether the page ties the rule to this edition: yes, inferred or recalled."""
    dated: str = ""
    """Why the rule's dates differ from its edition's."""
    caveat: str = ""
    adopted: bool = False
    """A board profile in force on the date has made it its own."""

    @property
    def force_word(self) -> str:
        """must, should, advice or local."""
        return FORCE_WORDS[self.force]

    @property
    def verified(self) -> bool:
        """False: recalled and not seen; wherever it is shown, it is shown as unverified."""
        return self.confidence == "verified"

    @property
    def may_be_red_line(self) -> bool:
        """Recalled rules never make a red line, and examples from single boards only where adopted."""
        return self.verified and (self.adopted or (self.force != "local" and self.begins is not None))

    def binds(self, role: str) -> bool:
        """Whether it speaks to a role, by the role names of the packs."""
        return role in self.roles or "all" in self.roles

    def covers(self, on: date) -> bool:
        """Whether it is in force by date on a day."""
        return covers(self.begins, self.ends, on)

    def as_data(self) -> Data:
        """Plain data, for storing with an attempt."""
        data = {name: getattr(self, name) for name in self.__slots__}
        return data | {
            "roles": list(self.roles),
            "begins": iso(self.begins),
            "ends": iso(self.ends),
            "timescale": self.timescale and self.timescale.as_data(),
            "sources": [source.as_data() for source in self.sources],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Rule:
        """Back from plain data."""
        timescale = data["timescale"]
        read = {
            "roles": tuple(data["roles"]),
            "begins": day(data["begins"]),
            "ends": day(data["ends"]),
            "timescale": timescale and Timescale.from_data(timescale),
            "sources": tuple(map(Source.from_data, data["sources"])),
        }
        return cls(**{**data, **read})


@dataclass(frozen=True, slots=True)
class Topic:
    """What a case cites; each edition says it with rules of its own, or says nothing."""

    id: str
    title: str
    rules: tuple[tuple[str, tuple[str, ...]], ...]
    """Edition and its rules, in the order of the file."""
    is_timescale: bool = False
    also: tuple[str, ...] = ()
    """Other words for it that a case may use."""

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """Every rule of the topic, whatever its edition."""
        return tuple(rule for _, rules in self.rules for rule in rules)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A moment that timescales count from or to."""

    id: str
    words: str
    also: tuple[str, ...] = ()
    """Milestones that stand for this one where a case stamps only those."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A lawful ground on which a person of its day could pass information on."""

    id: str
    fact: str
    """Its name in the fact base: one id has a basis of each era."""
    text: str
    law: str
    begins: date | None
    """None: in every era."""
    ends: date | None
    confidence: str
    sources: tuple[str, ...] = ()
    caveat: str = ""
    protecting: bool = False
    """Allows passing on what protects a child without agreement."""
    switched_off: str = ""
    """Why it is in force on no day: its commencement has not been seen."""

    def covers(self, on: date) -> bool:
        """Whether a person could give it on a day."""
        if self.switched_off:
            return False
        return (self.begins is None or self.begins <= on) and (self.ends is None or on <= self.ends)


def covers(begins: date | None, ends: date | None, on: date) -> bool:
    """Whether a day lies in a window; a window without a first day covers nothing."""
    return begins is not None and begins <= on and (ends is None or on <= ends)


def iso(value: date | None) -> str | None:
    """A date as data."""
    return None if value is None else value.isoformat()


def day(value: str | None) -> date | None:
    """A date back from data."""
    return None if value is None else date.fromisoformat(value)
