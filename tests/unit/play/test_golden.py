"""Attempts stored whole are replayed: what was begun under any released version stays what it was."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

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
