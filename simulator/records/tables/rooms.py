"""Rooms: workshops that are being played. Who sits where, who is there, and what a table says to itself.

A room is a workshop of the record (`workshops`) while it is live and afterwards. Its tables each play one
attempt, whose journal holds everything that counts. Nothing here is part of a replay: a place says who may
send a seat's moves, `seen` that their window is open, and talk is kept as typed words are (`words`), so that
erasing a person or redacting a line takes it away.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime
from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from simulator.records.tables.base import (
    LONGEST_ID,
    LONGEST_LINE,
    LONGEST_WORD,
    Row,
    at_least,
    digest,
    one_of,
    sized,
    yes_or_no,
)

LONGEST_SETTING = 4_000
"""Characters of how a room is set."""


class PlaceKind(StrEnum):
    """What somebody does at a table."""

    SEAT = "seat"
    """Plays a role."""
    SCRIBE = "scribe"
    """Enters what the table decides together."""
    OBSERVER = "observer"
    """Looks on, with the observer sheet."""


class PlaceState(StrEnum):
    """How a place is held."""

    FREE = "free"
    TAKEN = "taken"
    SIMULATED = "simulated"
    """A colleague's habit plays it; somebody may take it, or take it back."""


class Room(Row, table=True):
    """A workshop that has been opened, with all that its tables begin with."""

    __tablename__ = "rooms"
    __table_args__ = (
        sized("case_name", LONGEST_LINE),
        sized("cut", LONGEST_WORD),
        sized("seed", LONGEST_WORD),
        sized("setting", LONGEST_SETTING, 2),
    )

    id: str = Field(primary_key=True, foreign_key="workshops.id")
    case_text: str = Field(foreign_key="kept_texts.sha256")
    case_name: str
    rulebook: str = Field(foreign_key="kept_texts.sha256")
    board: str | None = Field(default=None, foreign_key="kept_texts.sha256")
    cut: str
    seed: str
    family: str
    """JSON; every table has the same one, so that tables can be compared."""
    setting: str
    """JSON: how the room is led (`simulator.workshop.setting`)."""
    trainer: str | None = Field(default=None, foreign_key="learners.id")
    opened: AwareDatetime
    closed: AwareDatetime | None = None


class RoomTable(Row, table=True):
    """A table of a room, and the attempt it plays once it has begun."""

    __tablename__ = "room_tables"
    __table_args__ = (at_least("number", 1), sized("name", LONGEST_LINE, 1), UniqueConstraint("attempt"))

    room: str = Field(primary_key=True, foreign_key="rooms.id")
    number: int = Field(primary_key=True)
    name: str
    one_screen: bool = Field(sa_type=yes_or_no("one_screen"))
    """Whether the table shares a screen; else everybody has their own."""
    attempt: str | None = Field(default=None, foreign_key="attempts.id")


class Place(Row, table=True):
    """A place at a table."""

    __tablename__ = "places"
    __table_args__ = (
        sized("id", LONGEST_ID, 1),
        at_least("number", 1),
        sized("role", LONGEST_WORD),
        sized("shown_in", LONGEST_ID),
        CheckConstraint("length(holder) IN (0, 64)", name="holder_is_sha256"),
        CheckConstraint("(kind = 'seat') = (length(role) > 0)", name="seats_have_roles"),
        Index(None, "room", "number"),
        Index(None, "holder"),
    )

    id: str = Field(primary_key=True)
    room: str = Field(foreign_key="rooms.id")
    number: int
    """Of the table."""
    kind: PlaceKind = Field(sa_type=one_of(PlaceKind, "kind"))
    role: str = ""
    state: PlaceState = Field(sa_type=one_of(PlaceState, "state"))
    learner: str | None = Field(default=None, foreign_key="learners.id", index=True)
    """Who sits there, or sat there last; nobody the record knows where it is None."""
    holder: str = ""
    """sha256 of the token that brings its holder back here; empty where nobody holds it."""
    shown_in: str = ""
    """The window that shows it now; another one asks before it takes over."""
    turns: int = 0
    """How often it has changed hands: names the moves that follow from that."""
    seen: AwareDatetime | None = None
    """When its window last said that it is there."""


class Talk(Row, table=True):
    """A line that somebody said to their table. The words stand in `words`, under `said`."""

    __tablename__ = "talk"
    __table_args__ = (at_least("seq", 1), sized("role", LONGEST_WORD, 1), digest("said"))

    attempt: str = Field(primary_key=True, foreign_key="attempts.id")
    seq: int = Field(primary_key=True)
    role: str
    """Whose line it is: a role, or `scribe`, `observer`, `trainer`."""
    said: str
    at: AwareDatetime
