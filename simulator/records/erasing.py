"""Taking somebody, or one thing typed, out of the record: the journal still holds, the words are gone.

What is deleted is overwritten in the file. What the product does not own (a disk's free blocks, a server's
log of writes, copies made elsewhere) is beyond it; its own backups are named, for the board to decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection, delete, or_, select, update

from simulator.errors import RecordError
from simulator.play.moves import from_json
from simulator.records import auditing, tables, typed
from simulator.records.auditing import Audited
from simulator.records.database import Database
from simulator.records.given import Given
from simulator.records.personal import mentions
from simulator.words import records as words
from simulator.words import say

PATIENCE_SECONDS: Final = 5
_HOLD_WORDS: Final = ("people", "words", "drafts", "credentials", "intention_words")


class Erased(NamedTuple):
    """What was taken out, and where else the person may still be."""

    words: int
    """Things typed."""
    overwritten: bool
    """False where a server was too busy: it still holds what was deleted until it tidies up by itself."""
    exports: Sequence[Audited]
    """Exports made since the person came; they may hold the person."""
    backups: Sequence[Path]
    """Backups on this machine; they do hold the person if they are younger."""
    mentions: Sequence[str]
    """Where their name or address still stands because somebody else typed it there."""


def erase(database: Database, learner: str, who: str, backups: Path, given: Given) -> Erased:
    """Erase a person: name, contact, phrase, everything typed. Attendance, bookings, answers and completions
    stay under a pseudonym that leads nowhere. Raises RecordError where nobody is called that."""
    erased = database.write(lambda c: _erase(c, learner, who, given))
    overwritten = database.is_sqlite or overwritten_on_server(database)
    return erased._replace(overwritten=overwritten, backups=tuple(sorted(backups.glob("*.zip"))))


def overwritten_on_server(database: Database) -> bool:
    """Whether the server wrote the tables anew, without what was deleted; it cannot while others use them."""
    try:
        with database.alone() as connection:
            connection.execute("SET statement_timeout = 0")
            connection.execute(f"SET lock_timeout = '{PATIENCE_SECONDS}s'")
            for table in _HOLD_WORDS:
                connection.execute(f"VACUUM FULL {table}")
    except database.engine.dialect.loaded_dbapi.Error:
        return False
    return True


def _erase(connection: Connection, learner: str, who: str, given: Given) -> Erased:
    anonymous = tables.learners
    known = connection.execute(select(anonymous).where(anonymous.c.id == learner)).first()
    if known is None:
        raise RecordError(say(words.NO_PERSON), say(words.NO_PERSON_MESSAGE, learner=learner[:40]))
    if known.erased is not None:
        return Erased(0, True, auditing.exports_since(connection, known.since), (), ())
    person = tables.people.c
    named = connection.execute(select(person.name, person.email).where(person.learner == learner)).first()
    at = given.now()
    gone = take_out(connection, learner, at)
    mentioned = mentions(connection, *named) if named else ()
    auditing.write(connection, Audited(at, who, "erase", learner, "", gone))
    return Erased(gone, True, auditing.exports_since(connection, known.since), (), mentioned)


def take_out(connection: Connection, learner: str, at: datetime) -> int:
    """Delete what a person is known by and everything they typed; give how many things that were."""
    said, meant, anonymous = tables.intention_words, tables.intentions.c, tables.learners
    theirs = select(meant.id).where(meant.learner == learner)
    gone = connection.execute(delete(said).where(said.c.intention.in_(theirs))).rowcount
    gone += connection.execute(delete(tables.words).where(tables.words.c.learner == learner)).rowcount
    connection.execute(delete(tables.drafts).where(tables.drafts.c.learner == learner))
    proves, apart = tables.credentials.c.owner, tables.kept_apart
    devices = proves.startswith(f"{learner}@", autoescape=True)
    connection.execute(delete(tables.credentials).where(or_(proves == learner, devices)))
    connection.execute(delete(apart).where(or_(apart.c.one == learner, apart.c.other == learner)))
    connection.execute(delete(tables.people).where(tables.people.c.learner == learner))
    them = or_(anonymous.c.id == learner, anonymous.c.merged_into == learner)
    connection.execute(update(anonymous).where(them).values(erased=at))
    return gone


def redact(connection: Connection, attempt: str, seq: int, who: str, given: Given) -> None:
    """Take the words of one move out of the record. Raises RecordError where the move holds none.

    Practice attempts tried from this one share the words, and lose them too.
    """
    journal = tables.journal.c
    found = connection.scalar(select(journal.move).where(journal.attempt == attempt, journal.seq == seq))
    digest = typed.words_in(from_json(found)) if found else ""
    if not digest:
        message = say(words.NO_WORDS_THERE, attempt=attempt, seq=seq)
        raise RecordError(say(words.NO_MOVE), message)
    gone = connection.execute(delete(tables.words).where(tables.words.c.id == digest)).rowcount
    if gone:
        line = Audited(given.now(), who, "redact", attempt, f"move {seq}", gone)
        auditing.write(connection, line)
