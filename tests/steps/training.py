"""A record with people in it who came, completed, stepped out or practised: for reports and exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoring.guidance import library
from simulator.access import Details, Known, register
from simulator.family import invent
from simulator.play.cast import spec_of
from simulator.play.cited import rulebook_for
from simulator.play.moves import StepOut
from simulator.play.step import waiting_for
from simulator.play.strategies import random_strategy
from simulator.records import Beginning, Given, Player, Store, Training, open_store
from simulator.scenario.read import case_from
from tests.steps.command_line import SMALL

TEXT = SMALL.read_text("utf-8")
MONTHS_VALID = 36


@dataclass
class TrainingRoom:
    """A record whose clock the test sets."""

    home: Path
    now: datetime = datetime(2026, 7, 6, 9, tzinfo=UTC)
    drawn: int = 0
    phrases: dict[str, str] = field(default_factory=dict)

    def open(self) -> Store:
        return open_store(f"sqlite:///{self.home / 'record.db'}", Given(now=self._tick))

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def register(self, name: str, agency: str, **details: str) -> Known:
        with self.open() as store:
            known, self.phrases[name] = register(store, Details(name, agency, **details))
        return known

    def play(self, *players: Player, steps_out: str = "", practice: bool = False, ends: bool = True) -> str:
        """Play the small case at random, to its end; give the attempt's id."""
        self.drawn += 1
        case = case_from(TEXT, "small.yaml")
        book = rulebook_for(case, library())
        roles = tuple(role for player in players for role in player.roles) or case.playable
        beginning = Beginning(
            TEXT,
            "small.yaml",
            tuple(role for role in case.playable if role in roles),
            str(self.drawn),
            invent(spec_of(case), str(self.drawn), book.on),
            book,
            players=players,
            training=Training("Level 2", valid_months=MONTHS_VALID),
            practice_only=practice,
        )
        with self.open() as store:
            attempt = store.attempt(store.begin(beginning))
            if steps_out:
                attempt.play(StepOut(steps_out), "out", steps_out)
            choose, number = random_strategy(self.drawn), 0
            while ends and (waiting := waiting_for(attempt.game, attempt.state)):
                number += 1
                move = choose(attempt.game, attempt.state, waiting[0])
                attempt.play(move, f"move-{number}", waiting[0], "my own words")
            return attempt.id


@pytest.fixture
def room(home: Path) -> TrainingRoom:
    home.mkdir()
    return TrainingRoom(home)
