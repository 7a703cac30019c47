"""What a case may say of its people, and what is refused because no such family can be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.errors import CaseError
from simulator.family.ages import age_in, age_text, births
from simulator.family.spec import UNBORN, Age, Kind, PersonSpec, Unit, family_spec, generations, parse_age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("11 weeks", Age(11, 11, Unit.WEEKS)),
        ("1 week", Age(1, 1, Unit.WEEKS)),
        ("3", Age(3, 3, Unit.YEARS)),
        ("21-24", Age(21, 24, Unit.YEARS)),
        ("21 – 24 years", Age(21, 24, Unit.YEARS)),
        ("5-7 months", Age(5, 7, Unit.MONTHS)),
        ("3 days", Age(3, 3, Unit.DAYS)),
        (" Unborn ", UNBORN),
    ],
)
def test_ages_are_read_as_trainers_write_them(text: str, age: Age) -> None:
    assert parse_age(text) == age


@pytest.mark.parametrize(
    "text", ["", "old", "-3", "24-21", "111", "3.5", "three", "5 fortnights", "1e3", "1000 days"]
)
def test_what_is_no_age_is_refused_with_the_cure(text: str) -> None:
    with pytest.raises(CaseError, match="is not an age") as refused:
        parse_age(text)
    assert "21-24" in refused.value.remedy


def test_ties_are_read_in_both_directions_and_parents_are_partners() -> None:
    spec = family_spec(
        [
            PersonSpec("child", child_of=("father",)),
            PersonSpec("mother", parent_of=("child",)),
            PersonSpec("father"),
            PersonSpec("friend", partner_of=("gran",)),
            PersonSpec("gran", parent_of=("mother",)),
            PersonSpec("nurse", Kind.ROLE),
        ]
    )
    assert spec.parents["child"] == ("mother", "father")
    assert spec.partners == {
        "child": (),
        "mother": ("father",),
        "father": ("mother",),
        "friend": ("gran",),
        "gran": ("friend",),
    }
    assert spec.children("mother") == ("child",)
    assert [person.id for person in spec.outsiders] == ["nurse"]
    assert generations(spec.parents, spec.partners) == {
        "child": 2,
        "mother": 1,
        "father": 1,
        "friend": 0,
        "gran": 0,
    }


@pytest.mark.parametrize(
    ("people", "why"),
    [
        ([PersonSpec("a"), PersonSpec("a", Kind.ROLE)], "Two people have the id `a`"),
        ([PersonSpec("a", parent_of=("b",))], "`a` is said to belong to `b`"),
        ([PersonSpec("a", child_of=("b",))], "`a` is said to belong to `b`"),
        ([PersonSpec("a", partner_of=("b",)), PersonSpec("b", Kind.PERSON)], "`a` is said to belong to `b`"),
        ([PersonSpec("a", parent_of=("a",))], "their own ancestor"),
        ([PersonSpec("a", parent_of=("b",)), PersonSpec("b", parent_of=("a",))], "their own ancestor"),
        ([PersonSpec("a", parent_of=("b",), partner_of=("b",)), PersonSpec("b")], "or the partner of one"),
    ],
)
def test_ties_that_cannot_be_are_refused(people: list[PersonSpec], why: str) -> None:
    with pytest.raises(CaseError, match=why) as refused:
        family_spec(people)
    assert refused.value.remedy


DAYS = st.dates(date(2003, 1, 1), date(2030, 12, 31)) | st.sampled_from(
    [date(2012, 2, 29), date(2011, 2, 28), date(2011, 3, 1), date(2011, 3, 31), date(2012, 12, 31)]
)


@given(
    DAYS, st.integers(0, 90), st.integers(0, 9), st.sampled_from([u for u in Unit if u is not Unit.UNBORN])
)
def test_days_of_birth_are_all_those_of_an_age_and_no_others(
    on: date, low: int, more: int, unit: Unit
) -> None:
    first, last = births(Age(low, low + more, unit), on)
    assert (age_in(unit, first, on), age_in(unit, last, on)) == (low + more, low)
    assert age_in(unit, first - timedelta(1), on) == low + more + 1
    assume(last < on)
    assert age_in(unit, last + timedelta(1), on) == low - 1


def test_the_unborn_are_due_after_the_case_begins() -> None:
    first, last = births(UNBORN, date(2011, 9, 5))
    assert date(2011, 9, 5) < first < last


@pytest.mark.parametrize(
    ("born", "unit", "text"),
    [
        (date(2007, 9, 5), Unit.YEARS, "4"),
        (date(2007, 9, 6), Unit.YEARS, "3"),
        (date(2011, 4, 5), Unit.MONTHS, "5 months"),
        (date(2011, 8, 5), Unit.MONTHS, "1 month"),
        (date(2011, 3, 1), Unit.YEARS, "6 months"),
        (date(2011, 8, 22), Unit.WEEKS, "2 weeks"),
        (date(2011, 9, 4), Unit.DAYS, "1 day"),
        (date(2011, 9, 6), Unit.YEARS, "unborn"),
    ],
)
def test_ages_are_told_as_people_say_them(born: date, unit: Unit, text: str) -> None:
    assert age_text(born, date(2011, 9, 5), unit) == text
