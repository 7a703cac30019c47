"""What the words in angle brackets become."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.errors import CaseError
from simulator.family import invent, placeholders, resolve
from simulator.family.placeholders import FORMS, possessive
from simulator.family.spec import Sex
from simulator.scenario.placeholders import choices, fill
from tests.faults.families import CASES, ON

FAMILY = invent(CASES[0], "words", ON)
CHILD = replace(FAMILY.people[0], first_name="James", called="James", surname="Sykes", sex=Sex.MALE)
FAMILY = replace(FAMILY, people=(CHILD, *FAMILY.people[1:]))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("name", "James"), ("possessive", "James’"), ("first", "James"), ("full", "James Sykes"),
        ("age", "11 weeks"), ("they", "he"), ("them", "him"), ("their", "his"),
        ("They", "He"), ("Them", "Him"), ("Their", "His"),
    ],
)  # fmt: skip
def test_every_form_of_a_person(form: str, words: str) -> None:
    assert resolve(FAMILY, "child", form) == words


def test_pronouns_follow_the_sex() -> None:
    mother = [resolve(FAMILY, "mother", form) for form in ("they", "them", "their")]
    doctor = [resolve(FAMILY, "duty_doctor", form) for form in ("they", "them", "their")]
    assert (mother, doctor) == (["she", "her", "her"], ["they", "them", "their"])


def test_people_without_a_name_begin_a_sentence_with_a_capital_where_asked() -> None:
    unborn = invent(CASES[2], "words", ON)
    assert resolve(unborn, "baby") == "the baby"
    assert resolve(unborn, "baby", "Name") == "The baby"
    assert resolve(unborn, "baby", "Possessive") == "The baby’s"
    assert resolve(FAMILY, "duty_doctor", "first") == "the duty doctor"


def test_places_have_a_name_only() -> None:
    assert resolve(FAMILY, "home") == FAMILY.home
    assert resolve(FAMILY, "school", "possessive") == f"{FAMILY.school}’s"
    assert resolve(FAMILY, "surname") == FAMILY.surname
    with pytest.raises(CaseError, match="`they`"):
        resolve(FAMILY, "home", "they")


@pytest.mark.parametrize(("who", "form"), [("nobody", "name"), ("child", "hat"), ("child", ""), ("", "name")])
def test_what_the_family_cannot_say_is_refused(who: str, form: str) -> None:
    with pytest.raises(CaseError) as refused:
        resolve(FAMILY, who, form)
    assert refused.value.title == "The case speaks of nobody it has"


def test_child_is_the_one_the_case_is_about_where_nobody_has_that_id() -> None:
    about = invent(CASES[2], "words", ON)
    people = tuple(replace(each, id="boy") if each.id == "child" else each for each in about.people)
    renamed = replace(about, people=people)
    assert resolve(renamed, "child") == "the baby"
    assert placeholders(renamed)["child.they"] == "they"
    assert resolve(about, "child") == about.people[1].first_name
    assert placeholders(about)["child"] == about.people[1].first_name


@pytest.mark.parametrize(
    ("name", "said"), [("Lily", "Lily’s"), ("James", "James’"), ("Max", "Max’s"), ("Mrs Ellis", "Mrs Ellis’")]
)
def test_possessives(name: str, said: str) -> None:
    assert possessive(name) == said


def test_the_language_fills_its_text_from_the_same_words() -> None:
    said = placeholders(FAMILY)
    mother = resolve(FAMILY, "mother")
    assert (
        fill("<mother> says <child.they> rolled. <child.They> cannot.", said)
        == f"{mother} says he rolled. He cannot."
    )
    people = [person.id for person in FAMILY.people]
    assert all(choice[1:-1] in said for choice in choices(people))
    assert {key.partition(".")[2] for key in said if "." in key} < set(FORMS)
