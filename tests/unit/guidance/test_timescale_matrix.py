"""The clocks edition by edition, and a referral of Monday 5 September 2011 followed through each."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from scoring.calendar import due, latest
from scoring.guidance import LocalLayer, Rule, clock_of, library

GUIDANCE = library()
EDITIONS = {
    "wt1999": date(2003, 9, 1),
    "wt2006": date(2007, 9, 3),
    "wt2010": date(2011, 9, 5),
    "wt2013": date(2014, 9, 1),
    "wt2015": date(2016, 9, 5),
    "wt2018": date(2019, 9, 2),
    "wt2023": date(2024, 9, 2),
    "wt2026": date(2027, 3, 1),
}
DAY, WEEK = "1 working day", "10 working days"
MATRIX = {
    "referral_confirmed_in_writing": ("48 hours", "48 hours", "48 hours", "", "", "", "", ""),
    "referral_acknowledged": ("", DAY, DAY, "", "", DAY, DAY, DAY),
    "referrer_chases": ("", "3 working days", "3 working days", "", "", "", "", ""),
    "decision_on_referral": ("24 hours", DAY, DAY, DAY, DAY, DAY, DAY, DAY),
    "initial_assessment_timescale": ("7 working days", "7 working days", WEEK, "", "", "", "", ""),
    "core_assessment_timescale": ("35 working days",) * 3 + ("",) * 5,
    "single_assessment_timescale": ("",) * 3 + ("45 working days",) * 4 + ("",),
    "initial_conference_timescale": ("15 working days",) * 7 + ("",),
    "first_core_group": (WEEK,) * 7 + ("",),
    "review_conference_timescale": ("3 months",) * 7 + ("",),
    "review_decision_timescale": ("", "1 month", "1 month", "", "", "", "", ""),
    "review_complete_timescale": ("4 months", "4 months", *["6 months"] * 4, "", ""),
    "notify_serious_incident": ("",) * 4 + ("5 working days",) * 3 + ("",),
    "rapid_review_timescale": ("",) * 5 + ("15 working days",) * 2 + ("",),
    "allegation_to_designated_officer": ("", DAY, DAY, DAY, DAY, DAY, DAY, DAY),
    "child_death_notified": ("", "", "", "", "", "48 hours", "", ""),
}
"""By topic, the national time of each edition above; in 2026 only the schools' guidance gives any."""

RECALLED = {
    ("review_decision_timescale", "wt2006"),
    ("review_decision_timescale", "wt2010"),
    ("review_complete_timescale", "wt2006"),
    ("child_death_notified", "wt2018"),
    ("allegation_to_designated_officer", "wt2026"),
}
"""Times of later editions that nobody has seen; everything of 1999 is recalled."""

CELLS = [
    (topic, edition, expected)
    for topic, row in MATRIX.items()
    for edition, expected in zip(EDITIONS, row, strict=True)
]


def clock(topic: str, on: date, *adopted: str) -> Rule | None:
    return clock_of(GUIDANCE.resolve(topic, on, local=LocalLayer(frozenset(adopted))))


@pytest.mark.parametrize(("topic", "edition", "expected"), CELLS, ids=lambda part: str(part) or "none")
def test_the_time_of_each_edition(topic: str, edition: str, expected: str) -> None:
    rule = clock(topic, EDITIONS[edition])
    if not expected:
        assert rule is None
        return
    assert rule is not None
    assert rule.timescale is not None
    assert rule.timescale.in_words == expected
    assert rule.verified is not (edition == "wt1999" or (topic, edition) in RECALLED)


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("emergency_protection_order_length", "8 calendar days"),
        ("emergency_protection_extension", "7 calendar days"),
        ("police_protection_length", "72 hours"),
        ("child_assessment_order", "7 calendar days"),
    ],
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_times_of_the_acts_hold_in_every_edition(topic: str, expected: str, edition: str) -> None:
    rule = clock(topic, EDITIONS[edition])
    assert rule is not None
    assert rule.timescale is not None
    assert (rule.timescale.in_words, rule.force_word) == (expected, "must")


def test_private_fostering_and_fgm_have_theirs_from_their_first_day() -> None:
    visit, notice = (
        clock("private_fostering_visit", date(2011, 9, 5)),
        clock("fgm_report_deadline", date(2015, 10, 31)),
    )
    assert visit is not None
    assert notice is not None
    assert visit.timescale is not None
    assert notice.timescale is not None
    assert (visit.timescale.in_words, notice.timescale.in_words) == ("7 working days", "1 working day")
    assert clock("private_fostering_visit", date(2005, 6, 30)) is None
    assert clock("fgm_report_deadline", date(2015, 10, 30)) is None


MONDAY = date(2011, 9, 5)
WORKED = [
    # topic, begun, edition, due
    ("decision_on_referral", "2011-09-05", "wt2006", "2011-09-06"),
    ("decision_on_referral", "2011-09-05", "wt2010", "2011-09-06"),
    ("decision_on_referral", "2011-09-05", "wt2013", "2011-09-06"),
    ("decision_on_referral", "2011-09-05", "wt2015", "2011-09-06"),
    ("referrer_chases", "2011-09-05", "wt2006", "2011-09-08"),
    ("referrer_chases", "2011-09-05", "wt2010", "2011-09-08"),
    ("initial_assessment_timescale", "2011-09-05", "wt2006", "2011-09-14"),
    ("initial_assessment_timescale", "2011-09-05", "wt2010", "2011-09-19"),
    ("core_assessment_timescale", "2011-09-14", "wt2006", "2011-11-02"),
    ("core_assessment_timescale", "2011-09-19", "wt2010", "2011-11-07"),
    ("single_assessment_timescale", "2011-09-05", "wt2013", "2011-11-07"),
    ("single_assessment_timescale", "2011-09-05", "wt2015", "2011-11-07"),
    ("initial_conference_timescale", "2011-09-05", "wt2006", "2011-09-26"),
    ("initial_conference_timescale", "2011-09-05", "wt2010", "2011-09-26"),
    ("initial_conference_timescale", "2011-09-05", "wt2015", "2011-09-26"),
    (
        "initial_conference_timescale",
        "2011-09-12",
        "wt2013",
        "2011-10-03",
    ),  # a week later: the conference moves
    ("first_core_group", "2011-09-26", "wt2006", "2011-10-10"),
    ("first_core_group", "2011-09-26", "wt2010", "2011-10-10"),
    ("first_core_group", "2011-09-26", "wt2013", "2011-10-10"),
]


@pytest.mark.parametrize(("topic", "begun", "edition", "expected"), WORKED)
def test_the_worked_example(topic: str, begun: str, edition: str, expected: str) -> None:
    """Played on one date and marked under another edition: the clock of that edition, from the same start."""
    rule = clock(topic, EDITIONS[edition])
    assert rule is not None
    assert rule.timescale is not None
    found = due(datetime.fromisoformat(f"{begun} 10:30"), rule.timescale)
    assert found.at is not None
    assert found.at.date() == date.fromisoformat(expected)


def test_a_least_time_before_a_conference_is_counted_back_from_it() -> None:
    rule = clock("conference_report_to_family", date(2016, 5, 5), "wt2015-conference-report-3wd")
    assert rule is not None
    assert rule.timescale is not None
    found = latest(datetime.fromisoformat("2016-05-05 10:00"), rule.timescale)
    assert found.at == datetime.fromisoformat("2016-04-29 23:59")  # a bank holiday lies between
