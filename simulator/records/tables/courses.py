"""What a board offers and who comes to it: courses, workshops, bookings, and completions on paper.

For whoever writes reports (R1-R7, R10 and R12 of a training lead's quarter):

- An attempt belongs to a workshop through `attempts.held_in` (a workshop's id). Such an attempt was begun
  with that id in `attempts.workshop` too, where its opening hash covers it. Where `held_in` is NULL, nobody
  planned a workshop: one play by itself, or a table that only gave itself a name.
- A course is one or several cases (`courses.cases`). A workshop names its course, or its case, or both;
  level, minutes and the rest are copied when it is planned, so that changing the course changes nothing
  past.
- `bookings` holds everybody who was expected or came, once each workshop, with their agency on the day.
  attended = status attended or unscheduled (who came without a booking attended); `part` is counted apart;
  a booking = every row but `unscheduled`. Who steps out has attended: it is not even told apart here.
  notice days = `workshops.held_on` - `cancelled_on`.
- A completion has two homes: `completions` (a play seen through, derived from the journal) and
  `paper_completions` (by a trainer's word). `simulator.records.completed.every_completion` is both as one.
- `trainers` is who led a workshop, for which agency, and for how many half-days.
- Somebody merged into another person keeps a pseudonym with `learners.merged_into`; everything moves over
  but who led an attempt, which is sealed with it. So read a trainer's name by `coalesce(merged_into, id)`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
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


class Status(StrEnum):
    """Where a workshop stands."""

    PLANNED = "planned"
    OPEN = "open"
    """People are being let in, or are playing."""
    CLOSED = "closed"
    """It was held."""
    CANCELLED = "cancelled"
    """It was not held; no report counts it."""


class Booked(StrEnum):
    """What became of a booking."""

    BOOKED = "booked"
    """Nobody has said yet whether they came."""
    ATTENDED = "attended"
    """Came; who stepped out attended."""
    PART = "part"
    """Came to some of it."""
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"
    UNSCHEDULED = "unscheduled"
    """Came without a booking, and so attended."""

    @property
    def counts_as_attended(self) -> bool:
        """Whether a report counts the person as attended."""
        return self in (Booked.ATTENDED, Booked.UNSCHEDULED)

    @property
    def counts_as_booked(self) -> bool:
        """Whether a place had been booked."""
        return self is not Booked.UNSCHEDULED


class Reason(StrEnum):
    """Why somebody did not come, from a list: what people write about it is not kept."""

    NOT_GIVEN = "not given"
    SICKNESS = "sickness"
    PERSONAL = "personal commitments"
    URGENT_WORK = "urgent work"
    NO_COVER = "no cover"
    LEFT_POST = "left the post"
    TRAVEL = "travel"
    OTHER = "other"


class PartThere(StrEnum):
    """Whether somebody was there for one part of a workshop."""

    ATTENDED = "attended"
    PART = "part"
    MISSED = "missed"


class OnPaper(StrEnum):
    """How somebody completed without seeing a play through on a screen."""

    REVIEW = "paper review"
    """After stepping out: went through the rest on paper, with the trainer."""
    PACK = "printed pack"
    """The table played from printed packs."""
    ELSEWHERE = "elsewhere"
    """Another record says so, and the trainer has seen it."""


class Course(Row, table=True):
    """Something a board offers again and again, and what completing it counts for."""

    __tablename__ = "courses"
    __table_args__ = (
        sized("code", LONGEST_WORD, 1),
        sized("title", LONGEST_LINE, 1),
        sized("cases", 2_000, 2),
        sized("level", LONGEST_WORD),
        at_least("minutes", 0),
        at_least("valid_months", 0),
    )

    code: str = Field(primary_key=True)
    title: str
    cases: str = "[]"
    """JSON list of the ids of its cases."""
    level: str = ""
    minutes: int = 0
    valid_months: int = 0
    """0 where a completion does not run out."""
    participatory: bool = Field(default=True, sa_type=yes_or_no("participatory"))
    multi_agency: bool = Field(default=True, sa_type=yes_or_no("multi_agency"))
    """Whether it is meant for several agencies; a completion says whether it was so."""


class Workshop(Row, table=True):
    """One running of a course or a case, in a room, on a day."""

    __tablename__ = "workshops"
    __table_args__ = (
        sized("id", LONGEST_ID, 1),
        sized("title", LONGEST_LINE, 1),
        sized("case_id", LONGEST_WORD),
        sized("place", LONGEST_LINE),
        sized("level", LONGEST_WORD),
        at_least("capacity", 0),
        at_least("minutes", 0),
        at_least("parts", 1),
        CheckConstraint("course IS NOT NULL OR length(case_id) > 0", name="about_something"),
    )

    id: str = Field(primary_key=True)
    title: str
    course: str | None = Field(default=None, foreign_key="courses.code", index=True)
    case_id: str = ""
    """The case played; empty where the course says it all."""
    held_on: date = Field(index=True)
    """Its first day."""
    place: str = ""
    capacity: int = 0
    """Places offered; 0 where nobody set a number, and then it has no fill %."""
    level: str = ""
    minutes: int = 0
    """Of training that attending all of it counts for."""
    parts: int = 1
    """Sittings, such as a morning and an afternoon, that attendance is taken at."""
    charged: bool = Field(default=False, sa_type=yes_or_no("charged"))
    """Whether places are charged for."""
    status: Status = Field(default=Status.PLANNED, sa_type=one_of(Status, "status"))


class Trainer(Row, table=True):
    """Who led a workshop, and how much their agency gave with them."""

    __tablename__ = "trainers"
    __table_args__ = (sized("agency", LONGEST_LINE), at_least("half_days", 0))

    workshop: str = Field(primary_key=True, foreign_key="workshops.id")
    learner: str = Field(primary_key=True, foreign_key="learners.id", index=True)
    """A pseudonym: trainers are people of the record as everybody is."""
    agency: str
    """Theirs on the day; empty for a freelance trainer."""
    half_days: int = 1


class Booking(Row, table=True):
    """Somebody expected at a workshop, or come to it, and what became of that."""

    __tablename__ = "bookings"
    __table_args__ = (
        sized("agency", LONGEST_LINE),
        sized("table_name", LONGEST_LINE),
        CheckConstraint("(status = 'unscheduled') = (booked_on IS NULL)", name="booked_unless_unscheduled"),
        CheckConstraint("(status = 'cancelled') = (cancelled_on IS NOT NULL)", name="cancelled_on_a_day"),
        CheckConstraint(
            "reason = 'not given' OR status IN ('no-show', 'cancelled', 'part')", name="reason_for_absence"
        ),
    )

    workshop: str = Field(primary_key=True, foreign_key="workshops.id")
    learner: str = Field(primary_key=True, foreign_key="learners.id", index=True)
    agency: str = Field(index=True)
    """Theirs on the day; empty where nobody knew."""
    table_name: str = ""
    """Where they are to sit, or sat; an attempt says it for those who played on a screen."""
    booked_on: date | None = None
    status: Booked = Field(default=Booked.BOOKED, sa_type=one_of(Booked, "status"))
    reason: Reason = Field(default=Reason.NOT_GIVEN, sa_type=one_of(Reason, "reason"))
    cancelled_on: date | None = None
    charge: bool = Field(default=False, sa_type=yes_or_no("charge"))
    """Whether their agency is charged for the place or for not coming."""


class BookingPart(Row, table=True):
    """Whether somebody was there for one part of a workshop that has several."""

    __tablename__ = "booking_parts"
    __table_args__ = (
        at_least("number", 1),
        ForeignKeyConstraint(["workshop", "learner"], ["bookings.workshop", "bookings.learner"]),
    )

    workshop: str = Field(primary_key=True)
    learner: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    there: PartThere = Field(sa_type=one_of(PartThere, "there"))


class PaperCompletion(Row, table=True):
    """That somebody completed, by a trainer's word instead of a play seen through: of an attempt stepped out
    of, of a workshop held on paper, or of a course somewhere else."""

    __tablename__ = "paper_completions"
    __table_args__ = (
        sized("certificate", LONGEST_WORD, 1),
        sized("agency", LONGEST_LINE),
        sized("case_id", LONGEST_WORD),
        sized("edition", LONGEST_WORD),
        sized("level", LONGEST_WORD),
        at_least("minutes", 0),
        UniqueConstraint("attempt", "learner"),
        UniqueConstraint("workshop", "learner"),
        CheckConstraint("coalesce(attempt, workshop, course) IS NOT NULL", name="of_something"),
        Index(None, "completed_on"),
    )

    certificate: str = Field(primary_key=True)
    learner: str = Field(foreign_key="learners.id", index=True)
    attempt: str | None = Field(default=None, foreign_key="attempts.id")
    workshop: str | None = Field(default=None, foreign_key="workshops.id")
    course: str | None = Field(default=None, foreign_key="courses.code")
    case_id: str = ""
    edition: str = ""
    agency: str
    how: OnPaper = Field(sa_type=one_of(OnPaper, "how"))
    minutes: int
    level: str
    participatory: bool = Field(sa_type=yes_or_no("participatory"))
    multi_agency: bool = Field(sa_type=yes_or_no("multi_agency"))
    trainer: str | None = Field(default=None, foreign_key="learners.id")
    """Whose word it is."""
    completed_on: date
    expires: date | None = None
