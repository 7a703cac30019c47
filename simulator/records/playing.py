"""One move into the journal: looked up, folded, stepped, chained and added, all in one transaction."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from simulator.errors import MoveRefused, RoomMovedOn
from simulator.play.game import Game
from simulator.play.moves import AtAnyTime, HandOver, Move, StepOut, TrainersMove, as_json, from_json
from simulator.play.state import NO_ENDING, State
from simulator.play.step import Events, step
from simulator.records import drafting, tables, typed
from simulator.records.chain import JournalRow, sealed
from simulator.records.completing import Finish, attendances_of, finish, is_erased, reseat
from simulator.records.database import Database
from simulator.records.engine import SQLITE
from simulator.records.folding import Moved, Place, fold
from simulator.records.given import Given
from simulator.records.journal import after, as_rows, statements
from simulator.records.swift import Swift
from simulator.records.tables import Attempt
from simulator.records.tables import row as valid
from simulator.records.typed import NOTHING, Typed
from simulator.words import records as words
from simulator.words import say

TRAINER: Final = "trainer"
"""Sends the moves that are nobody's seat's."""
_CONFIRM: Final = (
    update(tables.attempts)
    .where(tables.attempts.c.id == bindparam("this"))
    .values(started=tables.attempts.c.started)
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


class Made(NamedTuple):
    """A move that has been stepped and hashed, ready to be added."""

    moved: Moved
    row: JournalRow
    before: State
    said: Typed


class Behind(Exception):
    """Somebody else has moved, or the move is on the record already."""


def store(database: Database, seen: Seen, sent: Sent, given: Given) -> Stored:
    """Add a move to the journal, or find that it is there. Raises MoveRefused, RoomMovedOn or NotSaved.

    First as if nobody else had moved, which is nearly always so, and then everything is worked out before the
    database is held; otherwise from where the attempt really stands.
    """
    try:
        made = _make(seen, seen.place, sent, given)
        database.move(lambda swift: _add_here(swift, seen, made, given))
        return Stored([made.moved], made.moved.seq)
    except (Behind, MoveRefused):
        return database.move(lambda swift: _add_there(swift, seen, sent, given))


def _add_here(swift: Swift, seen: Seen, made: Made, given: Given) -> None:
    """Add a move where the window stands. Raises Behind where the attempt stands elsewhere."""
    place, ask = seen.place, statements(swift.dialect)
    stands = swift.find(ask.stand, attempt=seen.about.id, seq=place.seq)
    if stands != ([[place.seq, place.hash]] if place.seq else []):
        raise Behind
    try:
        _add(swift, seen, made, given)
    except swift.dialect.loaded_dbapi.IntegrityError as error:
        raise Behind from error


def _add_there(swift: Swift, seen: Seen, sent: Sent, given: Given) -> Stored:
    """Fold what the window has not seen, and add the move after it, if it is not there and still allowed."""
    about, place, ask = seen.about, seen.place, statements(swift.dialect)
    if swift.dialect.name != SQLITE:
        swift.find(ask.hold, attempt=about.id)
    found = swift.find(ask.look, attempt=about.id, seq=place.seq, client_id=sent.client_id)
    rows = as_rows(found)
    others = fold(seen.game, about.id, place, after(place, rows))
    known = next((row for row in rows if row.client_id == sent.client_id), None)
    if known:
        _check_same(swift.connection, known, sent)
        swift.connection.execute(_CONFIRM, {"this": about.id})  # so that this commit, too, says "on the disk"
        return Stored(others, known.seq)
    here = Place(others[-1].seq, others[-1].hash, others[-1].state) if others else place
    made = _make(seen, here, sent, given)
    _add(swift, seen, made, given)
    return Stored([*others, made.moved], made.moved.seq)


def _make(seen: Seen, here: Place, sent: Sent, given: Given) -> Made:
    """Step and hash a move from a place."""
    about = seen.about
    _check_sender(seen.game, sent)
    said = typed.typed(sent.words, given.salt()) if sent.words else NOTHING
    text = as_json(typed.with_words(sent.move, said.digest))
    move = from_json(text)  # what is applied here is what every replay will read
    state, events = _step(seen, here, move)
    blank = JournalRow(here.seq + 1, sent.client_id, sent.role, text, state.clock, given.now(), here.hash, "")
    row = sealed(about.id, blank)
    moved = Moved(row.seq, row.client_id, row.role, move, row.at, row.hash, state, events)
    return Made(moved, row, here.state, said)


def _add(swift: Swift, seen: Seen, made: Made, given: Given) -> None:
    """Add the row with all that follows from it."""
    about, ask = seen.about, statements(swift.dialect)
    swift.run(ask.add, attempt=about.id, **made.row._asdict())
    if made.said is not NOTHING:
        _keep_words(swift.connection, about, made)
    if made.before.ending == NO_ENDING:
        _follow_up(swift, seen, made, given)
    if swift.dialect.name != SQLITE:
        swift.find(ask.tell, attempt=about.id)


def _follow_up(swift: Swift, seen: Seen, made: Made, given: Given) -> None:
    about, game, moved = seen.about, seen.game, made.moved
    if seen.drafted:
        drafting.drop(swift.connection, about.id, moved.role)
    if isinstance(moved.move, StepOut | HandOver):
        reseat(swift.connection, about.id, game, moved.move, moved.state)
    if moved.state.ending != NO_ENDING:
        drafting.drop(swift.connection, about.id)
        end = Finish(moved.at, game.ending_ids[moved.state.ending], moved.state)
        finish(swift.connection, about, game, end, given.new_id)


def _step(seen: Seen, here: Place, move: Move) -> tuple[State, Events]:
    """Raises RoomMovedOn where the decision the sender saw is no longer the one that waits."""
    before = seen.place.state
    others_moved = here.seq != seen.place.seq
    if others_moved and not isinstance(move, AtAnyTime):
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
    if sent.role not in (seat, TRAINER) or (sent.role != TRAINER and isinstance(sent.move, TrainersMove)):
        message = say(words.NOT_YOUR_SEAT_MESSAGE, seat=seat, role=sent.role)
        raise MoveRefused(say(words.NOT_YOUR_SEAT), message)


def _check_same(connection: Connection, known: JournalRow, sent: Sent) -> None:
    """The same id must mean the same move by the same seat, with the same words unless they are erased."""
    stored = from_json(known.move)
    digest = typed.words_in(stored)
    same = known.role == sent.role and typed.with_words(stored, "") == from_json(as_json(sent.move))
    if same and bool(digest) == bool(typed.typed(sent.words, "").text):
        found = connection.execute(select(tables.words).where(tables.words.c.id == digest)).first()
        if found is None or typed.typed(sent.words, found.salt).digest == digest:
            return
    raise MoveRefused(say(words.OTHER_CONTENT), say(words.OTHER_CONTENT_MESSAGE))


def _keep_words(connection: Connection, about: Attempt, made: Made) -> None:
    learner, said = writer_of(connection, about, made.moved.role), made.said
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
