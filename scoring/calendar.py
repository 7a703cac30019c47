"""Working days and deadlines, on a frozen table of bank holidays.

A working day is any day but Saturday, Sunday, Christmas Day, Good Friday or a bank holiday (rule
working-day-definition). The day of the event is day 0: no guidance seen says whether it counts, so the next
working day is day 1. A deadline counted in days, weeks or months falls at the end of its day, 23:59, so that
a thing done at any time on that day is in time; one counted in hours falls on the minute.

Outside the years of the table only weekends are left out; `Calendar.covers` says which years it knows.
Moments of play are whole minutes since 0001-01-01 00:00.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from scoring.bank_holidays import BANK_HOLIDAYS

if TYPE_CHECKING:
    from scoring.guidance.model import Timescale

MINUTES_A_DAY: Final = 1440
NINE: Final = 9 * 60
END_OF_DAY: Final = time(23, 59)

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The bank holidays a case is played with; an attempt stores its own."""

    holidays: frozenset[date]

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open: neither a weekend nor a bank holiday."""
        return day.weekday() < 5 and day not in self.holidays

    def covers(self, day: date) -> bool:
        """Whether the table knows the bank holidays of that year."""
        return any(holiday.year == day.year for holiday in self.holidays)

    def as_data(self) -> list[str]:
        """The table as ISO dates in order, to be stored."""
        return [day.isoformat() for day in sorted(self.holidays)]

    @classmethod
    def from_data(cls, data: list[str]) -> Calendar:
        """The table back from what was stored."""
        return cls(frozenset(map(date.fromisoformat, data)))


ENGLAND: Final = Calendar(BANK_HOLIDAYS)


class Due(NamedTuple):
    """When something falls due, and the counting in words a person can follow.

    `at` is None where the guidance gives a word and no time ("promptly"), or no clock at all.
    """

    at: datetime | None
    counting: tuple[str, ...]


def to_minutes(moment: datetime) -> int:
    """Minutes from 0001-01-01 00:00 to a moment; seconds are dropped."""
    return moment.toordinal() * MINUTES_A_DAY + moment.hour * 60 + moment.minute


def from_minutes(minutes: int) -> datetime:
    """The moment a count of minutes stands for."""
    day, minute = divmod(minutes, MINUTES_A_DAY)
    return datetime.combine(date.fromordinal(day), time(minute // 60, minute % 60))


def in_words(day: date) -> str:
    """`Tue 6 Sep 2011`, whatever the machine's language."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def add_working_days(start: date, count: int, calendar: Calendar = ENGLAND) -> date:
    """The working day `count` working days after `start` (before it, if negative); 0 is `start` itself."""
    return date.fromordinal(_shifted(start.toordinal(), count, calendar))


def nth_working_day_at_nine(minutes: int, count: int, calendar: Calendar = ENGLAND) -> int:
    """Nine o'clock of the `count`-th working day after the day of a moment; 0 leaves the moment as it is."""
    if count == 0:
        return minutes
    return _shifted(minutes // MINUTES_A_DAY, count, calendar) * MINUTES_A_DAY + NINE


@lru_cache(maxsize=4096)
def _shifted(ordinal: int, count: int, calendar: Calendar) -> int:
    step = 1 if count > 0 else -1
    left = abs(count)
    while left:
        ordinal += step
        left -= calendar.is_working_day(date.fromordinal(ordinal))
    return ordinal


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _ONE_DAY


def due(start: datetime, timescale: Timescale, calendar: Calendar = ENGLAND) -> Due:
    """When a timescale that began at `start` falls due."""
    return _reckon(start, timescale, 1, calendar)


def latest(end: datetime, timescale: Timescale, calendar: Calendar = ENGLAND) -> Due:
    """The last moment for its beginning, where a timescale is a least time before `end` (kind `min`)."""
    return _reckon(end, timescale, -1, calendar)


def _reckon(start: datetime, timescale: Timescale, sign: int, calendar: Calendar) -> Due:
    value = timescale.value
    if not timescale.is_clock:
        return Due(None, (f"{timescale.in_words}: not a deadline",))
    if value is None:
        return _by_word(start, timescale.unit, calendar)
    if timescale.unit == "hours":
        at = start + sign * timedelta(hours=value)
        where = "after" if sign > 0 else "before"
        return Due(at, (f"{_several(value, 'hours')} {where} {_clock(start)} is {_clock(at)}",))
    if timescale.unit == "working_days":
        return _in_working_days(start.date(), sign * value, calendar)
    count = value - 1 if timescale.first_day_counts else value
    day = _plus(start.date(), sign * count, timescale.unit)
    return _by_end_of(day, (_span_words(start.date(), day, timescale, sign),))


def _by_word(start: datetime, unit: str, calendar: Calendar) -> Due:
    if unit == "same_day":
        return _by_end_of(start.date(), ())
    if unit == "next_school_day":
        return _before_school(start, calendar)
    return Due(None, (f"{unit.replace('_', ' ')}: the guidance gives no number",))


def _before_school(start: datetime, calendar: Calendar) -> Due:
    early = calendar.is_working_day(start.date()) and to_minutes(start) % MINUTES_A_DAY < NINE
    day = start.date() if early else add_working_days(start.date(), 1, calendar)
    words = f"before school on {in_words(day)}, taking school days to be working days; term dates are local"
    return Due(datetime.combine(day, time(9)), (words,))


def _by_end_of(day: date, counting: tuple[str, ...]) -> Due:
    return Due(datetime.combine(day, END_OF_DAY), (*counting, f"due by the end of {in_words(day)}"))


def _in_working_days(start: date, count: int, calendar: Calendar) -> Due:
    day = add_working_days(start, count, calendar)
    lines = [f"day 0 {in_words(start)}, the day it counts from", *_runs(start, count, calendar)]
    if not calendar.covers(start) or not calendar.covers(day):
        lines.append("bank holidays of those years are not in the table; only weekends are left out")
    return _by_end_of(day, tuple(lines))


def _runs(start: date, count: int, calendar: Calendar) -> Iterator[str]:
    """The counted days in unbroken runs, and each bank holiday on a weekday that was left out."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    day, reached, run = start, 0, []
    while reached < abs(count):
        day += step
        if calendar.is_working_day(day):
            reached += 1
            run.append(day)
            continue
        if run:
            yield _run_words(run, reached)
            run = []
        if day.weekday() < 5:
            yield f"bank holiday {in_words(day)} left out"
    if run:
        yield _run_words(run, reached)


def _run_words(run: list[date], reached: int) -> str:
    if len(run) == 1:
        return f"day {reached} {in_words(run[0])}"
    return f"days {reached - len(run) + 1} to {reached} {in_words(run[0])} to {in_words(run[-1])}"


def _plus(day: date, count: int, unit: str) -> date:
    if unit == "calendar_days":
        return day + timedelta(days=count)
    if unit == "weeks":
        return day + timedelta(weeks=count)
    whole = day.year * 12 + day.month - 1 + (count if unit == "months" else 12 * count)
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _span_words(start: date, day: date, timescale: Timescale, sign: int) -> str:
    if timescale.first_day_counts:
        return f"day 1 {in_words(start)}, day {timescale.value} {in_words(day)}"
    where = "after" if sign > 0 else "before"
    return f"{timescale.in_words} {where} {in_words(start)} is {in_words(day)}"


def _several(count: int, unit: str) -> str:
    return f"{count} {unit[:-1] if count == 1 else unit}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M} on {in_words(moment.date())}"
