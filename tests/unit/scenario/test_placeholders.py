"""Placeholders: found, filled in, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.placeholders import FORMS, PLACES, choices, fill, parse, unknown

NAMES = {
    "child": "Lily",
    "child.first": "Lily",
    "child.age": "6",
    "child.they": "she",
    "child.them": "her",
    "child.their": "her",
    "brother": "James",
    "brother's": "James’",
    "duty_doctor": "the duty doctor",
    "home": "Mill Lane",
    "school": "Brook School",
    "surname": "Hartwell",
}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("<child> is here.", "Lily is here."),
        ("<child's> coat", "Lily’s coat"),
        ("<child’s> coat", "Lily’s coat"),
        ("<brother's> coat", "James’ coat"),
        ("<child.first>, <child.age>", "Lily, 6"),
        (
            "They saw <child.them> and <child.their> coat; <child.they> smiled.",
            "They saw her and her coat; she smiled.",
        ),
        ("Late. <child.They> ran.", "Late. She ran."),
        ("Late. <child.they> ran.", "Late. She ran."),
        ("<duty_doctor> rang. Then <duty_doctor> left.", "The duty doctor rang. Then the duty doctor left."),
        ("“<duty_doctor> rang.”", "“The duty doctor rang.”"),
        ("One line\n<duty_doctor> rang.", "One line\nThe duty doctor rang."),
        ("Ask the school, i.e. <school>.", "Ask the school, i.e. Brook School."),
        ("The <surname> family of <home>", "The Hartwell family of Mill Lane"),
    ],
)
def test_placeholders_are_filled_in(text: str, filled: str) -> None:
    assert fill(text, NAMES) == filled
    assert fill(text, NAMES.get) == filled


@pytest.mark.parametrize(
    "text",
    ["fewer than < 5 times", "a <- b", "1 <2 and 3> 2", "<>", "< child >", "x < y > z", "<3", "a<\nb>"],
)
def test_a_bracket_that_opens_no_placeholder_is_ordinary_text(text: str) -> None:
    assert fill(text, NAMES) == text
    assert unknown(text, ["child"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "<stranger>",
        "<child.name>",
        "<child.THEY>",
        "<Child>",
        "<the child>",
        "<child's.age>",
        "<home.age>",
        "<b>",
        "<child.>",
    ],
)
def test_what_looks_like_one_and_is_none_is_reported_and_left_as_it_is(text: str) -> None:
    (segment,) = unknown(f"Here: {text} and <child>.", ["child"])

    assert segment.text == text
    assert segment.start == 6
    assert fill(text, {**NAMES, "home.age": "x"}) in (text, "X")


def test_a_name_that_is_not_there_leaves_the_placeholder() -> None:
    assert fill("<mother> and <mother's> coat", {}) == "<mother> and <mother's> coat"


def test_every_form_is_offered_for_everybody() -> None:
    offered = choices(["child"])

    assert "<child's>" in offered
    assert all(f"<child.{form}>" in offered for form in FORMS)
    assert all(f"<{place}>" in offered for place in PLACES)


@given(st.text(alphabet="<>ab'’. \nchildtey_"))
def test_the_segments_are_the_text_whatever_it_is(text: str) -> None:
    segments = parse(text)

    assert "".join(segment.text for segment in segments) == text
    assert fill(text, {}) == text
    for segment in segments:
        assert text[segment.start :].startswith(segment.text)


@given(st.text(alphabet="<child> is.They'\n"))
def test_filling_in_leaves_no_known_placeholder(text: str) -> None:
    assert "<child>" not in fill(text, NAMES)
