"""What tests of the record share: a case and how it is begun, a clock and names of their own, and plays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from scoring.calendar import from_minutes
from scoring.guidance import library
from scoring.rulebook import Rulebook
from simulator.family import Family, invent
from simulator.play.cast import spec_of
from simulator.play.cited import rulebook_for
from simulator.play.moves import Move
from simulator.play.state import State
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import Beginning, Given, OpenAttempt, Place, Player, Store, open_store
from simulator.scenario.model import Case
from simulator.scenario.read import case_from

CASES = Path(__file__).resolve().parents[1] / "cases"
EVERYTHING = (CASES / "everything.yaml").read_text("utf-8")
TEN_LINES = (CASES / "ten_lines.yaml").read_text("utf-8")
LOOP = """
title: The same question twice
scenes:
  monday:
    again: 1
    decide:
      question: <child> has come without lunch again. What do you do?
      options:
        ask:
          text: Ask what happened.
          then: end
        wait:
          text: Wait until tomorrow.
          then: monday
endings:
  home_time: <child> goes home.
"""
"""A decision that can be met twice."""
FOUR = (
    """
title: Four decisions
scenes:
"""
    + "".join(
        f"""
  day_{day}:
    decide:
      question: What do you do for <child> on day {day}?
      options:
        ask:
          text: Ask what happened.
          takes: 10 minutes
        wait:
          text: Wait until tomorrow.
          mark: waited_{day}
"""
        for day in range(1, 5)
    )
    + """
endings:
  home_time: <child> goes home.
"""
)
"""A small case, for plays by the thousand."""


@lru_cache
def case_of(text: str) -> Case:
    return case_from(text, "case.yaml")


@lru_cache
def rulebook_of(text: str) -> Rulebook:
    return rulebook_for(case_of(text), library())


@lru_cache
def family_of(text: str) -> Family:
    case = case_of(text)
    return invent(spec_of(case), "1", from_minutes(case.set_on).date())


def beginning(text: str = EVERYTHING, **changes: Any) -> Beginning:
    """How an attempt at a case is begun, by all its playable roles unless the test says otherwise."""
    usual: dict[str, Any] = {
        "case_text": text,
        "case_name": "case.yaml",
        "seats": case_of(text).playable,
        "seed": "1",
        "family": family_of(text),
        "rulebook": rulebook_of(text),
    }
    return Beginning(**{**usual, **changes})


def solo(learner: str, text: str = EVERYTHING, **changes: Any) -> Beginning:
    """How one person plays all seats."""
    return beginning(text, players=(Player(learner, case_of(text).playable),), **changes)


def next_move(attempt: OpenAttempt, strategy: str = "first") -> tuple[Move, str]:
    """What the seat that is to move next does, and which seat it is."""
    role = waiting_for(attempt.game, attempt.state)[0]
    return NAIVE[strategy](attempt.game, attempt.state, role), role


def play_on(attempt: OpenAttempt, moves: int = 1_000, strategy: str = "first", **words: str) -> None:
    """Play some moves, or to the end; client ids count the moves."""
    for _ in range(moves):
        if attempt.ended:
            return
        move, role = next_move(attempt, strategy)
        attempt.play(move, f"client-{len(attempt.moves) + 1}", role, **words)


class Clock:
    """A clock that goes on by a second each time it is asked, and can be set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def world(clock: Callable[[], datetime] | None = None) -> Given:
    """A world in which names and salts can be foretold, and nobody waits for real."""
    names, salts, ticks = count(1), count(1), count()
    return Given(
        now=clock or Clock(),
        new_id=lambda: f"id{next(names):010}",
        salt=lambda: f"{next(salts):032x}",
        elapsed=lambda: float(next(ticks)),
        sleep=lambda seconds: None,
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(place: Place, clock: Clock) -> Iterator[Store]:
    """An empty record, open; the test runs once for each database."""
    with open_store(place, world(clock)) as opened:
        yield opened


@pytest.fixture
def learner(store: Store) -> str:
    """Somebody in the record."""
    return add_learner(store, "Amira Shah", "health visiting")


def pure_states(attempt: OpenAttempt, strategy: str = "first") -> list[State]:
    """The states of a whole play by a strategy, worked out without any store."""
    state = start(attempt.game, attempt.seats)[0]
    states = [state]
    while waiting := waiting_for(attempt.game, state):
        state = step(attempt.game, state, NAIVE[strategy](attempt.game, state, waiting[0]))[0]
        states.append(state)
    return states


def add_learner(store: Store, name: str, agency: str, learner: str = "") -> str:
    """Take somebody into the record without making them a phrase, which takes time."""
    from sqlalchemy import Connection, insert

    from simulator.records import tables
    from simulator.text import name_key

    learner, since = learner or store.given.new_id(), store.given.now()

    def add(connection: Connection) -> str:
        connection.execute(insert(tables.learners).values(id=learner, since=since))
        details = tables.row(
            tables.Person, learner=learner, name=name, name_key=name_key(name), agency=agency
        )
        connection.execute(insert(tables.people).values(details))
        return learner

    return store.database.write(add)
