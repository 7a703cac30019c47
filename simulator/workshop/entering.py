"""The door of a workshop: the code that lets in, and what somebody who comes in sees there.

room = enter(store, "amber-tiger-…")          once a person or browser: AccessRefused when wrong
for table in door(store, room).tables: …      what can be taken
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from simulator.access import join_codes
from simulator.records import Store, rooms, rooms_places
from simulator.records.rooms import KeptTable
from simulator.records.rooms_places import KeptPlace, is_away
from simulator.records.tables import PlaceKind, PlaceState
from simulator.scenario.model import Case
from simulator.text import clean
from simulator.workshop.opening import check_open


class DoorSeat(NamedTuple):
    """A seat as somebody who comes in sees it."""

    place: str
    role: str
    title: str
    agency: str
    state: PlaceState
    name: str
    """Of who sits there; empty where nobody does."""
    away: bool
    """Taken, but its window has been silent: it may be taken over."""


class Beside(NamedTuple):
    """Somebody who sits at a table without a seat of the case."""

    kind: PlaceKind
    name: str
    away: bool


class DoorTable(NamedTuple):
    """A table as somebody who comes in sees it."""

    number: int
    name: str
    one_screen: bool
    begun: bool
    ended: bool
    seats: tuple[DoorSeat, ...]
    beside: tuple[Beside, ...]
    """Its scribe and its observers."""


class Door(NamedTuple):
    """A workshop as somebody who comes in sees it."""

    room: str
    title: str
    case_title: str
    content_notes: tuple[str, ...]
    minutes: int
    tables: tuple[DoorTable, ...]

    @property
    def one_screen(self) -> bool:
        """Whether its tables each share a screen: a whole table comes in together."""
        return bool(self.tables) and all(table.one_screen for table in self.tables)


def enter(store: Store, code: str, device: str = "") -> str:
    """The room a code lets into; `device` names who asks, for counting tries. Raises AccessRefused."""
    return join_codes.room_of_code(store, code, device)


def door(store: Store, room: str) -> Door:
    """What can be taken in a room. Raises RecordError where it has ended or is not there."""
    check_open(store, room)
    kept = rooms.find_room(store, room)
    case = case_of(kept.case_text, kept.case_name)
    places = rooms_places.places_of(store, room)
    here = {one.number for one in places if one.role}  # at a table that came as a run file nobody sits
    tables = tuple(
        _door_table(store, case, table, [one for one in places if one.number == table.number])
        for table in rooms.tables_of(store, room)
        if table.number in here
    )
    minutes = case.cuts[kept.cut].minutes if kept.cut else case.minutes
    return Door(room, clean(kept.title), clean(case.title), case.content_notes, minutes, tables)


@lru_cache(maxsize=rooms.MOST_ROOMS)
def case_of(text: str, name: str) -> Case:
    """A kept case, read once."""
    from simulator.records.opening import read_case

    return read_case(text, name)


def _door_table(store: Store, case: Case, table: KeptTable, places: list[KeptPlace]) -> DoorTable:
    order = {role: number for number, role in enumerate(case.roles)}
    seats = sorted((one for one in places if one.kind is PlaceKind.SEAT), key=lambda one: order[one.role])
    now = store.given.now()
    held = [one for one in places if one.kind is not PlaceKind.SEAT and one.held]
    beside = tuple(Beside(one.kind, clean(one.name), is_away(one.seen, now)) for one in held)
    shown = tuple(_door_seat(case, one, store) for one in seats)
    return DoorTable(
        table.number, clean(table.name), table.one_screen, bool(table.attempt), table.ended, shown, beside
    )


def _door_seat(case: Case, place: KeptPlace, store: Store) -> DoorSeat:
    role = case.roles[place.role]
    away = place.held and is_away(place.seen, store.given.now())
    name = clean(place.name) if place.held else ""
    return DoorSeat(place.id, role.id, clean(role.title), clean(role.agency), place.state, name, away)
