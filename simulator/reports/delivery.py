"""R1, course delivery: for each course how often it ran, who was booked, came and saw it through.

Three measures of attendance, because one name for all of them has misled boards before: two copies of one
quarter's report gave 77 % and 96 % for the same 304 people. Fill % is of the places; kept booking % is of
those who had booked; attended ÷ booked, kept for boards that have always shown it, has the walk-ins inside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

from simulator.reports.chart import Chart, Series, Shape
from simulator.reports.columns import columns
from simulator.reports.counting import Counts, all_of, completed_by_month, counted
from simulator.reports.periods import previous_period, year_earlier
from simulator.reports.report import Asked, Report, Row
from simulator.reports.shown import in_order
from simulator.words import reports as words
from simulator.words import reports_notes as notes
from simulator.words import reports_titles as titles
from simulator.words import say

COLUMNS: Final = columns(
    "course_code",
    "course_title",
    "level",
    "first_date",
    "last_date",
    "sessions",
    "capacity",
    "booked",
    "attended",
    "completed",
    "fill_percent",
    "kept_booking_percent",
    "attended_of_booked_percent",
    "cancelled",
    "no_show",
    "unscheduled",
    "change_on_previous_period",
    "change_on_year_before",
)
Before = dict[str, Counts] | None
"""Another period by course; None where there is no such period."""


def course_delivery(connection: Connection, asked: Asked) -> Report:
    """R1 for a period, with the change of `attended` on the period before and the year before."""
    now = _by_course(connection, asked)
    periods = (previous_period(asked), year_earlier(asked))
    before, year_before = (None if one is None else _by_course(connection, one) for one in periods)
    # A course that ran then and not now has its row, so that the changes add up.
    for course, then in {**(year_before or {}), **(before or {})}.items():
        now.setdefault(course, Counts(title=then.title, called=then.called, level=then.level))
    rows = tuple(_row(course, now[course], before, year_before) for course in sorted(now, key=in_order))
    return Report(
        "R1",
        say(titles.R1),
        COLUMNS,
        rows,
        _totals(now.values(), before, year_before) if rows else (),
        tuple(map(say, notes.R1)),
        (_over_time(connection, asked),),
    )


def _by_course(connection: Connection, asked: Asked) -> dict[str, Counts]:
    return {course: one for (course, _), one in counted(connection, asked).items()}


def part_of(part: int, whole: int) -> float | None:
    """How many of a hundred, to one place; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def _figures(one: Counts) -> Row:
    has_bookings = one.sessions > 0 and (one.booked or one.unscheduled or one.capacity)
    at_workshops = one.attended - one.by_themselves
    return (
        one.sessions,
        one.capacity or None,
        one.booked if has_bookings else None,
        one.attended,
        one.completed,
        part_of(one.seated, one.capacity),
        part_of(one.kept, one.booked),
        part_of(at_workshops, one.booked),
        *((one.cancelled, one.no_show, one.unscheduled) if has_bookings else (None, None, None)),
    )


def _row(course: str, one: Counts, before: Before, year_before: Before) -> Row:
    return (
        course,
        one.title or one.called,
        one.level,
        one.first.isoformat() if one.first else None,
        one.last.isoformat() if one.last else None,
        *_figures(one),
        _change(one.attended, course, before),
        _change(one.attended, course, year_before),
    )


def _totals(now: Iterable[Counts], before: Before, year_before: Before) -> Row:
    total = all_of(iter(now))
    return (
        say(words.TOTAL),
        "",
        "",
        total.first.isoformat() if total.first else None,
        total.last.isoformat() if total.last else None,
        *_figures(total),
        _change(total.attended, "", before),
        _change(total.attended, "", year_before),
    )


def _change(attended: int, course: str, before: Before) -> int | None:
    """Of a course, or of all together where it is empty."""
    if before is None:
        return None
    then = [one.attended for code, one in before.items() if course in ("", code)]
    return attended - sum(then)


def _over_time(connection: Connection, asked: Asked) -> Chart:
    months = completed_by_month(connection, asked)
    series = (Series(say(words.COMPLETIONS), tuple(map(float, months.values()))),)
    return Chart(say(words.COMPLETIONS_OVER_TIME), Shape.COLUMNS, tuple(months), series)
