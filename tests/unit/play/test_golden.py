"""Attempts stored whole are replayed: what was begun under any released version stays what it was."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import MoveRefused
from simulator.play import room
from simulator.play import step as rules
from tests.golden import led
from tests.golden.attempts import HERE, cases, file_of, replayed

FILES = sorted(HERE.glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_stored_attempt_comes_to_the_same_story_and_marks(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    for attempt, again in zip(data["attempts"], replayed(data), strict=True):
        assert {name: attempt[name] for name in again} == again


def test_every_case_has_stored_attempts() -> None:
    missing = [case.stem for case in cases() if not file_of(case).exists()]
    assert missing == [], "python -m tests.golden stores them"


def test_the_names_say_format_and_version_of_play() -> None:
    assert FILES
    assert all(re.fullmatch(r"[a-z0-9-]+\.format\d+\.play\d+\.json", file.name) for file in FILES)


def test_a_replay_that_comes_to_something_else_is_noticed() -> None:
    data = json.loads(FILES[0].read_text(encoding="utf-8"))
    data["text"] = re.sub("grade: (good|acceptable)", "grade: poor", data["text"])
    assert [again["card"] for again in replayed(data)] != [attempt["card"] for attempt in data["attempts"]]


LED = json.loads(led.FILE.read_text(encoding="utf-8"))


def test_the_led_plays_hold_everything_that_a_trainer_can_do() -> None:
    done = {move["move"] for attempt in LED["attempts"] for move in attempt["moves"]}
    can = {"stops", "time box", "poll", "vote", "open votes", "inject", "pause", "hand over", "step out"}
    assert can | {"move on", "stand", "end"} <= done


_CHOOSE = rules.choose


def _later(game: Any, state: Any, *more: Any, **most: Any) -> Any:
    return _CHOOSE(game, state, *more, **most)._replace(clock=state.clock + 11)


def _refuse(*given: Any) -> None:
    raise MoveRefused("No", "Not any more.")


_CHANGED: dict[str, Callable[..., Any]] = {
    "pause": lambda state, paused, events: state,
    "stop_where_asked": lambda game, state, events: state,
    "time_box": lambda state, minutes, events: state,
    "open_when_in": lambda game, state, events: state,
    "_inject": lambda game, state, move: rules.Injected("", (), state.clock),
    "move_on": lambda state, waiting, events: state,
    "end_play": lambda game, state, said, events: room.end_play(game, state, "", []),
    "check_votes": _refuse,
    "choose": _later,
}
"""Rules of play, each changed a little: a replay of what was stored has to notice."""


@pytest.mark.parametrize("rule", _CHANGED)
def test_a_rule_of_play_that_changes_is_noticed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hasattr(rules, rule)
    monkeypatch.setattr(rules, rule, _CHANGED[rule])
    try:
        again = replayed(LED)
    except MoveRefused:
        return
    assert again != [{name: attempt[name] for name in again[0]} for attempt in LED["attempts"]]


def test_a_rule_of_play_that_changes_is_noticed_in_what_nobody_led(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.loads(FILES[0].read_text(encoding="utf-8"))
    data["attempts"] = data["attempts"][:1]
    assert replayed(data)[0].items() <= data["attempts"][0].items()
    monkeypatch.setattr(rules, "choose", _later)
    assert not replayed(data)[0].items() <= data["attempts"][0].items()
