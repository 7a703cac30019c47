"""Stories in Twee 3: every passage and link comes along or is spoken of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.guidance import library
from simulator.author.twee.passages import Link, Passage, link_in, links_of, read_story, stripped
from simulator.author.twee.writing import imported
from simulator.scenario.diagnostics import Severity
from simulator.scenario.known import known_ids
from simulator.scenario.model import Options
from simulator.scenario.read import read_text
from tests.steps.authoring import STORY

KNOWN = known_ids(library())


@pytest.mark.parametrize(
    ("inside", "text", "target"),
    [
        ("Home", "Home", "Home"),
        ("Go home|Home", "Go home", "Home"),
        ("Go home->Home", "Go home", "Home"),
        ("Home<-Go home", "Go home", "Home"),
        ("a->b->Home", "a->b", "Home"),
        (" Go home -> Home ", "Go home", "Home"),
    ],
)
def test_links_in_all_their_forms(inside: str, text: str, target: str) -> None:
    assert link_in(inside, 3) == Link(text, target, 3)


def test_a_header_with_escapes_tags_and_metadata() -> None:
    (passage,) = read_story(':: A \\[b\\] \\{c\\} [one two] {"size":"1,1"}\ntext\n').passages
    assert (passage.name, passage.tags, passage.lines) == ("A [b] {c}", ("one", "two"), ("text",))


def test_an_escaped_line_is_content() -> None:
    story = read_story(STORY)
    assert [one.name for one in story.passages] == ["Monday", "Breakfast", "Tuesday", "Home"]
    assert story.start == "Monday" and story.title == "The empty lunch box"
    assert ":: is not a passage" in story.passages[1].lines


@pytest.mark.parametrize(
    "code",
    [
        "<<set $a to 1>>",
        "(set: $a to 1)",
        "(if: $a is 1)[yes]",
        "<% alert() %>",
        "<b>",
        "<script>x()</script>",
        "{embed passage: 'x'}",
    ],
)
def test_code_is_taken_out_and_told(code: str) -> None:
    text, found = stripped(f"Before {code} after")
    assert text == "Before after"
    assert found == [code] or "".join(found) == code


def test_every_passage_is_a_scene_and_every_link_a_way_on() -> None:
    found = imported(read_story(STORY), "x")
    reading = read_text(found.text, "x.yaml", KNOWN)
    assert reading.case is not None, [each.headline for each in reading.diagnostics]
    assert list(reading.case.scenes) == ["monday", "breakfast", "tuesday", "home"]
    decision = reading.case.scenes["monday"].decision
    assert decision is not None and isinstance(decision.kind, Options)
    ways = {option.text.strip(): option.effects.then[0].scene for option in decision.kind.options}
    assert ways == {"Ask him": "breakfast", "Wait a day": "tuesday", "Ring home": "home"}
    assert reading.case.scenes["tuesday"].effects.then[0].scene == "breakfast"
    assert (found.passages, found.links) == (4, 4)
    assert list(reading.case.endings) == ["breakfast_end", "home_end"]


def test_more_links_than_a_decision_can_have_become_two_decisions() -> None:
    links = "\n".join(f"[[Way {number}->P{number}]]" for number in range(9))
    text = f":: Start\n{links}\n" + "".join(f"\n:: P{number}\nThere.\n" for number in range(9))
    case = read_text(imported(read_story(text), "x").text, "x.yaml", KNOWN).case
    assert case is not None
    reached = {
        option.effects.then[0].scene
        for scene in case.scenes.values()
        if scene.decision and isinstance(scene.decision.kind, Options)
        for option in scene.decision.kind.options
    }
    assert {f"p{number}" for number in range(9)} <= reached


def test_what_cannot_come_along_is_said_with_its_line() -> None:
    text = ":: One\n[[Nowhere]]\n\n:: One\ntwice\n\n:: Look [stylesheet]\nbody {}\n\n:: Bad {oh}\ntext\n"
    said = [(one.line, one.words) for one in imported(read_story(text), "x").remarks]
    assert [line for line, _ in said] == [2, 4, 7, 10]
    assert "not there: Nowhere" in said[0][1] and "never run" in said[2][1]


PIECES = st.sampled_from(
    [
        "::",
        ":: A",
        ":: B [t]",
        "[[A]]",
        "[[x->B]]",
        "[[B<-y|z]]",
        "[[",
        "<<if>>",
        "(a:)[b]",
        "<q",
        "\\::",
        "a # b",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14))
def test_any_text_becomes_a_case_that_can_be_read(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = imported(read_story(text), "A story")
    reading = read_text(found.text, "x.yaml", KNOWN)
    stops = [each.headline for each in reading.diagnostics if each.severity is Severity.STOP]
    assert stops == [] and reading.case is not None
    assert found.links == sum(len(list(links_of(one))) for one in _first(read_story(text).passages))


def _first(passages: tuple[Passage, ...]) -> list[Passage]:
    return list({one.name: one for one in reversed(passages)}.values())


@pytest.mark.parametrize(
    ("header", "name", "tags", "whole"),
    [
        (r":: \q\u\e", "que", (), True),
        (r":: a \\ d [x\[1\] y\\]", r"a \ d", ("x[1]", "y\\"), True),
        (r':: back\\{"position":"1,2"}', "back\\", (), True),
        (r"::close[a]{}", "close", ("a",), True),
        (r":: none []", "none", (), True),
        (r":::three", ":three", (), True),
        (r":: open [a b", "open", (), False),
        (r':: before {"a":"b"} [tag]', "before", (), False),
        (r":: after [tag] words", "after", ("tag",), False),
        (r":: bad {oh}", "bad", (), False),
        (r"::", "", (), False),
        ("::  ", "", (), False),
        (":: end \\", "end \\", (), True),
    ],
)
def test_headers_as_the_specification_has_them(
    header: str, name: str, tags: tuple[str, ...], whole: bool
) -> None:
    story = read_story(f"{header}\ntext\n")
    (passage,) = story.passages
    assert (passage.name, passage.tags, passage.lines[0]) == (name, tags, "text")
    assert [line for line, _ in story.trouble] == ([] if whole else [1])


def test_only_line_breaks_part_lines() -> None:
    (passage,) = read_story(":: One\rfirst\u2028still\x0b:: not a header\r\nlast\x85end").passages
    assert passage.lines == ("first\u2028still\x0b:: not a header", "last\x85end")


@pytest.mark.parametrize(
    ("line", "links", "left"),
    [
        ('[[Take->Home][$a to "]]"; $b to [1,2]]]', [("Take", "Home")], ['[$a to "]]"; $b to [1,2]]']),
        ("[[Home][$x to $y[1]]]", [("Home", "Home")], ["[$x to $y[1]]"]),
        ("[img[pic.png][Home]]", [], ["[img[pic.png][Home]]"]),
        ("[>img[pic.png][Home][$a to 1]]", [], ["[>img[pic.png][Home][$a to 1]]"]),
    ],
)
def test_setters_and_pictures_are_told_and_not_read_out(
    line: str, links: list[tuple[str, str]], left: list[str]
) -> None:
    passage = Passage("x", (), (line,), 1)
    assert [(link.text, link.target) for link in links_of(passage)] == links
    assert stripped(line) == ("", left)


def test_a_link_without_a_target_is_told() -> None:
    said = [one.words for one in imported(read_story(":: One\n[[a->]]\n"), "x").remarks]
    assert said == ["a link without a target was left out: a"]
