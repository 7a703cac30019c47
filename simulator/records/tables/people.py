"""Who learns here: the one table with personal data, and the pseudonym that the rest of the record uses."""

from __future__ import annotations

from pydantic import AwareDatetime
from sqlalchemy import CheckConstraint
from sqlmodel import Field

from simulator.records.tables.base import LONGEST_ID, LONGEST_LINE, LONGEST_NAME, Row, at_least, sized


class Learner(Row, table=True):
    """A pseudonym. It says nothing of anybody, and stays when the person is erased: counts stay true."""

    __tablename__ = "learners"
    __table_args__ = (sized("id", LONGEST_ID, 1),)

    id: str = Field(primary_key=True)
    since: AwareDatetime
    erased: AwareDatetime | None = None
    merged_into: str | None = Field(default=None, foreign_key="learners.id")
    """Whose pseudonym stands for this one, because somebody found them to be one person."""


class KeptApart(Row, table=True):
    """That somebody looked at two people who seem to be one, and they are two."""

    __tablename__ = "kept_apart"
    __table_args__ = (CheckConstraint("one < other", name="in_order"),)

    one: str = Field(primary_key=True, foreign_key="learners.id")
    other: str = Field(primary_key=True, foreign_key="learners.id")


class Person(Row, table=True):
    """Somebody's details, as few as a training record can do with (practice of safeguarding boards: name,
    employer, job title, work contact, manager). What they typed is in `words` and `drafts`; nothing else of
    the record is personal.
    """

    __tablename__ = "people"
    __table_args__ = (
        sized("name", LONGEST_NAME, 1),
        sized("name_key", 4 * LONGEST_NAME, 1),
        sized("agency", LONGEST_LINE, 1),
        sized("team", LONGEST_LINE),
        sized("job_title", LONGEST_LINE),
        sized("email", LONGEST_LINE),
        sized("registration_number", LONGEST_LINE),
        sized("line_manager", LONGEST_LINE),
    )

    learner: str = Field(primary_key=True, foreign_key="learners.id")
    name: str
    name_key: str = Field(index=True)
    """What spellings of the name have in common (`simulator.text.name_key`)."""
    agency: str
    """As the board's profile names it."""
    team: str = ""
    job_title: str = ""
    email: str = ""
    """Work address; empty where none was given."""
    registration_number: str = ""
    """With a professional body; empty where none was given."""
    line_manager: str = ""
    """Address of the line manager; empty where none was given."""


class Credential(Row, table=True):
    """What somebody proves who they are with: only ever a scrypt hash, and how often a try has failed."""

    __tablename__ = "credentials"
    __table_args__ = (sized("owner", LONGEST_ID, 1), sized("hash", 300, 1), at_least("failures", 0))

    owner: str = Field(primary_key=True)
    """A pseudonym, or the name of an office such as `trainer`."""
    hash: str
    failures: int = 0
    """Wrong tries since the last right one."""
    wait_until: AwareDatetime | None = None
    """No try is looked at before this moment."""
