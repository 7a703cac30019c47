"""Working days and deadlines: the table against a second opinion, forgotten holidays, and the counting."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.calendar import (
    ENGLAND,
    Calendar,
    add_working_days,
    due,
    from_minutes,
    latest,
    nth_working_day_at_nine,
    to_minutes,
)
from scoring.guidance import Timescale

YEARS = range(1999, 2041)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def clock(value: int | None, unit: str, kind: str = "max", *, first: bool = False) -> Timescale:
    return Timescale(value, unit, "start", "end", kind, first_day_counts=first)


def test_the_frozen_table_agrees_with_the_holidays_library() -> None:
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)
    assert frozenset(theirs) == ENGLAND.holidays


@pytest.mark.parametrize(
    "day",
    [
        "1999-12-31",  # the eve of 2000
        "2002-06-03",  # Golden Jubilee
        "2002-06-04",
        "2011-04-29",  # royal wedding
        "2012-06-04",  # Diamond Jubilee: the May holiday moved
        "2012-06-05",
        "2020-05-08",  # May Day moved
        "2022-06-02",
        "2022-06-03",  # Platinum Jubilee
        "2022-09-19",  # state funeral
        "2023-05-08",  # coronation
        "2011-01-03",  # New Year's Day was a Saturday
        "2010-12-27",  # Christmas Day was a Saturday
        "2010-12-28",
        "2022-12-27",  # Christmas Day was a Sunday
        "2024-03-29",  # Good Friday
        "2024-04-01",  # Easter Monday
    ],
)
def test_one_off_and_moved_days_are_holidays(day: str) -> None:
    assert not ENGLAND.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2012-05-28", "2022-05-30", "2020-05-04", "2011-12-28", "2002-05-27"])
def test_days_that_lost_their_holiday_are_working_days(day: str) -> None:
    assert ENGLAND.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2011-09-05", 1, "2011-09-06"),
        ("2011-09-02", 1, "2011-09-05"),  # Friday to Monday
        ("2011-04-21", 3, "2011-04-28"),  # Easter 2011: Good Friday and Easter Monday left out
        ("2011-04-28", 1, "2011-05-03"),  # royal wedding, weekend, May Day
        ("2012-06-01", 1, "2012-06-06"),  # Jubilee weekend
        ("2022-09-16", 1, "2022-09-20"),
        ("2022-12-23", 2, "2022-12-29"),  # Boxing Day Monday, Christmas substitute Tuesday
        ("2023-05-05", 1, "2023-05-09"),
        ("2010-12-24", 1, "2010-12-29"),
        ("2024-03-28", 1, "2024-04-02"),
        ("2011-09-03", 1, "2011-09-05"),  # a Saturday is day 0 of the Monday after
        ("2011-09-05", 0, "2011-09-05"),
        ("2011-09-03", 0, "2011-09-03"),
        ("2011-05-03", -1, "2011-04-28"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start: str, count: int, end: str) -> None:
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


DAYS = st.dates(date(1999, 1, 1), date(2039, 6, 30))


def working_days(first: date, last: date) -> int:
    """The working days from one day to another, both counted: one by one, as on a wall calendar."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return sum(map(ENGLAND.is_working_day, days))


@given(DAYS, st.integers(1, 120))
def test_adding_working_days_and_counting_them_agree(start: date, count: int) -> None:
    end = add_working_days(start, count)
    assert ENGLAND.is_working_day(end)
    assert working_days(start + timedelta(days=1), end) == count


@given(DAYS, st.integers(1, 60))
def test_counting_backwards_takes_the_days_before(start: date, count: int) -> None:
    end = add_working_days(start, -count)
    assert ENGLAND.is_working_day(end)
    assert end < start
    assert working_days(end, start - timedelta(days=1)) == count


@given(st.datetimes())
def test_minutes_are_a_moment_and_back(at: datetime) -> None:
    assert from_minutes(to_minutes(at)) == at.replace(second=0, microsecond=0)


def test_the_first_minute_is_counted_from_the_year_one() -> None:
    assert to_minutes(moment("0001-01-01")) == 1440
    assert to_minutes(moment("2011-09-05 09:40")) == date(2011, 9, 5).toordinal() * 1440 + 580


def test_the_nth_working_day_begins_at_nine() -> None:
    friday = to_minutes(moment("2011-08-26 16:30"))
    assert from_minutes(nth_working_day_at_nine(friday, 1)) == moment("2011-08-30 09:00")
    assert from_minutes(nth_working_day_at_nine(friday, 3)) == moment("2011-09-01 09:00")
    assert nth_working_day_at_nine(friday, 0) == friday


def test_a_table_can_be_handed_in_and_stored() -> None:
    none = Calendar(frozenset())
    assert add_working_days(date(2011, 4, 21), 1, none) == date(2011, 4, 22)
    assert Calendar.from_data(ENGLAND.as_data()) == ENGLAND


def test_hours_fall_on_the_minute() -> None:
    found = due(moment("2011-09-02 15:20"), clock(48, "hours"))
    assert found.at == moment("2011-09-04 15:20")
    assert found.counting == ("48 hours after 15:20 on Fri 2 Sep 2011 is 15:20 on Sun 4 Sep 2011",)


def test_a_working_day_deadline_is_kept_at_any_time_of_its_day() -> None:
    found = due(moment("2011-08-26 09:00"), clock(7, "working_days"))
    assert found.at == moment("2011-09-07 23:59")
    assert found.counting == (
        "day 0 Fri 26 Aug 2011, the day it counts from",
        "bank holiday Mon 29 Aug 2011 left out",
        "days 1 to 4 Tue 30 Aug 2011 to Fri 2 Sep 2011",
        "days 5 to 7 Mon 5 Sep 2011 to Wed 7 Sep 2011",
        "due by the end of Wed 7 Sep 2011",
    )


def test_one_day_is_said_in_the_singular() -> None:
    assert "day 1 Tue 6 Sep 2011" in due(moment("2011-09-05 12:00"), clock(1, "working_days")).counting


@pytest.mark.parametrize(
    ("start", "value", "unit", "end"),
    [
        ("2015-03-02 11:00", 8, "calendar_days", "2015-03-10 23:59"),
        ("2015-03-02 11:00", 6, "weeks", "2015-04-13 23:59"),
        ("2011-11-30 11:00", 3, "months", "2012-02-29 23:59"),
        ("2010-11-30 11:00", 3, "months", "2011-02-28 23:59"),
        ("2011-09-05 11:00", 6, "months", "2012-03-05 23:59"),
        ("2012-02-29 11:00", 1, "years", "2013-02-28 23:59"),
        ("2012-02-29 11:00", 4, "years", "2016-02-29 23:59"),
        ("2011-12-31 11:00", 12, "months", "2012-12-31 23:59"),
    ],
)
def test_days_weeks_months_and_years_end_with_the_day(start: str, value: int, unit: str, end: str) -> None:
    assert due(moment(start), clock(value, unit)).at == moment(end)


def test_after_police_protection_the_first_day_counts() -> None:
    found = due(moment("2015-03-02 22:00"), clock(8, "calendar_days", first=True))
    assert found.at == moment("2015-03-09 23:59")
    assert found.counting[0] == "day 1 Mon 2 Mar 2015, day 8 Mon 9 Mar 2015"


def test_the_same_day_ends_at_midnight() -> None:
    assert due(moment("2011-09-05 09:40"), clock(None, "same_day")).at == moment("2011-09-05 23:59")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2016-05-05 23:40", "2016-05-06 09:00"),
        ("2016-05-06 01:15", "2016-05-06 09:00"),  # school has not begun yet
        ("2016-05-06 10:00", "2016-05-09 09:00"),
        ("2016-05-27 20:00", "2016-05-31 09:00"),  # bank holiday Monday
    ],
)
def test_before_school_is_nine_on_the_next_working_day(start: str, end: str) -> None:
    assert due(moment(start), clock(None, "next_school_day")).at == moment(end)


@pytest.mark.parametrize("unit", ["promptly", "immediately", "same_shift", "as_soon_as_practicable", "local"])
def test_a_word_gives_no_date(unit: str) -> None:
    found = due(moment("2011-09-05 09:40"), clock(None, unit))
    assert found.at is None
    assert found.counting == (f"{unit.replace('_', ' ')}: the guidance gives no number",)


@pytest.mark.parametrize(
    ("unit", "kind"), [("hours", "amount"), ("hours", "definition"), ("agencies", "min")]
)
def test_an_amount_or_a_definition_is_no_deadline(unit: str, kind: str) -> None:
    assert due(moment("2011-09-05 09:40"), clock(3, unit, kind)).at is None


def test_the_latest_moment_before_something() -> None:
    conference = moment("2016-05-05 10:00")
    assert latest(conference, clock(3, "working_days", "min")).at == moment("2016-04-29 23:59")
    assert latest(conference, clock(48, "hours", "min")).at == moment("2016-05-03 10:00")
    assert (
        "bank holiday Mon 2 May 2016 left out" in latest(conference, clock(3, "working_days", "min")).counting
    )
    assert latest(conference, clock(3, "calendar_days", "min")).at == moment("2016-05-02 23:59")


def test_outside_the_table_only_weekends_are_left_out_and_it_says_so() -> None:
    found = due(moment("2043-12-24 09:00"), clock(1, "working_days"))
    assert found.at == moment("2043-12-25 23:59")
    assert "bank holidays of those years are not in the table; only weekends are left out" in found.counting
    assert not ENGLAND.covers(date(2041, 1, 1))
    assert ENGLAND.covers(date(2040, 12, 31))
