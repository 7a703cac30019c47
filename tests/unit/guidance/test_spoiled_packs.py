"""Files of the guidance that say something wrong are refused with a sentence that names the place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scoring.errors import FileMistakes, GuidanceError
from scoring.guidance import Guidance
from scoring.guidance.checking import check
from tests.unit.guidance.conftest import Spoil

WT2010 = "packs/wt2010.yaml"

REFUSED_WHEN_READ = [
    (
        "domain: timeliness",
        "domain: punctuality",
        "“domain” of “wt2010-initial-assessment-10wd” does not know “punctuality”",
    ),
    ("force: statutory guidance", "force: strong", "does not know “strong”"),
    ("force: statutory guidance", "force: statutory guidence", "Did you mean “statutory guidance”?"),
    (
        "roles: [social_worker, social_work_manager]",
        "roles: [social_worker, wizard]",
        "does not know “wizard”",
    ),
    ("roles: [social_worker, social_work_manager]", "roles: []", "binds nobody"),
    ("value: 10, unit: working days", "value: ten, unit: working days", "a whole number from 1 to 999"),
    ("value: 10, unit: working days", "value: 10, unit: full moons", "does not know “full moons”"),
    ("value: 10, unit: working days", "value: 10, unit: promptly", "Leave the value out."),
    ("value: 10, unit: working days", "unit: working days", "needs “value”"),
    ("confidence: verified", "confidence: certain", "does not know “certain”"),
    ("evidence: ", "evidance: ", "does not know “evidance”"),
    (
        "from: referral_received, to: initial_assessment_complete",
        "to: initial_assessment_complete",
        "needs “from”",
    ),
    ("    text: The initial", "    text: ''\n    more: The initial", "needs “text”"),
    ("in force: {from: 2009-12-01", "in force: {from: 2009-13-01", "“2009-13-01” is not a date"),
    ("in force: {from: 2009-12-01", "in force: {to: 2009-01-01, from: 2009-12-01", "ends before it begins"),
    ("  wt2010-local-may-stay-at-7:", "  wt2010-initial-assessment-10wd:", "stands here twice"),
    ("domain: timeliness", "domain: &x timeliness", "“&” and “*” are not used here"),
    ("domain: timeliness", "domain: !!str timeliness", "“!” is not used here"),
    ("domain: timeliness", "domain: *x", "“&” and “*” are not used here"),
    ("domain: timeliness", "domain: [a, b", "The file cannot be read here"),
    ("domain: timeliness", "domain: {a: b}", "“domain” of “wt2010-initial-assessment-10wd” is plain words"),
]


@pytest.mark.parametrize(("old", "new", "said"), REFUSED_WHEN_READ)
def test_a_spoiled_rule_is_refused_when_its_pack_is_read(spoil: Spoil, old: str, new: str, said: str) -> None:
    guidance = spoil(WT2010, old, new)
    with pytest.raises(FileMistakes) as refused:
        guidance.rules("wt2010")
    assert said in str(refused.value)
    assert all(problem.file == "wt2010.yaml" and problem.line > 1 for problem in refused.value.problems)


def test_a_mistake_is_named_at_its_own_line(spoil: Spoil) -> None:
    guidance = spoil(WT2010, "value: 10, unit: working days", "value: 0, unit: working days")
    with pytest.raises(FileMistakes) as refused:
        guidance.rules("wt2010")
    lines = (guidance.folder / WT2010).read_text(encoding="utf-8").splitlines()
    (problem,) = refused.value.problems
    assert "value: 0" in lines[problem.line - 1]
    assert lines[problem.line - 1][problem.column - 1 :].startswith("value: 0")


def test_all_mistakes_of_a_pack_are_named_at_once(spoil: Spoil) -> None:
    spoil(WT2010, "force: statutory guidance", "force: strong")
    guidance = spoil(WT2010, "confidence: verified", "confidence: certain")
    with pytest.raises(FileMistakes) as refused:
        guidance.rules("wt2010")
    assert len(refused.value.problems) == 2
    assert "2 mistakes" in refused.value.message


def test_a_source_that_is_not_there_is_named(spoil: Spoil) -> None:
    guidance = spoil("sources.yaml", "\nfgm-gov:", "\nfgm-government:")
    with pytest.raises(FileMistakes, match="no source “fgm-gov”"):
        guidance.rules("statute-other")


HEADS = [
    ("family: working together", "family: working apart", "does not know “working apart”"),
    ("series: successive", "series: endless", "does not know “endless”"),
    ("edition: wt2010", "edition: wt2011", "The pack wt2010.yaml says it is “wt2011”"),
    ("to: 2013-04-14", "to: 2009-04-14", "ends before it begins"),
    ("from: 2010-03-17", "from: last spring", "“last spring” is not a date"),
    ("board: LSCB", "board: council", "does not know “council”"),
]


@pytest.mark.parametrize(("old", "new", "said"), HEADS)
def test_a_spoiled_head_is_refused_before_anything_else(spoil: Spoil, old: str, new: str, said: str) -> None:
    guidance = spoil(WT2010, old, new)
    with pytest.raises(GuidanceError) as refused:
        guidance.editions()
    assert said in str(refused.value)


DISAGREE = [
    (WT2010, "from: 2010-03-17", "from: 2010-03-16", "wt2006 has not ended when wt2010 begins."),
    (WT2010, "first rule from: 2009-12-01\n", "", "The head of wt2010 does not reach as far as its rule"),
    (WT2010, "  wt2010-initial-assessment-10wd:", "  wt2010-other:", "which is not there"),
    (WT2010, "from: referral_received,", "from: once_upon_a_time,", "“once_upon_a_time”, no milestone"),
    ("topics.yaml", "also: [written_referral]", "also: [s47_duty]", "“s47_duty” means 2 topics."),
    (
        "topics.yaml",
        "wt2006: wt2006-referral-written\n",
        "wt2010: wt2006-referral-written\n",
        "stands here twice",
    ),
    (
        "topics.yaml",
        "    wt2010: wt2010-referral-written\n",
        "",
        "No topic holds the rule “wt2010-referral-written”.",
    ),
    (
        "topics.yaml",
        "ca1989: ca1989-s17-10-child-in-need",
        "ca2004: ca1989-s17-10-child-in-need",
        "under ca2004",
    ),
    (
        "topics.yaml",
        "referral_acknowledged:\n",
        "referral_acknowledgd:\n",
        "names no topic “referral_acknowledged”",
    ),
    ("topics.yaml", "keep_it_secure:\n", "keep_it_secure:\n  kind: timescale\n", "no rule of it has one"),
    (
        "milestones.yaml",
        "also reached by: [referral_decision]",
        "also reached by: [later]",
        "“later”, which is not",
    ),
    ("bases.yaml", "sources: [dpa98-scot, dpa98-cond]", "sources: [dpa98]", "names no source “dpa98”"),
    (
        "differences.yaml",
        "wt2013-no-separate-assessments]",
        "wt2013-none]",
        "“wt2013-none”, which is not there",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), DISAGREE)
def test_files_that_disagree_are_found(spoil: Spoil, file: str, old: str, new: str, said: str) -> None:
    guidance = spoil(file, old, new)
    with pytest.raises(GuidanceError) as refused:
        check(guidance)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "wt2010: wt2010-decision-1wd",
            "wt2010: wt2010-decision-2wd",
            "names the rule “wt2010-decision-2wd”",
        ),
        ("wt2010: wt2010-decision-1wd", "wt2011: wt2010-decision-1wd", "names the edition “wt2011”"),
    ],
)
def test_a_topic_that_names_nothing_is_refused_when_cited(
    spoil: Spoil, old: str, new: str, said: str
) -> None:
    guidance = spoil("topics.yaml", old, new)
    with pytest.raises(GuidanceError) as refused:
        guidance.resolve("decision_on_referral", date(2011, 9, 5))
    assert said in str(refused.value)


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match="no edition"):
        Guidance(tmp_path).editions()


def test_a_missing_file_is_refused(spoil: Spoil) -> None:
    guidance = spoil("topics.yaml", "s17_duty", "s17_duty")
    (guidance.folder / "topics.yaml").unlink()
    with pytest.raises(GuidanceError, match=r"topics\.yaml, cannot be read"):
        guidance.topics()
