"""Where the answers go that people give before and after a training: for the evaluation, never for marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.records import OpenAttempt, Presence, Store, rooms, rooms_people, rooms_places
from simulator.records.rooms_people import PersonAt
from simulator.records.tables import Stage
from simulator.records.training.evaluations import Occasion
from simulator.terminal.desk.model import Learner
from simulator.text import clean

if TYPE_CHECKING:
    from simulator.workshop.joining import Ticket


@dataclass(frozen=True, slots=True)
class StoredAsking:
    """The answers of those who share a screen, on one occasion."""

    store: Store
    people: tuple[Learner, ...]
    """Everybody at this screen of whom something is kept, in the order of their seats."""
    workshop: str | None = None
    attempt: str | None = None

    def keep(self, learner: Learner, answers: Mapping[str, int], *, before: bool) -> None:
        """Keep what somebody answered; nothing where they left all out. Raises NotSaved."""
        if answers:
            stage, on = Stage.PRE if before else Stage.POST, self.store.given.now().date()
            self.store.training.answer(self._occasion(learner), stage, answers, on)

    def intend(self, learner: Learner, text: str) -> None:
        """Keep what somebody means to do; nothing where they wrote nothing. Raises NotSaved."""
        if text.strip():
            on = self.store.given.now().date()
            self.store.training.intend(self._occasion(learner), text, on)

    def _occasion(self, learner: Learner) -> Occasion:
        return Occasion(learner.id, self.workshop, self.attempt)


def asking_about(store: Store, attempt: OpenAttempt) -> StoredAsking:
    """Of a table that plays by itself: whoever is there and has not stepped out."""
    there = whoever_is_at(store, attempt)
    people = tuple(Learner(one.learner, clean(one.name), clean(one.agency)) for one in there)
    return StoredAsking(store, people, attempt=attempt.id)


def whoever_is_at(store: Store, attempt: OpenAttempt) -> list[PersonAt]:
    """People of the record at an attempt who have not stepped out, in the order of their seats."""
    order = {role: place for place, role in enumerate(attempt.seats)}
    everybody = rooms_people.people_at(store, attempt.id)
    there = [one for one in everybody if one.name and one.presence is not Presence.STEPPED_OUT]
    return sorted(there, key=lambda one: min((order[role] for role in one.roles), default=len(order)))


def asking_in(store: Store, ticket: Ticket) -> StoredAsking:
    """In a workshop: whoever has a place at this screen, and at a shared one who writes or looks on there.
    A workshop that is closed lets go of its places, and whoever still looks back is asked all the same."""
    mine = {(place.id, place.learner) for place in ticket.places}
    beside, closed = len(ticket.roles) > 1, rooms.how_it_stands(store, ticket.room)[0]
    windows = (ticket.window, "") if closed else (ticket.window,)
    people: dict[str, Learner] = {}
    for one in rooms_places.places_of(store, ticket.room):
        here = (one.id, one.learner) in mine or (
            beside and not one.role and one.number == ticket.number and one.shown_in in windows
        )
        if here and (one.held or closed) and one.learner:
            people[one.learner] = Learner(one.learner, clean(one.name), clean(one.agency))
    return StoredAsking(store, tuple(people.values()), workshop=ticket.room)
