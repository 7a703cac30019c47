"""Join codes: a few plain words, read out or written on a board, that let people into one workshop.

Worth over fifty bits, kept only as a scrypt hash, gone when the workshop ends. Tries are counted for each
device that asks, before they are looked at; after a few wrong ones a device waits, and waits longer.
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
    store.database.write(lambda connection: _count_try(connection, owner, now))
    typed, found = as_typed(code), ""
    for room, kept in store.database.read(_open_rooms):
        if fits(typed, kept):
            found = room
    if not found:
        fits_nobody(typed)
        raise AccessRefused(
            say(room_words.WRONG_CODE), say(room_words.WRONG_CODE_MESSAGE), say(room_words.WRONG_CODE_REMEDY)
        )
    store.database.write(lambda connection: _forget(connection, owner))
    return found


def _open_rooms(connection: Connection) -> list[tuple[str, str]]:
    proof = tables.credentials.c
    query = select(proof.owner, proof.hash).where(proof.owner.startswith(_ROOM, autoescape=True))
    return [(owner.removeprefix(_ROOM), kept) for owner, kept in connection.execute(query)]


def _forget(connection: Connection, owner: str) -> None:
    connection.execute(delete(tables.credentials).where(tables.credentials.c.owner == owner))


def _count_try(connection: Connection, owner: str, now: datetime) -> None:
    """Raises AccessRefused while a wait runs."""
    mine = tables.credentials.c.owner == owner
    found = connection.execute(select(tables.credentials).where(mine).with_for_update()).mappings().first()
    if found is None:
        values = row(Credential, owner=owner, hash="-", failures=1)
        connection.execute(insert(tables.credentials).values(values))
        return
    proof = Credential.model_validate(dict(found))
    left = min(proof.wait_until - now, wait_after(proof.failures)) if proof.wait_until else timedelta(0)
    if left > timedelta(0):
        seconds = max(1, round(left.total_seconds()))
        wait = say_count(seconds, words.SECOND, words.SECONDS)
        raise AccessRefused(say(room_words.CODE_WAIT), say(room_words.CODE_WAIT_MESSAGE, wait=wait))
    failures = proof.failures + 1
    wait_until = now + wait_after(failures) if failures >= FREE_TRIES else None
    connection.execute(
        update(tables.credentials).where(mine).values(failures=failures, wait_until=wait_until)
    )


def wait_after(failures: int) -> timedelta:
    """How long nothing is looked at after so many wrong codes on end from one device."""
    if failures < FREE_TRIES:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE_TRIES, 20)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)
