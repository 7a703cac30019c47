"""Searching, histories and two editions side by side."""

from __future__ import annotations

import pytest

from scoring.guidance import Guidance
from scoring.guidance.comparing import Step


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("ring back caller", "gmc-48-verify-caller"),
        ("CONTACTPOINT shielding", "contactpoint-shielding"),
        ("who may lead a child in need", "wt2023-lead-practitioner"),
        ("great-aunt cousin", "pf-close-relatives-excluded"),
        ("registers ended", "wt2006-register-ends-2008"),
    ],
)
def test_the_best_match_comes_first(guidance: Guidance, words: str, first: str) -> None:
    assert guidance.search(words)[0].id == first


def test_the_beginning_of_a_word_finds_it_and_small_words_do_not_count(guidance: Guidance) -> None:
    assert "wt2006-lado-1wd" in {rule.id for rule in guidance.search("allegations")}
    assert guidance.search("the of and") == ()
    assert guidance.search("") == ()
    assert guidance.search("zebra crossing") == ()


def steps(found: tuple[Step, ...]) -> list[str]:
    return [step.edition.id for step in found]


def test_a_history_goes_from_the_oldest_edition_to_the_newest(guidance: Guidance) -> None:
    told = guidance.history("initial_conference_timescale")
    assert steps(told) == ["wt1999", "wt2006", "wt2010", "wt2013", "wt2015", "wt2018", "wt2023"]
    assert guidance.history("wt2015-icpc-15wd") == told


def test_a_rule_in_several_topics_is_told_by_its_timescale(guidance: Guidance) -> None:
    assert guidance.history("gmc-49-relevant-not-whole-record")[0].topic.id in (
        "third_party_facts",
        "relevant_not_whole_record",
    )
    assert guidance.history("wt2018-assessment-45wd")[0].topic.id == "single_assessment_timescale"


def test_two_editions_side_by_side(guidance: Guidance) -> None:
    found = guidance.differences("wt2006", "wt2010")
    kinds = {change.topic.id: change.kind for change in found.changes}
    assert kinds["initial_assessment_timescale"] == "time"
    assert kinds["review_complete_timescale"] == "time"
    assert "initial_conference_timescale" not in kinds  # the clock stayed
    assert kinds["conference_quorum"] == "gone"
    assert kinds["marac_purpose"] == "new"
    assert found.changes[0].kind == "time"
    assert {item.id for item in found.stated} >= {"assessment_clock", "whole_assessment", "scr_length"}
    assert "fgm" not in {item.id for item in found.stated}


def test_an_edition_beside_itself_differs_in_nothing(guidance: Guidance) -> None:
    found = guidance.differences("wt2010", "wt2010")
    assert (found.changes, found.stated) == ((), ())
