"""The closed list of sentences: each becomes its condition, and anything else gets the nearest sentence."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.terms import Level
from simulator.scenario.conditions import FORMS, Form, nearest, parse, uses
from simulator.scenario.model import (
    AnyOf,
    Chose,
    Clock,
    Condition,
    EditionIs,
    Knows,
    KnowsSome,
    Marked,
    Playing,
    Reached,
    Span,
    Within,
)
from simulator.scenario.moments import start_of
from simulator.scenario.read import read_text

DAY = start_of(date(2011, 9, 5))

SENTENCES: list[tuple[str, Condition]] = [
    ("gp knows end_of_rope", Knows("gp", "end_of_rope")),
    ("gp knows end_of_rope in full", Knows("gp", "end_of_rope", Level.FULL)),
    ("gp does not know end_of_rope", Knows("gp", "end_of_rope", negated=True)),
    ("gp does not know end_of_rope in full", Knows("gp", "end_of_rope", Level.FULL, negated=True)),
    ("at least 2 of a, b,c known to gp", KnowsSome("gp", ("a", "b", "c"), 2)),
    ("chose weigh_in note_it", Chose("weigh_in", "note_it")),
    ("chose refer_today child protection", Chose("refer_today", "child protection")),
    ("did not choose weigh_in note_it", Chose("weigh_in", "note_it", negated=True)),
    ("marked drifted", Marked(("drifted",))),
    ("not marked drifted", Marked(("drifted",), negated=True)),
    ("at least 2 marked: a, b, c", Marked(("a", "b", "c"), 2)),
    ("at least 1 marked:a", Marked(("a",), 1)),
    ("concern_formed reached", Reached("concern_formed")),
    ("concern_formed not reached", Reached("concern_formed", negated=True)),
    (
        "referral_received within 3 working days of concern_formed",
        Within("referral_received", Span(3, "working days"), "concern_formed"),
    ),
    ("referral_received within 1 hour of start", Within("referral_received", Span(1, "hours"), "start")),
    ("clock before 15:30", Clock(True, DAY + 930)),
    ("clock after 9.05", Clock(False, DAY + 545)),
    ("clock after 2011-09-06 09:00", Clock(False, DAY + 1440 + 540)),
    ("clock after 6 September 2011", Clock(False, DAY + 1440 + 540)),
    ("clock after 2 days since start", Clock(False, None, Span(2, "days"), "start")),
    (
        "clock before 3 working days since referral_received",
        Clock(True, None, Span(3, "working days"), "referral_received"),
    ),
    ("playing gp", Playing("gp")),
    ("gp is a colleague", Playing("gp", negated=True)),
    ("edition is wt2010", EditionIs("wt2010", "is")),
    ("edition before wt2018", EditionIs("wt2018", "before")),
    ("edition from gmc-conf2009", EditionIs("gmc-conf2009", "from")),
]


@pytest.mark.parametrize(("sentence", "condition"), SENTENCES, ids=[each[0] for each in SENTENCES])
def test_a_sentence_becomes_its_condition(sentence: str, condition: Condition) -> None:
    assert parse(sentence, DAY) == condition


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.words)
def test_every_form_has_an_example_that_it_reads_and_that_is_nearest_to_it(form: Form) -> None:
    assert form.pattern.fullmatch(form.example)
    assert parse(form.example, DAY) is not None
    assert nearest(form.example).words == form.words
    assert form.means and not form.means.endswith(".")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("gp know late_mornings", "<role> knows <fact>"),
        ("gp knows late mornings", "<role> knows <fact>"),
        ("gp doesnt know late_mornings", "<role> does not know <fact>"),
        ("at least two of a, b known to gp", "at least <n> of <fact>, <fact> known to <role>"),
        ("at least 2 facts known to gp", "at least <n> of <fact>, <fact> known to <role>"),
        ("choose weigh_in note_it", "chose <scene> <option>"),
        ("if poolside was wait", "chose <scene> <option>"),
        ("gp heard late_mornings", "<role> knows <fact>"),
        ("concern_formed was reached", "<milestone> reached"),
        ("didn't choose weigh_in note_it", "did not choose <scene> <option>"),
        ("mark drifted", "marked <mark>"),
        ("drifted is not marked", "not marked <mark>"),
        ("concern_formed is reached", "<milestone> reached"),
        ("within 3 days of start", "<milestone> within <n> <unit> of <milestone or start>"),
        ("clock after 25:00", "clock before|after <time>"),
        ("the clock is after 4 hours", "clock before|after <time>"),
        ("clock after half a day since start", "clock before|after <n> <unit> since <milestone or start>"),
        ("plays gp", "playing <role>"),
        ("gp is colleague", "<role> is a colleague"),
        ("edition after wt2018", "edition is|before|from <edition>"),
    ],
)
def test_what_is_no_sentence_is_told_the_nearest(typed: str, words: str) -> None:
    assert parse(typed, DAY) is None
    assert nearest(typed).words == words


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "score > 3",
        "score at least 10",
        "__import__('os')",
        "1 == 1",
        "gp knows a and gp knows b",
        "GP knows a",
        "child.age over 5",
    ],
)
def test_there_are_no_expressions_and_no_scores(typed: str) -> None:
    assert parse(typed, DAY) is None
    assert nearest(typed) in FORMS


def test_what_a_condition_speaks_of_is_looked_up() -> None:
    either = AnyOf((Knows("gp", "a"), Marked(("m",)), Chose("s", "o"), Within("x", Span(1, "days"), "y")))

    assert list(uses(either)) == [
        ("party", "gp"),
        ("fact", "a"),
        ("mark", "m"),
        ("choice", "s o"),
        ("milestone", "x"),
        ("milestone", "y"),
    ]
    assert list(uses(Clock(True, None, Span(2, "days"), "start"))) == []
    assert list(uses(Clock(True, DAY))) == []


CASE = """\
title: Conditions
set on: 2011-09-05 09:40
scenes:
  monday:
    decide:
      question: What first?
      options:
        ask: Ask.
        wait:
          text: Wait.
          mark: waited
  tuesday:
    if:
{lines}
    stop: What now?
endings:
  home: The day ends.
"""


def conditions_of(*lines: str) -> tuple[object, list[str]]:
    text = CASE.format(lines="\n".join(f"      {line}" for line in lines))
    reading = read_text(text, "case.yaml")
    found = [f"{each.place.line}:{each.place.column} {each.code}" for each in reading.diagnostics]
    return reading.case and reading.case.scenes["tuesday"].when, found


def test_a_list_means_all_and_any_of_means_one() -> None:
    assert conditions_of(
        "- marked waited", "- any of:", "    - chose monday ask", "    - clock after 12:00"
    ) == (
        (Marked(("waited",)), AnyOf((Chose("monday", "ask"), Clock(False, DAY + 720)))),
        [],
    )


def test_a_sentence_with_a_colon_is_read_whole_in_a_list_and_alone() -> None:
    expected = (Marked(("waited",), 1),)

    assert conditions_of("- at least 1 marked: waited") == (expected, [])
    assert conditions_of("at least 1 marked: waited") == (expected, [])


def test_any_of_may_stand_alone() -> None:
    assert conditions_of("any of:", "  - marked waited") == ((AnyOf((Marked(("waited",)),)),), [])


def test_no_break_spaces_and_double_spaces_make_no_difference() -> None:
    assert conditions_of("- marked\u00a0 waited") == ((Marked(("waited",)),), [])


def test_each_wrong_sentence_is_told_at_its_place() -> None:
    case, found = conditions_of(
        "- marked waitd", "- the moon is full", "- any of:", "    - edition since wt2010"
    )

    assert case is None
    assert found == ["14:16 R008", "15:9 F021", "17:13 F021"]


def test_an_empty_list_is_no_condition() -> None:
    assert conditions_of("- any of:", "    []") == (None, ["15:11 F022"])


def test_any_of_with_something_else_beside_it_is_refused() -> None:
    case, found = conditions_of("- any of:", "    - marked waited", "  all of:", "    - marked waited")

    assert case is None
    assert found == ["14:9 F021"]
