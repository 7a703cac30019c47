"""Places at a workshop: taking one, coming back to it, and leaving.

    ticket = sit(store, room, 2, "gp", learner, window)   PlaceHeld asks whether to take over
    ticket = come_back(store, ticket.token, window)       after a reload, a crash, on another machine
    beat(store, ticket)                                   every HEARTBEAT seconds; False: no longer yours
    goodbye(store, ticket)                                when nobody is before the window any more

A token is all that a window must keep. `window` names the window (a browser tab, a process): a second one on
the same token is asked first. A person without a record (`learner` None) plays, and nothing is kept of them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final, NamedTuple

from simulator.errors import AccessRefused, RecordError
from simulator.play.moves import HandOver, StepOut
from simulator.records import OpenAttempt, Player, Store, rooms, rooms_people, rooms_places
from simulator.records.rooms import KeptTable
from simulator.records.rooms_places import Holder, KeptPlace, PlaceHeld, is_away
from simulator.records.tables import PlaceKind, PlaceState
from simulator.text import name_key
from simulator.words import say
from simulator.words import workshop as words
from simulator.workshop.opening import check_open

__all__ = ["PlaceHeld", "PlaceKind", "PlaceState"]

HEARTBEAT: Final = 10.0
"""Seconds between two heartbeats of a window."""


class Ticket(NamedTuple):
    """A place that somebody holds."""

    token: str
    window: str
    room: str
    number: int
    """Of the table."""
    places: tuple[KeptPlace, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The seats: one, or at a shared screen all that somebody plays; none for scribes and observers."""
        return tuple(place.role for place in self.places if place.role)

    @property
    def kind(self) -> PlaceKind:
        """Seat, scribe or observer."""
        return self.places[0].kind


class OpenElsewhere(AccessRefused):
    """Another window shows this place; asking once more with `take_over` moves it here."""

    def __init__(self) -> None:
        super().__init__(
            say(words.OPEN_ELSEWHERE), say(words.OPEN_ELSEWHERE_MESSAGE), say(words.OPEN_ELSEWHERE_REMEDY)
        )


def sit(
    store: Store,
    room: str,
    number: int,
    role: str,
    learner: str | None,
    window: str,
    *,
    take_over: bool = False,
) -> Ticket:
    """Take a seat. A late comer to a table that plays takes it back from a colleague's habit.

    Raises PlaceHeld (ask, and try again with `take_over` where `may_take_over`), RecordError or NotSaved.
    """
    check_open(store, room)
    place = _seat(store, room, number, role)
    ticket = _take(store, place.id, learner, window, take_over=take_over)
    if place.held and (learner is None or learner != place.learner):
        _forget_what_was_typed(store, place)
    return ticket


def _forget_what_was_typed(store: Store, place: KeptPlace) -> None:
    """What somebody had typed and not sent is not for whoever sits there after them."""
    attempt = attempt_of(store, place.room, place.number)
    if attempt is not None and not attempt.ended:
        attempt.keep_draft(place.role, "")


def sit_together(
    store: Store, room: str, number: int, people: Mapping[str, str | None], window: str
) -> Ticket:
    """Take several seats for one shared screen: role -> the person's pseudonym, or None. All or none.

    Raises PlaceHeld, RecordError or NotSaved.
    """
    check_open(store, room)
    token = secrets.token_urlsafe(24)
    places = [_seat(store, room, number, role).id for role in people]
    holders = [Holder(token, learner, window) for learner in people.values()]
    rooms_places.take_places(store, places, holders, take_over=True)
    return settle(store, _ticket(store, token, window))


def sit_beside(
    store: Store,
    room: str,
    number: int,
    kind: PlaceKind,
    learner: str | None,
    window: str,
    *,
    take_over: bool = False,
) -> Ticket:
    """Sit at a table as its one scribe or as an observer. Raises as `sit`."""
    check_open(store, room)
    _table(store, room, number)
    places = rooms_places.places_of(store, room)
    there = [one.id for one in places if (one.number, one.kind) == (number, kind)]
    scribes = there if kind is PlaceKind.SCRIBE else []
    place = scribes[0] if scribes else rooms_places.add_place(store, room, number, kind)
    return _take(store, place, learner, window, take_over=take_over)


def _take(store: Store, place: str, learner: str | None, window: str, *, take_over: bool) -> Ticket:
    token = secrets.token_urlsafe(24)
    rooms_places.take_places(store, [place], [Holder(token, learner, window)], take_over=take_over)
    return settle(store, _ticket(store, token, window))


def place_of(store: Store, room: str, name: str, agency: str) -> KeptPlace | None:
    """The place of their own that somebody of this name and agency has in a room, from another device."""
    shared = {table.number for table in rooms.tables_of(store, room) if table.one_screen}
    wanted = name_key(name), name_key(agency)
    for place in rooms_places.places_of(store, room):
        here = (name_key(place.name), name_key(place.agency))
        if place.held and place.learner and place.number not in shared and here == wanted:
            return place
    return None


def come_over(store: Store, place: KeptPlace, window: str) -> Ticket:
    """The same person's place, from another device, once nobody is at the other one: a name alone takes no
    place from a screen that is in use. Raises PlaceHeld, RecordError or NotSaved."""
    check_open(store, place.room)
    now = next(one for one in rooms_places.places_of(store, place.room) if one.id == place.id)
    if now.learner != place.learner or not is_away(now.seen, store.given.now()):
        raise PlaceHeld(away=False, same_person=False, name=now.name)
    return _take(store, place.id, place.learner, window, take_over=True)


def come_back(store: Store, token: str, window: str, *, take_over: bool = False) -> Ticket:
    """The same place, for a window that has its token. Nothing of what was played is lost or repeated.

    Raises OpenElsewhere where another window shows it, AccessRefused where it is nobody's any more.
    """
    ticket = _ticket(store, token, window)
    check_open(store, ticket.room)
    if not rooms_places.show_in(store, token, window, take_over=take_over):
        raise OpenElsewhere
    return settle(store, _ticket(store, token, window))


def beat(store: Store, ticket: Ticket) -> bool:
    """Say that the window is there; False where its place is no longer its own."""
    return rooms_places.beat(store, ticket.token, ticket.window)


def goodbye(store: Store, ticket: Ticket) -> None:
    """Say that nobody is before the window any more: the place is kept, and may be taken over at once."""
    rooms_places.goodbye(store, ticket.token, ticket.window)


def rest(store: Store, ticket: Ticket, role: str) -> None:
    """Let a colleague's habit play a seat; its holder keeps it. Raises AccessRefused or NotSaved."""
    place = _mine(store, ticket, role)
    rooms_places.set_state(store, place.id, PlaceState.SIMULATED)
    settle(store, _ticket(store, ticket.token, ticket.window))


def take_back(store: Store, ticket: Ticket, role: str) -> None:
    """Play a seat again oneself. Raises AccessRefused or NotSaved."""
    place = _mine(store, ticket, role)
    rooms_places.set_state(store, place.id, PlaceState.TAKEN)
    settle(store, _ticket(store, ticket.token, ticket.window))


def leave(store: Store, ticket: Ticket) -> None:
    """Step out, or leave early: no reason asked, it counts as attended, and only the trainer sees it.

    A colleague's habit plays the seat from here, and a late comer may take it. What somebody else has taken
    over meanwhile stays theirs. Raises NotSaved.
    """
    attempt = attempt_of(store, ticket.room, ticket.number)
    for place in held_by(store, ticket):
        if attempt and not attempt.ended and place.role and _plays(attempt, place.role):
            attempt.play(StepOut(place.role), f"leave-{place.id}-{place.turns}", place.role)
        if attempt and place.learner:
            store.leave(attempt.id, place.learner)
        rooms_places.let_go(store, place.id, PlaceState.SIMULATED if attempt else PlaceState.FREE)


def settle(store: Store, ticket: Ticket) -> Ticket:
    """Bring the journal to what the places say: who sits plays, who rests is played by habit. Done twice it
    changes nothing, so that it mends whatever a window that died left half done."""
    attempt = attempt_of(store, ticket.room, ticket.number)
    if attempt is None or attempt.ended:
        return ticket
    for place in ticket.places:
        if place.learner and place.state is PlaceState.TAKEN:
            _join(store, attempt, ticket, place.learner)
        wanted = place.state is PlaceState.TAKEN
        if place.role and _plays(attempt, place.role) is not wanted:
            move = HandOver(place.role, wanted)
            attempt.play(move, f"hand-{place.id}-{place.turns}", place.role)
        if wanted and place.kind is not PlaceKind.OBSERVER:
            _who_sat_here_has_left(store, attempt, place)
    return ticket


def _who_sat_here_has_left(store: Store, attempt: OpenAttempt, place: KeptPlace) -> None:
    """A late comer has the seat of somebody who stepped out, or is the scribe in their place: that one
    attended, and is not there again."""
    here = {one.learner for one in rooms_places.places_of(store, place.room) if one.held}
    for person in rooms_people.people_at(store, attempt.id):
        sat_here = place.role in person.roles if place.role else not person.roles
        if sat_here and person.learner not in here:
            store.leave(attempt.id, person.learner)


def _join(store: Store, attempt: OpenAttempt, ticket: Ticket, learner: str) -> None:
    roles = tuple(one.role for one in ticket.places if one.learner == learner and one.role)
    store.join(attempt.id, [Player(learner, roles)])


def _plays(attempt: OpenAttempt, role: str) -> bool:
    return bool(attempt.state.seats & attempt.game.seat[role])


def attempt_of(store: Store, room: str, number: int) -> OpenAttempt | None:
    """A table's attempt; None where it has not begun. Raises RecordError where there is no such table."""
    table = _table(store, room, number)
    return store.attempt(table.attempt) if table.attempt else None


def _table(store: Store, room: str, number: int) -> KeptTable:
    for table in rooms.tables_of(store, room):
        if table.number == number:
            return table
    raise rooms.no_table(number)


def _seat(store: Store, room: str, number: int, role: str) -> KeptPlace:
    _table(store, room, number)
    for place in rooms_places.places_of(store, room):
        if place.number == number and place.role == role and place.role:
            return place
    raise RecordError(say(words.NO_PLACE), say(words.NO_SEAT_MESSAGE, role=role[:40]))


def held_by(store: Store, ticket: Ticket) -> list[KeptPlace]:
    """The places that are still a ticket's own."""
    held = rooms_places.places_held(store, ticket.token)
    return [place for place in held if place.shown_in == ticket.window]


def _mine(store: Store, ticket: Ticket, role: str) -> KeptPlace:
    for place in held_by(store, ticket):
        if place.role == role:
            return place
    raise AccessRefused(say(words.NOT_YOURS), say(words.NOT_YOURS_MESSAGE), say(words.NOT_YOURS_REMEDY))


def _ticket(store: Store, token: str, window: str) -> Ticket:
    """Raises AccessRefused where the token holds nothing."""
    held = tuple(rooms_places.places_held(store, token))
    if not held:
        raise AccessRefused(say(words.NOT_YOURS), say(words.NOT_YOURS_MESSAGE), say(words.NOT_YOURS_REMEDY))
    return Ticket(token, window, held[0].room, held[0].number, held)
