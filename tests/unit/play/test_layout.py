"""Which scenes a state keeps an entry of: those that can be entered twice, and few others."""

from __future__ import annotations

import pytest

from simulator.play.game import Game, prepare
from simulator.solver.reads import following_scenes
from tests.unit.play.cases import game_of
from tests.unit.play.test_story import pick
from tests.unit.solver.small_cases import small_case
from tests.unit.solver.small_making import Dice

WAYS = {"ring": "        then: {}\n", "decide": "    then: {}\n", "scene": "  then: {}\n"}
ASK = """\
third:
  decide:
    as: manager
    question: Whom do you ask?
    ask:
      of: [gp]
      purposes:
        enquiry: To decide today.
      if refused: {}
"""


def kept(game: Game) -> dict[str, int]:
    """How many entries are kept of each scene."""
    return {scene.id: len(scene.entered) for scene in game.scenes if scene.entered}


def coming_again(game: Game) -> set[str]:
    """Scenes from which a play may come to them again, found by following every way."""
    ways = {scene.index: set(following_scenes(game, scene)) for scene in game.scenes}
    found = set()
    for scene in game.scenes:
        seen: set[int] = set()
        todo = list(ways[scene.index])
        while todo:
            there = todo.pop()
            if there not in seen:
                seen.add(there)
                todo += ways.get(there, ())
        if scene.index in seen:
            found.add(scene.id)
    return found


def test_of_a_story_that_only_goes_forward_nothing_is_kept() -> None:
    ahead = {"ring": WAYS["ring"].format("third")}
    game = game_of(pick("first", **ahead) + pick("second") + ASK.format("fourth") + pick("fourth"))
    assert kept(game) == {}


@pytest.mark.parametrize("part", WAYS)
def test_a_way_back_keeps_what_it_leads_over(part: str) -> None:
    back = {part: WAYS[part].format("second")}
    back["scene"] = "  again: 2\n" + back.get("scene", "")
    game = game_of(pick("first") + pick("second") + pick("third", **back) + pick("fourth"))
    assert kept(game) == {"second": 1, "third": 3}


def test_a_request_refused_may_lead_back() -> None:
    game = game_of(pick("first") + pick("second") + ASK.format("second") + pick("fourth"))
    assert kept(game) == {"second": 1, "third": 1}


def test_a_scene_that_leads_to_itself_is_kept() -> None:
    back = pick("first", scene="  again: 1\n", ring=WAYS["ring"].format("first"))
    assert kept(game_of(back + pick("second"))) == {"first": 2}


def test_no_scene_is_forgotten_that_can_come_again() -> None:
    games = [
        prepare(small.case, small.rulebook) for small in (small_case(Dice(seed), 5) for seed in range(150))
    ]
    forgotten = [coming_again(game) - set(kept(game)) for game in games]
    assert not any(forgotten)
    assert 20 < sum(bool(kept(game)) for game in games) < 130, "such cases are drawn, and others"
