"""What came over from the facts, and what no rule of a pack may do."""

from __future__ import annotations

from collections import Counter

import pytest

from scoring.guidance import FAMILIES, FORCE_WORDS, Guidance, Rule
from scoring.guidance.checking import check, disagreements
from scoring.guidance.vocabulary import DOMAINS


def test_the_files_agree_with_one_another(guidance: Guidance) -> None:
    assert list(disagreements(guidance)) == []
    check(guidance)


def test_all_the_rules_came_over(guidance: Guidance) -> None:
    rules = guidance.all_rules()
    assert len(rules) == 610
    assert Counter(rule.confidence for rule in rules) == {"verified": 567, "memory": 43}
    assert len(guidance.editions()) == 40
    assert len(guidance.bases()) == 31
    assert len(guidance.sources()) == 402
    assert sum(rule.timescale is not None for rule in rules) == 132
    assert sum(bool(rule.reference) for rule in rules) == 242
    assert {rule.domain for rule in rules} == set(DOMAINS)
    assert {edition.family for edition in guidance.editions()} == set(FAMILIES)


def test_a_recalled_rule_never_makes_a_red_line(guidance: Guidance) -> None:
    recalled = [rule for rule in guidance.all_rules() if not rule.verified]
    assert recalled
    assert not any(rule.may_be_red_line for rule in recalled)


def test_examples_of_single_boards_never_do_unless_adopted(guidance: Guidance) -> None:
    local = [rule for rule in guidance.all_rules() if rule.force == "local"]
    assert len(local) == 140
    assert not any(rule.may_be_red_line for rule in local)
    assert all(rule.begins is None for rule in guidance.rules("local-practice").values())


def test_what_was_not_seen_to_begin_is_never_in_force(guidance: Guidance) -> None:
    undated = {rule.id for rule in guidance.all_rules() if rule.begins is None}
    assert {
        "ca2004-16la-duty-to-share",
        "csa-mandatory-report-pending",
        "encompass-statutory",
        "is2026-statutory-guidance",
        "duaa2025-safeguarding-rli",
    } <= undated
    assert not any(guidance.rule(name).may_be_red_line for name in undated)


def test_a_verified_rule_names_where_it_was_seen(guidance: Guidance) -> None:
    for rule in guidance.all_rules():
        if rule.verified:
            assert rule.sources, rule.id
            assert all(source.title for source in rule.sources)
        assert rule.force_word in ("must", "should", "advice", "local")
        assert rule.force in FORCE_WORDS


@pytest.mark.parametrize(
    ("rule", "role", "binds"),
    [
        ("ca1989-s47-duty", "social_worker", True),
        ("ca1989-s47-duty", "gp", False),  # never tell a GP that section 47 compels them personally
        ("gmc-32-tell-promptly", "gp", True),
        ("is2008-golden-rule-7-record", "housing_officer", True),  # all
    ],
)
def test_a_rule_binds_those_it_speaks_to(guidance: Guidance, rule: str, role: str, binds: bool) -> None:
    assert guidance.rule(rule).binds(role) is binds


def test_no_rule_names_a_child_whose_case_was_in_the_news(guidance: Guidance) -> None:
    texts = " ".join(f"{rule.text} {rule.caveat}" for rule in guidance.all_rules()).lower()
    assert not any(name in texts for name in ("climbi", "khan", "connelly", "pelka", "labinjo", "baby p"))


def test_rules_keep_their_order(guidance: Guidance) -> None:
    rules = list(guidance.rules("wt2010").values())
    assert isinstance(rules[0], Rule)
    assert rules[0].id == "wt2010-initial-assessment-10wd"


def test_where_a_source_was_read_is_an_address_or_said_in_words_that_a_trainer_can_use(
    guidance: Guidance,
) -> None:
    told = [source.url for source in guidance.sources().values() if source.url and "://" not in source.url]
    assert len(told) == 4
    assert all("seen in a public index" in url and not any(map(str.isdigit, url)) for url in told)
