"""Each kind of value: what it understands, in the forms people write it, and what it refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scoring.calendar import from_minutes
from simulator.scenario import ids, kinds, nodes, times
from simulator.scenario.findings import Findings
from simulator.scenario.kinds import UNREAD, Kind
from simulator.scenario.model import Span, Time
from simulator.scenario.moments import read_age, read_date, read_moment, read_span, read_time, start_of
from simulator.scenario.source import source_of


def text(value: str, style: str = "") -> nodes.Text:
    return nodes.Text(value, 1, 6, 1, 6 + len(value), style)


def read(kind: Kind, node: nodes.Node) -> tuple[Any, list[str]]:
    shown = node.value if isinstance(node, nodes.Text) else "…"
    findings = Findings(source_of(f"key: {shown}\n", "case.yaml"))
    value = kind.read(findings, node, "key")
    return value, [each.code for each in findings.found]


DATES = """\
2006-05-08
2006-5-8
8/5/2006
08/05/2006
8.5.2006
8 May 2006
8th May 2006
Monday 8 May 2006
8 MAY 2006
monday, 8 may, 2006
"""


@pytest.mark.parametrize("typed", DATES.splitlines())
def test_dates_in_the_forms_people_write(typed: str) -> None:
    assert read_date(typed) == date(2006, 5, 8)


@pytest.mark.parametrize(
    "typed",
    [
        "08-05-06",
        "8/5/06",
        "5/31/2006",
        "2006-02-30",
        "May 2006",
        "8 Mai 2006",
        "1900-01-01",
        "2999-01-01",
        "",
        "today",
    ],
)
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "minutes"), [("9:40", 580), ("09.40", 580), ("09:40", 580), ("0:00", 0), ("23.59", 1439)]
)
def test_times_of_day(typed: str, minutes: int) -> None:
    assert read_time(typed) == minutes


@pytest.mark.parametrize("typed", ["24:00", "9:60", "9", "9am", "9:4", "-9:40", "580"])
def test_what_is_no_time_of_day(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "2011-09-05 09:40",
        "2011-09-05T09:40",
        "5/9/2011 9.40",
        "5 September 2011, 9.40",
        "5 September 2011 at 9:40",
    ],
)
def test_a_date_with_a_time(typed: str) -> None:
    assert read_moment(typed) == start_of(date(2011, 9, 5)) + 580


def test_a_date_without_a_time_is_nine_in_the_morning() -> None:
    assert read_moment("2011-09-05") == start_of(date(2011, 9, 5)) + 540


def test_a_case_counts_its_minutes_as_the_calendar_does() -> None:
    moment = from_minutes(start_of(date(2011, 9, 5)) + 580)
    assert moment.isoformat() == "2011-09-05T09:40:00"


@pytest.mark.parametrize("typed", ["2011-09-05 25:00", "09:40", "2011-09-05 morning", "yesterday 09:40"])
def test_what_is_no_moment(typed: str) -> None:
    assert read_moment(typed) is None


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("20 minutes", Span(20, "minutes")),
        ("1 minute", Span(1, "minutes")),
        ("5 mins", Span(5, "minutes")),
        ("2 hours", Span(2, "hours")),
        ("2 hrs", Span(2, "hours")),
        ("14 days", Span(14, "days")),
        ("1 week", Span(1, "weeks")),
        ("3 working days", Span(3, "working days")),
        ("1 working day", Span(1, "working days")),
        ("3 Working Days", Span(3, "working days")),
    ],
)
def test_lengths_of_time(typed: str, span: Span) -> None:
    assert read_span(typed) == span


@pytest.mark.parametrize(
    "typed",
    ["half an hour", "two hours", "20", "2 months", "-2 hours", "1.5 hours", "99999 days", "3 work days"],
)
def test_what_is_no_length_of_time(typed: str) -> None:
    assert read_span(typed) is None


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("11 weeks", "11 weeks"),
        ("9 months", "9 months"),
        ("3", "3"),
        ("3 years", "3"),
        ("21-24", "21-24"),
        ("21 – 24", "21-24"),
        ("5-7 months", "5-7 months"),
        ("Unborn", "unborn"),
        ("2 days", "2 days"),
    ],
)
def test_ages(typed: str, age: str) -> None:
    assert read_age(typed) == age


@pytest.mark.parametrize("typed", ["", "24-21", "200", "three", "11 wks", "3.5", "-3"])
def test_what_is_no_age(typed: str) -> None:
    assert read_age(typed) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("start", Time()),
        ("+4 hours", Time(after=Span(4, "hours"))),
        ("+ 3 working days", Time(after=Span(3, "working days"))),
        ("13:40", Time(time_of_day=820)),
        ("2011-09-06 09:30", Time(moment=start_of(date(2011, 9, 6)) + 570)),
    ],
)
def test_when_a_scene_begins(typed: str, time: Time) -> None:
    assert read(times.SCENE_TIME, text(typed)) == (time, [])


@pytest.mark.parametrize(
    ("typed", "value"),
    [("yes", True), ("no", False), ("Yes", True), ("NO", False), ("true", True), ("False", False)],
)
def test_yes_and_no(typed: str, value: bool) -> None:
    assert read(kinds.YES_OR_NO, text(typed)) == (value, [])


@pytest.mark.parametrize("typed", ["y", "1", "on", "off", "ja", "maybe"])
def test_neither_yes_nor_no(typed: str) -> None:
    assert read(kinds.YES_OR_NO, text(typed)) == (UNREAD, ["F008"])


@pytest.mark.parametrize("typed", ["0", "2", "02"])
def test_whole_numbers(typed: str) -> None:
    assert read(kinds.whole_number(0, 2), text(typed)) == (int(typed), [])


@pytest.mark.parametrize("typed", ["3", "-1", "1.0", "one", "٢", "²", "0x1", "1_0", "9" * 5000])
def test_what_is_no_whole_number_in_its_range(typed: str) -> None:
    assert read(kinds.whole_number(0, 2), text(typed)) == (UNREAD, ["F009"])


def test_a_choice_is_found_whatever_its_capitals_and_spaces() -> None:
    kind = kinds.choice(("by the book", "slow"))

    assert read(kind, text("by the book")) == ("by the book", [])
    assert read(kind, text("By  the\u00a0book")) == ("by the book", [])
    assert read(kind, text("by the boook")) == (UNREAD, ["F007"])


@pytest.mark.parametrize("typed", ["‘gp’", "“gp”", "gp\u00a0", "\u00a0gp", "`gp`"])
def test_what_a_word_processor_puts_round_an_id_is_taken_off_and_told(typed: str) -> None:
    assert read(ids.ID, text(typed)) == ("gp", ["F016"])


@pytest.mark.parametrize(
    ("typed", "proposal"),
    [
        ("Weigh in", "weigh_in"),
        ("weigh-in", "weigh_in"),
        ("9_days", "a_9_days"),
        ("École", "ecole"),
        ("_gp", "gp"),
        ("ж", "zh"),
        ("понедельник", "ponedelnik"),
        ("m\u043enday", "monday"),
        ("Straße", "strasse"),
        ("学校", "a"),
    ],
)
def test_what_is_no_id_gets_one_proposed(typed: str, proposal: str) -> None:
    findings = Findings(source_of(f"key: {typed}\n", "case.yaml"))

    assert ids.ID.read(findings, text(typed), "key") is UNREAD
    (found,) = findings.found
    assert found.code == "F015"
    assert f" {proposal}," in found.remedy


def test_long_dashes_and_curly_quotes_stay_in_prose() -> None:
    prose = "She said – quietly – “I don’t mind” … and looked away."

    assert read(kinds.PROSE, text(prose)) == (prose, [])


def test_prose_keeps_its_own_lines_and_spaces() -> None:
    assert read(kinds.PROSE, text("One.\n\nTwo,  three.\n", "|")) == ("One.\n\nTwo,  three.", [])


@pytest.mark.parametrize(
    "kind",
    [
        kinds.PROSE,
        kinds.HEADING,
        kinds.WORDS,
        kinds.LABEL,
        kinds.YES_OR_NO,
        ids.ID,
        times.SPAN,
        times.DATE,
        kinds.PROSES,
    ],
)
def test_an_empty_text_is_empty_whatever_was_expected(kind: Kind) -> None:
    assert read(kind, text("")) == (UNREAD, ["F003"])
    assert read(kind, text("  \n", "|")) == (UNREAD, ["F003"])


@pytest.mark.parametrize("kind", [kinds.PROSE, kinds.WORDS, kinds.YES_OR_NO, ids.ID, times.SPAN])
def test_a_list_or_map_is_not_taken_for_a_text(kind: Kind) -> None:
    assert read(kind, nodes.Sequence((text("a"),), 1, 6, False)) == (UNREAD, ["F004"])
    assert read(kind, nodes.Mapping({}, 1, 6, True)) == (UNREAD, ["F004"])


def test_one_thing_may_stand_for_a_list_of_one() -> None:
    assert read(ids.ROLES, text("gp")) == (("gp",), [])
    assert read(ids.ROLES, nodes.Sequence((text("gp"), text("nurse")), 1, 6, True)) == (("gp", "nurse"), [])
    assert read(ids.ROLES, nodes.Sequence((), 1, 6, True)) == ((), [])


def test_a_list_goes_on_past_what_cannot_be_read() -> None:
    mixed = nodes.Sequence((text("gp"), text("The Nurse"), text("police")), 1, 6, False)

    assert read(ids.ROLES, mixed) == (("gp", "police"), ["F015"])
