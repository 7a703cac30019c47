"""R10, trainer contribution: the days each agency gave, and the places it used."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, func, select

from simulator.records import tables
from simulator.reports.asking import of_agency, workshops_asked
from simulator.reports.attendance import agency_shown
from simulator.reports.columns import columns
from simulator.reports.counting import counted
from simulator.reports.report import Asked, Report, Row
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

COLUMNS: Final = columns("trainer", "agency", "sessions", "days", "places_used", "balance")
PLACES_FOR_A_DAY: Final = 10
"""Free places for a day given: Northumberland's rule (facts, practice.md 2.1)."""
_led, _held = tables.trainers.c, tables.workshops.c


def trainer_contribution(connection: Connection, asked: Asked) -> Report:
    """R10 for a period."""
    found = list(_given(connection, asked))
    days: dict[str, float] = {}
    for _, agency, _, given in found:
        days[agency] = days.get(agency, 0.0) + given
    used = _places_used(connection, asked)
    rows = tuple(
        (
            name or say(words.ERASED),
            agency_shown(agency),
            sessions,
            given,
            used.get(agency, 0),
            _balance(days[agency], used.get(agency, 0)),
        )
        for name, agency, sessions, given in found
    )
    places = sum(used.get(agency, 0) for agency in days)
    total: Row = (
        say(words.TOTAL),
        "",
        None,
        sum(days.values()),
        places,
        _balance(sum(days.values()), places),
    )
    return Report(
        "R10",
        say(titles.R10),
        COLUMNS,
        rows,
        total if rows else (),
        tuple(say(note, places=PLACES_FOR_A_DAY) for note in notes.R10),
    )


def _balance(days: float, used: int) -> float:
    balance = PLACES_FOR_A_DAY * days - used
    return int(balance) if balance == int(balance) else balance


def _given(connection: Connection, asked: Asked) -> list[tuple[str | None, str, int, float]]:
    """Name, agency, sessions and days of each trainer."""
    query = (
        select(tables.people.c.name, _led.agency, func.count(), func.sum(_led.half_days))
        .select_from(tables.trainers)
        .join(tables.workshops, _held.id == _led.workshop)
        .outerjoin(tables.people, tables.people.c.learner == _led.learner)
        .where(*workshops_asked(asked), *of_agency(_led.agency, asked))
        .group_by(_led.learner, tables.people.c.name, _led.agency)
        .order_by(_led.agency, tables.people.c.name)
    )
    return [
        (name, agency, sessions, half_days / 2)
        for name, agency, sessions, half_days in connection.execute(query)
    ]


def _places_used(connection: Connection, asked: Asked) -> dict[str, int]:
    """Agency -> its people who came to workshops; plays nobody planned take no place."""
    agencies: dict[str, int] = {}
    for (_, agency), one in counted(connection, asked, by_agency=True).items():
        agencies[agency] = agencies.get(agency, 0) + one.attended - one.by_themselves
    return agencies
