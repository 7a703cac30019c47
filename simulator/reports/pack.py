"""R11, the assurance pack for section 11 audits and inspections: what was delivered, whom it reached, what
difference it made, what was learned, and what was done about it, on a few printed pages from one command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from simulator.reports.agreed import actions_agreed
from simulator.reports.columns import columns
from simulator.reports.counting import Counts, all_of, counted
from simulator.reports.delivery import course_delivery, part_of
from simulator.reports.evaluation import evaluation
from simulator.reports.periods import previous_period, year_earlier
from simulator.reports.reach import reach, reached, together
from simulator.reports.report import SUPPRESSED, Asked, Cell, Report, Row
from simulator.reports.themes import themes
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say
from simulator.words.reports_columns import TITLES

COLUMNS: Final = columns("measure", "value", "previous", "year_before")
_OF_R1: Final = frozenset(
    {
        "course_code",
        "course_title",
        "sessions",
        "capacity",
        "booked",
        "attended",
        "completed",
        "fill_percent",
        "kept_booking_percent",
    }
)
TOP: Final = 3
"""Themes named."""
_MEASURES: Final[tuple[tuple[str, Callable[[Counts], Cell]], ...]] = (
    ("sessions", lambda one: one.sessions),
    ("booked", lambda one: one.booked),
    ("attended", lambda one: one.attended),
    ("completed", lambda one: one.completed),
    ("cancelled", lambda one: one.cancelled),
    ("no_show", lambda one: one.no_show),
    ("fill_percent", lambda one: part_of(one.seated, one.capacity)),
    ("kept_booking_percent", lambda one: part_of(one.kept, one.booked)),
)


def pack(connection: Connection, asked: Asked) -> Report:
    """R11 for a period."""
    periods = (asked, previous_period(asked), year_earlier(asked))
    totals = [None if one is None else all_of(iter(counted(connection, one).values())) for one in periods]
    rows = [
        (say(TITLES[name]), *(None if total is None else figure(total) for total in totals))
        for name, figure in _MEASURES
    ]
    rows.append(_reach_of(connection, periods))
    delivered = course_delivery(connection, asked)
    parts = (
        _narrowed(delivered)._replace(notes=delivered.notes[2:3]),
        reach(connection, asked),
        evaluation(connection, asked),
        *_top_themes(connection, asked),
        actions_agreed(connection, asked),
    )
    return Report("R11", say(titles.R11), COLUMNS, tuple(rows), notes=tuple(map(say, notes.R11)), parts=parts)


def _narrowed(delivered: Report) -> Report:
    """R1 with the columns that a page upright has room for."""
    kept = [at for at, column in enumerate(delivered.columns) if column.id in _OF_R1]
    return delivered._replace(
        columns=tuple(delivered.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in delivered.rows),
        totals=tuple(delivered.totals[at] for at in kept) if delivered.totals else (),
    )


def _reach_of(connection: Connection, periods: tuple[Asked | None, ...]) -> Row:
    """Of everybody in scope, who is in date."""
    found: list[Cell] = []
    for one in periods:
        known = [] if one is None else [r for r in reached(connection, one).values() if r.in_scope]
        every = together(known)
        found.append(part_of(every.in_date, every.in_scope) if every.in_scope else None)
    return (say(TITLES["in_date_percent"]), *found)


def _top_themes(connection: Connection, asked: Asked) -> tuple[Report, ...]:
    """The decisions most often answered poorly, and the facts most often missed."""
    found = themes(connection, asked)
    poor = len(found.columns) - 1
    shown = [row for row in found.rows if row[poor] not in (SUPPRESSED, 0)]
    top = sorted(shown, key=lambda row: -float(row[poor] or 0))[:TOP]
    decisions = found._replace(
        name="R9",
        title=say(words.TOP_DECISIONS),
        rows=tuple(top),
        parts=(),
        notes=found.notes[-1:],
        charts=(),
    )
    facts = [
        part._replace(title=say(words.TOP_FACTS), rows=tuple(part.rows)[:TOP])
        for part in found.parts
        if part.name == "R9 facts"
    ]
    return (decisions, *facts)
