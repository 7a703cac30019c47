"""R1, course delivery: for each course how often it was played, who came and who saw it through.

A session is one table of a workshop or one play by itself. What is booked, and the measures that need it
(fill %, kept-booking %, attended ÷ booked), stay empty until bookings are in the record: nothing is guessed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, distinct, func, or_, select

from simulator.records import tables
from simulator.records.tables import Presence
from simulator.reports.report import Asked, Column, Report, Row
from simulator.words import reports as words
from simulator.words import say

COLUMNS: Final = (
    Column("course_code", "Course"),
    Column("course_title", "Title"),
    Column("level", "Level"),
    Column("first_date", "First"),
    Column("last_date", "Last"),
    Column("sessions", "Sessions"),
    Column("capacity", "Capacity"),
    Column("booked", "Booked"),
    Column("attended", "Attended"),
    Column("completed", "Completed"),
    Column("fill_percent", "Fill %"),
    Column("kept_booking_percent", "Kept booking %"),
    Column("attended_of_booked_percent", "Attended ÷ booked %"),
    Column("cancelled", "Cancelled"),
    Column("no_show", "No-show"),
    Column("unscheduled", "Unscheduled"),
    Column("change_on_previous_period", "Δ previous"),
    Column("change_on_year_before", "Δ year before"),
)
ATTENDED: Final = [presence for presence in Presence if presence.counts_as_attended]


class Delivered(NamedTuple):
    """What a period has of one course."""

    course: str
    title: str
    level: str
    first: datetime
    last: datetime
    sessions: int
    attended: int
    completed: int


def course_delivery(connection: Connection, asked: Asked) -> Report:
    """R1 for a period, with the change of `attended` on the period before and the year before."""
    now = delivered(connection, asked)
    before, year_before = (
        {one.course: one.attended for one in delivered(connection, period)} if period else None
        for period in (previous_period(asked), year_earlier(asked))
    )
    rows = tuple(_row(one, before, year_before) for one in now)
    return Report("R1", say(words.R1), COLUMNS, rows, _totals(now, before, year_before), _notes())


def delivered(connection: Connection, asked: Asked) -> tuple[Delivered, ...]:
    """Each course of a period, by its code."""
    there, attempt, done = tables.attendances.c, tables.attempts.c, tables.completions.c
    session = case((attempt.workshop == "", attempt.id), else_=attempt.workshop + "/" + attempt.table_name)
    came = case((there.presence.in_(ATTENDED), 1), else_=0)
    query = (
        select(
            attempt.case_id,
            func.max(attempt.case_title),
            func.max(attempt.level),
            func.min(attempt.started),
            func.max(attempt.started),
            func.count(distinct(session)),
            func.sum(came),
            func.count(done.learner),
        )
        .join(tables.attendances, there.attempt == attempt.id)
        .outerjoin(tables.completions, and_(done.attempt == there.attempt, done.learner == there.learner))
        .where(~attempt.practice_only, *_asked(asked))
        .group_by(attempt.case_id)
        .order_by(attempt.case_id)
    )
    return tuple(Delivered._make(row) for row in connection.execute(query))


def _asked(asked: Asked) -> Iterator[ColumnElement[bool]]:
    there, attempt = tables.attendances.c, tables.attempts.c
    if asked.begins is not None:
        yield attempt.started >= asked.begins
    if asked.ends is not None:
        yield attempt.started < asked.ends
    if asked.agency:
        yield func.lower(there.agency) == asked.agency.lower()
    if asked.course:
        yield or_(attempt.case_id == asked.course, attempt.case_title == asked.course)


def previous_period(asked: Asked) -> Asked | None:
    """The period of the same length before: of whole months where it is of whole months (a quarter)."""
    if asked.first is None or asked.last is None:
        return None
    if asked.first.day == 1 and asked.last.day == monthrange(asked.last.year, asked.last.month)[1]:
        months = (asked.last.year - asked.first.year) * 12 + asked.last.month - asked.first.month + 1
        first = _months_before(asked.first, months)
    else:
        first = asked.first - (asked.last - asked.first) - timedelta(days=1)
    return asked._replace(first=first, last=asked.first - timedelta(days=1))


def year_earlier(asked: Asked) -> Asked | None:
    """The same period a year before."""
    if asked.first is None or asked.last is None:
        return None
    ends = asked.last + timedelta(days=1)
    return asked._replace(
        first=_months_before(asked.first, 12), last=_months_before(ends, 12) - timedelta(days=1)
    )


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _row(one: Delivered, before: dict[str, int] | None, year_before: dict[str, int] | None) -> Row:
    return (
        one.course,
        one.title,
        one.level,
        one.first.date().isoformat(),
        one.last.date().isoformat(),
        one.sessions,
        None,
        None,
        one.attended,
        one.completed,
        *(None,) * 6,
        None if before is None else one.attended - before.get(one.course, 0),
        None if year_before is None else one.attended - year_before.get(one.course, 0),
    )


def _totals(
    now: tuple[Delivered, ...], before: dict[str, int] | None, year_before: dict[str, int] | None
) -> Row:
    attended = sum(one.attended for one in now)
    return (
        say(words.TOTAL),
        "",
        "",
        min(one.first for one in now).date().isoformat() if now else None,
        max(one.last for one in now).date().isoformat() if now else None,
        sum(one.sessions for one in now),
        None,
        None,
        attended,
        sum(one.completed for one in now),
        *(None,) * 6,
        None if before is None else attended - sum(before.values()),
        None if year_before is None else attended - sum(year_before.values()),
    )


def _notes() -> tuple[str, ...]:
    return tuple(
        map(say, (words.NOTE_SESSION, words.NOTE_ATTENDED, words.NOTE_MEASURES, words.NOTE_BOOKINGS))
    )
