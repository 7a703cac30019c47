"""`guidance`: search, history, differences, deadlines."""

from __future__ import annotations

import re

import pytest

from tests.steps.command_line import Run


def test_the_editions_of_a_day(run: Run) -> None:
    found = run("guidance", "--on", "2012-01-01", "--json").data["editions"]
    ids = {edition["id"] for edition in found}
    assert "wt2010" in ids and "wt2013" not in ids
    assert "wt2010" in run("guidance", "--on", "2012-01-01").text


def test_a_search_shows_force_edition_and_source(run: Run) -> None:
    said = " ".join(run("guidance", "initial", "conference").text.split())
    assert "should: " in said and "(wt2010; 2010-03-17 to 2013-04-14)" in said


def test_a_search_within_an_edition(run: Run) -> None:
    rules = run("guidance", "conference", "--edition", "wt2013", "--json").data["rules"]
    assert rules and {rule["edition"] for rule in rules} == {"wt2013"}


def test_a_search_that_finds_nothing_says_how_to_go_on(run: Run) -> None:
    said = " ".join(run("guidance", "zebra").text.split())
    assert "No rule speaks of “zebra”" in said and "topics WORDS" in said


def test_a_word_of_the_glossary_is_explained(run: Run) -> None:
    assert run("guidance", "LSCB").text.startswith("LSCB (Local Safeguarding Children Board): ")
    assert run("guidance", "LSCB", "--json").data["glossary"]["word"] == "LSCB"


def test_a_rule_that_was_recalled_says_so(run: Run) -> None:
    assert "unverified" in " ".join(run("guidance", "--edition", "wt1999").text.split())


def test_a_rule_with_its_history(run: Run) -> None:
    steps = run("guidance", "--rule", "wt2010-icpc-15wd", "--json").data["steps"]
    editions = [step["edition"] for step in steps]
    assert editions.index("wt1999") < editions.index("wt2010") < editions.index("wt2013")
    only = run("guidance", "--rule", "wt2010-icpc-15wd", "--on", "2012-01-01", "--json").data["steps"]
    assert [step["edition"] for step in only] == ["wt2010"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("wt2018-s47-see-child-alone", "the edition is inferred"),
        ("wt1999-register", "Its dates: registers ended on 1 April 2008"),
        ("wt1999-referral-decision-24h", "Mind: The 2000 Assessment Framework"),
    ],
)
def test_a_rule_asked_for_by_its_id_says_what_to_mind(run: Run, rule: str, said: str) -> None:
    assert said in " ".join(run("guidance", "--rule", rule).text.split())
    assert said not in " ".join(run("guidance", "--edition", rule.partition("-")[0]).text.split())


def test_two_editions_side_by_side(run: Run) -> None:
    changes = run("guidance", "--differences", "wt2010", "wt2013", "--json").data["changes"]
    assert {change["kind"] for change in changes} >= {"time", "new", "gone"}
    assert "Another time: " in run("guidance", "--differences", "wt2010", "wt2013").text


@pytest.mark.parametrize(
    ("rule", "begun", "due"),
    [
        ("wt2010-icpc-15wd", "2011-04-18", "2011-05-13T23:59"),
        ("initial_conference_timescale", "2011-04-18", "2011-05-13T23:59"),
        ("wt2010-referral-written", "2011-09-05T10:55", "2011-09-07T10:55"),
        ("wt2015-conference-report-3wd", "2016-04-18", "2016-04-13T23:59"),
    ],
)
def test_when_something_falls_due(run: Run, rule: str, begun: str, due: str) -> None:
    answer = run("guidance", "--rule", rule, "--due-from", begun, "--json").data
    assert answer["due"] == due and answer["counting"]
    assert run("guidance", "--rule", rule, "--due-from", begun).code == 0


def test_a_topic_is_counted_by_the_rule_of_its_day(run: Run) -> None:
    words = ("guidance", "--rule", "initial_conference_timescale", "--json", "--due-from")
    editions = [run(*words, day).data["rule"]["edition"] for day in ("2008-01-07", "2019-01-07")]
    assert editions == ["wt2006", "wt2018"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--rule", "nothing-like-it"), "There is no rule “nothing-like-it”"),
        (("--edition", "wt2011"), "Did you mean"),
        (("--differences", "wt2010", "wt2011"), "Did you mean"),
        (("--due-from", "2011-04-18"), "--due-from needs --rule"),
        (("--rule", "wt2010-icpc-15wd", "--due-from", "18 April"), "“18 April” is not a day"),
        (("--rule", "record_the_decision", "--due-from", "2011-04-18"), "has no timescale"),
        (("conference", "--rule", "wt2010-icpc-15wd"), "three questions"),
    ],
)
def test_questions_that_cannot_be_answered(run: Run, words: tuple[str, ...], said: str) -> None:
    refused = run("guidance", *words)
    assert refused.code == 2 and said in refused.err


def test_the_example_in_its_help_works(run: Run) -> None:
    example = re.search(r"Example: simulator (.+(?:\n  .+)?)", run("guidance", "--help").text)
    assert example is not None
    shown = run(*example[1].split())
    assert shown.code == 0 and "Due: Fri 13 May 2011" in shown.text
