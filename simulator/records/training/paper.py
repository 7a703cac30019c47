"""Completions by a trainer's word: after stepping out, from printed packs, or seen in another record."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from scoring.rulebook import Rulebook
from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.completing import MAIN_FAMILY, months_later
from simulator.records.opening import about, texts_of
from simulator.records.tables import Booked, OnPaper, PaperCompletion, TextKind
from simulator.records.training import bookings, courses
from simulator.records.training.rows import put
from simulator.records.training.workshops import workshop
from simulator.words import records_training as words
from simulator.words import say


class OfWhat(NamedTuple):
    """What was completed: exactly one of these is named."""

    attempt: str = ""
    workshop: str = ""
    course: str = ""


def complete_on_paper(
    connection: Connection,
    learner: str,
    of: OfWhat,
    how: OnPaper,
    on: date,
    trainer: str | None,
    new_id: Callable[[], str],
) -> str:
    """Record a completion by a trainer's word, once; give its certificate's number.

    Raises RecordError where somebody was not there, or has completed it on a screen.
    """
    before = _before(connection, learner, of)
    if before:
        return before
    terms = _terms(connection, learner, of)
    months = terms.pop("valid_months")
    kept = PaperCompletion(
        certificate=new_id(),
        learner=learner,
        how=how,
        trainer=trainer,
        completed_on=on,
        expires=months_later(on, months) if months else None,
        **terms,
    )
    put(connection, kept)
    return kept.certificate


def _before(connection: Connection, learner: str, of: OfWhat) -> str:
    """The certificate of the same completion on paper, where there is one."""
    done = tables.paper_completions.c
    if of.course:
        return ""
    here = done.attempt == of.attempt if of.attempt else done.workshop == of.workshop
    return connection.scalar(select(done.certificate).where(here, done.learner == learner)) or ""


def _terms(connection: Connection, learner: str, of: OfWhat) -> dict[str, Any]:
    if of.attempt:
        return _of_attempt(connection, learner, of.attempt)
    if of.workshop:
        return _of_workshop(connection, learner, of.workshop)
    course = courses.course(connection, of.course)
    agency = select(tables.people.c.agency).where(tables.people.c.learner == learner)
    cases = courses.cases_of(course)
    return {
        "course": course.code,
        "case_id": cases[0] if len(cases) == 1 else "",
        "agency": connection.scalar(agency) or "",
        "minutes": course.minutes,
        "level": course.level,
        "participatory": course.participatory,
        "multi_agency": course.multi_agency,
        "valid_months": course.valid_months,
    }


def _of_attempt(connection: Connection, learner: str, attempt: str) -> dict[str, Any]:
    done, there = tables.completions.c, tables.attendances.c
    here = (done.attempt == attempt, done.learner == learner)
    certificate = connection.scalar(select(done.certificate).where(*here))
    if certificate:
        message = say(words.HAS_COMPLETED_MESSAGE, learner=learner, certificate=certificate)
        raise RecordError(say(words.HAS_COMPLETED), message)
    begun = about(connection, attempt)
    came = select(there.agency).where(there.attempt == attempt, there.learner == learner)
    agency = connection.scalar(came)
    if agency is None:
        raise _was_not_there(learner)
    agencies = select(func.count(there.agency.distinct())).where(there.attempt == attempt, there.agency != "")
    book = Rulebook.from_data(json.loads(texts_of(connection, begun)[TextKind.RULEBOOK]))
    return {
        "attempt": attempt,
        "case_id": begun.case_id,
        "edition": book.editions.get(MAIN_FAMILY, ""),
        "agency": agency,
        "minutes": begun.minutes,
        "level": begun.level,
        "participatory": begun.participatory,
        "multi_agency": (connection.scalar(agencies) or 0) > 1,
        "valid_months": begun.valid_months,
    }


def _of_workshop(connection: Connection, learner: str, wanted: str) -> dict[str, Any]:
    its, booked = workshop(connection, wanted), tables.bookings.c
    came = (booked.workshop == wanted, booked.status.in_((Booked.ATTENDED, Booked.UNSCHEDULED)))
    there, played = tables.attendances.c, tables.attempts.c
    at_play = select(there.learner).join(tables.attempts, played.id == there.attempt)
    if connection.execute(at_play.where(played.held_in == wanted, there.learner == learner)).first():
        bookings.came(connection, wanted, learner, Booked.ATTENDED)  # who completed it was not there in part
    agency = connection.scalar(select(booked.agency).where(*came, booked.learner == learner))
    if agency is None:
        raise _was_not_there(learner)
    agencies = select(func.count(booked.agency.distinct())).where(*came, booked.agency != "")
    course = courses.course(connection, its.course) if its.course else None
    return {
        "workshop": wanted,
        "course": its.course,
        "case_id": its.case_id,
        "agency": agency,
        "minutes": its.minutes,
        "level": its.level,
        "participatory": course.participatory if course else True,
        "multi_agency": (connection.scalar(agencies) or 0) > 1,
        "valid_months": course.valid_months if course else 0,
    }


def _was_not_there(learner: str) -> RecordError:
    message = say(words.WAS_NOT_THERE_MESSAGE, learner=learner[:40])
    return RecordError(say(words.WAS_NOT_THERE), message, say(words.WAS_NOT_THERE_REMEDY))
