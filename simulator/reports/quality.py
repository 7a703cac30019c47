"""R12, what is missing or does not fit in the record: for a person to look at; nothing puts itself right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy import Connection, and_, func, or_, select

from simulator.records import tables
from simulator.records.duplicates import duplicates
from simulator.records.tables import Booked, Presence, Status
from simulator.reports.columns import columns
from simulator.reports.reach import reached
from simulator.reports.report import Asked, Report, Row
from simulator.reports.shown import day_in_words
from simulator.words import Phrase, say
from simulator.words import reports_notes as notes
from simulator.words import reports_quality as words
from simulator.words import reports_titles as titles

COLUMNS: Final = columns("exception", "about", "detail")
SHARED: Final = frozenset(
    """admin administrator contact duty enquiries enquiry hello info mail mailbox office post reception
    safeguarding secretary shared team training""".split()  # noqa: SIM905 - one word more is one word typed
)
"""What stands before the @ of an address that belongs to an office, not to somebody."""
_person, _booked, _held = tables.people.c, tables.bookings.c, tables.workshops.c
_attempt, _there = tables.attempts.c, tables.attendances.c
_done, _paper = tables.completions.c, tables.paper_completions.c
Find = Callable[[Connection, Asked], Iterator[tuple[Phrase, str, str]]]


def exceptions(connection: Connection, asked: Asked) -> Report:
    """R12 for the whole record, whatever the period."""
    finders: tuple[Find, ...] = (
        _no_agency,
        _agency_not_known,
        _twice,
        _shared_mailboxes,
        _unmatched,
        _without_attendance,
        _not_settled,
        _more_than_in_scope,
    )
    rows: tuple[Row, ...] = tuple(
        (say(kind), about, detail) for find in finders for kind, about, detail in find(connection, asked)
    )
    return Report("R12", say(titles.R12), COLUMNS, rows, notes=tuple(map(say, notes.R12)))


def _no_agency(connection: Connection, _: Asked) -> Iterator[tuple[Phrase, str, str]]:
    for table in (tables.bookings, tables.attendances):
        query = select(table.c.learner, func.count()).where(table.c.agency == "").group_by(table.c.learner)
        for learner, number in connection.execute(query.order_by(table.c.learner)):
            yield words.NO_AGENCY, learner, say(words.ROWS_WITHOUT, number=number, table=table.name)


def _agency_not_known(connection: Connection, asked: Asked) -> Iterator[tuple[Phrase, str, str]]:
    query = select(_person.agency, func.count()).group_by(_person.agency).order_by(_person.agency)
    for agency, number in connection.execute(query):
        if asked.area.groups and agency.casefold() not in asked.area.groups:
            yield words.AGENCY_NOT_KNOWN, agency, say(words.PEOPLE_OF_IT, number=number)


def _twice(connection: Connection, _: Asked) -> Iterator[tuple[Phrase, str, str]]:
    for pair in duplicates(connection):
        about = (
            f"{pair.one.details.name} ({pair.one.learner}), {pair.other.details.name} ({pair.other.learner})"
        )
        yield words.TWICE, about, ", ".join(pair.because)


def _shared_mailboxes(connection: Connection, _: Asked) -> Iterator[tuple[Phrase, str, str]]:
    address = func.lower(_person.email)
    query = select(address, func.count()).where(_person.email != "").group_by(address).order_by(address)
    for email, number in connection.execute(query):
        if number > 1 or email.partition("@")[0].split("+")[0].split(".")[0] in SHARED:
            yield words.SHARED_MAILBOX, email, say(words.PEOPLE_WITH_IT, number=number)


def _unmatched(connection: Connection, _: Asked) -> Iterator[tuple[Phrase, str, str]]:
    query = (
        select(_attempt.workshop, func.count())
        .where(_attempt.workshop != "", _attempt.held_in.is_(None), ~_attempt.practice_only)
        .group_by(_attempt.workshop)
        .order_by(_attempt.workshop)
    )
    for workshop, number in connection.execute(query):
        yield words.UNMATCHED, workshop, say(words.PLAYS_OF_IT, number=number)


def _without_attendance(connection: Connection, _: Asked) -> Iterator[tuple[Phrase, str, str]]:
    mine = and_(_there.attempt == _done.attempt, _there.learner == _done.learner)
    played = (
        select(_done.learner, _done.case_id, _done.completed_on)
        .outerjoin(tables.attendances, mine)
        .where(or_(_there.learner.is_(None), _there.presence == Presence.PART))
    )
    booked = and_(_booked.workshop == _paper.workshop, _booked.learner == _paper.learner)
    here = (Booked.ATTENDED, Booked.UNSCHEDULED)
    on_paper = (
        select(_paper.learner, _held.title, _paper.completed_on)
        .join(tables.workshops, _held.id == _paper.workshop)
        .outerjoin(tables.bookings, booked)
        .where(or_(_booked.status.is_(None), _booked.status.not_in(here)))
    )
    for query in (played, on_paper):
        for learner, what, day in connection.execute(query.order_by("completed_on", "learner")):
            yield words.NOT_ATTENDED, learner, f"{what}, {day_in_words(day.isoformat())}"


def _not_settled(connection: Connection, asked: Asked) -> Iterator[tuple[Phrase, str, str]]:
    """Workshops of the past about which nobody has said who came."""
    query = (
        select(_held.title, _held.held_on, func.count())
        .join(tables.bookings, _booked.workshop == _held.id)
        .where(_held.status != Status.CANCELLED, _held.held_on < asked.day, _booked.status == Booked.BOOKED)
        .group_by(_held.id, _held.title, _held.held_on)
        .order_by(_held.held_on, _held.title)
    )
    for title, day, number in connection.execute(query):
        about = f"{title}, {day_in_words(day.isoformat())}"
        yield words.NOT_SETTLED, about, say(words.BOOKINGS_OF_IT, number=number)


def _more_than_in_scope(connection: Connection, asked: Asked) -> Iterator[tuple[Phrase, str, str]]:
    for (agency, level), one in sorted(reached(connection, asked._replace(agency="")).items()):
        trained = one.in_date + one.overdue
        if one.in_scope is not None and trained > one.in_scope:
            detail = say(words.SCOPE, trained=trained, in_scope=one.in_scope)
            yield words.OVER_SCOPE, f"{agency}, {level}", detail
