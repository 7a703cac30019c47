"""An edition's title says of later changes only what a day knows."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.guidance import library


@pytest.mark.parametrize(
    ("edition", "before", "after"),
    [
        ("wt2006", date(2009, 6, 9), date(2009, 12, 31)),
        ("wt2015", date(2016, 6, 9), date(2017, 2, 28)),
        ("wt2018", date(2019, 1, 1), date(2020, 12, 31)),
        ("wt2023", date(2025, 3, 3), date(2025, 6, 30)),
    ],
)
def test_a_later_change_is_in_the_title_only_from_its_day_on(edition: str, before: date, after: date) -> None:
    about = library().edition(edition)
    assert about.covers(before) and "(" not in about.title_on(before)
    assert about.title_on(before) == about.title.partition(" (")[0]
    assert about.title_on(after) == about.title
