"""Places at the tables of a room: free, taken, simulated; who holds them, and whether their window is there.

A place is held by whoever has its token, of which only the sha256 is kept. Holding is settled in one
transaction, so that two people who take the same seat at once do not both have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, insert, select, update

from simulator.errors import RecordError
from simulator.records import tables
from simulator.records.rooms import new_place, told
from simulator.records.store import Store
from simulator.records.tables import PlaceKind, PlaceState
from simulator.text import clean
from simulator.words import say
from simulator.words import workshop as words

AWAY_AFTER: Final = timedelta(seconds=25)
"""A window that has said nothing for so long is taken for gone: two heartbeats and a half. One that is closed
says so (`goodbye`)."""


class KeptPlace(NamedTuple):
    """A place at a table."""

    id: str
    room: str
    number: int
    """Of the table."""
    kind: PlaceKind
    role: str
    state: PlaceState
    learner: str | None
    held: bool
    shown_in: str
    turns: int
    seen: datetime | None
    name: str
    """Of the person, empty where the record holds none."""
    agency: str


class Holder(NamedTuple):
    """Whoever takes a place."""

    token: str
    learner: str | None
    shown_in: str
    """The window."""


class PlaceHeld(RecordError):
    """Somebody else holds the place. `away` where their window has been silent: then it may be taken over."""

    def __init__(self, away: bool, same_person: bool, name: str) -> None:
        may = away or same_person
        named, unnamed = (words.SAT_THERE, words.SOMEBODY_SAT_THERE) if away else (words.HELD_BY, words.HELD)
        title = say(named, name=clean(name)) if name else say(unnamed)
        message = words.HELD_GONE if away else words.HELD_OPEN
        super().__init__(title, say(message), say(words.TAKE_OVER if may else words.ASK_TRAINER))
        self.away = away
        self.same_person = same_person

    @property
    def may_take_over(self) -> bool:
        """Whether asking once more, with `take_over`, is allowed."""
        return self.away or self.same_person


def places_of(store: Store, room: str) -> Sequence[KeptPlace]:
    """Every place of a room, table by table, in the order of the case's roles."""
    query = _query().where(tables.places.c.room == room)
    return sorted(store.database.glance(lambda c: _read(c, query)), key=lambda one: one.number)


def places_held(store: Store, token: str) -> Sequence[KeptPlace]:
    """The places that a token brings its holder back to."""
    if not token:
        return ()
    return store.database.glance(lambda c: _read(c, _query().where(tables.places.c.holder == digest(token))))


def digest(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _query() -> Any:
    place, person = tables.places, tables.people
    columns = (
        place.c.id,
        place.c.room,
        place.c.number,
        place.c.kind,
        place.c.role,
        place.c.state,
        place.c.learner,
        place.c.holder,
        place.c.shown_in,
        place.c.turns,
        place.c.seen,
        person.c.name,
        person.c.agency,
    )
    joined = place.outerjoin(person, person.c.learner == place.c.learner)
    return select(*columns).select_from(joined)


def _read(connection: Connection, query: Any) -> list[KeptPlace]:
    return [_place(found) for found in connection.execute(query)]


def _place(found: Any) -> KeptPlace:
    values = {
        name: getattr(found, name) for name in KeptPlace._fields if name not in ("held", "name", "agency")
    }
    return KeptPlace(**values, held=bool(found.holder), name=found.name or "", agency=found.agency or "")


def take_places(
    store: Store, places: Sequence[str], holders: Sequence[Holder], *, take_over: bool = False
) -> None:
    """Take places, each for its holder; all of them or none.

    Raises PlaceHeld where somebody else holds one, RecordError where there is no such place, or NotSaved.
    `take_over` takes a place from a silent window, or from the same person's other one.
    """
    now = store.given.now()

    def take(connection: Connection) -> None:
        room = ""
        for place, holder in zip(places, holders, strict=True):
            room = _take(connection, place, holder, now, take_over)
        told(connection, room)

    store.database.write(take)


def _take(connection: Connection, place: str, holder: Holder, now: datetime, take_over: bool) -> str:
    table = tables.places
    found = connection.execute(select(table).where(table.c.id == place).with_for_update()).first()
    if found is None:
        raise RecordError(say(words.NO_PLACE), say(words.NO_PLACE_MESSAGE))
    if found.holder == digest(holder.token):
        return str(found.room)  # a commit whose outcome nobody knew had succeeded
    if found.holder:
        away = is_away(found.seen, now)
        same = holder.learner is not None and holder.learner == found.learner
        named = select(tables.people.c.name).where(tables.people.c.learner == found.learner)
        held = PlaceHeld(away, same, connection.scalar(named) or "")
        if not (take_over and held.may_take_over):
            raise held
    values = {
        "holder": digest(holder.token),
        "learner": holder.learner,
        "shown_in": holder.shown_in,
        "state": PlaceState.TAKEN,
        "turns": found.turns + 1,
        "seen": now,
    }
    connection.execute(update(table).where(table.c.id == place).values(values))
    return str(found.room)


def is_away(seen: datetime | None, now: datetime) -> bool:
    """Whether a window has been silent for so long that it is taken for gone."""
    return seen is None or not -AWAY_AFTER < now - seen < AWAY_AFTER


def add_place(store: Store, room: str, number: int, kind: PlaceKind) -> str:
    """A new place for a scribe or an observer; give its id."""
    place = store.given.new_id()

    def add(connection: Connection) -> None:
        known = connection.execute(select(tables.places.c.id).where(tables.places.c.id == place)).first()
        if known is None:
            connection.execute(insert(tables.places).values(new_place(place, room, number, kind)))

    store.database.write(add)
    return place


def let_go(store: Store, place: str, state: PlaceState) -> None:
    """Nobody holds a place any more; it is free, or a colleague's habit plays it."""

    def leave(connection: Connection) -> None:
        table = tables.places
        found = connection.execute(select(table).where(table.c.id == place).with_for_update()).first()
        if found is None or not (found.holder or found.state != state):
            return
        values = {"holder": "", "shown_in": "", "state": state, "turns": found.turns + 1}
        connection.execute(update(table).where(table.c.id == place).values(values))
        told(connection, found.room)

    store.database.write(leave)


def set_state(store: Store, place: str, state: PlaceState) -> None:
    """A place whose holder lets a colleague's habit play it for a while, or takes it back."""

    def change(connection: Connection) -> None:
        table = tables.places
        found = connection.execute(select(table).where(table.c.id == place).with_for_update()).first()
        if found is None or found.state == state:
            return
        values = {"state": state, "turns": found.turns + 1}
        connection.execute(update(table).where(table.c.id == place).values(values))
        told(connection, found.room)

    store.database.write(change)


def show_in(store: Store, token: str, window: str, *, take_over: bool = False) -> bool:
    """Let a window show a token's places. False where another window does that is not silent."""
    now = store.given.now()

    def show(connection: Connection) -> bool:
        table = tables.places
        mine = table.c.holder == digest(token)
        held = connection.execute(select(table).where(mine).with_for_update()).all()
        others = [one for one in held if one.shown_in not in ("", window) and not is_away(one.seen, now)]
        if not held or (others and not take_over):
            return False
        connection.execute(update(table).where(mine).values(shown_in=window, seen=now))
        told(connection, held[0].room)
        return True

    return store.database.write(show)


def beat(store: Store, token: str, window: str) -> bool:
    """A window says that it is there. False where its places are no longer its own."""
    now = store.given.now()

    def seen(connection: Connection) -> bool:
        shown = update(tables.places).where(_mine(token, window)).values(seen=now)
        return bool(connection.execute(shown).rowcount)

    return store.database.write(seen)


def goodbye(store: Store, token: str, window: str) -> None:
    """A window says that nobody is before it any more: its places are kept, and may be taken over at once.
    Said again, it stays as long ago as it was."""
    table, silent = tables.places, store.given.now() - AWAY_AFTER

    def leave(connection: Connection) -> None:
        mine = _mine(token, window) & (table.c.seen > silent)
        gone = update(table).where(mine).values(seen=silent).returning(table.c.room)
        for room in {one.room for one in connection.execute(gone)}:
            told(connection, room)

    store.database.write(leave)


def _mine(token: str, window: str) -> ColumnElement[bool]:
    return (tables.places.c.holder == digest(token)) & (tables.places.c.shown_in == window)
