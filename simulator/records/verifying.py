"""Looking through the whole record for anything that is not what was stored, and saying exactly where.

Every attempt's chain is recomputed, its moves are played again, and what was derived from them (its ending,
its completions) is derived once more. What this cannot show: a record rewritten as a whole by somebody who
also recomputed every hash. Compare `head` with one kept elsewhere for that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select, text

from simulator.errors import RecordError, SimulatorError
from simulator.play.state import NO_ENDING
from simulator.play.step import start
from simulator.records import completing, tables, typed
from simulator.records.attempt import Opened
from simulator.records.database import Database
from simulator.records.folding import BrokenAt, Moved, Place, fold
from simulator.records.opening import ReadCase, opened
from simulator.records.tables import Presence
from simulator.words import Phrase, say
from simulator.words import records as words


class Break(NamedTuple):
    """One place where the record is not what was stored."""

    attempt: str
    """Empty where it is the database itself."""
    seq: int
    """The move; 0 for what the attempt was begun with or what was derived from it."""
    message: str


def verify(database: Database, read: ReadCase) -> list[Break]:
    """Every break in the record; none where all holds. Takes about a second for 30,000 moves."""
    broken = list(_damage(database))
    for attempt in database.read(_attempts):
        broken += _breaks_of(database, attempt, read)
    return broken


def breaks_in(connection: Connection, attempt: str, read: ReadCase) -> list[Break]:
    """Where one attempt is not what was stored, as far as it can be read. Raises ChainBroken, CaseError or
    RecordError, saying where, for what cannot even be played again."""
    return list(_check(connection, attempt, read))


def _damage(database: Database) -> Iterator[Break]:
    """What SQLite itself finds wrong with its file."""
    if not database.is_sqlite:
        return
    for pragma in ("integrity_check", "foreign_key_check"):
        for found in database.read(partial(_ask, f"PRAGMA {pragma}")):
            report = " ".join(str(part) for part in found)
            if report != "ok":
                yield Break("", 0, say(words.BROKEN_FILE, report=report))


def _ask(question: str, connection: Connection) -> Sequence[Row[Any]]:
    return connection.execute(text(question)).all()


def _attempts(connection: Connection) -> list[str]:
    return list(connection.scalars(select(tables.attempts.c.id).order_by(tables.attempts.c.id)))


def _breaks_of(database: Database, attempt: str, read: ReadCase) -> list[Break]:
    try:
        return database.read(lambda connection: list(_check(connection, attempt, read)))
    except BrokenAt as broken:
        return [Break(attempt, broken.seq, broken.message)]
    except (SimulatorError, ValueError, TypeError, LookupError, AttributeError) as error:
        seq = _first_unreadable(database, attempt)
        if seq is None:
            reason = error.message if isinstance(error, SimulatorError) else type(error).__name__
            return [Break(attempt, 0, say(words.BROKEN_OTHERWISE, attempt=attempt, reason=reason))]
        return [Break(attempt, seq, say(words.BROKEN_ROW, attempt=attempt, seq=seq))]


def _first_unreadable(database: Database, attempt: str) -> int | None:
    """The first row whose columns are not even of their kind."""
    numbers = select(tables.journal.c.seq).where(tables.journal.c.attempt == attempt)
    for seq in sorted(database.read(lambda c: c.scalars(numbers).all())):
        try:
            database.read(partial(_read_row, attempt, seq))
        except (RecordError, ValueError, TypeError):
            return int(seq)
    return None


def _read_row(attempt: str, seq: int, connection: Connection) -> None:
    moved = tables.journal.c
    connection.execute(select(tables.journal).where(moved.attempt == attempt, moved.seq == seq)).all()


def _check(connection: Connection, attempt: str, read: ReadCase) -> Iterator[Break]:
    found = opened(connection, attempt, read)
    state = start(found.game, tuple(json.loads(found.about.seats)))[0]
    moved = fold(found.game, attempt, Place(0, found.about.opening, state), found.rows)
    yield from _check_finish(connection, found, moved)
    for digest, salt, said in connection.execute(_words_of(attempt)):
        if typed.digest_of(salt, said) != digest:
            yield Break(attempt, _holder(moved, digest), say(words.BROKEN_WORDS, attempt=attempt))


def _words_of(attempt: str) -> Any:
    kept = tables.words.c
    return select(kept.id, kept.salt, kept.text).where(kept.attempt == attempt)


def _holder(moved: list[Moved], digest: str) -> int:
    return next((one.seq for one in moved if typed.words_in(one.move) == digest), 0)


def _check_finish(connection: Connection, found: Opened, moved: list[Moved]) -> Iterator[Break]:
    """The ending and the completions that are stored, against those the journal yields."""
    about, game = found.about, found.game
    last = next((one for one in moved if one.state.ending != NO_ENDING), None)
    ended = (game.ending_ids[last.state.ending], last.at) if last else None
    if not moved and about.ending is not None:  # it ended before anybody's decision
        return
    stored = None if about.ending is None else (about.ending, about.finished)
    if stored != ended:
        says = [_ends(one[0] if one else None) for one in (stored, ended)]
        message = say(words.BROKEN_FINISH, attempt=about.id, stored=says[0], played=says[1])
        yield Break(about.id, 0, message)
        return
    kept = {one["learner"]: one for one in connection.execute(_completions_of(about.id)).mappings()}
    wanted: dict[str, Mapping[str, Any]] = {}
    if last:
        through = [
            one
            for one in completing.through(connection, about.id, game, last.state)
            if one.presence is Presence.ATTENDED
        ]
        due = completing.completions_of(connection, about, game.rulebook, last.at, through)
        wanted = {one["learner"]: one for one in due}
    for learner in sorted(kept.keys() | wanted.keys()):
        fault = _completion_fault(kept.get(learner), wanted.get(learner))
        if fault:
            yield Break(about.id, 0, say(fault, attempt=about.id, learner=learner))


def _completions_of(attempt: str) -> Any:
    return select(tables.completions).where(tables.completions.c.attempt == attempt)


def _completion_fault(kept: Any | None, wanted: Mapping[str, Any] | None) -> Phrase | None:
    if kept is None:
        return words.MISSING_COMPLETION
    if wanted is None or any(kept[name] != value for name, value in wanted.items()):
        return words.BROKEN_COMPLETION
    return None


def _ends(ending: str | None) -> str:
    return say(words.SAYS_GOES_ON) if ending is None else say(words.SAYS_ENDED, ending=ending)
