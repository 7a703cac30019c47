"""R2, attendance by agency and course, agencies in the groups of the board's profile."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from sqlalchemy import Connection

from simulator.reports.columns import columns
from simulator.reports.counting import Counts, all_of, counted
from simulator.reports.delivery import part_of
from simulator.reports.report import Area, Asked, Report, Row
from simulator.reports.shown import in_order
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

_FIGURES: Final = (
    "booked",
    "attended",
    "completed",
    "cancelled",
    "no_show",
    "unscheduled",
    "percent_of_total",
)
COLUMNS: Final = columns("agency_group", "agency", "course_code", "course_title", *_FIGURES)
AGENCIES: Final = columns("agency_group", "agency", *_FIGURES)


def attendance(connection: Connection, asked: Asked) -> Report:
    """R2: a row for each agency and course; beneath, each agency's own totals, and its group's."""
    found = counted(connection, asked, by_agency=True)
    everybody = all_of(iter(found.values()))
    rows = rows_of(asked, found)
    total = ("", "", *_figures(everybody, everybody.attended))
    return Report(
        "R2",
        say(titles.R2),
        COLUMNS,
        rows,
        (say(words.TOTAL), "", *total) if rows else (),
        tuple(map(say, notes.R2)),
        parts=(_by_agency(asked, found, everybody), _by_group(asked, found, everybody)) if rows else (),
    )


def rows_of(asked: Asked, found: Mapping[tuple[str, str], Counts]) -> tuple[Row, ...]:
    """Group by group, those of none last, and the courses as people count them."""
    titles_, everybody = _titles(found), all_of(iter(found.values()))
    return tuple(
        (
            group_of(asked.area, agency),
            agency_shown(agency),
            course,
            titles_[course],
            *_figures(found[course, agency], everybody.attended),
        )
        for course, agency in sorted(found, key=lambda key: (*_place(asked, key[1]), in_order(key[0])))
    )


def _titles(found: Mapping[tuple[str, str], Counts]) -> dict[str, str]:
    """One title for each course, though not every agency was at all that tells of it."""
    told = sorted((course, one.title or "", one.called) for (course, _), one in found.items())
    return {course: title or called for course, title, called in told}


def group_of(area: Area, agency: str) -> str:
    """The group an agency is counted in; those the board's profile does not name stand apart."""
    return area.groups.get(agency.casefold(), say(words.NO_GROUP))


def _place(asked: Asked, agency: str) -> tuple[bool, str, str]:
    """Where an agency stands: with its group, and those of none at the end."""
    group = group_of(asked.area, agency)
    return group == say(words.NO_GROUP), group, agency_shown(agency)


def agency_shown(agency: str) -> str:
    """The agency, or that nobody knew."""
    return agency or say(words.NO_AGENCY)


def _figures(one: Counts, all_attended: int) -> Row:
    return (
        one.booked,
        one.attended,
        one.completed,
        one.cancelled,
        one.no_show,
        one.unscheduled,
        part_of(one.attended, all_attended),
    )


def _by_agency(asked: Asked, found: dict[tuple[str, str], Counts], everybody: Counts) -> Report:
    agencies = sorted({agency for _, agency in found}, key=partial(_place, asked))
    rows = []
    for agency in agencies:
        of_it = all_of(one for (_, theirs), one in found.items() if theirs == agency)
        rows.append(
            (group_of(asked.area, agency), agency_shown(agency), *_figures(of_it, everybody.attended))
        )
    total = (say(words.TOTAL), "", *_figures(everybody, everybody.attended))
    return Report("R2 agencies", say(titles.R2_AGENCIES), AGENCIES, tuple(rows), total)


def _by_group(asked: Asked, found: dict[tuple[str, str], Counts], everybody: Counts) -> Report:
    groups: dict[str, list[Counts]] = {}
    for (_, agency), one in found.items():
        groups.setdefault(group_of(asked.area, agency), []).append(one)
    rows = tuple(
        (group, *_figures(all_of(iter(groups[group])), everybody.attended))
        for group in sorted(groups, key=lambda group: (group == say(words.NO_GROUP), group))
    )
    total = (say(words.TOTAL), *_figures(everybody, everybody.attended))
    columns_ = tuple(column for column in AGENCIES if column.id != "agency")
    return Report("R2 groups", say(titles.R2_GROUPS), columns_, rows, total)
