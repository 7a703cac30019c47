"""Ages and dates: counting back from the day a case begins."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from simulator.family.spec import Age, Unit
from simulator.words import family as words
from simulator.words import say, say_count

DUE = (14, 168)
"""Days until an unborn child is due: from two weeks to five and a half months."""


def months_before(day: date, months: int) -> date:
    """The last day of birth of somebody at least so many months old on the day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_after(day: date, months: int) -> date:
    """The first day on which somebody born on the day is at least so many months old."""
    then = months_before(day, -months)
    return then if months_before(then, months) >= day else then + timedelta(1)


def births(age: Age, on: date) -> tuple[date, date]:
    """The first and the last day of birth that give this age on the day; of an unborn child, of being due."""
    if age.unit is Unit.UNBORN:
        return on + timedelta(DUE[0]), on + timedelta(DUE[1])
    if age.unit in (Unit.DAYS, Unit.WEEKS):
        length = 7 if age.unit is Unit.WEEKS else 1
        return on - timedelta(age.high * length + length - 1), on - timedelta(age.low * length)
    length = 12 if age.unit is Unit.YEARS else 1
    return months_before(on, (age.high + 1) * length) + timedelta(1), months_before(on, age.low * length)


def age_in(unit: Unit, born: date, on: date) -> int:
    """Somebody's completed days, weeks, months or years on a day."""
    if unit is Unit.DAYS:
        return (on - born).days
    if unit is Unit.WEEKS:
        return (on - born).days // 7
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return months // 12 if unit is Unit.YEARS else months


def age_text(born: date, on: date, unit: Unit) -> str:
    """An age as people say it: `4`, `5 months`, `11 weeks`, `unborn`. A year and more are counted in years
    unless the case counts otherwise."""
    if born > on:
        return say(words.UNBORN)
    number = age_in(unit, born, on)
    if unit is Unit.YEARS and number == 0:
        unit, number = Unit.MONTHS, age_in(Unit.MONTHS, born, on)
    if unit is Unit.MONTHS:
        return say_count(number, words.ONE_MONTH, words.MONTHS)
    if unit is Unit.WEEKS:
        return say_count(number, words.ONE_WEEK, words.WEEKS)
    if unit is Unit.DAYS:
        return say_count(number, words.ONE_DAY, words.DAYS)
    return str(number)
