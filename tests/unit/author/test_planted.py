"""Mistakes planted in cases, and what the checks once said of them wrongly."""

from __future__ import annotations

from scoring.guidance import library
from simulator.author.checked import check_source
from simulator.scenario.catalogue.stories import WAIT, option, picked, story
from simulator.scenario.known import known_ids
from simulator.scenario.source import source_of

KNOWN = known_ids(library())


def found(text: str, code: str) -> list[tuple[int, str]]:
    result = check_source(source_of(text, "x.yaml"), library(), KNOWN)
    return [(each.place.line, each.message) for each in result.findings if each.code == code]


def test_replaced_guidance_is_that_of_the_day_and_no_other() -> None:
    ask = option("ask", cite="[duty_to_refer, small_worries_add_up]")
    ((_, message),) = found(story(picked("monday", ask, WAIT), head="set on: 2013-10-07\n"), "C044")
    assert message == "The case is set under Working Together 2013, which newer editions have replaced."
