"""What came of training: what people said of it, what they meant to do, what was agreed, who is in scope.

For whoever writes reports (R3, R8, R11, R13):

- `evaluations` is one answer to one item: `value` on the item's own scale (confidence 1-10, knowledge 0/1),
  at one `stage`. Pair stages by learner. It belongs to a workshop or to an attempt, never both.
- `intentions` is that somebody meant to do something, whether they did it, and whether their manager
  confirmed it (NULL: not answered yet). What they wrote stands in `intention_words` alone, is shown to
  nobody but them and their trainer, and is deleted with the person; the counts stay.
- `headcounts` is what an agency said of how many of its staff a level is meant for. Of several dates for
  one agency and level the last one not after the report's day holds.
- `actions` is R13: what a workshop, an attempt's debrief or a review agreed, who owns it, and its evidence.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from simulator.records.tables.base import (
    LONGEST_ID,
    LONGEST_LINE,
    LONGEST_WORD,
    Row,
    at_least,
    one_of,
    sized,
    yes_or_no,
)

LONGEST_AGREED = 2_000
"""Characters of what was agreed, of its evidence, and of what somebody means to do."""
_ONE_OCCASION = "(workshop IS NULL) <> (attempt IS NULL)"


class Stage(StrEnum):
    """When somebody was asked."""

    PRE = "pre"
    POST = "post"
    FOLLOW_UP = "follow-up"
    """6 to 12 weeks later, answered with the manager."""


class Evaluation(Row, table=True):
    """One answer."""

    __tablename__ = "evaluations"
    __table_args__ = (
        sized("id", LONGEST_ID, 1),
        sized("item", LONGEST_WORD, 1),
        at_least("value", 0),
        CheckConstraint(_ONE_OCCASION, name="of_one_occasion"),
        UniqueConstraint("workshop", "learner", "stage", "item"),
        UniqueConstraint("attempt", "learner", "stage", "item"),
    )

    id: str = Field(primary_key=True)
    workshop: str | None = Field(default=None, foreign_key="workshops.id")
    attempt: str | None = Field(default=None, foreign_key="attempts.id")
    learner: str = Field(foreign_key="learners.id", index=True)
    stage: Stage = Field(sa_type=one_of(Stage, "stage"))
    item: str
    value: int
    given_on: date


class Intention(Row, table=True):
    """That somebody meant to do something differently, and whether they did."""

    __tablename__ = "intentions"
    __table_args__ = (
        sized("id", LONGEST_ID, 1),
        CheckConstraint(_ONE_OCCASION, name="of_one_occasion"),
        CheckConstraint("(done IS NULL) = (answered_on IS NULL)", name="answered_on_a_day"),
        UniqueConstraint("workshop", "learner"),
        UniqueConstraint("attempt", "learner"),
    )

    id: str = Field(primary_key=True)
    workshop: str | None = Field(default=None, foreign_key="workshops.id")
    attempt: str | None = Field(default=None, foreign_key="attempts.id")
    learner: str = Field(foreign_key="learners.id", index=True)
    stated_on: date
    done: bool | None = Field(default=None, sa_type=yes_or_no("done"))
    confirmed: bool | None = Field(default=None, sa_type=yes_or_no("confirmed"))
    """Whether the manager confirmed it."""
    answered_on: date | None = None


class IntentionWords(Row, table=True):
    """What somebody wrote that they would do. Gone when they are erased."""

    __tablename__ = "intention_words"
    __table_args__ = (sized("text", LONGEST_AGREED, 1),)

    intention: str = Field(primary_key=True, foreign_key="intentions.id")
    text: str


class Headcount(Row, table=True):
    """How many of an agency's staff a level of training is meant for."""

    __tablename__ = "headcounts"
    __table_args__ = (
        sized("agency", LONGEST_LINE, 1),
        sized("level", LONGEST_WORD),
        sized("source", LONGEST_LINE),
        at_least("in_scope", 0),
    )

    agency: str = Field(primary_key=True)
    level: str = Field(primary_key=True)
    as_of: date = Field(primary_key=True)
    in_scope: int
    source: str = ""
    """Where the number comes from."""


class Action(Row, table=True):
    """Something agreed (R13): what, who owns it, when it is due, when it was done, and how one can tell."""

    __tablename__ = "actions"
    __table_args__ = (
        sized("id", LONGEST_ID, 1),
        sized("review", LONGEST_LINE),
        sized("what", LONGEST_AGREED, 1),
        sized("agency", LONGEST_LINE),
        sized("office", LONGEST_LINE),
        sized("evidence", LONGEST_AGREED),
        CheckConstraint("length(agency) + length(office) > 0", name="owned"),
        CheckConstraint("done_on IS NULL OR length(evidence) > 0", name="done_with_evidence"),
        Index(None, "due"),
    )

    id: str = Field(primary_key=True)
    agreed_on: date
    workshop: str | None = Field(default=None, foreign_key="workshops.id", index=True)
    attempt: str | None = Field(default=None, foreign_key="attempts.id")
    review: str = ""
    """A review's or a meeting's reference, where it was agreed there."""
    what: str
    agency: str = ""
    """That owns it, as the board's profile names it."""
    office: str = ""
    """A post that owns it, such as `training lead`: never a name."""
    due: date | None = None
    done_on: date | None = None
    evidence: str = ""
