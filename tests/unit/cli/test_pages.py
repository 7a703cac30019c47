"""The debrief's page and drawing: nothing in a case is markup there, and every fact has its marks."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.debrief import Debrief, Journey, Lane, Learned, Stayed, ToldOf
from scoring.guidance import library
from scoring.scorecard import RedLine
from simulator.reports import page
from simulator.reports.debrief_page import debrief_page
from simulator.reports.timeline import marks_of, timeline
from simulator.solver.debrief import debrief_of
from simulator.solver.debrief_text import debrief_text, rule_lines
from simulator.terminal.reading.matrix import matrix

HOSTILE = '<script>alert(1)</script> & "quoted" \x1b[31m\u202e [link](http://a.example)'


@lru_cache
def small_debrief() -> Debrief:
    """The worst play of the small case, looked back on."""
    from simulator.cli.headless import play_headless
    from simulator.cli.ready import get_ready
    from simulator.settings import load
    from tests.steps.command_line import SMALL

    played = play_headless(get_ready(load(), str(SMALL)), "worst", 1)
    return debrief_of(played.game, played.cast, played.marking, seed=1)


def made(**fields: object) -> Debrief:
    """That debrief with some parts replaced."""
    return small_debrief()._replace(**fields)  # type: ignore[arg-type]


def test_what_a_case_says_is_text_on_the_page() -> None:
    prompts = (HOSTILE,)
    html = debrief_page(made(title=HOSTILE, prompts=prompts))
    assert "<script" not in html and "\x1b" not in html and "\u202e" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;" in html


@given(st.text())
def test_no_text_is_markup(text: str) -> None:
    assert not set("<>\"'") & set(re.sub(r"&(lt|gt|amp|quot|#x27);", "", page.text(text)))


def test_every_tag_that_is_opened_is_closed() -> None:
    html = debrief_page(small_debrief())
    body = html.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    ElementTree.fromstring(f"<body>{body}</body>")


def test_a_short_part_names_no_band_and_a_long_one_may() -> None:
    """Two or three decisions come to most of the marks by luck; fifteen marks are five decisions."""
    page_of_three = small_debrief().decisions[0]._replace(possible=Fraction(3))
    for decisions, banded in ((4, False), (5, True)):
        debrief = made(decisions=(page_of_three,) * decisions)
        assert debrief.banded is banded
        said = "Too few decisions for a band"
        assert (said in debrief_page(debrief)) is (said in "\n".join(debrief_text(debrief))) is not banded


def test_a_red_line_says_at_which_decision_and_a_better_line_is_read_line_by_line() -> None:
    page_ = small_debrief().decisions[0]._replace(better="Passed to the nurse:\n- One.\n- Two.")
    red = (RedLine(page_.scene, page_.role, "the choice was unsafe"), RedLine("elsewhere", "", "kept"))
    said = "\n".join(debrief_text(made(decisions=(page_,), stop_and_look=red)))
    assert f"the choice was unsafe, where it was asked: {page_.question}" in said and ": kept\n" in said
    assert "kept more open:\n    Passed to the nurse:\n    - One.\n    - Two." in said


def test_the_parts_come_in_their_order() -> None:
    heads = re.findall(r"<h2>(.*?)</h2>", debrief_page(small_debrief()))
    assert heads[:3] == ["How are you?", "Who knew what when", "Decision by decision"]
    assert heads[-1] == "Afterwards"


NINE = 1_057_000_000
"""A morning, in minutes."""
JOURNEYS = (
    Journey("a", "Seen", ("nurse",), (Learned(NINE + 60, "duty", "nurse", "shared", True, "s"),), (), ()),
    Journey("b", "Kept", ("nurse",), (), (Stayed(NINE + 60, "nurse", "duty", "s"),), ("duty",)),
)
LANES = (
    Lane("nurse", "Ms A, nurse", "agency"),
    Lane("duty", "Mr B <duty>", "agency"),
    Lane("mum", "Kim", "family"),
)


def test_the_drawing_has_a_mark_for_each_thing_that_happened() -> None:
    told = (
        ToldOf(NINE + 60, "mum", "tell", "nurse", "s"),
        ToldOf(NINE + 60, "mum", "do not tell", "nurse", "s"),
    )
    debrief = made(lanes=LANES, journeys=JOURNEYS, told=told, played_on=NINE)
    kinds = [(mark.kind, mark.lane, mark.fact) for mark in marks_of(debrief)]
    assert sorted(kinds) == [
        ("held", "nurse", 1),
        ("held", "nurse", 2),
        ("learned", "duty", 1),
        ("stayed", "nurse", 2),
        ("told", "mum", 0),
    ]
    drawn = ElementTree.fromstring(timeline(debrief, {lane.id: lane.name for lane in LANES}))
    found = [each.get("class") for each in drawn.iter() if each.get("class")]
    assert [found.count(kind) for kind in ("held", "learned", "stayed", "told", "passed")] == [2, 1, 1, 1, 1]


@pytest.mark.parametrize("days", [1, 2, 9])
def test_the_first_and_the_last_day_stand_over_the_lines_drawn_beneath(days: int) -> None:
    learned = tuple(
        Learned(NINE + day * 1440, "duty", "nurse", "shared", True, "s") for day in range(days + 1)
    )
    journeys = tuple(Journey("a", "Seen", ("nurse",), (one,), (), ()) for one in learned)
    _, heads, *drawn = matrix(made(lanes=LANES, journeys=journeys, played_on=NINE), (), 80)
    held = next(line.text for line in drawn if "O=" in line.text)
    assert heads.text.index(heads.text.strip()) == held.index("O")
    assert len(heads.text) <= len(held.rstrip()) <= 80


def test_who_was_told_is_said_in_plain_words() -> None:
    told = (ToldOf(NINE, "mum", "do not tell", "nurse", "s"),)
    text = "\n".join(debrief_text(made(lanes=LANES, journeys=JOURNEYS, told=told, played_on=NINE)))
    assert "Kim: not told for now, by Ms A, nurse." in text
    assert not re.search(r"\d\d:\d\d  ", text)


def test_a_source_that_begins_with_the_reference_is_named_once() -> None:
    rule = next(rule for rule in library().all_rules() if rule.sources)
    named = replace(rule, reference="Some Act s.17")
    for title, times in (("Some Act s.17 as reproduced", 1), ("Another page", 1), ("Some Act", 1)):
        sourced = replace(named, sources=(replace(rule.sources[0], title=title),))
        text = "\n".join(rule_lines(sourced, "Some Act"))
        assert text.count("Some Act s.17") == times and title in text


def test_marks_of_one_lane_and_moment_stand_side_by_side() -> None:
    journeys = tuple(Journey(f"f{n}", "", ("nurse",), (), (), ()) for n in range(9))
    drawn = timeline(made(lanes=LANES, journeys=journeys, told=(), played_on=NINE), {})
    places = re.findall(r'<circle cx="(\d+)"', drawn)
    assert len(set(places)) == 9
    assert int(re.search(r'width="(\d+)"', drawn)[1]) > max(map(int, places))  # type: ignore[index]


def test_a_case_without_facts_has_no_drawing() -> None:
    assert timeline(made(journeys=(), told=()), {}) == ""
