"""Scenes with their lines, endings, injects and cuts."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.scenario.model.conditions import Conditions, Effects, Tells
from simulator.scenario.model.decisions import Decision
from simulator.scenario.model.terms import NOWHERE, Position, Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chat."""

    speaker: str
    """A role, a family member, a person, or `narrator`."""
    text: str
    to: tuple[str, ...]
    """Roles that hear it; empty: all who are present."""
    when: Conditions
    tells: Tells
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: when it comes, what is said in it, and what is decided."""

    id: str
    when: Conditions
    time: Time | None
    present: tuple[str, ...]
    """Roles in the scene; empty: the deciding roles and those who speak, or all where nobody decides."""
    say: tuple[Line, ...]
    stop: str
    """A prompt at which the room pauses for talk."""
    decision: Decision | None
    effects: Effects
    again: int
    makes_good: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Time:
    """When a scene begins: one of three; a time already past changes nothing."""

    moment: int | None = None
    after: Span | None = None
    """A span after the clock on entering the scene."""
    time_of_day: int | None = None
    """Minutes after midnight of the clock's own day."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which the case ends; the first whose condition holds is the one."""

    id: str
    when: Conditions
    outcome: str
    text: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Inject:
    """A message that arrives from outside. Never moves, marks or stamps."""

    id: str
    when: Conditions | None
    """None: the trainer sends it."""
    to: tuple[str, ...]
    say: tuple[Line, ...]
    tells: Tells
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cut:
    """A shorter version of the case."""

    id: str
    minutes: int
    leave_out: tuple[str, ...]
    knowing: Tells
    marks: tuple[str, ...]
    at: Position = field(default=NOWHERE, compare=False)
