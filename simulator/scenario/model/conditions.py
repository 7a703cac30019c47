"""The closed list of conditions, and what comes next under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scoring.terms import Level
from simulator.scenario.model.terms import START, Span


@dataclass(frozen=True, slots=True)
class Knows:
    """`ROLE knows FACT`, at least so much of it."""

    party: str
    fact: str
    level: Level = Level.HEADLINE
    negated: bool = False


@dataclass(frozen=True, slots=True)
class KnowsSome:
    """`at least N of FACTS known to ROLE`, headlines counted."""

    party: str
    facts: tuple[str, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Chose:
    """`chose SCENE WHAT`: WHAT is an option, a referral level, a look-up result or a `meet` option."""

    scene: str
    choice: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """`marked MARK`, or `at least N marked: MARKS`."""

    marks: tuple[str, ...]
    at_least: int = 1
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    """`MILESTONE reached`."""

    milestone: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """`REACHED within 3 working days of SINCE`; false while either is unreached. SINCE may be `start`."""

    milestone: str
    span: Span
    since: str


@dataclass(frozen=True, slots=True)
class Clock:
    """`clock before|after` a moment, a time of day on the first day, or a span since a milestone."""

    before: bool
    moment: int | None
    span: Span | None = None
    since: str = START


@dataclass(frozen=True, slots=True)
class Playing:
    """`playing ROLE`: a person plays it, and no habit."""

    role: str
    negated: bool = False
    """`ROLE is a colleague` is `playing ROLE` negated."""


@dataclass(frozen=True, slots=True)
class EditionIs:
    """`edition is|before|from EDITION`, by what is in force on the date of the case."""

    edition: str
    relation: str
    """is | before | from"""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`any of`: one of several conditions holds."""

    conditions: tuple[Condition, ...]


Condition = Knows | KnowsSome | Chose | Marked | Reached | Within | Clock | Playing | EditionIs | AnyOf
Conditions = tuple[Condition, ...]
"""All must hold; empty always holds."""


class Next(NamedTuple):
    """One way on: a scene, or an ending (`end` alone picks the first ending whose `when` holds)."""

    scene: str = ""
    ends: bool = False
    ending: str = ""
    when: Conditions = ()


Then = tuple[Next, ...]
"""Tried in order; empty means: nothing said here."""

Tells = Mapping[str, tuple[str, ...]]
"""Party -> facts that the party now knows in full; never marked as sharing."""


class Effects(NamedTuple):
    """What a choice, a decision or a line does besides being chosen."""

    takes: Span | None = None
    milestone: str = ""
    mark: str = ""
    tells: Tells = {}
    then: Then = ()
