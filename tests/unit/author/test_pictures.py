"""Graphs and proofs: all of a case is in them, and nothing in a case can act in them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.author.examined import Examined, examine
from simulator.author.graph.shape import PASSED, shape_of
from simulator.author.graph.svg import STROKES, svg
from simulator.author.graph.text import dot, mermaid
from simulator.author.pieces import options_of
from simulator.author.proof.blocks import html, markdown
from simulator.author.proof.content import blocks
from simulator.author.starting import template
from simulator.scenario.catalogue.stories import ASK, RULE, WAIT, option, picked, story
from simulator.scenario.read import case_from

EVERYTHING = Path(__file__).parents[2] / "cases" / "everything.yaml"
NAUGHTY = '<script>alert("1")</script>'


def examined(text: str) -> Examined:
    return examine(case_from(text, "x"), library())


@pytest.fixture(scope="module")
def full() -> Examined:
    return examined(template(full=True))


def test_every_scene_ending_and_option_is_in_the_picture(full: Examined) -> None:
    shape = shape_of(full)
    assert [box.title for box in shape.boxes] == [*full.case.scenes, *full.case.endings]
    shown = {label for way in shape.ways for label in way.labels}
    assert shown == {one.id for scene in full.case.scenes.values() for one in options_of(scene.decision)}
    assert all(box.reached for box in shape.boxes)
    assert PASSED in {way.grade for way in shape.ways}


def test_what_is_never_reached_is_marked_in_words_and_dashes() -> None:
    shape = shape_of(examined(story(picked("monday", more="then: end\n"), picked("tuesday"))))
    assert [box.title for box in shape.boxes if not box.reached] == ["tuesday"]
    drawn = ElementTree.fromstring(svg(shape))
    texts = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("never reached") == 1
    assert "never reached" in dot(shape) and "stroke-dasharray" in mermaid(shape)


def test_no_two_grades_are_told_apart_by_colour_alone() -> None:
    assert len({(wide, dashes) for _, wide, dashes in STROKES.values()}) == len(STROKES)


def test_the_picture_opens_without_anything_from_elsewhere(full: Examined) -> None:
    drawn = svg(shape_of(full))
    names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}
    assert names <= {"svg", "title", "desc", "rect", "text", "path", "g"}
    assert "href" not in drawn and "url(" not in drawn


def test_words_of_a_case_do_nothing_in_a_picture_or_a_proof() -> None:
    text = story(picked("monday", ASK, WAIT)).replace("The empty lunch box", f"'Box \" {NAUGHTY}'")
    nasty = examined(text.replace(NAUGHTY, "& [a](b) `c`"))
    ElementTree.fromstring(svg(shape_of(nasty)))
    assert r"\[a\](b)" in markdown(blocks(nasty)) and r"\`c\`" in markdown(blocks(nasty))
    assert r"\"" in dot(shape_of(nasty)).splitlines()[1]


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def test_a_reviewer_sees_every_text_of_the_case(full: Examined) -> None:
    seen = _Seen()
    seen.feed(html(full.case.title, blocks(full)))
    shown = " ".join(" ".join(seen.text).split())
    case = full.case
    wanted = [fact.text for fact in case.facts.values()]
    wanted += [line.text for scene in case.scenes.values() for line in scene.say]
    for scene in case.scenes.values():
        for one in options_of(scene.decision):
            wanted += [one.text, one.why, one.tempting, one.grade.value]
        kind = scene.decision.kind if scene.decision else None
        wanted += [*getattr(kind, "purposes", {}).values(), *getattr(kind, "reasons", {}).values()]
        wanted += [*getattr(kind, "dissent", {}).values(), *getattr(kind, "places", {}).values()]
    wanted += [ending.text for ending in case.endings.values()]
    wanted += [member.id for member in case.family.values()]
    wanted += [f"Known how : {fact.source}" for fact in case.facts.values()]
    wanted.append("Needed : by nobody: passing it on is too much")
    wanted.append("Told only when asked : the question is expected of those who have lunches")
    assert not {"caldicott", "dpa1998"} & set(shown.replace(";", " ").split()), "an id is no title"
    assert [text for text in wanted if " ".join(text.split()) not in shown] == []
    assert "script" not in seen.tags


def test_each_rule_cited_is_shown_with_its_force_and_source() -> None:
    text = markdown(blocks(examined(story(picked("monday", option("ask", cite=RULE), WAIT)))))
    book = examined(story(picked("monday", option("ask", cite=RULE), WAIT))).game.rulebook
    (rule, *_) = book.topics[RULE]
    assert f"*must · {book.edition_titles[rule.edition]}" in text
    assert " ".join(rule.text.split())[:30] in text
    assert "no rule is claimed" in text


def test_everything_can_be_printed_and_drawn() -> None:
    case = case_from(EVERYTHING.read_text(encoding="utf-8"), "everything")
    everything = examine(case, library(), budget=500)
    assert not everything.exact and all(box.reached for box in shape_of(everything).boxes)
    assert markdown(blocks(everything)).count("## Scene: ") == len(everything.case.scenes)
    ElementTree.fromstring(svg(shape_of(everything)))
