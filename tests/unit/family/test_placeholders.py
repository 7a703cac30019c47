"""What the words in angle brackets become."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.family import invent, placeholders
from simulator.family.placeholders import possessive
from simulator.family.spec import Sex
from simulator.scenario.placeholders import FORMS, choices, fill
from tests.faults.families import CASES, ON

FAMILY = invent(CASES[0], "words", ON)
CHILD = replace(FAMILY.people[0], first_name="James", called="James", surname="Sykes", sex=Sex.MALE)
FAMILY = replace(FAMILY, people=(CHILD, *FAMILY.people[1:]))


SAID = placeholders(FAMILY)


@pytest.mark.parametrize(
    ("words_for", "words"),
    [
        ("child", "James"), ("child's", "James’"), ("child.first", "James"), ("child.age", "11 weeks"),
        ("child.they", "he"), ("child.them", "him"), ("child.their", "his"),
    ],
)  # fmt: skip
def test_every_form_of_a_person(words_for: str, words: str) -> None:
    assert SAID[words_for] == words


def test_pronouns_follow_the_sex() -> None:
    mother = [SAID[f"mother.{form}"] for form in ("they", "them", "their")]
    doctor = [SAID[f"duty_doctor.{form}"] for form in ("they", "them", "their")]
    assert (mother, doctor) == (["she", "her", "her"], ["they", "them", "their"])


def test_people_without_a_name_have_words_all_the_same() -> None:
    unborn = placeholders(invent(CASES[2], "words", ON))
    assert (unborn["baby"], unborn["baby's"]) == ("the baby", "the baby’s")
    assert SAID["duty_doctor.first"] == "the duty doctor"


def test_places_have_a_name_only() -> None:
    said = {key: words for key, words in SAID.items() if key.startswith(("home", "school", "surname"))}
    assert said == {
        "home": FAMILY.home,
        "home's": possessive(FAMILY.home),
        "school": FAMILY.school,
        "school's": f"{FAMILY.school}’s",
        "surname": FAMILY.surname,
        "surname's": possessive(FAMILY.surname),
    }


def test_child_is_the_one_the_case_is_about_where_nobody_has_that_id() -> None:
    about = invent(CASES[2], "words", ON)
    people = tuple(replace(each, id="boy") if each.id == "child" else each for each in about.people)
    renamed = replace(about, people=people)
    said = placeholders(renamed)
    assert (said["child"], said["child.they"]) == ("the baby", "they")
    assert placeholders(about)["child"] == about.people[1].first_name


@pytest.mark.parametrize(
    ("name", "said"), [("Lily", "Lily’s"), ("James", "James’"), ("Max", "Max’s"), ("Mrs Ellis", "Mrs Ellis’")]
)
def test_possessives(name: str, said: str) -> None:
    assert possessive(name) == said


def test_the_language_fills_its_text_from_the_same_words() -> None:
    filled = fill("<mother> says <child.they> rolled. <child.They> cannot.", SAID)
    assert filled == f"{SAID['mother']} says he rolled. He cannot."
    people = [person.id for person in FAMILY.people]
    assert all(choice[1:-1] in SAID for choice in choices(people))
    assert {key.partition(".")[2] for key in SAID if "." in key} == set(FORMS)
