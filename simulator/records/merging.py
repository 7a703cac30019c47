"""Two people found to be one: everything of the one goes to the other, by a person's decision."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, delete, insert, or_, select, update

from simulator.errors import RecordError
from simulator.records import auditing, tables
from simulator.records.auditing import Audited
from simulator.records.engine import take_time
from simulator.records.given import Given
from simulator.records.personal import SEALED, keys_with, pseudonym_columns
from simulator.records.tables import Booked
from simulator.words import Phrase, say
from simulator.words import records_people as words

_APART: Final = ("learners", "people", "kept_apart", "bookings", "booking_parts")
"""Tables that are not simply given the other pseudonym."""
_BEST_FIRST: Final = (
    Booked.ATTENDED,
    Booked.UNSCHEDULED,
    Booked.PART,
    Booked.NO_SHOW,
    Booked.BOOKED,
    Booked.CANCELLED,
)


class Merged(NamedTuple):
    """What a merge did."""

    rows: int
    """That belong to the other person now."""
    dropped: int
    """That both had, such as bookings of one workshop; the one that says less was dropped."""


def merge(connection: Connection, gone: str, stays: str, who: str, given: Given) -> Merged:
    """Give everything of `gone` to `stays`. Raises RecordError where the record shows that they are two.

    The pseudonym `gone` goes on pointing at the other, for what is sealed and for lists made before.
    """
    if _is_done(connection, gone, stays):
        return Merged(0, 0)
    take_time(connection)
    _check(connection, gone, stays)
    _fill_in(connection, gone, stays)
    rows, dropped = _move_bookings(connection, gone, stays)
    for name, columns in pseudonym_columns().items():
        for column in columns:
            if name not in _APART and (name, column) not in SEALED:
                table = tables.metadata.tables[name]
                dropped += _drop_doubles(connection, table, column, gone, stays)
                moved = update(table).where(table.c[column] == gone).values({column: stays})
                rows += connection.execute(moved).rowcount
    _leave_one_first(connection, stays)
    _let_go(connection, gone, stays)
    auditing.write(connection, Audited(given.now(), who, "merge", stays, f"{gone} into {stays}", rows))
    return Merged(rows, dropped)


def _is_done(connection: Connection, gone: str, stays: str) -> bool:
    learner = tables.learners.c
    return connection.scalar(select(learner.merged_into).where(learner.id == gone)) == stays


def _check(connection: Connection, gone: str, stays: str) -> None:
    if gone == stays:
        raise _refused(words.SAME_ONE)
    for learner in (gone, stays):
        known = select(tables.people.c.learner).where(tables.people.c.learner == learner)
        if connection.execute(known).first() is None:
            raise _refused(words.NOT_IN_RECORD, learner=learner[:40])
    there, other = tables.attendances.c, tables.attendances.alias().c
    both = select(there.attempt).where(
        there.learner == gone, there.attempt == other.attempt, other.learner == stays
    )
    attempt = connection.scalar(both.limit(1))
    if attempt:
        message = say(words.SAT_TOGETHER, attempt=attempt)
        raise RecordError(say(words.CANNOT_MERGE), message, say(words.KEEP_APART, one=gone, other=stays))


def _refused(message: Phrase, **values: object) -> RecordError:
    return RecordError(say(words.CANNOT_MERGE), say(message, **values), say(words.SEE_DUPLICATES))


def _fill_in(connection: Connection, gone: str, stays: str) -> None:
    """What the one who stays has left empty is taken from the other."""
    people = tables.people
    rows = connection.execute(select(people).where(people.c.learner.in_((gone, stays)))).mappings()
    by_learner: dict[str, Any] = {row["learner"]: row for row in rows}
    filled = {name: value for name, value in by_learner[gone].items() if not by_learner[stays][name]}
    if filled:
        connection.execute(update(people).where(people.c.learner == stays).values(filled))


def _move_bookings(connection: Connection, gone: str, stays: str) -> tuple[int, int]:
    """Of two bookings of one workshop the one that says more of having come stays, with its parts."""
    booked, parts = tables.bookings, tables.booking_parts
    mine = connection.execute(select(booked).where(booked.c.learner == gone)).mappings().all()
    my_parts = connection.execute(select(parts).where(parts.c.learner == gone)).mappings().all()
    theirs = dict(
        connection.execute(select(booked.c.workshop, booked.c.status).where(booked.c.learner == stays)).all()
    )
    connection.execute(delete(parts).where(parts.c.learner == gone))
    connection.execute(delete(booked).where(booked.c.learner == gone))
    moved = 0
    for one in mine:
        workshop, better = one["workshop"], theirs.get(one["workshop"])
        if better is not None and _BEST_FIRST.index(better) <= _BEST_FIRST.index(one["status"]):
            continue
        for table in (parts, booked):
            connection.execute(delete(table).where(table.c.workshop == workshop, table.c.learner == stays))
        connection.execute(insert(booked).values({**one, "learner": stays}))
        for part in my_parts:
            if part["workshop"] == workshop:
                connection.execute(insert(parts).values({**part, "learner": stays}))
        moved += 1
    return moved, sum(one["workshop"] in theirs for one in mine)


def _drop_doubles(connection: Connection, table: Table, column: str, gone: str, stays: str) -> int:
    """Delete rows of the one for which the other has a row of the same key."""
    dropped = 0
    for others in keys_with(table, column):
        twin = table.alias()
        same = [table.c[name] == twin.c[name] for name in others]
        double = select(twin.c[column]).where(twin.c[column] == stays, *same).exists()
        here = (table.c[column] == gone, double)
        if table.name == tables.intentions.name:
            doubles = select(table.c.id).where(*here)
            said = tables.intention_words
            connection.execute(delete(said).where(said.c.intention.in_(doubles)))
        dropped += connection.execute(delete(table).where(*here)).rowcount
    return dropped


def _leave_one_first(connection: Connection, learner: str) -> None:
    """Of several first plays of one case only the earliest was one."""
    there, attempt = tables.attendances.c, tables.attempts.c
    firsts = (
        select(attempt.case_id, there.attempt)
        .join(tables.attempts, attempt.id == there.attempt)
        .where(there.learner == learner, there.first)
        .order_by(there.joined)
    )
    seen: set[str] = set()
    for case, played in connection.execute(firsts).all():
        if case in seen:
            here = (there.learner == learner, there.attempt == played)
            connection.execute(update(tables.attendances).where(*here).values(first=False))
        seen.add(case)


def _let_go(connection: Connection, gone: str, stays: str) -> None:
    apart, owner = tables.kept_apart, tables.credentials.c.owner
    connection.execute(delete(apart).where(or_(apart.c.one == gone, apart.c.other == gone)))
    devices = owner.startswith(f"{gone}@", autoescape=True)
    connection.execute(delete(tables.credentials).where(or_(owner == gone, devices)))
    connection.execute(delete(tables.people).where(tables.people.c.learner == gone))
    learners = tables.learners
    points_at = or_(learners.c.id == gone, learners.c.merged_into == gone)
    connection.execute(update(learners).where(points_at).values(merged_into=stays))
