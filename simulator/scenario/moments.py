"""Dates, times, spans and ages as trainers write them, read into whole minutes.

Each reader takes the text of one field and returns None where it cannot be read: the field then says what
it would have understood. A moment is minutes since the first of January of year 1 (`scoring.calendar`).
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from simulator.scenario.model import Span

MINUTES_A_DAY: Final = 1440
EARLIEST_YEAR: Final = 1948
"""Before the Children Act of that year there is nothing a case could be set in."""
LATEST_YEAR: Final = 2100
LONGEST_AMOUNT: Final = 9999
OLDEST: Final = 110

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH: Final = {name[:size]: n for n, name in enumerate(_MONTHS, 1) for size in {3, 4, len(name)}}
_WEEKDAY: Final = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?"
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SPOKEN: Final = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})", re.I)
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d{2})")
_AFTER_DATE: Final = re.compile(
    r"(.*\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:\s*,\s*|\s+at\s+|\s+|T)(\d{1,2}[:.]\d{2})"
)
_SPAN: Final = re.compile(r"(\d{1,5})\s*(working\s+days?|minutes?|mins?|hours?|hrs?|days?|weeks?)", re.I)
_AGE: Final = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*(days?|weeks?|months?|years?)?", re.I)

_UNIT: Final = {
    "mi": "minutes",
    "ho": "hours",
    "hr": "hours",
    "da": "days",
    "we": "weeks",
    "wo": "working days",
}
"""A unit by the first two letters of how it may be written."""
UNBORN: Final = "unborn"


def read_date(text: str) -> date | None:
    """`2006-05-08`, `8/5/2006` (day first), `8 May 2006`, `Monday 8 May 2006`."""
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _SLASHED.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _SPOKEN.fullmatch(text):
        day, month, year = int(match[1]), _MONTH.get(match[2].lower(), 0), int(match[3])
    else:
        return None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> int | None:
    """`9:40`, `09.40`, `13:05` on the 24-hour clock, as minutes since midnight."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def read_moment(text: str, usual_time: int = 9 * 60) -> int | None:
    """A date with a time (`5 September 2011, 9.40`), or a date alone at the usual time, in minutes."""
    day, minutes = read_date(text), usual_time
    if day is None and (match := _AFTER_DATE.fullmatch(text)):
        day, clock = read_date(match[1]), read_time(match[2])
        if clock is None:
            return None
        minutes = clock
    return None if day is None else start_of(day) + minutes


def start_of(day: date) -> int:
    """Midnight at which a day begins, in minutes."""
    return day.toordinal() * MINUTES_A_DAY


@lru_cache(maxsize=256)
def read_span(text: str) -> Span | None:
    """`20 minutes`, `1 hour`, `3 working days`, `2 weeks`."""
    match = _SPAN.fullmatch(text)
    if match is None or not 0 <= int(match[1]) <= LONGEST_AMOUNT:
        return None
    return Span(int(match[1]), _UNIT[match[2][:2].lower()])


def read_age(text: str) -> str | None:
    """An age in one form: `11 weeks`, `9 months`, `3`, `21-24`, `unborn`; years where no unit is said."""
    if text.lower() == UNBORN:
        return UNBORN
    match = _AGE.fullmatch(text)
    if match is None:
        return None
    low, high, unit = (
        int(match[1]),
        int(match[2] or match[1]),
        (match[3] or "years").lower().rstrip("s") + "s",
    )
    if low > high or high > {"days": 60, "weeks": 104, "months": 36}.get(unit, OLDEST):
        return None
    amount = str(low) if high == low else f"{low}-{high}"
    return amount if unit == "years" else f"{amount} {unit}"
