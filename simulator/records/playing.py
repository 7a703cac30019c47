"""One move into the journal: looked up, folded, stepped, chained and added, all in one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    BindParameter,
    Connection,
    Dialect,
    bindparam,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from simulator.errors import MoveRefused, RecordError, RoomMovedOn
from simulator.play.game import Game
from simulator.play.moves import HandOver, Move, SendInject, StepOut, as_data, from_json
from simulator.play.state import NO_ENDING, State
from simulator.play.step import Events, step
from simulator.records import drafting, tables, typed
from simulator.records.chain import JournalRow, canonical, sealed
from simulator.records.completing import Finish, attendances_of, finish, is_erased, reseat
from simulator.records.folding import Moved, Place, fold
from simulator.records.given import Given
from simulator.records.swift import Statement, Swift
from simulator.records.tables import Attempt
from simulator.records.tables import row as valid
from simulator.records.typed import NOTHING, Typed
from simulator.records.watching import CHANNEL
from simulator.words import records as words
from simulator.words import say

TRAINER: Final = "trainer"
"""Sends the moves that are nobody's seat's."""

MOST_ASKED: Final = 500
"""Digests looked up at a time: SQLite takes only so many values in a statement."""

_journal = tables.journal.c
_columns = [column for column in tables.journal.columns if column.name != "attempt"]
_ATTEMPT: Final[BindParameter[str]] = bindparam("attempt")
_ROWS: Final = select(*_columns).where(_journal.attempt == _ATTEMPT).order_by(_journal.seq)
_ROWS_AFTER: Final = _ROWS.where(_journal.seq > bindparam("seq"))
_ROWS_AFTER_OR_SENT: Final = _ROWS.where(
    or_(_journal.seq > bindparam("seq"), _journal.client_id == bindparam("client_id"))
)
_ANY_AFTER: Final = (
    select(_journal.seq).where(_journal.attempt == _ATTEMPT, _journal.seq > bindparam("seq")).limit(1)
)
_CONFIRM: Final = (
    update(tables.attempts)
    .where(tables.attempts.c.id == bindparam("this"))
    .values(started=tables.attempts.c.started)
)


class Statements(NamedTuple):
    """What every move runs."""

    look: Statement
    """The rows the window has not seen, and the one it may have sent already."""
    add: Statement
    hold: Statement
    """Lets nobody else move in the attempt until the commit (PostgreSQL)."""
    tell: Statement
    """Tells the other windows, at the commit (PostgreSQL)."""


@lru_cache(maxsize=4)
def _statements(dialect: Dialect) -> Statements:
    kinds = {column.name: column.type for column in tables.journal.columns}
    attempt = {"attempt": kinds["attempt"]}
    asked = {**attempt, "seq": kinds["seq"], "client_id": kinds["client_id"]}
    hold = select(tables.attempts.c.id).where(tables.attempts.c.id == _ATTEMPT).with_for_update()
    return Statements(
        look=Statement(_ROWS_AFTER_OR_SENT, dialect, asked, [column.type for column in _columns]),
        add=Statement(insert(tables.journal), dialect, kinds),
        hold=Statement(hold, dialect, attempt),
        tell=Statement(select(func.pg_notify(literal_column(f"'{CHANNEL}'"), _ATTEMPT)), dialect, attempt),
    )


class Seen(NamedTuple):
    """What the window that sends a move had before it."""

    about: Attempt
    game: Game
    place: Place
    drafted: bool = False
    """Whether this window knows of a draft that the move makes obsolete."""


class Sent(NamedTuple):
    """A move as somebody sends it."""

    move: Move
    client_id: str
    role: str
    words: str


class Stored(NamedTuple):
    """What came of it: the moves the window has not seen yet, and the number of the one it sent."""

    new: list[Moved]
    seq: int


def rows_after(connection: Connection, attempt: str, seq: int) -> list[JournalRow]:
    """The rows of an attempt after a number."""
    return _rows(connection.execute(_ROWS_AFTER, {"attempt": attempt, "seq": seq}))


def has_rows_after(connection: Connection, attempt: str, seq: int) -> bool:
    """Whether there are any."""
    return connection.execute(_ANY_AFTER, {"attempt": attempt, "seq": seq}).first() is not None


def words_of(connection: Connection, digests: Sequence[str]) -> Mapping[str, str]:
    """The typed words that are still kept, by digest, whichever attempt they were typed in."""
    kept = tables.words.c
    found: dict[str, str] = {}
    for first in range(0, len(digests), MOST_ASKED):
        asked = kept.id.in_(digests[first : first + MOST_ASKED])
        for digest, text in connection.execute(select(kept.id, kept.text).where(asked)):
            found[digest] = text
    return found


def store(swift: Swift, seen: Seen, sent: Sent, given: Given) -> Stored:
    """Add a move to the journal, or find that it is there. Raises MoveRefused or RoomMovedOn."""
    about, place, statements = seen.about, seen.place, _statements(swift.dialect)
    on_server = swift.dialect.name != "sqlite"
    if on_server:
        swift.find(statements.hold, attempt=about.id)
    found = swift.find(statements.look, attempt=about.id, seq=place.seq, client_id=sent.client_id)
    rows = _rows(found)
    others = fold(seen.game, about.id, place, [row for row in rows if row.seq > place.seq])
    known = next((row for row in rows if row.client_id == sent.client_id), None)
    if known:
        _check_same(swift.connection, known, sent)
        swift.connection.execute(_CONFIRM, {"this": about.id})  # so that this commit, too, says "on the disk"
        return Stored(others, known.seq)
    here = Place(others[-1].seq, others[-1].hash, others[-1].state) if others else place
    moved = _make(swift, seen, here, sent, given)
    if on_server:
        swift.find(statements.tell, attempt=about.id)
    return Stored([*others, moved], moved.seq)


def _rows(found: Any) -> list[JournalRow]:
    try:
        return [JournalRow._make(row) for row in found]
    except (ValueError, TypeError) as error:  # a column holds what its kind cannot be
        raise RecordError(say(words.UNREADABLE), say(words.DAMAGED), say(words.RESTORE_BACKUP)) from error


def _make(swift: Swift, seen: Seen, here: Place, sent: Sent, given: Given) -> Moved:
    """Step, and add the row with all that follows from it."""
    about = seen.about
    _check_sender(seen.game, sent)
    said = typed.typed(sent.words, given.salt()) if sent.words else NOTHING
    text = move_text(typed.with_words(sent.move, said.digest))
    move = from_json(text)  # what is applied here is what every replay will read
    after, events = _step(seen, here, move)
    blank = JournalRow(here.seq + 1, sent.client_id, sent.role, text, after.clock, given.now(), here.hash, "")
    row = sealed(about.id, blank)
    swift.run(_statements(swift.dialect).add, attempt=about.id, **row._asdict())
    if said is not NOTHING:
        _keep_words(swift.connection, about, sent, said)
    if here.state.ending == NO_ENDING:
        _follow_up(swift, seen, move, after, row, given)
    return Moved(row.seq, row.client_id, row.role, move, row.at, row.hash, after, events)


def move_text(move: Move) -> str:
    """The one text of a move, as `simulator.play.moves.as_json` gives it."""
    return canonical(as_data(move))


def _follow_up(swift: Swift, seen: Seen, move: Move, after: State, row: JournalRow, given: Given) -> None:
    about, game = seen.about, seen.game
    if seen.drafted:
        drafting.drop(swift.connection, about.id, row.role)
    if isinstance(move, StepOut | HandOver):
        reseat(swift.connection, about.id, game, move, after)
    if after.ending != NO_ENDING:
        drafting.drop(swift.connection, about.id)
        end = Finish(row.at, game.ending_ids[after.ending], after)
        finish(swift.connection, about, game, end, given.new_id)


def _step(seen: Seen, here: Place, move: Move) -> tuple[State, Events]:
    """Raises RoomMovedOn where the decision the sender saw is no longer the one that waits."""
    before = seen.place.state
    others_moved = here.seq != seen.place.seq
    if others_moved and not isinstance(move, SendInject | HandOver | StepOut):
        same_decision = (before.scene, before.flags) == (here.state.scene, here.state.flags)
        if not same_decision:
            raise _moved_on()
    try:
        return step(seen.game, here.state, move)
    except RoomMovedOn:
        raise
    except MoveRefused as refused:
        if others_moved:
            raise _moved_on() from refused
        raise


def _moved_on() -> RoomMovedOn:
    return RoomMovedOn(say(words.MOVED_ON), say(words.MOVED_ON_MESSAGE), say(words.LOOK_AGAIN))


def _check_sender(game: Game, sent: Sent) -> None:
    seat = getattr(sent.move, "role", sent.role)
    if sent.role != TRAINER and sent.role not in game.roles:
        raise MoveRefused(say(words.NO_SUCH_SEAT), say(words.UNKNOWN_SEAT_MESSAGE, role=sent.role))
    if sent.role not in (seat, TRAINER):
        message = say(words.NOT_YOUR_SEAT_MESSAGE, seat=seat, role=sent.role)
        raise MoveRefused(say(words.NOT_YOUR_SEAT), message)


def _check_same(connection: Connection, known: JournalRow, sent: Sent) -> None:
    """The same id must mean the same move by the same seat, with the same words unless they are erased."""
    stored = from_json(known.move)
    digest = typed.words_in(stored)
    same = known.role == sent.role and typed.with_words(stored, "") == from_json(move_text(sent.move))
    if same and bool(digest) == bool(typed.typed(sent.words, "").text):
        found = connection.execute(select(tables.words).where(tables.words.c.id == digest)).first()
        if found is None or typed.typed(sent.words, found.salt).digest == digest:
            return
    raise MoveRefused(say(words.OTHER_CONTENT), say(words.OTHER_CONTENT_MESSAGE))


def _keep_words(connection: Connection, about: Attempt, sent: Sent, said: Typed) -> None:
    learner = writer_of(connection, about, sent.role)
    if learner is not None and is_erased(connection, learner):
        return  # they have asked for nothing of theirs to be kept
    kept = valid(
        tables.Words, id=said.digest, attempt=about.id, learner=learner, salt=said.salt, text=said.text
    )
    connection.execute(insert(tables.words).values(kept))


def writer_of(connection: Connection, about: Attempt, role: str) -> str | None:
    """Whose words a seat's are; nobody's where several share it, for then a table typed them together."""
    if role == TRAINER:
        return about.trainer
    in_seat = [one.learner for one in attendances_of(connection, about.id) if role in json.loads(one.roles)]
    return in_seat[0] if len(in_seat) == 1 else None
