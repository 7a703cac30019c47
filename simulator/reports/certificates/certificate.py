"""What a certificate says, read from the record, and the code that verifies it.

The code signs the facts of the completion together with the last hash of the journal it came from. So a
record that was rewritten no longer verifies the certificates that were issued from it. A name on the paper is
not signed, because people are merged, renamed and erased: whoever verifies is told the name that the record
holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    Subquery,
    case,
    func,
    or_,
    select,
)

from simulator.access.signing import same, short_signature
from simulator.errors import RecordError, SimulatorError
from simulator.records import tables
from simulator.records.completed import every_completion, is_review
from simulator.records.opening import read_case, role_titles
from simulator.reports.individual import trainers_of_workshops
from simulator.text import clean
from simulator.words import certificates as words
from simulator.words import say

PURPOSE: Final = "certificate"
_CODE: Final = re.compile(r"\s*([a-z0-9]+)-((?:[a-z2-7]{3}-?){4})\s*", re.IGNORECASE)


class Certificate(NamedTuple):
    """One completion of one person, as the board says it on paper."""

    number: str
    code: str
    """The number and the signature, to be typed from paper."""
    learner: str
    """Pseudonym."""
    name: str
    """Empty where the person was erased."""
    agency: str
    roles: tuple[str, ...]
    course: str
    level: str
    minutes: int
    completed_on: date
    how: str
    """`solo`, `table`, `workshop`, or how it was completed on paper."""
    participatory: bool
    multi_agency: bool
    edition: str
    expires: date | None
    trainer: str

    @property
    def hours(self) -> str:
        """The credit, as people write it."""
        return f"{self.minutes / 60:.2f}".rstrip("0").rstrip(".")


def certificates_of(connection: Connection, key: bytes, of: str) -> tuple[Certificate, ...]:
    """Everybody's who completed an attempt, or at a workshop. Raises RecordError where nobody has."""
    done = every_completion().subquery("done")
    found = _where(connection, key, done, or_(done.c.attempt == of, done.c.workshop == of))
    if not found:
        raise RecordError(say(words.NONE), say(words.NONE_MESSAGE, of=of), say(words.NONE_REMEDY))
    return found


def verified(connection: Connection, key: bytes, typed: str) -> Certificate | None:
    """The certificate that a typed code belongs to; None where the record holds no such one, or not so."""
    parts = _CODE.fullmatch(typed.replace(" ", "-").replace("--", "-"))
    if parts is None:
        return None
    number, mark = parts[1].lower(), parts[2].lower().replace("-", "")
    done = every_completion().subquery("done")
    found = _where(connection, key, done, done.c.certificate == number)
    right = [one for one in found if same(one.code.split("-", 1)[1].replace("-", ""), mark)]
    return right[0] if right else None


def _where(
    connection: Connection, key: bytes, done: Subquery, asked: ColumnElement[bool]
) -> tuple[Certificate, ...]:
    rows = connection.execute(_query(done, asked)).all()
    titles = {one: _titles(connection, one) for one in {row.attempt for row in rows if row.attempt}}
    return tuple(_certificate(row, key, titles.get(row.attempt, {})) for row in rows)


def _titles(connection: Connection, attempt: str) -> Mapping[str, str]:
    """Role -> what the case calls it; none where its text is no longer to be read."""
    try:
        return role_titles(connection, attempt, read_case)
    except SimulatorError:
        return {}


def _query(done: Subquery, asked: ColumnElement[bool]) -> Select[Any]:
    person, attempt, course = tables.people.c, tables.attempts.c, tables.courses.c
    led, trainer = tables.learners.alias("led"), tables.people.alias("trainer_person")
    leaders = trainers_of_workshops().subquery()
    title = func.coalesce(course.title, attempt.case_title, done.c.case_id)
    return (
        select(
            done.c.certificate,
            done.c.attempt,
            done.c.learner,
            person.name,
            done.c.agency,
            done.c.roles,
            case((is_review(done.c), attempt.case_title), else_=title).label("course"),
            done.c.level,
            done.c.minutes,
            done.c.completed_on,
            done.c.how,
            done.c.participatory,
            done.c.multi_agency,
            done.c.edition,
            done.c.expires,
            func.coalesce(leaders.c.names, trainer.c.name).label("trainer"),
            func.coalesce(_last_hash(done.c.attempt), "").label("last"),
        )
        .select_from(done)
        .outerjoin(tables.people, person.learner == done.c.learner)
        .outerjoin(tables.attempts, attempt.id == done.c.attempt)
        .outerjoin(tables.courses, course.code == done.c.course)
        .outerjoin(led, led.c.id == done.c.trainer)
        .outerjoin(trainer, trainer.c.learner == func.coalesce(led.c.merged_into, led.c.id))
        .outerjoin(leaders, leaders.c.workshop == done.c.workshop)
        .where(asked)
        .order_by(person.name, done.c.certificate)
    )


def _last_hash(attempt: ColumnElement[str]) -> ScalarSelect[str]:
    """Of the journal a completion came from; it holds the whole of it."""
    move = tables.journal.c
    newest = select(move.hash).where(move.attempt == attempt).order_by(move.seq.desc()).limit(1)
    return newest.scalar_subquery()


def _certificate(row: Any, key: bytes, titles: Mapping[str, str]) -> Certificate:
    signed = _signed(row)
    return Certificate(
        row.certificate,
        f"{row.certificate}-{short_signature(key, PURPOSE, *signed)}",
        row.learner,
        row.name or "",
        row.agency,
        tuple(clean(titles.get(role, role.replace("_", " "))) for role in json.loads(row.roles)),
        row.course,
        row.level,
        row.minutes,
        row.completed_on,
        str(row.how),
        row.participatory,
        row.multi_agency,
        row.edition,
        row.expires,
        row.trainer or "",
    )


def _signed(row: Any) -> Sequence[str]:
    """What must still be so for the code to hold."""
    return (
        row.certificate,
        row.course,
        row.level,
        str(row.minutes),
        row.completed_on.isoformat(),
        str(row.how),
        row.expires.isoformat() if row.expires else "",
        row.last,
    )
