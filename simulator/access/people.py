"""People of the record: coming for the first time and coming back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from simulator.access.hashing import fits, fits_nobody, hashed
from simulator.access.phrases import as_typed, new_phrase
from simulator.errors import AccessRefused, RecordError
from simulator.records import Store, tables
from simulator.records.details import Details, Known, checked, columns, from_row
from simulator.records.tables import Credential, Learner, row
from simulator.text import name_key
from simulator.words import access as words
from simulator.words import say


def register(store: Store, details: Details) -> tuple[Known, str]:
    """Take somebody into the record, and give the phrase to come back with: shown once and kept nowhere.

    Raises SimulatorError for a name or detail that cannot be kept, or NotSaved.
    """
    details = checked(details)
    learner, phrase = store.given.new_id(), new_phrase()
    kept, since = hashed(as_typed(phrase)), store.given.now()

    def add(connection: Connection) -> None:
        known = tables.learners.c.id == learner
        if connection.execute(select(tables.learners.c.id).where(known)).first():
            return
        connection.execute(insert(tables.learners).values(row(Learner, id=learner, since=since)))
        connection.execute(insert(tables.people).values(columns(learner, details)))
        connection.execute(insert(tables.credentials).values(row(Credential, owner=learner, hash=kept)))

    store.database.write(add)
    return Known(learner, details), phrase


def sign_in(store: Store, name: str, phrase: str) -> Known:
    """Whoever has this name and this phrase. Raises AccessRefused, which never says which is wrong."""
    typed, found = as_typed(phrase), None
    candidates = store.database.read(lambda connection: _hashes(connection, name_key(name)))
    for learner, kept in candidates:
        if fits(typed, kept):
            found = learner
    if not candidates:
        fits_nobody(typed)
    if found is None:
        raise AccessRefused(say(words.NOT_KNOWN), say(words.NOT_KNOWN_MESSAGE), say(words.NOT_KNOWN_REMEDY))
    return person(store, found)


def person(store: Store, learner: str) -> Known:
    """Somebody by pseudonym, or by one that was merged into theirs.

    Raises RecordError where the record holds nobody of that name any more.
    """
    query = select(tables.people).where(tables.people.c.learner == learner)
    found = store.database.read(lambda connection: connection.execute(query).mappings().first())
    if found is None:
        moved = select(tables.learners.c.merged_into).where(tables.learners.c.id == learner)
        into = store.database.read(lambda connection: connection.scalar(moved))
        if into is None:
            raise _nobody(learner)
        return person(store, into)
    return from_row(found)


def find(store: Store, name: str) -> Sequence[Known]:
    """Everybody whose name is spelt like this one, give or take case and accents of composition."""
    query = (
        select(tables.people)
        .where(tables.people.c.name_key == name_key(name))
        .order_by(tables.people.c.learner)
    )
    return [from_row(one) for one in store.database.read(lambda c: c.execute(query).mappings().all())]


def renew_phrase(store: Store, learner: str) -> str:
    """A new phrase for somebody who has lost theirs; the old one no longer works, nor do their devices."""
    person(store, learner)
    phrase = new_phrase()
    kept = row(Credential, owner=learner, hash=hashed(as_typed(phrase)))

    def replace(connection: Connection) -> None:
        owner = tables.credentials.c.owner
        devices = owner.startswith(f"{learner}@", autoescape=True)
        connection.execute(delete(tables.credentials).where(or_(owner == learner, devices)))
        connection.execute(insert(tables.credentials).values(kept))

    store.database.write(replace)
    return phrase


def _hashes(connection: Connection, key: str) -> list[tuple[str, str]]:
    people, proof = tables.people.c, tables.credentials.c
    query = (
        select(people.learner, proof.hash)
        .join(tables.credentials, proof.owner == people.learner)
        .where(people.name_key == key)
    )
    return [(learner, kept) for learner, kept in connection.execute(query)]


def _nobody(learner: str) -> RecordError:
    return RecordError(say(words.NO_PERSON), say(words.NO_PERSON_MESSAGE, learner=learner[:40]))
