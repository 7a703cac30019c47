"""What plays yielded is kept aside: no figure differs, and whatever is wrong with it is worked out anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from simulator.records import Player
from simulator.reports import derived, kept_plays
from simulator.reports.kept_plays import FILE, KeptPlays
from simulator.reports.listed import make
from simulator.reports.report import Asked
from simulator.settings import load
from tests.steps.record_world import add_learner
from tests.steps.training import TrainingRoom

PLAYS = 3
REPORTS = ("ITEMS", "R9")


@pytest.fixture
def home(quick_folder: Path) -> Path:
    return quick_folder / "home"


class Lead:
    """Asks for the item analysis, and counts how many plays are marked again for it."""

    def __init__(self, room: TrainingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room, self.marked = room, 0
        self.people: list[str] = []
        self.file = room.home / "cache" / FILE
        work: Callable[[Any], Any] = derived.yielded

        def counted(opened: Any) -> Any:
            self.marked += 1
            return work(opened)

        monkeypatch.setattr(derived, "yielded", counted)

    def plays(self) -> None:
        """Somebody new plays."""
        with self.room.open() as store:
            self.people.append(add_learner(store, "Ann", "police"))
        self.room.play(Player(self.people[-1], ("nurse",)))

    def asks(self, *, kept: bool = True) -> tuple[object, int]:
        """The report, and how many plays were marked."""
        self.marked = 0
        asked = Asked(kept=KeptPlays(load({"home": str(self.room.home)})) if kept else None)
        with self.room.open() as store:
            data = [
                store.database.read(lambda c, n=n: make(c, n, asked).read().as_data())
                for n in ("ITEMS", "R9")
            ]
        return data, self.marked


@pytest.fixture
def lead(room: TrainingRoom, monkeypatch: pytest.MonkeyPatch) -> Lead:
    lead = Lead(room, monkeypatch)
    for _ in range(PLAYS):
        lead.plays()
    return lead


def test_a_play_is_marked_once_and_every_figure_is_the_same(lead: Lead) -> None:
    plain, marked = lead.asks(kept=False)
    assert marked == 2 * PLAYS
    assert lead.asks() == (plain, PLAYS), "once for two reports"
    assert lead.asks() == (plain, 0)
    lead.plays()
    assert lead.asks()[1] == 1, "only what is new"


def test_nobody_changes_a_report_by_changing_what_is_kept(lead: Lead) -> None:
    plain, _ = lead.asks()
    with closing(sqlite3.connect(lead.file)) as file, file:
        changed = file.execute("UPDATE plays SET text = replace(text, '\"good\"', '\"poor\"')").rowcount
    assert changed == PLAYS and lead.asks() == (plain, PLAYS) and lead.asks() == (plain, 0)
    with closing(sqlite3.connect(lead.file)) as file, file:
        heads = [head for (head,) in file.execute("SELECT head FROM plays ORDER BY head")]
        file.execute("DELETE FROM plays WHERE head = ?", heads[:1])
        file.execute("UPDATE plays SET head = ? WHERE head = ?", heads[:2])
    assert lead.asks() == (plain, 2), "one play's under another's hash"


def test_another_version_of_the_program_marks_anew(lead: Lead, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = lead.asks()
    monkeypatch.setattr(kept_plays, "program_digest", lambda: "another program")
    assert lead.asks() == (plain, PLAYS)


def test_what_is_damaged_or_cannot_be_written_does_no_harm(lead: Lead) -> None:
    plain, _ = lead.asks()
    lead.file.write_bytes(b"no database " * 1_000)
    assert lead.asks()[0] == plain
    assert lead.asks()[0] == plain and lead.asks() == (plain, 0), "it is made anew"
    lead.file.unlink()
    lead.file.mkdir()
    assert lead.asks() == (plain, 2 * PLAYS)


def test_what_is_kept_is_of_nobody_and_holds_nothing_typed(lead: Lead) -> None:
    lead.asks()
    kept = lead.file.read_bytes()
    assert b'"answers"' in kept and b"my own words" not in kept
    assert not [learner for learner in lead.people if learner.encode() in kept]
