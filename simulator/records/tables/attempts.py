"""What is played: attempts, the journal of their moves, and the words people typed, apart."""

from __future__ import annotations

from datetime import date
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

LONGEST_TYPED = 20_000
"""Characters of one thing typed."""


class TextKind(StrEnum):
    """What a kept text is."""

    CASE = "case"
    RULEBOOK = "rulebook"
    BOARD = "board"


class Delivery(StrEnum):
    """How an attempt is played: alone, a table round one screen, or a table of a workshop."""

    SOLO = "solo"
    TABLE = "table"
    WORKSHOP = "workshop"


class KeptText(Row, table=True):
    """A text that attempts were begun with, kept once however many there are. What was begun reads it here;
    the file it came from may be edited or deleted."""

    __tablename__ = "kept_texts"
    __table_args__ = (digest("sha256"),)

    sha256: str = Field(primary_key=True)
    kind: TextKind = Field(sa_type=one_of(TextKind, "kind"))
    text: str
    """A case as its author wrote it; a rulebook or board profile as canonical JSON."""


class Attempt(Row, table=True):
    """One play of one case, with everything it needs to be played again years later. Nobody's name is in it.

    All columns but `finished`, `ending` and `held_in` are fixed at the start, and `opening` is their hash.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        sized("id", LONGEST_ID, 1),
        sized("case_id", LONGEST_WORD, 1),
        sized("case_title", LONGEST_LINE),
        sized("case_name", LONGEST_LINE),
        sized("cut", LONGEST_WORD),
        sized("seed", LONGEST_WORD),
        sized("table_name", LONGEST_LINE),
        sized("workshop", LONGEST_LINE),
        sized("level", LONGEST_WORD),
        digest("opening"),
        at_least("case_format", 1),
        at_least("play_version", 1),
        at_least("minutes", 0),
        at_least("valid_months", 0),
        CheckConstraint("(tried_from IS NULL) = (tried_at IS NULL)", name="tried_from_a_move"),
        CheckConstraint("(finished IS NULL) = (ending IS NULL)", name="finished_with_an_ending"),
        CheckConstraint("tried_from IS NULL OR practice_only", name="tried_is_practice"),
        CheckConstraint("held_in IS NULL OR held_in = workshop", name="held_in_its_workshop"),
    )

    id: str = Field(primary_key=True)
    case_text: str = Field(foreign_key="kept_texts.sha256")
    case_name: str
    """The file's name, for messages."""
    case_id: str = Field(index=True)
    case_title: str
    case_version: str
    """sha256 of the text, as the reader gave it."""
    case_format: int
    play_version: int
    """Of the rules of play it was begun under."""
    seed: str
    cut: str
    """Empty where the whole case is played."""
    seats: str
    """JSON list of the roles that people play."""
    played_on: date
    """The day whose guidance is in force."""
    family: str
    """JSON; never drawn a second time."""
    rulebook: str = Field(foreign_key="kept_texts.sha256")
    board: str | None = Field(default=None, foreign_key="kept_texts.sha256")
    trainer_present: bool = Field(sa_type=yes_or_no("trainer_present"))
    table_name: str
    workshop: str
    """The id of the workshop it belongs to, or what people called one that nobody planned; else empty."""
    delivery: Delivery = Field(sa_type=one_of(Delivery, "delivery"))
    trainer: str | None = Field(default=None, foreign_key="learners.id")
    level: str
    """Of training, as the board calls it."""
    minutes: int
    """Of training that completing it counts for."""
    participatory: bool = Field(sa_type=yes_or_no("participatory"))
    valid_months: int
    """For which a completion holds; 0 where it does not run out."""
    practice_only: bool = Field(sa_type=yes_or_no("practice_only"))
    """Never becomes a completion: asked for as practice, or tried from an earlier attempt."""
    tried_from: str | None = Field(default=None, foreign_key="attempts.id")
    tried_at: int | None = None
    """The last move taken over from it."""
    started: AwareDatetime
    opening: str
    """sha256 of all the above, with which the chain of moves begins."""
    finished: AwareDatetime | None = None
    ending: str | None = None
    held_in: str | None = Field(default=None, foreign_key="workshops.id", index=True)
    """The workshop of this record that it belongs to: `workshop`, once the record knows one of that id."""


class Move(Row, table=True):
    """One move in the journal. Rows are only ever added; each holds the hash of the one before it."""

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("attempt", "client_id"),
        sized("client_id", LONGEST_WORD, 1),
        sized("role", LONGEST_WORD, 1),
        digest("previous"),
        digest("hash"),
        at_least("seq", 1),
        {"sqlite_with_rowid": False},
    )

    attempt: str = Field(primary_key=True, foreign_key="attempts.id")
    seq: int = Field(primary_key=True)
    client_id: str
    """Named by whoever sends the move; the same id twice is one move."""
    role: str
    """Whose move it is: a role of the case, or `trainer`."""
    move: str
    """JSON; typed words only as the sha256 of salt and text."""
    simulated: int
    """The case's clock after the move, minutes since the first of January of year 1."""
    at: AwareDatetime
    previous: str
    hash: str


class Words(Row, table=True):
    """What somebody typed. Deleting the row leaves the journal whole: it holds only the digest."""

    __tablename__ = "words"
    __table_args__ = (
        digest("id"),
        sized("salt", LONGEST_WORD, 32),
        sized("text", LONGEST_TYPED),
        Index(None, "attempt"),
        Index(None, "learner"),
    )

    id: str = Field(primary_key=True)
    """sha256 of salt and text, as the move holds it."""
    attempt: str = Field(foreign_key="attempts.id")
    learner: str | None = Field(default=None, foreign_key="learners.id")
    """Who typed it; nobody where a table typed together."""
    salt: str
    text: str


class Draft(Row, table=True):
    """What somebody has filled in and not sent: a closed window loses seconds, not a page."""

    __tablename__ = "drafts"
    __table_args__ = (sized("role", LONGEST_WORD, 1), digest("decision"), sized("text", LONGEST_TYPED))

    attempt: str = Field(primary_key=True, foreign_key="attempts.id")
    role: str = Field(primary_key=True)
    decision: str
    """sha256 of which decision it is for; for any other it is not shown again."""
    learner: str | None = Field(default=None, foreign_key="learners.id", index=True)
    text: str
    at: AwareDatetime
