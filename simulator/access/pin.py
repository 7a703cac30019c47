"""The trainer's PIN: what stands before erasing, exporting and the console. It keeps out whoever sits down at
the trainer's laptop; it is not a wall against somebody who can read the record's file."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from simulator.access.hashing import fits, hashed
from simulator.errors import AccessRefused, RecordError
from simulator.records import TRAINER, Store, tables
from simulator.records.tables import Credential, row
from simulator.words import access as words
from simulator.words import say, say_count

LEAST_DIGITS: Final = 4
MOST_DIGITS: Final = 12
FREE_TRIES: Final = 5
FIRST_WAIT: Final = timedelta(seconds=30)
"""After the last free try; each further wrong one doubles it."""
LONGEST_WAIT: Final = timedelta(hours=1)
_IN_A_ROW: Final = "01234567890123 32109876543210"


def has_pin(store: Store) -> bool:
    """Whether a PIN has been set."""
    owner = select(tables.credentials.c.owner).where(tables.credentials.c.owner == TRAINER)
    return store.database.read(lambda connection: connection.execute(owner).first() is not None)


def set_pin(store: Store, pin: str) -> None:
    """Set the PIN, or another one. Raises RecordError for one that is too easy to guess, or NotSaved.

    Whoever calls this has checked the old one where there is one.
    """
    digits = _digits(pin)
    weak = len(set(digits)) == 1 or digits in _IN_A_ROW
    if weak or not re.fullmatch(rf"[0-9]{{{LEAST_DIGITS},{MOST_DIGITS}}}", digits):
        message = say(words.PIN_WEAK_MESSAGE, least=LEAST_DIGITS, most=MOST_DIGITS)
        raise RecordError(say(words.PIN_WEAK), message)
    kept = row(Credential, owner=TRAINER, hash=hashed(digits))

    def replace(connection: Connection) -> None:
        connection.execute(delete(tables.credentials).where(tables.credentials.c.owner == TRAINER))
        connection.execute(insert(tables.credentials).values(kept))

    store.database.write(replace)


def check_pin(store: Store, pin: str) -> None:
    """Raises AccessRefused for a wrong PIN, or while a wait runs; NotSaved if the try could not be counted.

    A try is counted before it is looked at, so that many at once, or a closed window, gain nothing.
    """
    kept = store.database.write(lambda connection: _count_try(connection, store.given.now()))
    if not fits(_digits(pin), kept):
        raise AccessRefused(say(words.PIN_WRONG), say(words.PIN_WRONG_MESSAGE))
    mine = tables.credentials.c.owner == TRAINER
    right = update(tables.credentials).where(mine).values(failures=0, wait_until=None)
    store.database.write(lambda connection: connection.execute(right).rowcount)


def _count_try(connection: Connection, now: datetime) -> str:
    """The hash to look at. Raises AccessRefused while a wait runs."""
    query = select(tables.credentials).where(tables.credentials.c.owner == TRAINER).with_for_update()
    found = connection.execute(query).mappings().first()
    if found is None:
        raise AccessRefused(say(words.PIN_NOT_SET), say(words.PIN_NOT_SET_MESSAGE))
    proof = Credential.model_validate(dict(found))
    left = _left(proof, now)
    if left > timedelta(0):
        raise AccessRefused(say(words.PIN_WAIT), say(words.PIN_WAIT_MESSAGE, wait=_in_words(left)))
    failures = proof.failures + 1
    wait_until = now + wait_after(failures) if failures >= FREE_TRIES else None
    mine = tables.credentials.c.owner == TRAINER
    connection.execute(
        update(tables.credentials).where(mine).values(failures=failures, wait_until=wait_until)
    )
    return proof.hash


def wait_after(failures: int) -> timedelta:
    """How long nothing is looked at after so many wrong PINs on end."""
    if failures < FREE_TRIES:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE_TRIES, 20)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _left(proof: Credential, now: datetime) -> timedelta:
    """What is left of a wait; a clock that was put back makes it no longer than it was."""
    if proof.wait_until is None:
        return timedelta(0)
    return min(proof.wait_until - now, wait_after(proof.failures))


def _digits(pin: str) -> str:
    return "".join(character for character in pin.strip() if not character.isspace())


def _in_words(left: timedelta) -> str:
    seconds = max(1, round(left.total_seconds()))
    if seconds < 90:
        return say_count(seconds, words.SECOND, words.SECONDS)
    return say_count(-(-seconds // 60), words.MINUTE, words.MINUTES)
