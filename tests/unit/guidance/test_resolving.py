"""What a topic says on a day: windows, families, a board's own layer, and which rule sets the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scoring.errors import NotInGuidance
from scoring.guidance import NATIONAL, Guidance, LocalLayer, Rule, Timescale, Topic, clock_of
from scoring.guidance.board import Board

SEPTEMBER = date(2011, 9, 5)
WAITING = {
    "duty_to_share",
    "multi_agency_child_protection_team",
    "abuse_reporting_pending",
    "abuse_reporting_pending_timescale",
    "police_school_notice_duty",
    "gp_yearly_update",
}
"""Topics of laws and standards whose first day was not seen."""


def said(guidance: Guidance, topic: str, on: date, local: LocalLayer = NATIONAL, *families: str) -> list[str]:
    return [rule.id for rule in guidance.resolve(topic, on, families or None, local)]


def some_day(guidance: Guidance, topic: Topic) -> date | None:
    return next((day for name in topic.rule_ids if (day := guidance.rule(name).begins)), None)


def test_every_topic_resolves_somewhere(guidance: Guidance, board: Board) -> None:
    waiting = set()
    for topic in guidance.topics().values():
        day = some_day(guidance, topic)
        if day is not None:
            assert said(guidance, topic.id, day), topic.id
        else:
            everything = LocalLayer(frozenset(topic.rule_ids))
            assert said(guidance, topic.id, SEPTEMBER, everything) != [], topic.id
            if not any(
                said(guidance, topic.id, on, board.local_on(on)) for on in (SEPTEMBER, date(2020, 6, 1))
            ):
                waiting.add(topic.id)
    assert waiting - {"child_seen_timescale"} == WAITING


def test_an_edition_counts_from_its_first_day_to_its_last(guidance: Guidance) -> None:
    topic = "decision_on_referral"
    assert said(guidance, topic, date(2010, 3, 16)) == ["wt2006-decision-1wd"]
    assert said(guidance, topic, date(2010, 3, 17)) == ["wt2010-decision-1wd"]
    assert said(guidance, topic, date(2013, 4, 14)) == ["wt2010-decision-1wd"]
    assert said(guidance, topic, date(1999, 11, 30)) == []


def test_only_families_the_case_names_count(guidance: Guidance) -> None:
    everything = said(guidance, "consent_or_public_interest", date(2013, 1, 7))
    named = said(guidance, "consent_or_public_interest", date(2013, 1, 7), NATIONAL, "information sharing")
    assert named == ["is2008-golden-rule-4-consent-or-public-interest"]
    assert set(named) < set(everything)


def test_what_binds_most_comes_first(guidance: Guidance) -> None:
    found = guidance.resolve("lawful_basis", date(2019, 5, 1))
    assert found[0].force == "statute"
    assert [rule.force_word for rule in found] == ["must", "must", "advice"]


def test_another_word_for_a_topic_finds_it(guidance: Guidance) -> None:
    assert guidance.topic("written_referral").id == "referral_confirmed_in_writing"
    assert said(guidance, "written_referral", SEPTEMBER) == ["wt2010-referral-written"]


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (lambda g: g.topic("s47_dutty"), "s47_duty"),
        (lambda g: g.rule("wt2010-icpc-15d"), "wt2010-icpc-15wd"),
        (lambda g: g.edition("wt2011"), "wt201"),
        (lambda g: g.edition_in_force("working togehter", SEPTEMBER), "working together"),
        (lambda g: g.resolve("decision_on_referal", SEPTEMBER), "decision_on_referral"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(guidance: Guidance, ask: object, near: str) -> None:
    with pytest.raises(NotInGuidance) as refused:
        ask(guidance)  # type: ignore[operator]
    assert near in refused.value.remedy


def test_an_adopted_rule_counts_whatever_its_dates_and_the_cases_families(guidance: Guidance) -> None:
    adopted = LocalLayer(frozenset({"local-nonmobile-refer-at-once"}))
    found = guidance.resolve("nonmobile_injury", SEPTEMBER, ["working together"], adopted)
    assert [rule.id for rule in found] == ["local-nonmobile-refer-at-once"]
    assert found[0].adopted
    assert found[0].may_be_red_line
    assert found[0].force_word == "local"
    assert said(guidance, "nonmobile_injury", SEPTEMBER) == []


def test_a_national_rule_adopted_outside_its_edition_is_shown_as_local(guidance: Guidance) -> None:
    adopted = LocalLayer(frozenset({"wt2006-feedback-referrer"}))
    inside = guidance.resolve("feedback_to_referrer", date(2007, 9, 3), local=adopted)
    outside = guidance.resolve("feedback_to_referrer", date(2014, 9, 1), local=adopted)
    assert [rule.force_word for rule in inside] == ["should"]
    assert [rule.force_word for rule in outside] == ["local"]
    assert outside[0].may_be_red_line


def test_what_two_editions_say_in_the_same_words_is_said_once(guidance: Guidance) -> None:
    adopted = LocalLayer(frozenset({"wt2006-listen-not-lead"}))
    found = guidance.resolve("listen_not_lead", date(2011, 9, 5), local=adopted)
    assert [(rule.id, rule.force_word) for rule in found] == [("wt2010-listen-not-lead", "should")]


def own(name: str, timescale: Timescale | None) -> Rule:
    return Rule(
        id=name,
        edition="here",
        family="local practice",
        domain="referral",
        roles=("all",),
        text="As we do it here.",
        force="local",
        confidence="verified",
        begins=date.min,
        ends=None,
        timescale=timescale,
        adopted=True,
    )


def test_a_boards_own_rule_stands_beside_the_national_one(guidance: Guidance) -> None:
    layer = LocalLayer(own=(("written_referral", own("ours", None)),))
    assert said(guidance, "referral_confirmed_in_writing", SEPTEMBER, layer) == [
        "wt2010-referral-written",
        "ours",
    ]


@pytest.mark.parametrize(("hours", "expected"), [(24, "ours"), (72, "wt2010-referral-written")])
def test_a_local_time_may_tighten_and_never_loosens(guidance: Guidance, hours: int, expected: str) -> None:
    ours = own("ours", Timescale(hours, "hours", "telephone_referral", "written_referral"))
    national = guidance.resolve("referral_confirmed_in_writing", SEPTEMBER)
    found = clock_of((*national, ours))
    assert found is not None
    assert found.id == expected


def test_for_a_least_time_the_longer_is_the_tighter() -> None:
    short = own("short", Timescale(2, "calendar_days", "report_to_family", "initial_conference", "min"))
    long = own("long", Timescale(3, "working_days", "report_to_family", "initial_conference", "min"))
    for rules in ((short, long), (long, short)):
        found = clock_of(rules)
        assert found is not None
        assert found.id == "long"


def test_an_example_nobody_adopted_sets_no_clock(guidance: Guidance) -> None:
    ours = replace(
        own("ours", Timescale(24, "hours", "telephone_referral", "written_referral")), adopted=False
    )
    assert clock_of((ours,)) is None
    assert clock_of(guidance.resolve("referral_confirmed_in_writing", date(2016, 5, 5))) is None


def test_a_clock_counts_only_for_roles_it_binds(guidance: Guidance) -> None:
    rules = guidance.resolve("decision_on_referral", SEPTEMBER)
    assert clock_of(rules, "social_work_manager") == rules[0]
    assert clock_of(rules, "gp") is None


def test_an_edition_in_force_is_the_latest_of_those_that_add_up(guidance: Guidance) -> None:
    current = {
        family: guidance.edition_in_force(family, SEPTEMBER)
        for family in ("children acts", "caldicott", "ico")
    }
    assert [edition and edition.id for edition in current.values()] == ["ca2004", "caldicott", None]
    assert guidance.edition_in_force("working together", date(1999, 11, 30)) is None


def test_the_bases_of_a_day(guidance: Guidance) -> None:
    before, after = (
        {basis.id: basis for basis in guidance.bases_on(on)} for on in (SEPTEMBER, date(2019, 5, 1))
    )
    assert before["consent"].fact == "base-98-consent"
    assert after["consent"].fact == "base-18-consent"
    assert "public_interest" in before
    assert "public_interest" in after
    assert before["public_interest"].protecting
    assert not before["consent"].protecting
    assert "safeguarding_condition" in after
    assert "safeguarding_condition" not in before
    assert "index_look_up" in {basis.id for basis in guidance.bases_on(date(2009, 6, 1))}
    assert "duty_to_share" not in {basis.id for basis in guidance.bases_on(date(2030, 1, 1))}


def test_a_rulebook_holds_what_one_case_uses(guidance: Guidance, board: Board) -> None:
    topics = ("s47_duty", "nonmobile_injury", "duty_to_share")
    book = guidance.rulebook(topics, SEPTEMBER, ["children acts"], board.local_on(SEPTEMBER))
    assert tuple(book.topics) == topics
    assert [rule.id for rule in book.topics["s47_duty"]] == ["ca1989-s47-duty", "ca1989-s47-purpose"]
    assert all(rule.adopted for rule in book.topics["nonmobile_injury"])
    assert book.topics["duty_to_share"] == ()
    assert book.editions["working together"] == "wt2010"
    assert book.begun["wt2006"] == date(2006, 4, 10)
    assert "wt2013" not in book.begun
    assert "public_interest" in book.protecting
    assert not book.has_index
    assert book.titles["nonmobile_injury"] == guidance.topic("nonmobile_injury").title
    clocks = guidance.rulebook(("decision_on_referral",), SEPTEMBER).milestones
    assert set(clocks) == {"referral_received", "referral_decision"}
