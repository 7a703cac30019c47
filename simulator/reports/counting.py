"""Who was booked, came and completed, counted by the database: for each course, or each agency and course.

R1 and R2 are both made of these counts, so their totals are the same by construction. Planned workshops are
counted from their bookings; a play nobody planned from who was there.

    booked − cancelled − no-show − part − not yet said + unscheduled + came to plays nobody planned = attended
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    or_,
    select,
)

from simulator.records import tables
from simulator.records.tables import Booked, Presence
from simulator.reports.asking import COURSE_OF_WORKSHOP, of_agency, plays_asked, workshops_asked
from simulator.reports.report import Asked

Key = tuple[str, str]
"""A course's code and an agency; the agency is empty where all are counted together."""
ATTENDED: Final = [presence for presence in Presence if presence.counts_as_attended]
_held, _booked, _attempt = tables.workshops.c, tables.bookings.c, tables.attempts.c
_there, _done, _paper = tables.attendances.c, tables.completions.c, tables.paper_completions.c
_ALL: Final = literal("")
SESSION: ColumnElement[str] = case(
    (_attempt.workshop == "", _attempt.id), else_=_attempt.workshop + "/" + _attempt.table_name
)
"""One table of people who gave themselves a name, or one play by itself."""


class Counts(NamedTuple):
    """What a period has of one course, or of one agency at it."""

    title: str = ""
    called: str = ""
    """What a workshop of it was called, where neither course nor case has a title."""
    level: str = ""
    first: date | None = None
    last: date | None = None
    sessions: int = 0
    capacity: int = 0
    """Places of the workshops whose number of places is set."""
    booked: int = 0
    kept: int = 0
    """Came as booked."""
    cancelled: int = 0
    no_show: int = 0
    part: int = 0
    unscheduled: int = 0
    seated: int = 0
    """Came to a workshop whose number of places is set."""
    by_themselves: int = 0
    """Came to a play that nobody planned."""
    completed: int = 0

    @property
    def attended(self) -> int:
        """Everybody who came; who stepped out did."""
        return self.kept + self.unscheduled + self.by_themselves


def counted(connection: Connection, asked: Asked, *, by_agency: bool = False) -> dict[Key, Counts]:
    """The counts of a period, by course and, if asked for, by agency."""
    found: dict[Key, Counts] = {}
    queries = (
        _workshops(asked, by_agency),
        _bookings(asked, by_agency),
        _plays(asked, by_agency),
        _completions(asked, by_agency),
        _paper_of_workshops(asked, by_agency),
        _paper_of_plays(asked, by_agency),
    )
    for query in queries:
        for row in connection.execute(query).mappings():
            values = dict(row)
            key = (values.pop("course") or "", values.pop("agency") or "")
            found[key] = _together(found.get(key, Counts()), values)
    return dict(sorted(found.items()))


def _together(known: Counts, more: dict[str, Any]) -> Counts:
    """Counts added up, and the first and last day of both."""
    for name, value in more.items():
        if value is None:
            continue
        before = getattr(known, name)
        if name in ("first", "last"):
            day = value.date() if isinstance(value, datetime) else value
            pick = min if name == "first" else max
            value = day if before is None else pick(before, day)
        elif isinstance(value, int):
            value = before + value
        elif before:
            continue
        known = known._replace(**{name: value})
    return known


def all_of(counts: Iterator[Counts]) -> Counts:
    """Everything added up."""
    total = Counts()
    for one in counts:
        total = _together(total, {**one._asdict(), "title": None, "called": None, "level": None})
    return total


def _number_of(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows fit."""
    return func.sum(case((and_(*conditions), 1), else_=0))


def _workshops(asked: Asked, by_agency: bool) -> Select[Any]:
    """Sessions, places and days. With an agency, the sessions it was expected at; places are of nobody's."""
    agency = _booked.agency if by_agency else _ALL
    narrowed = by_agency or bool(asked.agency)
    query = select(
        COURSE_OF_WORKSHOP.label("course"),
        agency.label("agency"),
        func.max(tables.courses.c.title).label("title"),
        func.max(_held.title).label("called"),
        func.max(_held.level).label("level"),
        func.min(_held.held_on).label("first"),
        func.max(_held.held_on).label("last"),
        func.count(distinct(_held.id)).label("sessions"),
        (literal(0) if narrowed else func.sum(_held.capacity)).label("capacity"),
    ).outerjoin(tables.courses, tables.courses.c.code == _held.course)
    if narrowed:
        query = query.join(tables.bookings, _booked.workshop == _held.id)
    return query.where(*workshops_asked(asked), *_only(_booked.agency, asked)).group_by(
        COURSE_OF_WORKSHOP, agency
    )


def _only(agency: ColumnElement[Any], asked: Asked) -> Iterator[ColumnElement[bool]]:
    yield from of_agency(agency, asked)


def _bookings(asked: Asked, by_agency: bool) -> Select[Any]:
    agency = _booked.agency if by_agency else _ALL
    came = _booked.status.in_([one for one in Booked if one.counts_as_attended])
    return (
        select(
            COURSE_OF_WORKSHOP.label("course"),
            agency.label("agency"),
            _number_of(_booked.status != Booked.UNSCHEDULED).label("booked"),
            _number_of(_booked.status == Booked.ATTENDED).label("kept"),
            _number_of(_booked.status == Booked.CANCELLED).label("cancelled"),
            _number_of(_booked.status == Booked.NO_SHOW).label("no_show"),
            _number_of(_booked.status == Booked.PART).label("part"),
            _number_of(_booked.status == Booked.UNSCHEDULED).label("unscheduled"),
            _number_of(came, _held.capacity > 0).label("seated"),
        )
        .join(tables.workshops, _held.id == _booked.workshop)
        .where(*workshops_asked(asked), *of_agency(_booked.agency, asked))
        .group_by(COURSE_OF_WORKSHOP, agency)
    )


def _plays(asked: Asked, by_agency: bool) -> Select[Any]:
    agency = _there.agency if by_agency else _ALL
    return (
        select(
            _attempt.case_id.label("course"),
            agency.label("agency"),
            func.max(_attempt.case_title).label("title"),
            func.max(_attempt.level).label("level"),
            func.min(_attempt.started).label("first"),
            func.max(_attempt.started).label("last"),
            func.count(distinct(SESSION)).label("sessions"),
            _number_of(_there.presence.in_(ATTENDED)).label("by_themselves"),
        )
        .join(tables.attendances, _there.attempt == _attempt.id)
        .where(*plays_asked(asked), *of_agency(_there.agency, asked))
        .group_by(_attempt.case_id, agency)
    )


def _completions(asked: Asked, by_agency: bool) -> Select[Any]:
    """Of plays at workshops and of those that nobody planned, in one look."""
    agency = _done.agency if by_agency else _ALL
    course = func.coalesce(COURSE_OF_WORKSHOP, _attempt.case_id)
    in_workshop = and_(_attempt.held_in.is_not(None), *workshops_asked(asked))
    return (
        select(
            course.label("course"),
            agency.label("agency"),
            func.max(_attempt.case_title).label("title"),
            func.count().label("completed"),
        )
        .select_from(tables.completions)
        .join(tables.attempts, _attempt.id == _done.attempt)
        .outerjoin(tables.workshops, _held.id == _attempt.held_in)
        .where(or_(and_(*plays_asked(asked)), in_workshop), *of_agency(_done.agency, asked))
        .group_by(course, agency)
    )


def _paper_of_workshops(asked: Asked, by_agency: bool) -> Select[Any]:
    """By a trainer's word: of a workshop, or of an attempt in one."""
    agency = _paper.agency if by_agency else _ALL
    return (
        select(COURSE_OF_WORKSHOP.label("course"), agency.label("agency"), func.count().label("completed"))
        .select_from(tables.paper_completions)
        .outerjoin(tables.attempts, _attempt.id == _paper.attempt)
        .join(tables.workshops, _held.id == func.coalesce(_paper.workshop, _attempt.held_in))
        .where(*workshops_asked(asked), *of_agency(_paper.agency, asked))
        .group_by(COURSE_OF_WORKSHOP, agency)
    )


def _paper_of_plays(asked: Asked, by_agency: bool) -> Select[Any]:
    agency = _paper.agency if by_agency else _ALL
    return (
        select(_attempt.case_id.label("course"), agency.label("agency"), func.count().label("completed"))
        .select_from(tables.paper_completions)
        .join(tables.attempts, _attempt.id == _paper.attempt)
        .where(_paper.workshop.is_(None), *plays_asked(asked), *of_agency(_paper.agency, asked))
        .group_by(_attempt.case_id, agency)
    )


def completed_by_month(connection: Connection, asked: Asked) -> dict[str, int]:
    """Completions of the period, by the month they were made in (2026-07), months without any among them."""
    found: dict[str, int] = {}
    for done in (_done, _paper):
        month = func.substr(cast(done.completed_on, String), 1, 7)
        query = select(month, func.count()).where(
            *_on(done.completed_on, asked), *of_agency(done.agency, asked)
        )
        for name, number in connection.execute(query.group_by(month)):
            found[name] = found.get(name, 0) + number
    return {name: found.get(name, 0) for name in _months(found)}


def _on(day: ColumnElement[Any], asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.first is not None:
        yield day >= asked.first
    if asked.last is not None:
        yield day <= asked.last


def _months(found: dict[str, int]) -> Iterator[str]:
    if not found:
        return
    year, month = map(int, min(found).split("-"))
    while f"{year:04}-{month:02}" <= max(found):
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
