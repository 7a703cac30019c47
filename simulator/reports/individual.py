"""Who took part in what, as one query: plays, places at workshops that nobody played at on a screen, and what
was completed on paper.

The database hands out every cell ready to be written, so that a million rows cost little more than reading
them. Practice counts for nothing in a training record and is left out. A session is of the day it was held.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from simulator.records import tables
from simulator.records.tables import Booked, Delivery, Presence
from simulator.reports.asking import COURSE_OF_WORKSHOP, of_agency, plays_asked, workshops_asked
from simulator.reports.breathing import let_others_write
from simulator.reports.report import Asked, Row
from simulator.reports.seats import seat_titles, with_titles
from simulator.words import reports as words
from simulator.words import say

BATCH: Final = 2_000
"""Rows fetched at a time."""
PEOPLE: Final = 500
"""Whose rows are read before others may write."""
Some = tuple[str, str]
"""The first and the last of the people whose rows are read at a time."""
_there, _attempt, _done = tables.attendances.c, tables.attempts.c, tables.completions.c
_held, _booked, _paper = tables.workshops.c, tables.bookings.c, tables.paper_completions.c
_person, _course, _learner = tables.people.c, tables.courses.c, tables.learners.c
_VERSION: Final = 12
"""Letters of a case's version that people are shown; files for other systems have all of it."""
_VERSION_AT: Final = 10
_SEATS_AT: Final = 18
"""Columns of R4, from 0."""


def individual_rows(connection: Connection, asked: Asked, learner: str = "") -> Iterator[Row]:
    """The rows of R4, a person's together, each person's in order of time; of one `learner` where asked. Some
    hundred people at a time, so that a room that is playing can write in between."""
    every = tables.learners.c.id
    learners = [learner] if learner else list(connection.scalars(select(every).order_by(every)))
    called = seat_titles(connection, _VERSION, learner)
    for first in range(0, len(learners), PEOPLE):
        some = (learners[first], learners[min(first + PEOPLE, len(learners)) - 1])
        query = union_all(_plays(asked, some), _places(asked, some), _elsewhere(asked, some))
        rows = streamed(connection, query.order_by("learner", "day", "course"))
        yield from with_titles(rows, called, _VERSION_AT, _SEATS_AT)
        let_others_write(connection)


def row_count(connection: Connection, asked: Asked) -> int:
    """How many rows R4 has, for whoever shows how far it is."""
    parts = [part(asked, None) for part in (_plays, _places, _elsewhere)]
    rows = union_all(*(part.with_only_columns(literal(1).label("one")) for part in parts)).subquery()
    return connection.scalar(select(func.count()).select_from(rows)) or 0


def _of(learner: ColumnElement[str], some: Some | None) -> Iterator[ColumnElement[bool]]:
    """Only of some people; None: of all."""
    if some is not None:
        yield learner.between(*some)


def streamed(connection: Connection, query: Any) -> Iterator[Row]:
    """Rows as they come, some thousands in memory at a time."""
    found = connection.execute(query, execution_options={"yield_per": BATCH})
    for batch in found.partitions():
        yield from batch


def iso(day: ColumnElement[Any]) -> ColumnElement[str]:
    """A day as ISO text."""
    return cast(func.date(day), String)


def in_hours(minutes: ColumnElement[Any]) -> ColumnElement[float]:
    """Minutes as hours, to two places."""
    return cast(func.round(minutes * literal_column("1.0") / 60, 2), Float)


def roles_in_words(roles: ColumnElement[str], delivery: ColumnElement[Any]) -> ColumnElement[str]:
    """A JSON list of roles as people read it. In a workshop everybody who plays has a seat, and whoever has
    none wrote or looked on."""
    plain = roles
    for old, new in (('["', ""), ('"]', ""), ('", "', ", "), ("_", " ")):
        plain = func.replace(plain, old, new)
    without = case((delivery == Delivery.WORKSHOP, say(words.NO_SEAT)), else_=say(words.ALL_SEATS))
    return case((roles == "[]", without), else_=plain)


def _who(learner: ColumnElement[str], agency: ColumnElement[str]) -> tuple[Any, ...]:
    return (
        learner.label("learner"),
        func.coalesce(_person.name, say(words.ERASED)),
        func.coalesce(_person.email, ""),
        agency,
        func.coalesce(_person.team, ""),
        func.coalesce(_person.job_title, ""),
        func.coalesce(_person.registration_number, ""),
        func.coalesce(_person.line_manager, ""),
    )


def _plays(asked: Asked, some: Some | None) -> Select[Any]:
    """Everybody at every play."""
    done = and_(_done.attempt == _there.attempt, _done.learner == _there.learner)
    paper = and_(
        _paper.learner == _there.learner,
        or_(_paper.attempt == _there.attempt, _paper.workshop == _attempt.held_in),
    )
    booked = and_(_booked.workshop == _attempt.held_in, _booked.learner == _there.learner)
    trainers, by_itself = trainers_of_workshops().subquery(), _attempt_trainer().subquery()
    in_workshop = and_(_attempt.held_in.is_not(None), ~_attempt.practice_only, *workshops_asked(asked))
    return (
        select(*_of_a_play(func.coalesce(trainers.c.names, by_itself.c.name, "")))
        .select_from(tables.attendances)
        .join(tables.attempts, _attempt.id == _there.attempt)
        .outerjoin(tables.workshops, _held.id == _attempt.held_in)
        .outerjoin(tables.courses, _course.code == _held.course)
        .outerjoin(tables.completions, done)
        .outerjoin(tables.paper_completions, paper)
        .outerjoin(tables.bookings, booked)
        .outerjoin(tables.people, _person.learner == _there.learner)
        .outerjoin(trainers, trainers.c.workshop == _held.id)
        .outerjoin(by_itself, by_itself.c.id == _attempt.trainer)
        .where(
            *_of(_there.learner, some),
            or_(and_(*plays_asked(asked)), in_workshop),
            *of_agency(_there.agency, asked),
        )
    )


def _of_a_play(led_by: ColumnElement[str]) -> tuple[ColumnElement[Any], ...]:
    """The cells of somebody at a play; what a screen saw goes before what paper says."""
    completed = func.coalesce(_done.completed_on, _paper.completed_on)
    return (
        *_who(_there.learner, _there.agency),
        func.coalesce(COURSE_OF_WORKSHOP, _attempt.case_id).label("course"),
        func.coalesce(_course.title, _attempt.case_title),
        func.substr(_attempt.case_version, 1, _VERSION),
        func.coalesce(_done.edition, _paper.edition, ""),
        iso(func.coalesce(completed, _held.held_on, func.date(_attempt.started))).label("day"),
        cast(_attempt.delivery, String),
        in_hours(func.coalesce(_done.minutes, _paper.minutes)),
        _attempt.level,
        func.coalesce(_done.participatory, _paper.participatory),
        func.coalesce(_done.multi_agency, _paper.multi_agency),
        roles_in_words(_there.roles, _attempt.delivery),
        _status(completed),
        iso(func.coalesce(_done.expires, _paper.expires)),
        func.coalesce(_done.certificate, _paper.certificate, ""),
        led_by,
    )


def _status(completed: ColumnElement[Any]) -> ColumnElement[str]:
    """completed, attended or part; a trainer's word about a booking goes before what the screen saw."""
    attended, part = say(words.ATTENDED), say(words.PART)
    return case(
        (completed.is_not(None), say(words.COMPLETED)),
        (_booked.status.in_([Booked.ATTENDED, Booked.UNSCHEDULED]), attended),
        (_booked.status == Booked.PART, part),
        (_there.presence == Presence.PART, part),
        else_=attended,
    )


def _places(asked: Asked, some: Some | None) -> Select[Any]:
    """Places at workshops of people who played at no screen there, kept or still to come."""
    played = (
        select(_there.learner)
        .join(tables.attempts, _attempt.id == _there.attempt)
        .where(
            _attempt.held_in == _booked.workshop, _there.learner == _booked.learner, ~_attempt.practice_only
        )
        .exists()
    )
    paper = and_(_paper.learner == _booked.learner, _paper.workshop == _booked.workshop)
    trainers = trainers_of_workshops().subquery()
    return (
        select(*_of_a_place(func.coalesce(trainers.c.names, "")))
        .select_from(tables.bookings)
        .join(tables.workshops, _held.id == _booked.workshop)
        .outerjoin(tables.courses, _course.code == _held.course)
        .outerjoin(tables.paper_completions, paper)
        .outerjoin(tables.people, _person.learner == _booked.learner)
        .outerjoin(trainers, trainers.c.workshop == _held.id)
        .where(
            *_of(_booked.learner, some),
            *_expected(asked),
            _booked.status.not_in([Booked.NO_SHOW, Booked.CANCELLED]),
            ~played,
            *of_agency(_booked.agency, asked),
        )
    )


def _of_a_place(led_by: ColumnElement[str]) -> tuple[ColumnElement[Any], ...]:
    """The cells of somebody who has a place; a workshop is of no one case's version and no one seat."""
    status = case(
        (_paper.completed_on.is_not(None), say(words.COMPLETED)),
        (_booked.status == Booked.BOOKED, say(words.BOOKED)),
        (_booked.status == Booked.PART, say(words.PART)),
        else_=say(words.ATTENDED),
    )
    return (
        *_who(_booked.learner, _booked.agency),
        COURSE_OF_WORKSHOP.label("course"),
        func.coalesce(_course.title, _held.title),
        literal(""),
        func.coalesce(_paper.edition, ""),
        iso(func.coalesce(_paper.completed_on, _held.held_on)).label("day"),
        literal(Delivery.WORKSHOP.value),
        in_hours(_paper.minutes),
        _held.level,
        _paper.participatory,
        _paper.multi_agency,
        literal(""),
        status,
        iso(_paper.expires),
        func.coalesce(_paper.certificate, ""),
        led_by,
    )


def _expected(asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Workshops of the period; without one, those still to come as well."""
    day = asked.day if asked.last else asked._replace(today=asked.day.max).day
    yield from workshops_asked(asked._replace(today=day))


def _elsewhere(asked: Asked, some: Some | None) -> Select[Any]:
    """What was completed somewhere else, by a trainer's word."""
    vouched = _attempt_trainer().subquery()
    return (
        select(
            *_who(_paper.learner, _paper.agency),
            func.coalesce(_paper.course, _paper.case_id).label("course"),
            func.coalesce(_course.title, _paper.case_id),
            literal(""),
            _paper.edition,
            iso(_paper.completed_on).label("day"),
            cast(_paper.how, String),
            in_hours(_paper.minutes),
            _paper.level,
            _paper.participatory,
            _paper.multi_agency,
            literal(""),
            literal(say(words.COMPLETED)),
            iso(_paper.expires),
            _paper.certificate,
            func.coalesce(vouched.c.name, ""),
        )
        .select_from(tables.paper_completions)
        .outerjoin(tables.courses, _course.code == _paper.course)
        .outerjoin(tables.people, _person.learner == _paper.learner)
        .outerjoin(vouched, vouched.c.id == _paper.trainer)
        .where(
            *_of(_paper.learner, some),
            _paper.attempt.is_(None),
            _paper.workshop.is_(None),
            *_paper_asked(asked),
        )
    )


def _paper_asked(asked: Asked) -> Iterator[ColumnElement[bool]]:
    yield from completed_in(_paper.completed_on, asked)
    yield from of_agency(_paper.agency, asked)
    if asked.course:
        yield or_(_paper.course == asked.course, _paper.case_id == asked.course)


def completed_in(day: ColumnElement[Any], asked: Asked) -> Iterator[ColumnElement[bool]]:
    """Completed in the period."""
    if asked.first is not None:
        yield day >= asked.first
    if asked.last is not None:
        yield day <= asked.last


def trainers_of_workshops() -> Select[Any]:
    """Workshop -> the names of who led it."""
    led, name = tables.trainers.c, tables.people.alias("led_by")
    ordered = (
        select(led.workshop, name.c.name)
        .join(name, name.c.learner == led.learner)
        .order_by(led.workshop, name.c.name)
        .subquery()
    )
    names = func.aggregate_strings(ordered.c.name, ", ").label("names")
    return select(ordered.c.workshop, names).group_by(ordered.c.workshop)


def _attempt_trainer() -> Select[Any]:
    """Whoever is named as a trainer, under every pseudonym they had -> their name."""
    name = tables.people.alias("trainer_person")
    now = func.coalesce(_learner.merged_into, _learner.id)
    return select(_learner.id, name.c.name).join(name, name.c.learner == now)
