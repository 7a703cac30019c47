"""What was asked for, as conditions on the record's tables and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from simulator.records import tables
from simulator.records.tables import Status
from simulator.reports.report import Asked
from simulator.reports.shown import day_in_words
from simulator.words import reports as words
from simulator.words import say

_held, _attempt = tables.workshops.c, tables.attempts.c
COURSE_OF_WORKSHOP: ColumnElement[str] = func.coalesce(_held.course, _held.case_id)
"""What a workshop is of, by its code: its course, else its case. An unplanned play is of its case."""

_INDEXED: Final = ("attendances", "completions", "bookings")
_FEW: Final = ("people", "headcounts", "actions", "trainers", "paper_completions")
"""Tables with an agency in each row: those where an index finds it, and those of few agencies or rows."""


def workshops_asked(asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Workshops of the period and course that were held, or should be by now; none that was cancelled."""
    yield _held.status != Status.CANCELLED
    yield or_(_held.status != Status.PLANNED, _held.held_on <= asked.day)
    if asked.first is not None:
        yield _held.held_on >= asked.first
    if asked.last is not None:
        yield _held.held_on <= asked.last
    if asked.course:
        yield or_(
            COURSE_OF_WORKSHOP == asked.course,  # noqa: SIM300 - a column, no constant
            _held.case_id == asked.course,
            _held.title == asked.course,
        )


def plays_asked(asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Plays of the period and course that belong to no planned workshop; practice counts for nothing."""
    yield _attempt.held_in.is_(None)
    yield ~_attempt.practice_only
    yield from started(asked)
    if asked.course:
        yield or_(_attempt.case_id == asked.course, _attempt.case_title == asked.course)


def started(asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Attempts begun in the period."""
    if asked.begins is not None:
        yield _attempt.started >= asked.begins
    if asked.ends is not None:
        yield _attempt.started < asked.ends


def of_agency(agency: ColumnElement[Any], asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Only the agency asked for, as it is spelled in the record, so that an index finds it."""
    if asked.agency:
        yield agency.in_(asked.spelled or (asked.agency,))


def with_spellings(connection: Connection, asked: Asked) -> Asked:
    """What was asked for, with every spelling of its agency that the record has, whatever its capitals."""
    if not asked.agency:
        return asked
    known = tables.metadata.tables
    every = {name for table in _INDEXED for name in _distinct(connection, known[table].c.agency)}
    for table in _FEW:
        every.update(connection.scalars(select(known[table].c.agency).distinct()))
    spelled = tuple(sorted(name for name in every if name.lower() == asked.agency.lower()))
    return asked._replace(spelled=spelled)


def _distinct(connection: Connection, column: ColumnElement[str]) -> Iterator[str]:
    """Every value of a column, one look in its index each: a million rows are not read for forty agencies."""
    names = select(func.min(column).label("name")).cte("names", recursive=True)
    following = select(func.min(column)).where(column > names.c.name).correlate(names).scalar_subquery()
    every = names.union_all(select(following).where(names.c.name.is_not(None)))
    yield from connection.scalars(select(every.c.name).where(every.c.name.is_not(None)))


def asked_in_words(asked: Asked) -> str:
    """Period and filter, as a page says them under its title."""
    first, last, day = (
        each and day_in_words(each.isoformat()) for each in (asked.first, asked.last, asked.day)
    )
    if first and last:
        said = [say(words.PERIOD, first=first, last=last, day=day)]
    elif first:
        said = [say(words.SINCE, first=first, day=day)]
    elif last:
        said = [say(words.UNTIL, last=last, day=day)]
    else:
        said = [say(words.WHOLE_RECORD, day=day)]
    if asked.agency:
        said.append(say(words.ONLY_AGENCY, agency=asked.agency))
    if asked.course:
        said.append(say(words.ONLY_COURSE, course=asked.course))
    return " ".join(said)
