"""R3, reach: of each agency's staff in scope of a level, how many are trained and in date."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from sqlalchemy import Connection, case, func, select

from simulator.records.training.headcounts import headcounts
from simulator.reports.attendance import agency_shown
from simulator.reports.chart import Chart, Series, Shape
from simulator.reports.columns import columns
from simulator.reports.delivery import part_of
from simulator.reports.report import Asked, Report, Row
from simulator.reports.standing import standing
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say
from simulator.words.reports_columns import TITLES

COLUMNS: Final = columns(
    "agency", "level", "in_scope", "in_date", "in_date_percent", "due_90", "overdue", "not_known"
)
DUE_SOON: Final = 90
"""Days before it runs out in which a refresher is due."""


class Reached(NamedTuple):
    """One agency at one level."""

    in_scope: int | None
    """What the agency said; None where it said nothing."""
    in_date: int
    due: int
    overdue: int

    @property
    def not_known(self) -> int | None:
        """In scope, and nothing in the record says that they were ever trained."""
        return None if self.in_scope is None else max(self.in_scope - self.in_date - self.overdue, 0)


def reach(connection: Connection, asked: Asked) -> Report:
    """R3 as on the report's day."""
    found = reached(connection, asked)
    rows = tuple(
        (agency_shown(agency), level, *_figures(one))
        for (agency, level), one in sorted(found.items(), key=_by_name)
    )
    return Report(
        "R3",
        say(titles.R3),
        COLUMNS,
        rows,
        (say(words.TOTAL), "", *_total(list(found.values()))) if rows else (),
        tuple(map(say, notes.R3)),
        (_chart(found),),
    )


def reached(connection: Connection, asked: Asked) -> dict[tuple[str, str], Reached]:
    """Each agency and level that has a headcount or a completion."""
    stands, day = standing(asked), asked.day
    soon = day + timedelta(days=DUE_SOON)
    holds = stands.c.until >= day
    query = select(
        stands.c.agency,
        stands.c.level,
        func.sum(case((holds, 1), else_=0)),
        func.sum(case((holds & (stands.c.until <= soon), 1), else_=0)),
        func.sum(case((holds, 0), else_=1)),
    ).group_by(stands.c.agency, stands.c.level)
    found = {
        (agency, level): Reached(None, in_date, due, overdue)
        for agency, level, in_date, due, overdue in connection.execute(query)
    }
    for counted in headcounts(connection, day):
        key = (counted.agency, counted.level)
        if not asked.agency or counted.agency.lower() == asked.agency.lower():
            found[key] = found.get(key, Reached(None, 0, 0, 0))._replace(in_scope=counted.in_scope)
    return found


def together(ones: list[Reached]) -> Reached:
    """Several agencies or levels as one; in scope are those whose agency gave a number."""
    known = [one.in_scope for one in ones if one.in_scope is not None]
    return Reached(
        sum(known) if known else None,
        sum(one.in_date for one in ones),
        sum(one.due for one in ones),
        sum(one.overdue for one in ones),
    )


def _total(ones: list[Reached]) -> Row:
    """All together; what is a part of those in scope, only of agencies that gave a number."""
    every, counted = together(ones), [one for one in ones if one.in_scope is not None]
    percent = part_of(sum(one.in_date for one in counted), every.in_scope or 0)
    not_known = sum(one.not_known or 0 for one in counted) if counted else None
    return (every.in_scope, every.in_date, percent, every.due, every.overdue, not_known)


def _by_name(found: tuple[tuple[str, str], Reached]) -> tuple[str, str]:
    """As people look names up, whatever their capitals."""
    (agency, level), _ = found
    return agency.casefold(), level


def _figures(one: Reached) -> Row:
    percent = None if one.in_scope is None else part_of(one.in_date, one.in_scope)
    return (one.in_scope, one.in_date, percent, one.due, one.overdue, one.not_known)


def _chart(found: dict[tuple[str, str], Reached]) -> Chart:
    """Of a hundred in scope, how many are in date, due, overdue, not known: each agency, all levels."""
    agencies: dict[str, list[Reached]] = {}
    for (agency, _), one in sorted(found.items(), key=_by_name):
        if one.in_scope:
            agencies.setdefault(agency_shown(agency), []).append(one)
    shares = [_shares(together(ones)) for ones in agencies.values()]
    names = (say(words.IN_DATE_LONGER), *(say(TITLES[name]) for name in ("due_90", "overdue", "not_known")))
    series = tuple(Series(name, tuple(share[at] for share in shares)) for at, name in enumerate(names))
    return Chart(say(words.REACH_BY_AGENCY), Shape.STACKED, tuple(agencies), series, percent=True)


def _shares(one: Reached) -> tuple[float, ...]:
    counts = (one.in_date - one.due, one.due, one.overdue, one.not_known or 0)
    return tuple(100 * count / (sum(counts) or 1) for count in counts)
