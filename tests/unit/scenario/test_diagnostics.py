"""How a finding reads: the line editors jump from, the source line, and carets under the right letters."""

from __future__ import annotations

import pytest

from simulator.scenario.catalogue.examples import OPTIONS, QUESTION, case
from simulator.scenario.diagnostics import Diagnostic, Place, Severity, quoted, suggestion
from simulator.scenario.read import read_text
from simulator.text import width


def finding(line: str, column: int, length: int = 1) -> Diagnostic:
    place = Place("case.yaml", 3, column)
    return Diagnostic("Y040", Severity.STOP, place, "It is so.", "Do this.", line, length)


def pointed(line: str, column: int, length: int = 1) -> tuple[str, str]:
    """What of the shown line stands above the carets, and the shown line itself."""
    _, shown, carets = finding(line, column, length).render().split("\n")
    start = len(carets) - len(carets.lstrip())
    over, cells = "", 0
    for character in shown:
        if start <= cells < len(carets):
            over += character
        cells += width(character)
    return over, shown.strip()


def test_the_headline_is_the_contract() -> None:
    assert finding("a: b", 1).headline == "case.yaml:3:1: Y040 stop: It is so. Do this."
    later = Diagnostic("Y098", Severity.FIX, Place("a/b.yaml", 10, 2), "It is so.")
    assert later.render() == "a/b.yaml:10:2: Y098 fix before a workshop: It is so."


def test_as_data() -> None:
    assert finding("a: b", 4).as_data() == {
        "code": "Y040",
        "severity": "stop",
        "file": "case.yaml",
        "line": 3,
        "column": 4,
        "message": "It is so.",
        "remedy": "Do this.",
    }


def test_the_whole() -> None:
    assert finding("text: Mum said: he fell", 15).render() == (
        "case.yaml:3:15: Y040 stop: It is so. Do this.\n    text: Mum said: he fell\n                  ^"
    )


@pytest.mark.parametrize(
    ("line", "column", "length", "over"),
    [
        ("text: one two", 7, 3, "one"),
        ("日本: 語 x", 5, 1, "語"),
        ("日本: 語 x", 7, 1, "x"),
        ("👍👍: ok", 5, 2, "ok"),
        ("e\u0301te\u0301: ok", 8, 2, "ok"),
        ("\ta: b", 5, 1, "b"),
        ("a:\tb", 4, 1, "b"),
        ("abc:\tb", 6, 1, "b"),
        ("a\u00a0b: c", 2, 1, "␣"),
        ("a\u202eb: c", 3, 1, "b"),
        ("a\x1bb: c", 2, 1, "\ufffd"),
    ],
)
def test_carets_stand_under_what_is_meant(line: str, column: int, length: int, over: str) -> None:
    assert pointed(line, column, length)[0].strip() == over


def test_a_caret_can_stand_after_the_end() -> None:
    assert finding("a: [b", 6).render().endswith("\n    a: [b\n         ^")


@pytest.mark.parametrize("letter", ["x", "語"])
@pytest.mark.parametrize("before", [0, 30, 95, 500, 5_000])
@pytest.mark.parametrize("after", [0, 30, 95, 5_000])
def test_long_lines_are_cut_round_the_caret(letter: str, before: int, after: int) -> None:
    over, shown = pointed(letter * before + "!" + letter * after, before + 1)
    assert over == "!"
    assert width(shown) <= 102
    short = width(letter) * (before + after) < 100
    assert ("…" not in shown) == short


def test_a_long_marked_part_is_cut_too() -> None:
    over, shown = pointed("a: " + "x" * 5_000, 4, 5_000)
    assert set(over) <= {"x", "…"}
    assert len(over) >= 90
    assert shown.endswith("…")


def test_words_of_an_author_cannot_act() -> None:
    assert quoted("a\x1b[2J\n\u202eb") == "“a[2J b”"
    assert len(quoted("x" * 1000)) < 50


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("weigh_inn", ["weigh_in", "refer_today"], "did you mean “weigh_in”?"),
        ("Weigh In", ["weigh_in"], "did you mean “weigh_in”?"),
        ("learnings", ["learning", "level"], "did you mean “learning”?"),
        ("optoins", ["question", "options"], "did you mean “options”?"),
        ("content-notes", ["content notes"], "did you mean “content notes”?"),
        ("zebra", ["weigh_in"], ""),
        ("x" * 100_000, ["x" * 100_000], ""),
        ("a", [], ""),
    ],
)
def test_suggestions(word: str, known: list[str], said: str) -> None:
    assert suggestion(word, known) == said


@pytest.mark.parametrize(
    ("code", "text", "line"),
    [
        ("F002", case(decision=OPTIONS), "    decide:"),
        ("F002", case(decision="# first\n\n" + OPTIONS), "    decide:"),
        ("F028", case(decision=QUESTION), "    decide:"),
        ("F030", case(decision=QUESTION + "options:\n  ask: Ask what happened.\n"), "      options:"),
    ],
)
def test_what_a_block_lacks_is_shown_at_the_line_that_heads_it(code: str, text: str, line: str) -> None:
    (found,) = (each for each in read_text(text, "x.yaml").diagnostics if each.code == code)
    assert found.line_text == line and found.caret_length == len(line.strip()) - 1
    assert found.place.column == len(line) - len(line.lstrip()) + 1
