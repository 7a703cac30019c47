"""Whatever is done to a case, there are findings and no exception, and there is an end to them."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.diagnostics import Severity
from simulator.scenario.read import read_text

CASES = Path(__file__).parents[2] / "cases"
TEN_LINES = (CASES / "ten_lines.yaml").read_text(encoding="utf-8")
EVERYTHING = (CASES / "everything.yaml").read_text(encoding="utf-8")
LINES = EVERYTHING.splitlines()
WORDS = sorted(set(re.findall(r"[\w<>'.]+|[^\w\s]", EVERYTHING)))


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """The rich case with some lines deleted, doubled, moved, shifted or with a word exchanged."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 2))
        match draw(st.sampled_from(("delete", "double", "move", "shift", "word", "empty"))):
            case "delete":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "shift":
                lines[at] = "  " + lines[at] if draw(st.booleans()) else lines[at].removeprefix("  ")
            case "word":
                words = lines[at].split(" ")
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
                lines[at] = " ".join(words)
            case _:
                lines[at] = lines[at].split(":")[0] + ":"
    return "\n".join(lines) + "\n"


@settings(max_examples=60, deadline=None)
@given(spoiled())
def test_a_spoiled_case_has_findings_or_is_a_case(text: str) -> None:
    reading = read_text(text, "spoiled.yaml")

    stops = [each for each in reading.diagnostics if each.severity is Severity.STOP]
    assert (reading.case is None) == bool(stops)
    for each in reading.diagnostics:
        assert each.message and each.place.line >= 1 and each.place.column >= 1
        each.render()


VALUES = (
    "",
    "~",
    "no",
    "[]",
    "{}",
    "[a]",
    "{a: b}",
    "{text: a}",
    "[[a]]",
    "\n  - a\n",
    "\n  a:\n    b: c\n",
    "|\n  a\n",
)
KEYS = sorted(set(re.findall(r"^ *(?:- )?([a-z][a-z_ ]*):", EVERYTHING, re.M)))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KEYS), st.sampled_from(VALUES))
def test_any_field_may_have_any_shape_without_an_exception(key: str, value: str) -> None:
    """The first place where the key stands gets the value, and what stood below it is taken away."""
    match = re.search(rf"^( *(?:- )?){re.escape(key)}:.*\n(?:\1 +.*\n)*", EVERYTHING, re.M)
    assert match is not None
    margin = " " * len(match[1])
    put = "\n".join(line if not n else margin + line for n, line in enumerate(value.split("\n")))
    text = EVERYTHING[: match.start()] + f"{match[1]}{key}: {put}\n" + EVERYTHING[match.end() :]

    for each in read_text(text, "shape.yaml").diagnostics:
        each.render()


def with_condition_lines(lines: list[str]) -> str:
    conditions = "".join(f"      - {line}\n" for line in lines)
    return TEN_LINES.replace("  monday:\n", f"  monday:\n    if:\n{conditions}")


def test_of_thousands_of_findings_the_first_hundred_are_told() -> None:
    reading = read_text(with_condition_lines([f"the moon is full {n} times" for n in range(3000)]), "a")

    assert [each.code for each in reading.diagnostics] == ["F021"] * 100 + ["Y098"]
    assert "the first 100 are shown" in reading.diagnostics[-1].message
    assert reading.case is None


def test_what_stops_a_case_is_told_however_many_notes_come_first() -> None:
    seats = ", ".join(f"‘practitioner{'x' * (n > 150)}’" for n in range(200))
    reading = read_text(TEN_LINES.replace("    decide:", f"    present: [{seats}]\n    decide:"), "a")

    assert reading.case is None
    assert [each.code for each in reading.diagnostics if each.severity is Severity.STOP] == ["R001"]


def test_one_wrong_id_in_one_sentence_is_told_once() -> None:
    wrong = "at least 2 of " + ", ".join(["nowhere"] * 5000) + " known to practitioner"

    assert [each.code for each in read_text(with_condition_lines([wrong]), "a").diagnostics] == ["R005"]
