"""Who is to be asked again weeks after a training, and the sheet with the questions that is sent round.

Neither holds anything that anybody answered, nor what they wrote that they would do: that is for them and
their trainer. The sheet has a reference for each row, with which it comes back (`records import follow-up`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from simulator.records.training.following_up import Trained, due
from simulator.reports.attendance import agency_shown
from simulator.reports.columns import columns
from simulator.reports.report import Asked, Column, Report
from simulator.words import follow_up as words
from simulator.words import live, say
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles

COLUMNS: Final = columns(
    "reference",
    "name",
    "work_email",
    "agency",
    "course_title",
    "date",
    "weeks",
    "answer_by",
    "wrote_intention",
)
_ABOUT: Final = ("reference", "name", "work_email", "agency", "line_manager_email", "course_title", "date")


def follow_up(connection: Connection, asked: Asked) -> Report:
    """Who is due on the report's day."""
    rows = tuple(
        (
            one.reference,
            one.details.name,
            one.details.email,
            agency_shown(one.details.agency),
            one.title,
            one.on.isoformat(),
            one.weeks(asked.day),
            one.until.isoformat(),
            one.meant,
        )
        for one in _due(connection, asked)
    )
    return Report("follow-up", say(titles.FOLLOW_UP), COLUMNS, rows, notes=tuple(map(say, notes.FOLLOW_UP)))


def sheet(connection: Connection, asked: Asked) -> Report:
    """The same people, with the questions as heads of columns to be filled in."""
    empty = ("",) * len(_questions())
    rows = tuple(
        (
            one.reference,
            one.details.name,
            one.details.email,
            one.details.agency,
            one.details.line_manager,
            one.title,
            one.on.isoformat(),
            one.until.isoformat(),
            *empty,
        )
        for one in _due(connection, asked)
    )
    heads = (*columns(*_ABOUT, "answer_by"), *(Column(head, head) for head in _questions()))
    return Report("follow-up sheet", say(titles.FOLLOW_UP), heads, rows)


def _due(connection: Connection, asked: Asked) -> Iterator[Trained]:
    for one in due(connection, asked.day):
        agency = one.details.agency
        if asked.agency and agency.lower() != asked.agency.lower():
            continue
        if asked.course and asked.course not in (one.course, one.title):
            continue
        yield one


def _questions() -> tuple[str, ...]:
    """Each question with the name of its column, which is how it is known when it comes back."""
    about: list[tuple[str, str, str]] = []
    about += [(item, say(question), say(words.SCALE)) for item, question in live.CONFIDENCE.items()]
    about += [(item, say(said), say(words.TRUE_OR_NOT)) for item, (said, _) in live.KNOWLEDGE.items()]
    about.append(("did_it", say(words.DID_IT), say(words.YES_OR_NO)))
    about.append(("manager_confirms", say(words.CONFIRMS), say(words.YES_OR_NO)))
    about.append(("answered_on", say(words.ANSWERED_ON), say(words.AS_A_DAY)))
    return tuple(
        say(words.QUESTION_HEAD, name=name, question=question, answers=answers)
        for name, question, answers in about
    )
