"""R13, actions agreed in plenaries and reviews: what, who owns it, when it is due, and what came of it.

Boards do well to put at least as much effort into acting on what they learn as into learning it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from simulator.records import tables
from simulator.records.tables import Action
from simulator.reports.columns import columns
from simulator.reports.report import Asked, Report, Row
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

COLUMNS: Final = columns("agreed_on", "agreed_at", "action", "owner", "due", "done_on", "evidence", "late")
COUNTS: Final = columns("owner", "agreed", "done", "open", "overdue")
_agreed, _held, _attempt = tables.actions.c, tables.workshops.c, tables.attempts.c


def actions_agreed(connection: Connection, asked: Asked) -> Report:
    """R13: agreed by the end of the period and not done before it began; what is open stays."""
    found = _found(connection, asked)
    rows = tuple(_row(action, at, asked.day) for action, at in found)
    return Report(
        "R13",
        say(titles.R13),
        COLUMNS,
        rows,
        notes=tuple(map(say, notes.R13)),
        parts=(_counts([action for action, _ in found], asked.day),) if rows else (),
    )


def _found(connection: Connection, asked: Asked) -> list[tuple[Action, str]]:
    at = func.coalesce(_held.title, _attempt.case_title, _agreed.review)
    query = (
        select(tables.actions, at.label("at"))
        .outerjoin(tables.workshops, _held.id == _agreed.workshop)
        .outerjoin(tables.attempts, _attempt.id == _agreed.attempt)
        .where(*_asked(asked))
        .order_by(func.coalesce(_agreed.due, date.max), _agreed.agreed_on, _agreed.id)
    )
    found = []
    for row in connection.execute(query).mappings():
        values = dict(row)
        held_at = values.pop("at")
        found.append((Action.model_validate(values), held_at))
    return found


def _asked(asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.last is not None:
        conditions.append(_agreed.agreed_on <= asked.last)
    if asked.first is not None:
        conditions.append(or_(_agreed.done_on.is_(None), _agreed.done_on >= asked.first))
    if asked.agency:
        conditions.append(func.lower(_agreed.agency) == asked.agency.lower())
    if asked.course:
        same = or_(
            _held.course == asked.course, _held.case_id == asked.course, _attempt.case_id == asked.course
        )
        conditions.append(same)
    return conditions


def is_late(action: Action, day: date) -> bool:
    """Due before the day and not done, or done after it was due."""
    return action.due is not None and (action.done_on or day) > action.due


def _owner(action: Action) -> str:
    return ", ".join(filter(None, (action.office, action.agency)))


def _row(action: Action, at: str, day: date) -> Row:
    return (
        action.agreed_on.isoformat(),
        at,
        action.what,
        _owner(action),
        action.due.isoformat() if action.due else None,
        action.done_on.isoformat() if action.done_on else None,
        action.evidence,
        is_late(action, day),
    )


def counts_of(actions: list[Action], day: date) -> tuple[int, int, int, int]:
    """Agreed, done, still open, and open after they were due."""
    done = [one for one in actions if one.done_on is not None]
    overdue = [one for one in actions if one.done_on is None and is_late(one, day)]
    return len(actions), len(done), len(actions) - len(done), len(overdue)


def _counts(actions: list[Action], day: date) -> Report:
    owners: dict[str, list[Action]] = {}
    for action in actions:
        owners.setdefault(_owner(action), []).append(action)
    rows = tuple((owner, *counts_of(theirs, day)) for owner, theirs in sorted(owners.items()))
    total = (say(words.TOTAL), *counts_of(actions, day))
    return Report("R13 counts", say(titles.R13_COUNTS), COUNTS, rows, total)
