"""Clocks: met 1, late or missed 0, with the counting in words; the sentences of scoring.md on clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.calendar import to_minutes
from scoring.timescales import (
    LATE,
    MET,
    MISSED,
    NOT_COUNTED,
    Clocked,
    Verdict,
    due_at,
    first_end,
    last_beginning,
    verdict_of,
)
from tests.unit.play.cases import rule


def at(moment: str) -> int:
    """Minutes of an ISO moment."""
    return to_minutes(datetime.fromisoformat(moment))


MONDAY = at("2011-09-05 09:40")
HOUR, DAY = 60, 1440
MUCH_LATER = MONDAY + 60 * DAY


def judged(
    begun: int | None,
    reached: int | None,
    ended: int = MUCH_LATER,
    *,
    value: int | None = 1,
    unit: str = "working_days",
    kind: str = "max",
    excuse: bool = False,
    tainted: bool = False,
    reasons: bool = False,
    counted: bool = True,
) -> Verdict:
    made = rule("decision", value, unit, "referral_received", "referral_decision", excuse=excuse, kind=kind)
    clocked = Clocked(
        "decision", made, frozenset({"referral_received"}), frozenset({"referral_decision"}), "why", counted
    )
    return verdict_of(clocked, begun, reached, ended, tainted=tainted, reasons=reasons)


@pytest.mark.parametrize(
    ("reached", "ended", "verdict", "earned"),
    [
        (MONDAY + 5 * HOUR, MUCH_LATER, MET, 1),
        (at("2011-09-06 23:59"), MUCH_LATER, MET, 1),
        (at("2011-09-07 00:00"), MUCH_LATER, LATE, 0),
        (None, at("2011-09-06 23:59"), MISSED, 0),
        (None, at("2011-09-06 23:58"), NOT_COUNTED, 0),
    ],
)
def test_a_working_day(reached: int | None, ended: int, verdict: str, earned: int) -> None:
    found = judged(MONDAY, reached, ended)
    assert (found.verdict, found.earned) == (verdict, earned)
    assert found.due == at("2011-09-06 23:59")
    assert "Tue 6 Sep 2011" in " ".join(found.counting)


def test_what_never_began_is_not_counted() -> None:
    found = judged(None, MONDAY)
    assert (found.verdict, found.earned, found.due, found.counting) == (NOT_COUNTED, 0, None, ())


def test_what_was_done_before_it_was_asked_for_is_in_time() -> None:
    assert judged(MONDAY, MONDAY - DAY).verdict == MET


def test_a_word_and_no_number_is_no_deadline() -> None:
    assert judged(MONDAY, MONDAY, value=None, unit="promptly").verdict == NOT_COUNTED


def test_a_clock_that_a_poor_choice_started_earns_nothing_and_still_says_how_it_went() -> None:
    found = judged(MONDAY, MONDAY, tainted=True)
    assert (found.verdict, found.earned) == (MET, 0)


@pytest.mark.parametrize(
    ("excuse", "reasons", "verdict", "earned", "excused"),
    [
        (True, True, MET, 1, True),
        (True, False, LATE, 0, False),
        (False, True, LATE, 0, False),
    ],
)
def test_late_with_recorded_reasons_is_met_where_the_rule_says_so(
    excuse: bool, reasons: bool, verdict: str, earned: int, excused: bool
) -> None:
    found = judged(MONDAY, MONDAY + 3 * DAY, excuse=excuse, reasons=reasons)
    assert (found.verdict, found.earned, found.excused) == (verdict, earned, excused)


def test_in_time_needs_no_excuse() -> None:
    assert not judged(MONDAY, MONDAY, excuse=True, reasons=True).excused


def test_reasons_do_not_make_up_for_what_never_came() -> None:
    assert judged(MONDAY, None, excuse=True, reasons=True).verdict == MISSED


def test_a_clock_that_is_only_shown_earns_nothing() -> None:
    assert judged(MONDAY, MONDAY, counted=False).earned == 0


# --- least times: so long before -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begun", "reached", "verdict"),
    [
        (MONDAY, MONDAY + 48 * HOUR, MET),
        (MONDAY, MONDAY + 48 * HOUR - 1, LATE),
        (MONDAY, MONDAY + 9 * DAY, MET),
        (MONDAY, None, NOT_COUNTED),
        (None, MONDAY, MISSED),
        (MONDAY + HOUR, MONDAY, LATE),
    ],
)
def test_a_report_at_least_so_many_hours_before(begun: int | None, reached: int | None, verdict: str) -> None:
    assert judged(begun, reached, value=48, unit="hours", kind="min").verdict == verdict


def test_nothing_falls_due_after_a_least_time_begins() -> None:
    made = rule("report", 48, "hours", "report_to_family", "initial_conference", kind="min")
    assert due_at(made, MONDAY) == (None, ())
    found = judged(MONDAY, MONDAY + 3 * DAY, value=3, unit="working_days", kind="min")
    assert found.due == at("2011-09-05 23:59")
    assert found.verdict == MET


@given(
    st.integers(0, 400 * DAY),
    st.sampled_from([(48, "hours"), (3, "working_days"), (3, "calendar_days"), (6, "weeks"), (1, "months")]),
)
def test_the_first_end_of_a_least_time_is_the_first_that_is_in_time(
    after: int, span: tuple[int, str]
) -> None:
    begun = MONDAY + after
    made = rule("report", *span, "report_to_family", "initial_conference", kind="min")
    end = first_end(made, begun)
    assert end is not None
    last, before = last_beginning(made, end)[0], last_beginning(made, end - 1)[0]
    assert last is not None and before is not None
    assert before < begun <= last


def test_a_least_time_without_a_number_has_no_first_end() -> None:
    assert first_end(rule("report", None, "promptly", "a", "b", kind="min"), MONDAY) is None


def test_a_time_that_was_only_recalled_says_so() -> None:
    seen = rule("decision", 1, "working_days", "referral_received", "referral_decision")
    for one in (seen, replace(seen, confidence="memory")):
        clocked = Clocked("topic", one, frozenset(), frozenset(), "", True)
        found = verdict_of(clocked, MONDAY, None, MUCH_LATER, tainted=False, reasons=False)
        assert found.verified is one.verified is (one is seen)
