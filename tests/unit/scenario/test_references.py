"""What a case speaks of must be there: in the case itself, and in the guidance it is handed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.scenario.known import KnownIds, known_ids
from simulator.scenario.read import read_file, read_text
from simulator.scenario.references import EXPECTED

CASES = Path(__file__).parents[2] / "cases"
EVERYTHING = (CASES / "everything.yaml").read_text(encoding="utf-8")
LINES = EVERYTHING.splitlines()
KNOWN = known_ids(library())

SPOKEN_OF = [
    ("held by: class_teacher", "class_teacher", "R002"),
    ("about: [child, brother]", "brother", "R002"),
    ("needed by: [social_work_manager, school_nurse]", "school_nurse", "R002"),
    ("before: strategy_discussion_initiating_s47", "strategy_discussion_initiating_s47", "R009"),
    ("prompted by: own_words", "own_words", "R005"),
    ("never to: [mother, father, gran]", "gran", "R002"),
    ("sex: male, child of: mother", "mother", "R003"),
    ("present: [class_teacher]", "class_teacher", "R001"),
    ("- child: I done the toast", "child", "R011"),
    ("        to: [class_teacher]", "class_teacher", "R001"),
    ("as: class_teacher", "class_teacher", "R001"),
    ("tells: {mother: [own_words]}", "own_words", "R005"),
    ("then: friday", "friday", "R006"),
    ("makes good: register", "register", "R006"),
    ("gate_talk: {label: hearsay", "gate_talk", "R005"),
    ("leave out: [gran_near]", "gran_near", "R005"),
    ("child: child", "child", "R003"),
    ("to: social_work_manager", "social_work_manager", "R001"),
    ("parents: {mother: tell", "mother", "R004"),
    ("facts: [own_words, late_mornings, gate_talk]", "late_mornings", "R005"),
    ("- end: unheard", "unheard", "R007"),
    ("- scene: ring_round", "ring_round", "R006"),
    ("if: referral_received not reached", "referral_received", "R009"),
    ("of: [gp, police, school_nurse, housing_officer]", "housing_officer", "R001"),
    ("if refused: gp_again", "gp_again", "R006"),
    ("answered in: {gp: gp_answers", "gp_answers", "R006"),
    ("to: [social_work_manager, school_nurse]", "school_nurse", "R002"),
    ("- social_work_manager does not know missed_reviews", "missed_reviews", "R005"),
    ("- social_work_manager does not know missed_reviews", "social_work_manager", "R002"),
    ("- gp is a colleague", "gp", "R001"),
    ("- at least 2 of own_words, late_mornings", "late_mornings", "R005"),
    ("- did not choose register promise", "register", "R006"),
    ("- did not choose register promise", "promise", "R010"),
    ("- not marked drifted", "drifted", "R008"),
    ("- at least 1 marked: drifted, said_why_late", "said_why_late", "R008"),
    ("chair: social_work_manager", "social_work_manager", "R001"),
    ("callers_name: [mother, father]", "father", "R003"),
    ("if: playing class_teacher", "class_teacher", "R001"),
    ("- referral_received within 4 hours of concern_formed", "concern_formed", "R009"),
    ("leave out: [the_index", "the_index", "R006"),
    ("knowing: {social_work_manager: [missed_boosters]}", "missed_boosters", "R005"),
    ("marked: [found_the_record]", "found_the_record", "R008"),
    ("reasons recorded: said_why_late", "said_why_late", "R008"),
    ("expect: {ending: quick", "quick", "R007"),
    ("reached: [concern_formed", "concern_formed", "R009"),
    ("- register listen", "listen", "R010"),
    ("- on_paper best", "on_paper", "R025"),
    ("cite: s47_duty", "s47_duty", "R012"),
    ("- referral_confirmed_in_writing", "referral_confirmed_in_writing", "R012"),
    ("basis: [help_with_s47, public_interest]", "public_interest", "R013"),
    ("bases offered: [help_with_s47", "help_with_s47", "R013"),
    ("- edition is wt2010", "wt2010", "R014"),
    ("from wt2013:", "wt2013", "R014"),
    ("guidance: [working together", "working together", "R015"),
]


@pytest.mark.parametrize(
    ("line", "id", "code"), SPOKEN_OF, ids=[f"{line.strip()} {id}" for line, id, _ in SPOKEN_OF]
)
def test_an_id_that_is_nowhere_is_told_where_it_stands_with_what_was_meant(
    line: str, id: str, code: str
) -> None:
    number = next(n for n, text in enumerate(LINES) if line in text)
    at = LINES[number].rindex(id)
    wrong = [*LINES]
    wrong[number] = f"{wrong[number][:at]}{id}x{wrong[number][at + len(id) :]}"

    found = [
        each
        for each in read_text("\n".join(wrong) + "\n", "a.yaml", KNOWN).diagnostics
        if each.place[1:] == (number + 1, at + 1)
    ]

    assert [each.code for each in found if each.code != "F036"] == [code]
    told = " ".join(each.remedy for each in found)
    assert f"Did you mean “{id}”" in told


def test_every_sort_of_id_is_tried_above() -> None:
    assert {entry.code for entry in EXPECTED.values()} <= {code for _, _, code in SPOKEN_OF}


def test_the_place_of_what_was_meant_is_told() -> None:
    line = next(n for n, text in enumerate(LINES, 1) if text == "  gp_again:")
    (found,) = read_text(EVERYTHING.replace("refused: gp_again", "refused: gp_agian"), "a").diagnostics

    assert f"Did you mean “gp_again” (line {line})?" in found.remedy


def test_without_a_library_nothing_is_said_about_guidance() -> None:
    wrong = (
        EVERYTHING.replace("s47_duty", "s47_dooty")
        .replace("wt2013", "wt2113")
        .replace("public_interest", "pub")
    )

    assert read_text(wrong, "a").diagnostics == ()
    assert {each.code for each in read_text(wrong, "a", KNOWN).diagnostics} == {"R012", "R013", "R014"}


def test_other_words_for_a_topic_are_known() -> None:
    other = next(word for topic in library().topics().values() for word in topic.also)

    assert read_text(EVERYTHING.replace("s47_duty", other), "a", KNOWN).diagnostics == ()


def test_both_example_cases_fit_the_guidance_that_comes_with_the_simulator() -> None:
    for name in ("everything.yaml", "ten_lines.yaml"):
        assert read_file(CASES / name, KNOWN).diagnostics == ()


def test_a_file_read_in_part_is_still_checked_against_the_guidance() -> None:
    wrong = EVERYTHING.replace("s47_duty", "s47_dooty").replace("why: No piece", "why: Mum said: no piece")

    codes = [each.code for each in read_text(wrong, "a", KNOWN).diagnostics]

    assert "R012" in codes
    assert not [code for code in codes if code.startswith("R") and code != "R012"]


def test_a_milestone_of_the_cases_own_is_no_slip_of_the_pen() -> None:
    known = KnownIds(KNOWN.topics, KNOWN.bases, KNOWN.editions, KNOWN.families, frozenset({"child_seen"}))
    own = EVERYTHING.replace("milestone: family_told", "milestone: gran_told")

    assert read_text(own, "a", known).diagnostics == ()
    slip = EVERYTHING.replace("milestone: family_told", "milestone: child_sen")
    assert [each.code for each in read_text(slip, "a", known).diagnostics] == ["R028"]


@pytest.mark.parametrize("placeholder", ["<chlid>", "<child.nmae>", "<brother’>", "<The child>"])
def test_a_placeholder_for_nobody_is_told_wherever_prose_stands(placeholder: str) -> None:
    for old in re.findall(
        r"<gran> has the mornings|<child> does the toast|<neighbour>, who asked|<Brother>", EVERYTHING
    ):
        wrong = EVERYTHING.replace(old, old.replace(old.split(">")[0] + ">", placeholder), 1)
        assert [each.code for each in read_text(wrong, "a").diagnostics] == ["F019"]


def test_the_child_in_focus_is_child_whatever_its_id() -> None:
    text = (
        "title: A\nfamily:\n  boy: {age: 3, focus: yes}\n"
        + (CASES / "ten_lines.yaml").read_text().split("\n", 1)[1]
    )

    assert read_text(text, "a").diagnostics == ()


def test_a_role_may_be_called_as_its_agency() -> None:
    text = EVERYTHING.replace("class_teacher", "school")

    assert read_text(text, "a", KNOWN).diagnostics == ()
