"""One case under several editions: every stated difference, and what never changes, proved from the packs."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from scoring.calendar import add_working_days, due
from scoring.guidance import Difference, LocalLayer, Rule, Timescale, clock_of, library
from scoring.guidance.board_reading import load_board

GUIDANCE = library()
IN_1999, IN_2006, IN_2010 = date(2003, 9, 1), date(2007, 9, 3), date(2011, 9, 5)
IN_2013, IN_2015, IN_2018 = date(2014, 9, 1), date(2016, 9, 5), date(2019, 9, 2)
IN_2023, IN_2026 = date(2024, 9, 2), date(2027, 3, 1)
ONE_DAY = timedelta(days=1)


def said(topic: str, on: date, *adopted: str) -> set[str]:
    return {rule.id for rule in GUIDANCE.resolve(topic, on, local=LocalLayer(frozenset(adopted)))}


def clock(topic: str, on: date, *adopted: str) -> Timescale | None:
    rule = clock_of(GUIDANCE.resolve(topic, on, local=LocalLayer(frozenset(adopted))))
    return rule.timescale if rule else None


def deadline(topic: str, begun: date, *adopted: str) -> date:
    timescale = clock(topic, begun, *adopted)
    assert timescale is not None
    at = due(datetime.combine(begun, time(10)), timescale).at
    assert at is not None
    return at.date()


def in_time(topic: str, begun: date, done: date, *adopted: str) -> bool:
    return done <= deadline(topic, begun, *adopted)


def test_every_stated_difference_is_proved_here() -> None:
    proved = {
        name.removeprefix("test_difference_") for name in globals() if name.startswith("test_difference_")
    }
    assert proved == {item.id for item in GUIDANCE.stated_differences()}
    assert len(proved) == 32


@pytest.mark.parametrize("item", GUIDANCE.stated_differences(), ids=lambda item: item.id)
def test_an_answer_holds_on_its_days_and_one_that_waits_on_none(item: Difference) -> None:
    for answer in item.answers:
        dated = answer.begins or answer.ends
        assert not (dated and answer.waiting)
        assert not (answer.begins and answer.ends) or answer.begins <= answer.ends
    assert len({answer.when for answer in item.answers}) == len(item.answers) > 1


def test_difference_assessment_clock() -> None:
    topic = "initial_assessment_timescale"
    late = [in_time(topic, begun, add_working_days(begun, 9)) for begun in (IN_1999, IN_2006, IN_2010)]
    assert late == [False, False, True]
    assert not in_time(topic, IN_2010, add_working_days(IN_2010, 9), "wt2010-local-may-stay-at-7")
    assert [clock(topic, on) for on in (IN_2013, IN_2015, IN_2018, IN_2023)] == [None] * 4
    assert "wt2013-no-separate-assessments" in said("initial_assessment_clock", IN_2013)


def test_difference_whole_assessment() -> None:
    for begun, allowed in ((IN_2006, 42), (IN_2010, 45)):
        first = deadline("initial_assessment_timescale", begun)
        assert deadline("core_assessment_timescale", first) == add_working_days(begun, allowed)
    assert deadline("single_assessment_timescale", IN_2013) == add_working_days(IN_2013, 45)


def test_difference_overrun() -> None:
    before = clock("core_assessment_timescale", IN_2010)
    assert before is not None
    assert not before.reasons_excuse
    for on in (IN_2013, IN_2015, IN_2018, IN_2023):
        after = clock("single_assessment_timescale", on)
        assert after is not None
        assert after.reasons_excuse
    assert said("assessment_over_time_reasons", IN_2010) == set()
    assert said("assessment_over_time_reasons", IN_2013) == {"wt2013-over-45-record-why"}


def test_difference_written_referral() -> None:
    topic, monday = "referral_confirmed_in_writing", date(2011, 9, 5)
    thursday = monday + 3 * ONE_DAY
    for begun in (IN_1999, IN_2006, IN_2010):
        assert not in_time(topic, begun, begun + (thursday - monday))
    for on in (IN_2013, IN_2015, IN_2018, IN_2023):
        assert clock(topic, on) is None
        assert not in_time(topic, on, on + 3 * ONE_DAY, "local-48h-form")
        assert deadline(topic, on, "local-24h-marf") == on + ONE_DAY


def test_difference_silence_after_referral() -> None:
    for on in (IN_2006, IN_2010):
        assert deadline("referral_acknowledged", on) == add_working_days(on, 1)
        assert deadline("referrer_chases", on) == add_working_days(on, 3)
    assert "wt2018-acknowledge-and-decide-1wd" in said("referral_acknowledged", IN_2018)
    assert "wt2018-acknowledge-and-decide-1wd" in said("decision_on_referral", IN_2018)
    assert "wt2018-referrer-follows-up" in said("referrer_chases", IN_2018)
    assert clock("referrer_chases", IN_2018) is None


def test_difference_register_or_plan() -> None:
    ends = date(2008, 4, 1)
    for on in (IN_1999, IN_2006, ends - ONE_DAY):
        assert "wt1999-register" in said("register_or_plan", on)
        assert "wt2006-register-ends-2008" not in said("register_or_plan", on)
    for on in (ends, IN_2010, IN_2023):
        assert "wt1999-register" not in said("register_or_plan", on)
        assert "wt2006-register-ends-2008" in said("register_or_plan", on)


def test_difference_health_at_strategy() -> None:
    assert said("strategy_discussion_members", IN_2006) == {"wt2006-strategy-trigger"}
    assert {rule.force_word for rule in GUIDANCE.resolve("strategy_discussion_members", IN_2010)} == {"local"}
    assert "wt2013-strategy-health" in said("strategy_discussion_members", IN_2013)
    assert "wt2018-strategy-minimum" in said("strategy_discussion_members", IN_2018)
    assert "wt2023-strategy-minimum" in said("strategy_discussion_members", IN_2023)


def test_difference_scr_serious_harm() -> None:
    assert "wt2006-scr-consider-serious-harm" in said("review_criteria", IN_2006)
    assert "wt2006-scr-consider-serious-harm" not in said("review_criteria", IN_2013)
    assert "wt2013-scr-must" in said("review_criteria", IN_2013)
    assert said("review_criteria", IN_2018) == {"ca2004-s16c-notify-panel"}
    assert deadline("notify_serious_incident", IN_2018) == add_working_days(IN_2018, 5)
    assert deadline("rapid_review_timescale", IN_2018) == add_working_days(IN_2018, 15)


def test_difference_scr_length() -> None:
    topic = "review_complete_timescale"
    assert deadline(topic, date(2009, 11, 30)) == date(2010, 3, 30)
    assert deadline(topic, date(2009, 12, 1)) == date(2010, 6, 1)
    assert said("review_extension", date(2009, 12, 1)) == {"wt2010-scr-extension"}
    for on in (IN_2010, IN_2013, IN_2015, IN_2018):
        timescale = clock(topic, on)
        assert timescale is not None
        assert (timescale.value, timescale.unit) == (6, "months")


def test_difference_who_is_told_of_incident() -> None:
    for on in (IN_2006, IN_2010, IN_2013):
        assert clock("notify_serious_incident", on) is None
    told = [clock("notify_serious_incident", on) for on in (IN_2015, IN_2018, IN_2023)]
    assert [t.ends for t in told if t] == ["ofsted_and_lscb_notified", "panel_notified", "panel_notified"]
    assert {t.in_words for t in told if t} == {"5 working days"}


def test_difference_rapid_review_start() -> None:
    before, after = (clock("rapid_review_timescale", on) for on in (IN_2018, IN_2023))
    assert before is not None
    assert after is not None
    milestones = GUIDANCE.milestones()
    assert "local_authority_aware" in (before.begins, *milestones[before.begins].also)
    assert "panel_notified" in (after.begins, *milestones[after.begins].also)


def test_difference_child_death_body() -> None:
    starts = date(2008, 4, 1)
    assert said("child_death_review_all", IN_1999) == set()
    assert said("child_death_review_all", starts - ONE_DAY) == {"wt2006-child-death-optional-2006-08"}
    assert said("rapid_response", starts - ONE_DAY) == set()
    assert "wt2006-cdop-all-deaths" in said("child_death_review_all", starts)
    assert "wt2006-rapid-response" in said("rapid_response", starts)
    assert "wt2015-cdop-statutory-purposes" in said("child_death_review_all", IN_2015)
    assert said("child_death_review_all", IN_2018) == {"wt2018-cdr-partners"}
    assert "wt2018-joint-agency-response" in said("rapid_response", IN_2018)


def test_difference_unexpected_or_jar() -> None:
    assert said("unexpected_death_definition", date(2009, 6, 1)) == {"wt2006-unexpected-death-definition"}
    assert said("unexpected_death_definition", IN_2018) == {"wt2018-joint-agency-response"}
    assert clock("unexpected_death_definition", date(2009, 6, 1)) is None


def test_difference_lado_off_duty() -> None:
    added = date(2020, 12, 1)
    assert said("allegation_tests", added - ONE_DAY) == set()
    assert said("allegation_tests", added) == {"wt2018-lado-criterion-4"}
    assert said("allegation_tests", IN_2006) == {"wt2006-lado-criteria-3"}


def test_difference_consent_rule() -> None:
    expected = {
        IN_2006: "is2006-key-point-3-override",
        IN_2010: "is2008-golden-rule-4-consent-or-public-interest",
        IN_2015: "is2015-golden-rule-4-consent-or-good-reason",
        IN_2018: "is2018-golden-rule-4-lawful-basis",
        IN_2023: "is2024-golden-rule-3-consent-not-needed",
    }
    for on, rule in expected.items():
        found = GUIDANCE.resolve("consent_or_public_interest", on, ["information sharing"])
        assert [item.id for item in found] == [rule]
    assert said("duty_to_share", IN_2026) == set()


def test_difference_rule_one() -> None:
    first = [said("golden_rule_one", on) for on in (IN_2006, IN_2010, IN_2015, IN_2018, IN_2023)]
    assert first == [
        set(),
        {"is2008-golden-rule-1-dpa-framework"},
        {"is2015-golden-rule-1-law-not-barrier"},
        {"is2018-golden-rule-1-law-not-barrier"},
        {"is2024-golden-rule-1-protection-before-privacy"},
    ]


def test_difference_look_up_other_workers() -> None:
    open_, closed = date(2009, 1, 1), date(2010, 8, 6)
    has_index = [
        GUIDANCE.rulebook((), on).has_index for on in (open_ - ONE_DAY, open_, closed, closed + ONE_DAY)
    ]
    assert has_index == [False, True, True, False]
    assert "contactpoint-closed" in said("index_open_and_closed", IN_2010)
    assert said("index_purpose", IN_2010) == {"wt2010-contactpoint-caf-in-ch2"}
    assert "ca2004-16lc-consistent-identifier" not in said("childs_identifier", IN_2026)


def test_difference_sensitive_service_on_index() -> None:
    assert {"contactpoint-sensitive-services", "contactpoint-sensitive-hidden"} <= said(
        "index_sensitive_service", date(2009, 6, 1)
    )
    assert said("index_sensitive_service", date(2010, 8, 7)) == set()


def test_difference_early_help_tool() -> None:
    assert said("common_assessment_steps", IN_2010) == {"caf-four-steps"}
    assert said("common_assessment_steps", IN_2013) == set()
    assert said("early_help_by_agreement", IN_2013) == {"wt2013-early-help-agreement"}
    assert said("lead_professional", IN_2018) == {"wt2018-practitioner-language"}
    assert "wt2026-family-help" in said("early_help_by_name", IN_2026)


def test_difference_s17_lead() -> None:
    assert said("who_may_lead_child_in_need", IN_2018) == set()
    assert said("who_may_lead_child_in_need", IN_2023) == {
        "wt2023-lead-practitioner",
        "wt2023-cp-lead-is-social-worker",
    }


def test_difference_who_to_escalate_to() -> None:
    above = {on: said("who_is_above_the_agencies", on) for on in (IN_1999, IN_2006, IN_2018, IN_2023)}
    assert above[IN_1999] == {"wt1999-acpc"}
    assert "wt2006-lscb-functions" in above[IN_2006]
    assert "wt2018-three-partners" in above[IN_2018]
    assert above[IN_2023] == {"wt2023-lead-partners"}


def test_difference_file_transfer() -> None:
    starts = date(2022, 9, 1)
    assert said("file_follows_the_pupil", starts - ONE_DAY) == set()
    friday = date(2022, 9, 9)
    assert not in_time("file_follows_the_pupil", friday, friday + timedelta(weeks=3))
    assert in_time("file_follows_the_pupil", friday, friday + 5 * ONE_DAY)


def test_difference_fgm() -> None:
    starts = date(2015, 10, 31)
    assert said("fgm_report_to_police", starts - ONE_DAY) == set()
    found = GUIDANCE.resolve("fgm_report_to_police", starts)
    assert {rule.force_word for rule in found} == {"must"}
    assert all(rule.binds("gp") and not rule.binds("housing_officer") for rule in found)
    assert deadline("fgm_report_deadline", date(2016, 4, 29)) == date(2016, 5, 3)  # over a bank holiday


def test_difference_gp_duty() -> None:
    assert said("safeguarding_arrangements_s11", date(2004, 2, 5)) == set()
    assert "ca2004-s11-safeguarding-arrangements" in said("safeguarding_arrangements_s11", date(2005, 10, 1))
    assert "gmc-32-tell-promptly" not in said("doctor_tells_promptly", date(2012, 9, 2))
    assert "gmc-32-tell-promptly" in said("doctor_tells_promptly", date(2012, 9, 3))
    assert not any(rule.binds("gp") for rule in GUIDANCE.resolve("s47_duty", date(2012, 9, 3)))
    assert said("duty_to_share", IN_2026) == set()


def test_difference_caldicott() -> None:
    dates = (date(2012, 6, 1), date(2014, 6, 1), date(2021, 6, 1))
    assert [said("caldicott_principles", on) for on in dates] == [
        {"caldicott-1997-six"},
        {"caldicott-2013-seventh"},
        {"caldicott-2013-seventh", "caldicott-2020-eighth"},
    ]


def test_difference_police_power() -> None:
    for on in (IN_1999, IN_2010, IN_2023):
        assert said("police_protection_grounds", on) == {"ca1989-s46-police-protection-grounds"}
    assert "wt2023-epo-before-police-power" in said("order_before_police_power", IN_2023)
    assert "wt2023-epo-before-police-power" not in said("order_before_police_power", IN_2015)


def test_difference_training_group() -> None:
    assert said("training_groups", IN_2006) == {"wt2006-training-groups"}
    housing = [
        rule.id for rule in GUIDANCE.resolve("training_groups", IN_2010) if "housing_officer" in rule.roles
    ]
    assert housing == ["wt2010-training-g2"]
    assert said("training_groups", IN_2013) == {"wt2013-training-table-gone"}
    assert "ic-five-levels" in said("health_training_levels", IN_2023)


def test_difference_under13() -> None:
    assert said("under_13_sex", IN_1999) == set()
    assert said("under_13_sex", IN_2006) == {"wt2006-under13-sex"}
    assert said("under_13_sex", IN_2010) == {"wt2010-under13-sex"}


def test_difference_extra_familial() -> None:
    assert said("harm_outside_the_home", IN_2013) == set()
    assert said("harm_outside_the_home", IN_2018) == {"wt2018-outside-home"}
    assert said("harm_outside_the_home", IN_2026) == {"wt2026-hidden-harms"}


def test_difference_race() -> None:
    told = [said("challenge_racism", on) for on in (IN_2018, IN_2023, IN_2026)]
    assert told == [set(), {"wt2023-rapid-review-culture"}, {"wt2026-challenge-racism"}]


def test_difference_macpt() -> None:
    assert said("multi_agency_child_protection_team", IN_2026) == set()
    assert "ca1989-s47-duty" in said("s47_duty", IN_2026)


def test_difference_nonmobile_bruise() -> None:
    briefing, board = date(2022, 9, 29), load_board()

    def rules(on: date) -> dict[str, Rule]:
        return {rule.id: rule for rule in GUIDANCE.resolve("nonmobile_injury", on, local=board.local_on(on))}

    before, after = rules(briefing - ONE_DAY), rules(briefing)
    assert before["local-nonmobile-refer-at-once"].may_be_red_line
    assert "panel2022-nonmobile-skilled-assessment" not in before
    assert "local-nonmobile-refer-at-once" not in after
    assert "panel2022-nonmobile-skilled-assessment" in after


NEVER_CHANGE = {
    "decision_on_referral": "1 working day",
    "initial_conference_timescale": "15 working days",
    "first_core_group": "10 working days",
    "review_conference_timescale": "3 months",
    "allegation_to_designated_officer": "1 working day",
    "emergency_protection_order_length": "8 calendar days",
    "emergency_protection_extension": "7 calendar days",
    "police_protection_length": "72 hours",
}


@pytest.mark.parametrize("topic", NEVER_CHANGE)
@pytest.mark.parametrize("on", [IN_2006, IN_2010, IN_2013, IN_2015, IN_2018, IN_2023], ids=str)
def test_what_never_changed(topic: str, on: date) -> None:
    timescale = clock(topic, on)
    assert timescale is not None
    assert timescale.in_words == NEVER_CHANGE[topic]


def test_every_invariant_is_one_of_those_or_has_a_rule_in_every_edition() -> None:
    named = {topic for item in GUIDANCE.invariants() for topic in item.topics}
    assert len(GUIDANCE.invariants()) == 7
    assert named - set(NEVER_CHANGE) == {"s47_duty", "consent_or_public_interest"}
    for on in (IN_2006, IN_2010, IN_2013, IN_2015, IN_2018, IN_2023):
        assert "ca1989-s47-duty" in said("s47_duty", on)
        assert said("consent_or_public_interest", on)
