"""The state of an attempt: all that the rules of play can read, small enough to hash and compare."""

from __future__ import annotations

from typing import NamedTuple

from scoring.terms import Level


class Part(NamedTuple):
    """How far a decision has come: who took advice, and what seats deciding together have sealed."""

    advised: int = 0
    """Seats (as bits) that took advice here."""
    viewing: bool = False
    """False: the seats bring; True: the seats give their view."""
    acted: int = 0
    """Seats that have acted in this part; what they did stays sealed until all are in."""
    pool: int = 0
    """Facts brought, two bits a fact."""
    views: tuple[int, ...] = ()
    """Option of each seat, -1 while it is out."""
    dissents: tuple[str, ...] = ()
    """Reason code of each seat for differing, empty where it gave none."""
    votes: tuple[tuple[str, str], ...] = ()
    """(role, option) of the seats that have voted before the decision; sealed until they are opened."""
    opened: bool = False
    """Whether the votes have been opened."""


NOT_BEGUN = Part()
NO_ENDING = -1
UNREACHED = -1


class State(NamedTuple):
    """One moment of an attempt. Never changed: `step` makes the next one."""

    scene: int
    """Index of the scene whose decision is awaited; the number of scenes once the case has ended."""
    clock: int
    """Simulated time, minutes since the first of January of year 1."""
    knows: int
    """Two bits for each party and fact: headline, full."""
    flags: int
    """Marks set, options chosen, holders asked, injects fired, scenes entered."""
    stamps: tuple[int, ...]
    """Clock of each milestone, -1 while unreached."""
    seats: int
    """Seats played by people, as bits; the others act by habit."""
    part: Part = NOT_BEGUN
    ending: int = NO_ENDING
    room: int = 0
    """How the trainer has set the room, as bits (`simulator.play.room`); nothing of the story reads it."""


_LEVELS = (Level.NONE, Level.HEADLINE, Level.NONE, Level.FULL)


def level_at(knows: int, slot: int) -> Level:
    """Level known in one slot (party × fact)."""
    return _LEVELS[(knows >> (slot << 1)) & 3]


def bits_for(slot: int, level: Level) -> int:
    """Knowledge bits that a level sets in a slot: knowing in full includes the headline."""
    return (0, 1, 3)[level] << (slot << 1)
