"""A whole case, with its checks and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.scenario.model.conditions import Tells
from simulator.scenario.model.facts import Fact
from simulator.scenario.model.scenes import Cut, Ending, Inject, Scene
from simulator.scenario.model.terms import NOWHERE, Position
from simulator.scenario.model.who import Member, Person, Role


@dataclass(frozen=True, slots=True)
class TimedTopic:
    """A timescale that is marked."""

    topic: str
    reasons_recorded: str = ""
    """A mark that says the reasons for lateness were recorded, where the rule then counts it as met."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an author's check expects of a play."""

    ending: str = ""
    score: str = ""
    """`best`, or a least share of best such as `at least 0.8`, or `under 0.4`; empty: not checked."""
    red_lines: int | None = None
    milestones: tuple[str, ...] = ()
    known: Tells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """The author's own test: moves in words, and what must come of them."""

    play: tuple[str, ...]
    roles: tuple[str, ...]
    expect: Expectation
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """Who of the practice signed the case off, and on which day."""

    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding the author has accepted, with the reason."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Case:
    """A whole case as its file says it, nothing resolved by date. Its maps keep the order of the file."""

    format: int
    id: str
    title: str
    summary: str
    level: str
    minutes: int
    content_notes: tuple[str, ...]
    review: Review | None
    """None: unreviewed, and shown as such."""
    set_on: int
    """Minutes; picks the editions in force."""
    guidance: tuple[str, ...]
    clocks: tuple[TimedTopic, ...]
    learning: tuple[str, ...]
    trainer_notes: str
    family: Mapping[str, Member]
    people: Mapping[str, Person]
    roles: Mapping[str, Role]
    facts: Mapping[str, Fact]
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    afterwards: tuple[str, ...]
    injects: Mapping[str, Inject]
    cuts: Mapping[str, Cut]
    debrief: tuple[str, ...]
    checks: tuple[Check, ...]
    accepted: tuple[Accepted, ...]
    version: str
    """sha256 of the text."""

    @property
    def playable(self) -> tuple[str, ...]:
        """Roles a trainee may take, in file order."""
        return tuple(role.id for role in self.roles.values() if role.play)
