"""Join codes: a few plain words, read out or written on a board, that let people into one workshop.

Worth over fifty bits, kept only as a scrypt hash, gone when the workshop ends. Wrong tries are counted for
each device that asks; after a few on end it waits, and waits longer. Right ones count for nothing, however
many come at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from simulator.access.hashing import fits, fits_nobody, hashed
from simulator.access.phrases import as_typed, new_phrase
from simulator.errors import AccessRefused
from simulator.records import Store, tables
from simulator.records.tables import Credential, row
from simulator.words import access as words
from simulator.words import say, say_count
from simulator.words import workshop as room_words

FREE_TRIES: Final = 8
FIRST_WAIT: Final = timedelta(seconds=5)
"""After the last free try; each further wrong one doubles it."""
LONGEST_WAIT: Final = timedelta(minutes=15)
_ROOM: Final = "room@"
_ASKING: Final = "joining@"


def new_code(store: Store, room: str) -> str:
    """A new code for a room, shown now and kept nowhere; the one before no longer works. Raises NotSaved."""
    code = new_phrase()
    kept = row(Credential, owner=f"{_ROOM}{room}", hash=hashed(as_typed(code)))

    def replace(connection: Connection) -> None:
        _forget(connection, f"{_ROOM}{room}")
        connection.execute(insert(tables.credentials).values(kept))

    store.database.write(replace)
    return code


def end_code(store: Store, room: str) -> None:
    """Let a room's code work no longer, and forget who tried. Raises NotSaved."""

    def end(connection: Connection) -> None:
        _forget(connection, f"{_ROOM}{room}")
        asking = tables.credentials.c.owner.startswith(_ASKING, autoescape=True)
        connection.execute(delete(tables.credentials).where(asking))

    store.database.write(end)


def room_of_code(store: Store, code: str, device: str = "") -> str:
    """The room a code lets into. `device` names who asks, such as a browser's address.

    Raises AccessRefused for a code that fits none, or while the device waits; NotSaved.
    """
    owner = _ASKING + sha256(device.encode("utf-8", "replace")).hexdigest()[:30]
    now = store.given.now()
    store.database.read(lambda connection: _check_wait(connection, owner, now))
    typed, found = as_typed(code), ""
    for room, kept in store.database.read(_open_rooms):
        if fits(typed, kept):
            found = room
    if not found:
        fits_nobody(typed)
        store.database.write(lambda connection: _count_wrong(connection, owner, now))
        raise AccessRefused(
            say(room_words.WRONG_CODE), say(room_words.WRONG_CODE_MESSAGE), say(room_words.WRONG_CODE_REMEDY)
        )
    if store.database.read(lambda connection: _proof(connection, owner)) is not None:
        store.database.write(lambda connection: _forget(connection, owner))
    return found


def _open_rooms(connection: Connection) -> list[tuple[str, str]]:
    proof = tables.credentials.c
    query = select(proof.owner, proof.hash).where(proof.owner.startswith(_ROOM, autoescape=True))
    return [(owner.removeprefix(_ROOM), kept) for owner, kept in connection.execute(query)]


def _forget(connection: Connection, owner: str) -> None:
    connection.execute(delete(tables.credentials).where(tables.credentials.c.owner == owner))


def _check_wait(connection: Connection, owner: str, now: datetime) -> None:
    """Raises AccessRefused while a wait runs; a clock that was put back makes it no longer than it was."""
    proof = _proof(connection, owner)
    if proof is None or proof.wait_until is None:
        return
    left = min(proof.wait_until - now, wait_after(proof.failures))
    if left > timedelta(0):
        seconds = max(1, round(left.total_seconds()))
        wait = say_count(seconds, words.SECOND, words.SECONDS)
        raise AccessRefused(say(room_words.CODE_WAIT), say(room_words.CODE_WAIT_MESSAGE, wait=wait))


def _proof(connection: Connection, owner: str) -> Credential | None:
    query = select(tables.credentials).where(tables.credentials.c.owner == owner)
    found = connection.execute(query).mappings().first()
    return Credential.model_validate(dict(found)) if found else None


def _count_wrong(connection: Connection, owner: str, now: datetime) -> None:
    """One more wrong try of a device; one is counted at a time."""
    proof = tables.credentials.c
    rooms = select(proof.owner).where(proof.owner.startswith(_ROOM, autoescape=True))
    connection.execute(rooms.order_by(proof.owner).with_for_update()).all()
    before = _proof(connection, owner)
    if before is None:
        values = row(Credential, owner=owner, hash="-", failures=1)
        connection.execute(insert(tables.credentials).values(values))
        return
    failures = before.failures + 1
    wait_until = now + wait_after(failures) if failures >= FREE_TRIES else None
    counted = update(tables.credentials).where(proof.owner == owner)
    connection.execute(counted.values(failures=failures, wait_until=wait_until))


def wait_after(failures: int) -> timedelta:
    """How long nothing is looked at after so many wrong codes on end from one device."""
    if failures < FREE_TRIES:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE_TRIES, 20)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)
