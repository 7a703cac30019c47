"""The periods a report is compared with, and the quarter a training lead asks for by name."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from simulator.reports.report import Asked

_QUARTER: Final = re.compile(r"(\d{4})[- ]?[qQ]([1-4])")


def previous_period(asked: Asked) -> Asked | None:
    """The period of the same length before: of whole months where it is of whole months (a quarter)."""
    if asked.first is None or asked.last is None:
        return None
    if asked.first.day == 1 and asked.last.day == monthrange(asked.last.year, asked.last.month)[1]:
        months = (asked.last.year - asked.first.year) * 12 + asked.last.month - asked.first.month + 1
        first = _months_before(asked.first, months)
    else:
        first = asked.first - (asked.last - asked.first) - timedelta(days=1)
    return asked._replace(first=first, last=asked.first - timedelta(days=1))


def year_earlier(asked: Asked) -> Asked | None:
    """The same period a year before."""
    if asked.first is None or asked.last is None:
        return None
    ends = asked.last + timedelta(days=1)
    return asked._replace(
        first=_months_before(asked.first, 12), last=_months_before(ends, 12) - timedelta(days=1)
    )


def quarter(name: str) -> tuple[date, date] | None:
    """First and last day of a quarter of the calendar such as 2026-Q3; None for anything else."""
    found = _QUARTER.fullmatch(name.strip())
    if found is None or int(found[1]) == 0:
        return None
    year, month = int(found[1]), 3 * int(found[2])
    return date(year, month - 2, 1), date(year, month, monthrange(year, month)[1])


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
