"""Rooms in the record: opened, begun table by table, closed. What people do in them is `rooms_places`.

Everything that changes what a table sees or may do is a move in its attempt's journal; what stands here is
who may send a seat's moves, and who is there. `told` tells other windows on a server; a file tells by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, insert, literal_column, select, update

from scoring.rulebook import Rulebook
from simulator.errors import RecordError
from simulator.family.model import Family
from simulator.family.stored import as_data as family_data
from simulator.family.stored import from_data as family_from
from simulator.records import opening, tables
from simulator.records.beginning import Beginning, kept_texts_of
from simulator.records.chain import canonical, text_digest
from simulator.records.store import Store
from simulator.records.tables import PlaceKind, PlaceState, Room, RoomTable, Status, row
from simulator.records.tables.courses import Workshop
from simulator.records.training import workshops
from simulator.records.watching import CHANNEL
from simulator.words import records as record_words
from simulator.words import say
from simulator.words import workshop as words

_KEY: Final = "room:"
_READ: Final[dict[str, str]] = {}
"""Kept texts of rooms by their sha256: whichever record they are from, they are the same."""
MOST_ROOMS: Final = 8
"""Rooms whose guidance and family are kept ready."""


class NewRoom(NamedTuple):
    """All that a room is opened with."""

    title: str
    case_id: str
    begun: Beginning
    """What every table begins with; seats, players and table are each table's own."""
    setting: Mapping[str, Any]
    tables: tuple[str, ...]
    """The tables' names."""
    one_screen: bool
    roles: tuple[str, ...]
    """The seats of each table."""
    held_on: date
    place: str = ""
    course: str | None = None
    minutes: int = 0


class KeptRoom(NamedTuple):
    """A room as the record holds it."""

    id: str
    title: str
    case_id: str
    case_name: str
    case_text: str
    rulebook: Rulebook
    board: Mapping[str, Any] | None
    cut: str
    seed: str
    family: Family
    setting: Mapping[str, Any]
    trainer: str | None
    opened: datetime
    closed: datetime | None


class KeptTable(NamedTuple):
    """A table of a room."""

    number: int
    name: str
    one_screen: bool
    attempt: str | None
    ended: bool
    """Whether its case has been played to the end."""


class RoomLine(NamedTuple):
    """A room in a list."""

    id: str
    title: str
    case_id: str
    opened: datetime
    closed: datetime | None
    tables: int


def open_room(store: Store, new: NewRoom, workshop: str = "") -> str:
    """Open a room and give its id, which is its workshop's: one that was planned, or a new one.

    Raises RecordError where the planned workshop is not there or is a room already, or NotSaved.
    """
    room = workshop or store.given.new_id()
    places = [(number, role, store.given.new_id()) for number in _numbers(new) for role in new.roles]
    at = store.given.now()
    store.database.write(lambda c: _open(c, room, new, bool(workshop), places, at))
    return room


def _numbers(new: NewRoom) -> range:
    return range(1, len(new.tables) + 1)


def _open(
    connection: Connection,
    room: str,
    new: NewRoom,
    planned: bool,
    places: Sequence[tuple[int, str, str]],
    at: datetime,
) -> None:
    known = connection.scalar(select(tables.rooms.c.opened).where(tables.rooms.c.id == room))
    if known == at:
        return  # a commit whose outcome nobody knew had succeeded
    if known is not None:
        raise RecordError(say(words.IS_OPEN), say(words.IS_OPEN_MESSAGE), say(words.IS_OPEN_REMEDY))
    _workshop(connection, room, new, planned)
    texts = kept_texts_of(new.begun)
    opening.keep_texts(connection, texts)
    begun = new.begun
    values = row(
        Room,
        id=room,
        case_text=text_digest(begun.case_text),
        case_name=begun.case_name,
        rulebook=text_digest(canonical(begun.rulebook.as_data())),
        board=None if begun.board is None else text_digest(canonical(begun.board)),
        cut=begun.cut,
        seed=begun.seed,
        family=canonical(family_data(begun.family)),
        setting=canonical(new.setting),
        trainer=begun.training.trainer,
        opened=at,
    )
    connection.execute(insert(tables.rooms).values(values))
    for number, name in zip(_numbers(new), new.tables, strict=True):
        table = row(RoomTable, room=room, number=number, name=name, one_screen=new.one_screen)
        connection.execute(insert(tables.room_tables).values(table))
    for number, role, place in places:
        connection.execute(insert(tables.places).values(new_place(place, room, number, PlaceKind.SEAT, role)))
    told(connection, room)


def _workshop(connection: Connection, room: str, new: NewRoom, planned: bool) -> None:
    """The workshop that the room is: planned, and now open; or made here."""
    mine = tables.workshops.c.id == room
    if planned:
        if not connection.execute(update(tables.workshops).where(mine).values(status=Status.OPEN)).rowcount:
            raise no_room(room)
        return
    values = row(
        Workshop,
        id=room,
        title=new.title,
        course=new.course,
        case_id=new.case_id,
        held_on=new.held_on,
        place=new.place,
        level=new.begun.training.level,
        minutes=new.minutes,
        status=Status.OPEN,
    )
    connection.execute(insert(tables.workshops).values(values))


def new_place(place: str, room: str, number: int, kind: PlaceKind, role: str = "") -> dict[str, Any]:
    """The row of a place that nobody holds yet."""
    return row(tables.Place, id=place, room=room, number=number, kind=kind, role=role, state=PlaceState.FREE)


def told(connection: Connection, room: str) -> None:
    """Tell windows that look at the room, at the commit. A file's watchers see the commit itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(literal_column(f"'{CHANNEL}'"), key_of(room))))


def key_of(room: str) -> str:
    """Under which name a room's changes are watched; an attempt's are under its own id."""
    return _KEY + room


def find_room(store: Store, room: str) -> KeptRoom:
    """A room. Raises RecordError where there is none of that id."""
    found, texts = store.database.read(lambda c: _find(c, room))
    board = texts.get(found["board"])
    return KeptRoom(
        id=room,
        title=found["title"],
        case_id=found["case_id"],
        case_name=found["case_name"],
        case_text=texts[found["case_text"]],
        rulebook=_rulebook(texts[found["rulebook"]]),
        board=json.loads(board) if board else None,
        cut=found["cut"],
        seed=found["seed"],
        family=_family(found["family"]),
        setting=json.loads(found["setting"]),
        trainer=found["trainer"],
        opened=found["opened"],
        closed=found["closed"],
    )


@lru_cache(maxsize=MOST_ROOMS)
def _rulebook(text: str) -> Rulebook:
    return Rulebook.from_data(json.loads(text))


@lru_cache(maxsize=MOST_ROOMS)
def _family(text: str) -> Family:
    return family_from(json.loads(text))


def _find(connection: Connection, room: str) -> tuple[Mapping[str, Any], dict[str, str]]:
    """The room's row and its texts: what they say is worked out once the database is let go."""
    kept, workshop = tables.rooms, tables.workshops
    query = select(kept, workshop.c.title, workshop.c.case_id).join(workshop, workshop.c.id == kept.c.id)
    found = connection.execute(query.where(kept.c.id == room)).mappings().first()
    if found is None:
        raise no_room(room)
    return dict(found), _texts(connection, [found["case_text"], found["rulebook"], found["board"]])


def no_room(room: str) -> RecordError:
    """The error for a room that is not there."""
    message = say(words.NO_WORKSHOP_MESSAGE, workshop=room[:40])
    return RecordError(say(words.NO_WORKSHOP), message, say(words.NO_WORKSHOP_REMEDY))


def how_it_stands(store: Store, room: str) -> tuple[bool, Mapping[str, Any]]:
    """Whether a room has ended, and how it is led. Raises RecordError where there is none of that id."""
    query = select(tables.rooms.c.closed, tables.rooms.c.setting).where(tables.rooms.c.id == room)
    found = store.database.read(lambda c: c.execute(query).first())
    if found is None:
        raise no_room(room)
    return found.closed is not None, json.loads(found.setting)


def _texts(connection: Connection, wanted: Sequence[str | None]) -> dict[str, str]:
    """Kept texts by digest, each read once. Raises RecordError where one is not what was stored."""
    kept = tables.kept_texts.c
    digests = [one for one in wanted if one]
    missing = [one for one in digests if one not in _READ]
    if missing:
        query = select(kept.sha256, kept.text).where(kept.sha256.in_(missing))
        found: dict[str, str] = {one.sha256: one.text for one in connection.execute(query)}
        if any(text_digest(found.get(one, "")) != one for one in missing):
            raise RecordError(
                say(record_words.UNREADABLE), say(record_words.DAMAGED), say(record_words.RESTORE_BACKUP)
            )
        if len(_READ) > MOST_ROOMS * 3:
            _READ.clear()
        _READ.update(found)
    return {one: _READ[one] for one in digests}


def list_rooms(store: Store) -> Sequence[RoomLine]:
    """Every room there has been, the last opened first."""
    kept, workshop, table = tables.rooms, tables.workshops, tables.room_tables
    many = select(func.count()).where(table.c.room == kept.c.id).scalar_subquery()
    columns = (kept.c.id, workshop.c.title, workshop.c.case_id, kept.c.opened, kept.c.closed, many)
    query = select(*columns).join(workshop, workshop.c.id == kept.c.id).order_by(kept.c.opened.desc())
    return store.database.read(lambda c: [RoomLine(*line) for line in c.execute(query)])


def tables_of(store: Store, room: str) -> Sequence[KeptTable]:
    """The tables of a room, by number."""
    table, attempt = tables.room_tables, tables.attempts
    columns = (table.c.number, table.c.name, table.c.one_screen, table.c.attempt, attempt.c.finished)
    query = (
        select(*columns)
        .select_from(table.outerjoin(attempt, attempt.c.id == table.c.attempt))
        .where(table.c.room == room)
        .order_by(table.c.number)
    )
    return store.database.read(
        lambda c: [KeptTable(*one[:4], one.finished is not None) for one in c.execute(query)]
    )


def begin_table(store: Store, room: str, number: int, begun: Beginning) -> str:
    """Begin a table's attempt, unless it has begun; give its id. Raises MoveRefused, CaseError, RecordError
    or NotSaved."""
    new = store.given.new_id()
    opening.make_ready(begun, opening.read_case)
    return store.database.write(lambda c: _begin(c, store, room, number, new, begun))


def _begin(connection: Connection, store: Store, room: str, number: int, new: str, begun: Beginning) -> str:
    table = tables.room_tables
    here = (table.c.room == room) & (table.c.number == number)
    found = connection.execute(select(table.c.attempt).where(here).with_for_update()).first()
    if found is None:
        raise no_table(number)
    if found.attempt:
        return str(found.attempt)
    opening.begin(connection, new, begun, opening.read_case, store.given)
    connection.execute(update(table).where(here).values(attempt=new))
    told(connection, room)
    return new


def no_table(number: int) -> RecordError:
    """The error for a table that is not there."""
    return RecordError(say(words.NO_TABLE), say(words.NO_TABLE_MESSAGE, number=number))


def add_table(store: Store, room: str, name: str, attempt: str) -> int:
    """A table whose attempt came from elsewhere; give its number. A second time changes nothing."""

    def add(connection: Connection) -> int:
        table = tables.room_tables
        known = connection.scalar(
            select(table.c.number).where(table.c.room == room, table.c.attempt == attempt)
        )
        if known is not None:
            return int(known)
        last = connection.scalar(select(func.max(table.c.number)).where(table.c.room == room)) or 0
        values = row(RoomTable, room=room, number=last + 1, name=name[:200], one_screen=True, attempt=attempt)
        connection.execute(insert(table).values(values))
        told(connection, room)
        return int(last) + 1

    return store.database.write(add)


def close_room(store: Store, room: str) -> None:
    """End a room: places are let go of, nobody can join any more, and its workshop was held (who played in it
    came). A second time changes nothing."""
    at = store.given.now()

    def close(connection: Connection) -> None:
        mine = tables.rooms.c.id == room
        ended = connection.execute(
            update(tables.rooms).where(mine, tables.rooms.c.closed.is_(None)).values(closed=at)
        )
        if ended.rowcount:
            held = tables.places.c.room == room
            connection.execute(update(tables.places).where(held).values(holder="", shown_in=""))
            workshops.close(connection, room)
            told(connection, room)

    store.database.write(close)


def change_setting(store: Store, room: str, setting: Mapping[str, Any]) -> None:
    """Keep how a room is led from here on."""
    text = canonical(setting)

    def change(connection: Connection) -> None:
        connection.execute(update(tables.rooms).where(tables.rooms.c.id == room).values(setting=text))
        told(connection, room)

    store.database.write(change)
