"""Who is in a case: the family, others who speak, and the seats."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.scenario.model.terms import NOWHERE, Habit, Position


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the family, invented afresh for each attempt."""

    id: str
    age: str
    """`11 weeks`, `3`, `21-24`, `unborn`: checked by the reader, drawn by simulator.family."""
    sex: str = "any"
    focus: bool = False
    parent_of: tuple[str, ...] = ()
    child_of: tuple[str, ...] = ()
    partner_of: tuple[str, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks and is neither family nor a role."""

    id: str
    title: str = ""
    """Shown instead of an invented name, where given: `the duty doctor`."""
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """A seat at the table: one agency's person in this case."""

    id: str
    agency: str
    title: str
    play: bool
    """True where a trainee may take the seat."""
    habit: Habit
    brief: str
    binds_as: str
    """The role's name in the guidance packs, for timescales that bind certain roles."""
    index_user: bool = False
    at: Position = field(default=NOWHERE, compare=False)
