"""R4 calls a seat by the title that its case gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.records import Player
from simulator.reports.listed import make
from simulator.reports.report import Asked
from simulator.reports.seats import with_titles
from simulator.reports.transcript import entries_of
from tests.steps import training
from tests.steps.record_world import add_learner
from tests.steps.training import TrainingRoom

CALLED = {"a1": {"gp": "family doctor", "class teacher": "teacher"}, "b2": {"gp": "GP"}}


def test_each_seat_has_the_title_of_its_own_cases_version_and_what_is_no_seat_stays() -> None:
    rows: list[tuple[str, str | None, int]] = [
        ("a1", "gp, class teacher", 1),
        ("b2", "gp", 2),
        ("c3", "gp", 3),
        ("a1", "all seats", 4),
    ]
    rows += [("a1", "", 5), ("", None, 6)]
    said = [row[1] for row in with_titles(rows, CALLED, 0, 1)]
    assert said == ["family doctor, teacher", "GP", "gp", "all seats", "", None]


def test_a_play_and_ones_record_say_the_title(quick_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titled = training.TEXT.replace("  nurse:\n", "  nurse:\n    title: school nurse\n", 1)
    assert titled != training.TEXT
    monkeypatch.setattr(training, "TEXT", titled)
    room = TrainingRoom(quick_folder / "home")
    with room.open() as store:
        ann = add_learner(store, "Ann", "police")
    room.play(Player(ann, ("nurse",)))
    with room.open() as store:
        rows = store.database.read(lambda connection: make(connection, "R4", Asked()).read().rows)
        (mine,) = store.database.read(lambda connection: entries_of(connection, ann))
    assert [tuple(row)[18] for row in rows] == ["school nurse"]
    assert mine["role_played"] == "school nurse"
