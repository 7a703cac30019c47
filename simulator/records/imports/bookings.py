"""Bookings from a file: who was booked on which workshop, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, insert, select, update

from simulator.records import tables
from simulator.records.imports import values
from simulator.records.imports.columns import Columns
from simulator.records.imports.faults import Cell, Fault
from simulator.records.imports.matching import Register
from simulator.records.imports.people import NAMES as PERSON
from simulator.records.imports.people import NEEDED as PERSON_NEEDED
from simulator.records.imports.people import People, Taken, World, line_of
from simulator.records.imports.reading import Sheet
from simulator.records.tables import Booked, Booking, Reason, Workshop
from simulator.records.training.courses import courses
from simulator.records.training.rows import checked
from simulator.records.training.workshops import workshops
from simulator.text import name_key
from simulator.words import records_import as words
from simulator.words import say

NAMES: Final = (
    *PERSON,
    "workshop",
    "course_code",
    "held_on",
    "booked_on",
    "status",
    "reason",
    "cancelled_on",
    "charge",
    "table",
)
NEEDED: Final = (*PERSON_NEEDED, "workshop|course_code+held_on")
_SAME: Final = ("booked_on", "status", "reason", "cancelled_on", "charge", "table_name")
STATUSES: Final = {
    **{one.value.replace("-", " "): one.value for one in Booked},
    "": Booked.BOOKED.value,
    "confirmed": Booked.BOOKED.value,
    "yes": Booked.ATTENDED.value,
    "present": Booked.ATTENDED.value,
    "came": Booked.ATTENDED.value,
    "stepped out": Booked.ATTENDED.value,
    "completed": Booked.ATTENDED.value,
    "partial": Booked.PART.value,
    "part attended": Booked.PART.value,
    "no": Booked.NO_SHOW.value,
    "dna": Booked.NO_SHOW.value,
    "did not attend": Booked.NO_SHOW.value,
    "absent": Booked.NO_SHOW.value,
    "canceled": Booked.CANCELLED.value,
    "withdrawn": Booked.CANCELLED.value,
    "walk in": Booked.UNSCHEDULED.value,
    "not booked": Booked.UNSCHEDULED.value,
}
"""What other systems call what became of a booking -> what it is."""
REASONS: Final = {
    **{one.value: one.value for one in Reason},
    "": Reason.NOT_GIVEN.value,
    "unknown": Reason.NOT_GIVEN.value,
    "sick": Reason.SICKNESS.value,
    "illness": Reason.SICKNESS.value,
    "personal": Reason.PERSONAL.value,
    "work": Reason.URGENT_WORK.value,
    "work commitments": Reason.URGENT_WORK.value,
    "staffing": Reason.NO_COVER.value,
    "left": Reason.LEFT_POST.value,
    "transport": Reason.TRAVEL.value,
}


class Known(NamedTuple):
    """The workshops of the record, by every way a file can name them."""

    by_id: dict[str, Workshop]
    by_name: dict[tuple[str, date], list[Workshop]]


def take_bookings(connection: Connection, sheet: Sheet, found: Columns, world: World) -> Taken:
    """Take bookings in, and people who are new to the record; with any fault nothing is to be committed."""
    faults = list(sheet.faults)
    known = _workshops(connection)
    people = People(Register(connection, world.agencies), world)
    lines: dict[tuple[str, str], tuple[int, Booking]] = {}
    stood_in = 0
    for cells in sheet.rows:
        held = _workshop_of(found, cells, known, faults)
        one = line_of(found, cells, world.agencies, faults)
        if held is None or one is None:
            continue
        is_known = bool(people.register.find(one.wanted))  # and then the file says where they were, not are
        learner = people.take(one._replace(said={}) if is_known else one, faults)
        agency = one.wanted.agency or (people.register.people[learner].agency if learner else "")
        booking = _booking(found, cells, held, learner, agency, faults)
        if not learner or booking is None:
            continue
        stood_in += not found.cell(cells, "booked_on").text and booking.booked_on is not None
        _note(lines, booking, cells[0], one.wanted.name, faults)
    if faults:
        return Taken(0, 0, 0, tuple(faults))
    people.write(connection)
    notes = (say(words.BOOKED_THAT_DAY, number=stood_in),) if stood_in else ()
    return _write(connection, [kept for _, kept in lines.values()])._replace(notes=notes)


def _workshops(connection: Connection) -> Known:
    titles = {one.code: one.title for one in courses(connection)}
    by_name: dict[tuple[str, date], list[Workshop]] = {}
    every = workshops(connection)
    for one in every:
        names = {one.title, one.case_id, one.course or "", titles.get(one.course or "", "")}
        for name in {name_key(name) for name in names if name}:
            by_name.setdefault((name, one.held_on), []).append(one)
    return Known({one.id: one for one in every}, by_name)


def _workshop_of(
    found: Columns, cells: tuple[Cell, ...], known: Known, faults: list[Fault]
) -> Workshop | None:
    named, course = found.cell(cells, "workshop"), found.cell(cells, "course_code")
    if named.text in known.by_id:
        return known.by_id[named.text]
    named = named if named.text else course
    if not named.text:
        faults.append(named.fault(words.NEEDED, column="workshop"))
        return None
    held_on = found.cell(cells, "held_on")
    if not held_on.text:
        faults.append(named.fault(words.NO_WORKSHOP_OF_ID, workshop=named.shown))
        return None
    day = values.day(held_on, faults)
    if day is None:
        return None
    fitting = known.by_name.get((name_key(named.text), day), [])
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        ids = ", ".join(one.id for one in fitting)
        faults.append(named.fault(words.SEVERAL_WORKSHOPS, number=len(fitting), day=day, ids=ids))
    else:
        faults.append(named.fault(words.NO_WORKSHOP, workshop=named.shown, day=day))
    return None


def _booking(
    found: Columns, cells: tuple[Cell, ...], held: Workshop, learner: str, agency: str, faults: list[Fault]
) -> Booking | None:
    before = len(faults)
    status = values.one_of(found.cell(cells, "status"), STATUSES, faults)
    reason = values.one_of(found.cell(cells, "reason"), REASONS, faults)
    booked_on = values.day(found.cell(cells, "booked_on"), faults)
    cancelled_on = values.day(found.cell(cells, "cancelled_on"), faults)
    charge = values.yes_or_no(found.cell(cells, "charge"), faults)
    if len(faults) == before:
        _check_absence(found, cells, status, reason, cancelled_on, faults)
    if len(faults) > before:
        return None
    return Booking(
        workshop=held.id,
        learner=learner,
        agency=agency,
        table_name=found.cell(cells, "table").text[:80],
        booked_on=None if status == Booked.UNSCHEDULED else booked_on or held.held_on,
        status=Booked(status),
        reason=Reason(reason),
        cancelled_on=cancelled_on,
        charge=charge,
    )


def _check_absence(
    found: Columns,
    cells: tuple[Cell, ...],
    status: str,
    reason: str,
    cancelled_on: date | None,
    faults: list[Fault],
) -> None:
    if status == Booked.CANCELLED and cancelled_on is None:
        faults.append(found.cell(cells, "status").fault(words.NO_CANCELLED_DAY))
    if status != Booked.CANCELLED and cancelled_on is not None:
        faults.append(found.cell(cells, "cancelled_on").fault(words.NOT_CANCELLED, status=status))
    if reason != Reason.NOT_GIVEN and status not in (Booked.NO_SHOW, Booked.CANCELLED, Booked.PART):
        faults.append(found.cell(cells, "reason").fault(words.NO_REASON_NEEDED, status=status))


def _note(
    lines: dict[tuple[str, str], tuple[int, Booking]],
    booking: Booking,
    at: Cell,
    name: str,
    faults: list[Fault],
) -> None:
    key = (booking.workshop, booking.learner)
    line, before = lines.setdefault(key, (at.line, booking))
    if _said(before) != _said(booking):
        faults.append(at.fault(words.STANDS_TWICE, name=name, line=line))


def _said(booking: Any) -> tuple[Any, ...]:
    return tuple(getattr(booking, name) for name in _SAME)


def _write(connection: Connection, bookings: Sequence[Booking]) -> Taken:
    booked = tables.bookings
    before = {(one.workshop, one.learner): one for one in connection.execute(select(booked))}
    new = [checked(one) for one in bookings if (one.workshop, one.learner) not in before]
    changed = [
        one
        for one in bookings
        if (kept := before.get((one.workshop, one.learner))) is not None and _said(kept) != _said(one)
    ]
    if new:
        connection.execute(insert(booked), new)
    for one in changed:
        here = and_(booked.c.workshop == one.workshop, booked.c.learner == one.learner)
        day = before[one.workshop, one.learner].agency  # theirs on the day stays
        connection.execute(update(booked).where(here).values({**checked(one), "agency": day}))
    return Taken(len(new), len(changed), len(bookings) - len(new) - len(changed), ())
