"""Workshops: planned, held, and who led them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete, select, update

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.tables import Booked, Booking, Reason, Status, Trainer, Workshop
from simulator.records.training.courses import cases_of, course
from simulator.records.training.rows import changed, found, put
from simulator.words import records_training as words
from simulator.words import say


def plan(connection: Connection, workshop: Workshop) -> None:
    """Add a workshop, or change the one of its id.

    Level and minutes that are not given are those of its course, and so is its case where the course has one.
    Raises RecordError for what cannot be kept or a course that is not there.
    """
    if not workshop.course and not workshop.case_id:
        raise RecordError(say(words.NO_SUBJECT), say(words.NO_SUBJECT_MESSAGE))
    planned = changed(workshop)
    if planned.course:
        its = course(connection, planned.course)
        cases = cases_of(its)
        planned.level = planned.level or its.level
        planned.minutes = planned.minutes or its.minutes
        planned.case_id = planned.case_id or (cases[0] if len(cases) == 1 else "")
        planned.title = planned.title or its.title
    put(connection, planned)


def workshops(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[Workshop, ...]:
    """Workshops held or planned in a span of days, the first first."""
    held = tables.workshops.c.held_on
    within = [held >= first] if first else []
    within += [held <= last] if last else []
    return found(connection, Workshop, *within, order=(held,))


def workshop(connection: Connection, wanted: str) -> Workshop:
    """One workshop. Raises RecordError where there is none of that id."""
    of_that_id = found(connection, Workshop, tables.workshops.c.id == wanted)
    if not of_that_id:
        message = say(words.NO_WORKSHOP_MESSAGE, workshop=wanted[:40])
        raise RecordError(say(words.NO_WORKSHOP), message, say(words.NO_WORKSHOP_REMEDY))
    return of_that_id[0]


def set_status(connection: Connection, wanted: str, status: Status) -> None:
    """Say where a workshop stands. Raises RecordError where there is none of that id."""
    workshop(connection, wanted)
    here = tables.workshops.c.id == wanted
    connection.execute(update(tables.workshops).where(here).values(status=status))


def close(connection: Connection, wanted: str) -> None:
    """It was held: whoever played in it attended, in part where they saw no play through nor stepped out of
    one; whoever was booked and did not come has not.

    What a trainer has said of somebody (part, cancelled, attended) stands. Raises RecordError.
    """
    workshop(connection, wanted)
    played = _who_played(connection, wanted)
    booked = tables.bookings.c
    known = {one.learner: one for one in found(connection, Booking, booked.workshop == wanted)}
    for learner, (agency, attended) in played.items():
        if attended and learner not in known:
            walked_in = Booking(workshop=wanted, learner=learner, agency=agency, status=Booked.UNSCHEDULED)
            put(connection, walked_in)
    for learner, one in known.items():
        if one.status is Booked.BOOKED or (one.status is Booked.NO_SHOW and learner in played):
            status = Booked.NO_SHOW
            if learner in played:
                status = Booked.ATTENDED if played[learner][1] else Booked.PART
            put(connection, changed(one, status=status, reason=Reason.NOT_GIVEN))
    set_status(connection, wanted, Status.CLOSED)


def _who_played(connection: Connection, wanted: str) -> dict[str, tuple[str, bool]]:
    """Everybody at an attempt of a workshop -> their agency on the day, and whether they attended."""
    there, attempt = tables.attendances.c, tables.attempts.c
    query = (
        select(there.learner, there.agency, there.presence)
        .join(tables.attempts, attempt.id == there.attempt)
        .where(attempt.held_in == wanted)
        .order_by(there.joined)
    )
    played: dict[str, tuple[str, bool]] = {}
    for learner, agency, presence in connection.execute(query):
        before = played.get(learner, ("", False))[1]
        played[learner] = (agency, before or presence.counts_as_attended)
    return played


def set_trainers(connection: Connection, wanted: str, trainers: tuple[Trainer, ...]) -> None:
    """Say who led a workshop, instead of what was said before."""
    workshop(connection, wanted)
    connection.execute(delete(tables.trainers).where(tables.trainers.c.workshop == wanted))
    for one in trainers:
        put(connection, changed(one, workshop=wanted))
