"""Bookings: who is expected at a workshop, and what became of that."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.completing import is_erased
from simulator.records.tables import Booked, Booking, BookingPart, PartThere, Reason
from simulator.records.training.rows import changed, found, put
from simulator.records.training.workshops import workshop
from simulator.words import records as record_words
from simulator.words import records_training as words
from simulator.words import say


def book(connection: Connection, wanted: str, learner: str, on: date, table: str = "") -> None:
    """Book a place; booking it again changes nothing but the table.

    Raises RecordError where the record knows no such workshop or person.
    """
    workshop(connection, wanted)
    before = _booking(connection, wanted, learner)
    if before and before.status not in (Booked.CANCELLED, Booked.UNSCHEDULED):
        _change(connection, before, table_name=table or before.table_name)
        return
    agency = _agency_of(connection, learner)
    put(connection, Booking(workshop=wanted, learner=learner, agency=agency, table_name=table, booked_on=on))


def cancel(
    connection: Connection,
    wanted: str,
    learner: str,
    on: date,
    reason: Reason = Reason.NOT_GIVEN,
    *,
    charge: bool = False,
) -> None:
    """Give a place back on a day. Raises RecordError where there is no booking."""
    before = booking(connection, wanted, learner)
    _change(
        connection, before, status=Booked.CANCELLED, cancelled_on=on, reason=reason, charge=charge,
        booked_on=before.booked_on or on,
    )  # fmt: skip


def came(
    connection: Connection, wanted: str, learner: str, status: Booked, reason: Reason = Reason.NOT_GIVEN
) -> None:
    """Say whether somebody came: attended, part or no-show. Who steps out has attended.

    Somebody who had no booking and came is unscheduled. Raises RecordError.
    """
    workshop(connection, wanted)
    before = _booking(connection, wanted, learner)
    there = status in (Booked.ATTENDED, Booked.UNSCHEDULED)
    if before is None or before.booked_on is None:
        if not there:
            raise _no_booking(wanted, learner)
        agency = before.agency if before else _agency_of(connection, learner)
        put(
            connection,
            Booking(workshop=wanted, learner=learner, agency=agency, status=Booked.UNSCHEDULED),
        )
        return
    status = Booked.ATTENDED if there else status
    _change(
        connection, before, status=status, cancelled_on=None, reason=Reason.NOT_GIVEN if there else reason
    )


def there(connection: Connection, wanted: str, learner: str, number: int, how: PartThere) -> None:
    """Say whether somebody was there for one part (from 1) of a workshop that has several.

    Once all parts are known, the booking says what they come to: all attended, none, or part of it.
    Raises RecordError where there is no booking or no such part.
    """
    its = workshop(connection, wanted)
    if not 1 <= number <= its.parts:
        message = say(words.NO_PART_MESSAGE, workshop=wanted, parts=its.parts, number=number)
        raise RecordError(say(words.NO_PART), message)
    before = booking(connection, wanted, learner)
    put(connection, BookingPart(workshop=wanted, learner=learner, number=number, there=how))
    parts = parts_of(connection, wanted, learner)
    if len(parts) < its.parts or before.status is Booked.UNSCHEDULED:
        return
    found_there = {one.there for one in parts}
    summed = {
        frozenset({PartThere.ATTENDED}): Booked.ATTENDED,
        frozenset({PartThere.MISSED}): Booked.NO_SHOW,
    }.get(frozenset(found_there), Booked.PART)
    came(connection, wanted, learner, summed, before.reason)


def booking(connection: Connection, wanted: str, learner: str) -> Booking:
    """One booking. Raises RecordError where there is none."""
    one = _booking(connection, wanted, learner)
    if one is None:
        raise _no_booking(wanted, learner)
    return one


def bookings_of(connection: Connection, wanted: str) -> tuple[Booking, ...]:
    """Everybody who is expected at a workshop or came."""
    return found(connection, Booking, tables.bookings.c.workshop == wanted)


def parts_of(connection: Connection, wanted: str, learner: str) -> tuple[BookingPart, ...]:
    """What is known of the parts somebody was there for."""
    part = tables.booking_parts.c
    return found(connection, BookingPart, part.workshop == wanted, part.learner == learner)


def _booking(connection: Connection, wanted: str, learner: str) -> Booking | None:
    booked = tables.bookings.c
    rows = found(connection, Booking, booked.workshop == wanted, booked.learner == learner)
    return rows[0] if rows else None


def _change(connection: Connection, before: Booking, **changes: Any) -> None:
    put(connection, changed(before, **changes))


def _agency_of(connection: Connection, learner: str) -> str:
    if is_erased(connection, learner):
        message = say(record_words.NO_PERSON_MESSAGE, learner=learner[:40])
        raise RecordError(say(record_words.NO_PERSON), message)
    agency = select(tables.people.c.agency).where(tables.people.c.learner == learner)
    return connection.scalar(agency) or ""


def _no_booking(wanted: str, learner: str) -> RecordError:
    message = say(words.NO_BOOKING_MESSAGE, learner=learner[:40], workshop=wanted[:40])
    return RecordError(say(words.NO_BOOKING), message, say(words.NO_WORKSHOP_REMEDY))
