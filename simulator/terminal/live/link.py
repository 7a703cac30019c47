"""What ties a window to its place in a workshop: the ticket, the table's attempt, who is there, the talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.family.model import Family
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.play.moves import Move, OpenVotes, Poll, StepOut
from simulator.play.state import State
from simulator.records import TRAINER, OpenAttempt, Store, rooms, rooms_places
from simulator.records.rooms_talk import TalkLine
from simulator.records.tables import PlaceKind, PlaceState
from simulator.terminal.live.awaiting import Present
from simulator.workshop import joining, table
from simulator.workshop.awaiting import Awaited, What, asked_of, awaited
from simulator.workshop.joining import Ticket
from simulator.workshop.noticing import Notices, key_of
from simulator.workshop.seeing import box_of


@dataclass
class LiveAttempt:
    """A table's attempt, played with a ticket: only its holder makes a seat's moves."""

    store: Store
    ticket: Ticket
    open: OpenAttempt

    @property
    def id(self) -> str:
        """Of the attempt."""
        return self.open.id

    @property
    def seats(self) -> tuple[str, ...]:
        """Roles that people played when the table began."""
        return self.open.seats

    @property
    def mine(self) -> tuple[str, ...]:
        """Roles that are played at this screen."""
        return self.ticket.roles

    @property
    def profile(self) -> str:
        """The board's, as it was when the room was opened."""
        return self.open.profile

    @property
    def game(self) -> Game:
        """The case, ready to play."""
        return self.open.game

    @property
    def family(self) -> Family:
        """The family."""
        return self.open.family

    @property
    def state(self) -> State:
        """Where the case stands."""
        return self.open.state

    @property
    def events(self) -> Sequence[Event]:
        """All that has happened."""
        return self.open.events

    @property
    def moves(self) -> Sequence[Any]:
        """Every move with what came of it."""
        return self.open.moves

    def play(self, move: Move, client_id: str, role: str, words: str | None = None) -> Sequence[Event]:
        """Make a move as the ticket's holder; a table that shares a screen sets its own votes."""
        if isinstance(move, Poll | OpenVotes):
            return self.open.play(move, client_id, TRAINER, words)
        return table.decide(self.store, self.open, self.ticket, move, client_id, words or "")

    def all_said(self) -> Mapping[str, str]:
        """Typed words that are kept, by digest."""
        return self.open.all_said()

    def changed(self) -> bool:
        """Whether anybody has moved."""
        return self.open.changed()

    def refresh(self) -> Sequence[Event]:
        """What they did."""
        return self.open.refresh()

    def draft(self, role: str) -> str:
        """What a seat had begun to fill in."""
        return self.open.draft(role)

    def keep_draft(self, role: str, text: str, learner: str | None = None) -> None:
        """Keep it."""
        self.open.keep_draft(role, text, learner)


@dataclass
class Link:
    """One window's tie to its place."""

    store: Store
    ticket: Ticket
    attempt: LiveAttempt
    notices: Notices
    talk: list[TalkLine] = field(default_factory=list)
    """What the table has said to itself, as far as this window knows."""
    read: int = 0
    """How many lines of it somebody here has had before them."""

    @property
    def keys(self) -> tuple[str, str]:
        """Under which changes here are noticed."""
        return self.attempt.id, key_of(self.ticket.room)

    @property
    def role(self) -> str:
        """The first seat; empty for an observer."""
        return next(iter(self.ticket.roles), "")

    def asked(self, role: str) -> What | None:
        """What a seat is asked now; None while it waits, and in a pause."""
        return asked_of(self.attempt.game, self.attempt.state, role)

    def awaited(self) -> tuple[Awaited, ...]:
        """Who is waited for."""
        return awaited(self.attempt.game, self.attempt.state)

    def present(self) -> tuple[Present, ...]:
        """Everybody with a seat at the table, in the order of the case, and its scribe."""
        now = self.store.given.now()
        places = rooms_places.places_of(self.store, self.ticket.room)
        here = [place for place in places if place.number == self.ticket.number]
        there = {place.role: place for place in here if place.kind is PlaceKind.SEAT}
        found = []
        for role in self.attempt.game.case.playable:
            place = there.get(role)
            plays = place is not None and place.state is PlaceState.TAKEN
            away = place is not None and place.held and rooms_places.is_away(place.seen, now)
            found.append(Present(role, place.name if place else "", plays, away))
        scribes = (place for place in here if place.kind is PlaceKind.SCRIBE and place.held)
        found += (Present("", place.name, True, rooms_places.is_away(place.seen, now)) for place in scribes)
        return tuple(found)

    def hear(self) -> list[TalkLine]:
        """What the table has said since."""
        after = self.talk[-1].seq if self.talk else 0
        new = list(table.talk(self.store, self.attempt.open, after))
        self.talk += new
        return new

    def speak(self, text: str) -> None:
        """Say something to the table. Raises AccessRefused or NotSaved."""
        table.speak(self.store, self.attempt.open, self.ticket, text)

    def minutes_left(self) -> float | None:
        """Of the time box; below 0 once it is over, None without one."""
        box = box_of(self.attempt.moves)
        return None if box is None else (box.until - self.store.given.now()).total_seconds() / 60

    def beat(self) -> bool:
        """Say that this window is there; False where the place is no longer its own."""
        return joining.beat(self.store, self.ticket)

    def leave(self) -> None:
        """Step out or leave: a colleague plays on. Raises NotSaved."""
        joining.leave(self.store, self.ticket)

    def step_out(self, roles: tuple[str, ...]) -> None:
        """Some of a table that shares this screen step out, and the others play on. Raises NotSaved."""
        for place in rooms_places.places_held(self.store, self.ticket.token):
            if place.role in roles:
                step_out = StepOut(place.role)
                self.attempt.open.play(step_out, f"leave-{place.id}-{place.turns}", place.role)
                rooms_places.let_go(self.store, place.id, PlaceState.SIMULATED)

    def rest(self, role: str) -> None:
        """Let a colleague play a seat for a while."""
        joining.rest(self.store, self.ticket, role)

    def take_back(self, role: str) -> None:
        """Play it again."""
        joining.take_back(self.store, self.ticket, role)

    def closed(self) -> bool:
        """Whether the workshop has ended."""
        return rooms.find_room(self.store, self.ticket.room).closed is not None

    def close(self) -> None:
        """Stop looking."""
        self.notices.close()


def link_to(store: Store, ticket: Ticket) -> Link:
    """Open a table for the holder of a ticket. Raises RecordError where it has not begun."""
    opened = table.open_table(store, ticket)
    return Link(store, ticket, LiveAttempt(store, ticket, opened.attempt), Notices(store))
