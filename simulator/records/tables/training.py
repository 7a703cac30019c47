"""What a board counts: who attended, who completed, and which exports were made. Never a score."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime
from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from simulator.records.tables.attempts import Delivery
from simulator.records.tables.base import (
    LONGEST_LINE,
    LONGEST_WORD,
    Row,
    at_least,
    one_of,
    sized,
    yes_or_no,
)


class Presence(StrEnum):
    """How somebody was there. Who stepped out attended: leaving never counts against anybody."""

    PART = "part"
    """Came, and has not seen it through."""
    ATTENDED = "attended"
    STEPPED_OUT = "stepped out"

    @property
    def counts_as_attended(self) -> bool:
        """Whether a report counts the person as attended."""
        return self is not Presence.PART


class Attendance(Row, table=True):
    """Somebody at an attempt, in which seats, and how they were there."""

    __tablename__ = "attendances"
    __table_args__ = (sized("agency", LONGEST_LINE),)

    attempt: str = Field(primary_key=True, foreign_key="attempts.id")
    learner: str = Field(primary_key=True, foreign_key="learners.id", index=True)
    roles: str
    """JSON list of the roles played; an empty list where the table plays all of them together."""
    agency: str = Field(index=True)
    """The person's own agency on the day."""
    presence: Presence = Field(sa_type=one_of(Presence, "presence"))
    first: bool = Field(sa_type=yes_or_no("first"))
    """Whether it is their first play of this case that is not practice only."""
    joined: AwareDatetime


class Completion(Row, table=True):
    """That somebody saw a case through: what agencies, managers and revalidation ask for. Once for each
    attempt and person, written together with the move that ended the play."""

    __tablename__ = "completions"
    __table_args__ = (
        UniqueConstraint("certificate"),
        sized("certificate", LONGEST_WORD, 1),
        sized("agency", LONGEST_LINE),
        sized("edition", LONGEST_WORD),
        sized("level", LONGEST_WORD),
        at_least("minutes", 0),
    )

    attempt: str = Field(primary_key=True, foreign_key="attempts.id")
    learner: str = Field(primary_key=True, foreign_key="learners.id", index=True)
    agency: str = Field(index=True)
    roles: str
    """JSON list, as in the attendance."""
    case_id: str
    case_version: str
    edition: str
    """Of Working Together (or its successor) the case was played under; empty where none was in force."""
    minutes: int
    level: str
    participatory: bool = Field(sa_type=yes_or_no("participatory"))
    multi_agency: bool = Field(sa_type=yes_or_no("multi_agency"))
    """Whether people of at least two agencies were at it."""
    delivery: Delivery = Field(sa_type=one_of(Delivery, "delivery"))
    trainer: str | None = Field(default=None, foreign_key="learners.id")
    completed_on: date = Field(index=True)
    """UTC."""
    certificate: str
    expires: date | None = None
    """None where it does not run out."""


class AuditLine(Row, table=True):
    """That something left the record or was taken out of it: who did it, when, and how much it was."""

    __tablename__ = "audit"
    __table_args__ = (
        sized("who", LONGEST_LINE),
        sized("action", LONGEST_WORD, 1),
        sized("what", LONGEST_LINE),
        sized("chosen", 2_000),
        at_least("rows", 0),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: AwareDatetime
    who: str
    """A pseudonym or an office such as `trainer`; never a name."""
    action: str
    """`export`, `erase`, `redact`, `restore`, …"""
    what: str
    """Name of the report or export."""
    chosen: str
    """What was asked for: period, agency, course."""
    rows: int
