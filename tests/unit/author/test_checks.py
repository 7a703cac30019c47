"""What checks rest on: odds, reading ages, fates of clocks, causes, places, several files at once."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.author.checked import check_source
from simulator.author.checking import check_files
from simulator.author.checks.cues import tail
from simulator.author.examined import Examined, examine
from simulator.author.habits import habitual_plays
from simulator.author.prose import reading_age
from simulator.author.situations import best_nodes
from simulator.scenario.catalogue.stories import ASK, ROLES, WAIT, option, picked, story
from simulator.scenario.known import known_ids
from simulator.scenario.read import case_from
from simulator.scenario.source import source_of

KNOWN = known_ids(library())


def examined(text: str) -> Examined:
    return examine(case_from(text, "x"), library())


def found(text: str, code: str) -> list[tuple[int, str]]:
    result = check_source(source_of(text, "x.yaml"), library(), KNOWN)
    return [(each.place.line, each.message) for each in result.findings if each.code == code]


@pytest.mark.parametrize("hits", range(5))
def test_the_tail_is_what_counting_every_way_gives(hits: int) -> None:
    chances = [0.5, 0.25, 0.2, 0.75]
    counted = 0.0
    for outcome in product((True, False), repeat=4):
        odds = 1.0
        for hit, chance in zip(outcome, chances, strict=True):
            odds *= chance if hit else 1 - chance
        counted += odds if sum(outcome) >= hits else 0
    assert tail(chances, hits) == pytest.approx(counted)


def test_plain_words_are_for_the_young() -> None:
    plain = reading_age("The dog sat. It was wet. We ran home to get a cloth for it.")
    hard = reading_age(
        "Multidisciplinary organisational reconfiguration necessitates considerable documentation."
    )
    assert plain < 10 < 20 < hard
    assert reading_age("") == 0


def test_the_cause_named_is_the_sentence_that_never_holds() -> None:
    late = option("wait", "poor", more="mark: waited\nthen: end\n")
    line = "say:\n  - child: Still here.\n    if:\n      - chose monday ask\n      - marked waited\n"
    text = story(picked("monday", ASK, late), picked("tuesday", lines=line))
    ((_, message),) = found(text, "C021")
    assert "its conditions never hold" in message
    never = line.replace("marked waited", "playing nurse")
    roles = ROLES.replace("nursing, play: yes", "nursing")
    ((_, message),) = found(story(picked("monday"), picked("tuesday", lines=never), head=roles), "C021")
    assert "“playing nurse” holds in no play" in message


def test_a_line_for_a_single_seat_alone_is_heard() -> None:
    line = "say:\n  - child: Nobody else is here.\n    if: nurse is a colleague\n"
    text = story(picked("monday", lines=line), picked("tuesday", more="as: nurse\n"), head=ROLES)
    assert found(text, "C021") == []


def test_findings_point_at_the_words_they_are_about() -> None:
    text = story(picked("monday", option("ask", cite="[judgement]"), WAIT)).replace(
        "cite: [judgement]", "cite: [initial_assessment_timescale]"
    )
    ((line, _),) = found(text, "C042")
    assert "initial_assessment_timescale" in text.splitlines()[line - 1]


def test_what_is_found_of_the_whole_case_stands_at_its_title() -> None:
    assert found("# remarks\n\n" + story(picked("monday")), "C072") == [
        (3, "The author has no checks of their own.")
    ]


def test_always_right_is_worth_what_it_earns() -> None:
    case = examined(story(*(picked(day) for day in ("monday", "tuesday", "wednesday"))))
    assert case.solution.guessing is not None
    plays = {one.name: one.earned for one in habitual_plays(case.explorer, case.solution.guessing)}
    assert (plays["first"], plays["last"]) == (9, 0)
    assert plays["refer"] == plays["ask consent"] == case.solution.guessing == Fraction(9, 2)


def test_the_best_play_is_walked_to_its_end() -> None:
    case = examined(story(picked("monday"), picked("tuesday")))
    nodes = best_nodes(case.explorer)
    assert len(nodes) == 3 and nodes[-1].state.ending == 0


def test_files_are_checked_in_their_order(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.yaml").write_text(story(picked("monday")) + "#" * 9000 + "\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("title: 3\n", encoding="utf-8")
    files = [tmp_path / f"{name}.yaml" for name in ("b", "a", "c", "none")]
    checked = list(check_files(files))
    assert [one.name for one in checked] == [str(file) for file in files]
    assert [one.page is None for one in checked] == [False, True, False, True]


def test_a_cut_that_no_longer_comes_to_the_good_ending_is_told() -> None:
    endings = (
        "endings:\n"
        "  well:\n    when: chose tuesday ask\n    outcome: good\n    text: All is told.\n"
        "  home_time:\n    outcome: mixed\n    text: The day ends.\n"
    )
    cuts = "cuts:\n  short: {{minutes: 20, leave out: [{}]}}\n"
    days = [picked(day) for day in ("monday", "tuesday", "wednesday")]
    ((line, message),) = found(story(*days, head=cuts.format("tuesday"), endings=endings), "C015")
    assert line == 3 and "good ending" in message and "“well”" in message
    assert found(story(*days, head=cuts.format("wednesday"), endings=endings), "C015") == []
