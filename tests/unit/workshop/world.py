"""What tests of the workshop share: a room of one case, people who sit down, and moves without thought."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import OpenAttempt, Store
from simulator.workshop import joining, opening, table
from simulator.workshop.joining import Ticket
from simulator.workshop.leading import Console
from simulator.workshop.opening import Plan
from tests.steps.record_databases import DATABASES
from tests.steps.record_world import EVERYTHING, add_learner, case_of, family_of, rulebook_of

both = pytest.mark.parametrize("place", DATABASES, indirect=True)
"""A test that runs on SQLite and on PostgreSQL."""


@dataclass
class World:
    """A room, its code, and who sits in it."""

    store: Store
    room: str
    code: str
    tickets: dict[tuple[int, str], Ticket] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    """Name -> pseudonym."""
    sent: int = 0

    @property
    def console(self) -> Console:
        return Console(self.store, self.room)

    def person(self, name: str, agency: str = "health") -> str:
        """Somebody of the record."""
        if name not in self.people:
            self.people[name] = add_learner(self.store, name, agency)
        return self.people[name]

    def sit(self, number: int, role: str, name: str = "", **more: Any) -> Ticket:
        """Somebody sits down."""
        learner = self.person(name, f"agency of {role}") if name else None
        ticket = joining.sit(self.store, self.room, number, role, learner, f"w{number}{role}"[:40], **more)
        self.tickets[number, role] = ticket
        return ticket

    def begin(self, number: int = 1) -> OpenAttempt:
        return table.begin(self.store, self.room, number)

    def attempt(self, number: int = 1) -> OpenAttempt:
        found = joining.attempt_of(self.store, self.room, number)
        assert found is not None
        return found

    def play(self, number: int = 1, moves: int = 1_000, strategy: str = "first") -> OpenAttempt:
        """Let whoever is waited for decide, through their own ticket."""
        attempt = self.attempt(number)
        for _ in range(moves):
            waiting = () if attempt.ended else waiting_for(attempt.game, attempt.state)
            if not waiting:
                break
            move = NAIVE[strategy](attempt.game, attempt.state, waiting[0])
            self.sent += 1
            ticket = self.tickets[number, waiting[0]]
            table.decide(self.store, attempt, ticket, move, f"play-{self.sent}")
        return attempt


def make_world(store: Store, text: str = EVERYTHING, tables: int = 2, **more: Any) -> World:
    """A room that has just been opened."""
    case = case_of(text)
    plan = Plan(
        case=case,
        case_text=text,
        case_name="case.yaml",
        family=family_of(text),
        rulebook=rulebook_of(text),
        tables=tables,
        **more,
    )
    opened = opening.open_workshop(store, plan)
    return World(store, opened.room, opened.code)
