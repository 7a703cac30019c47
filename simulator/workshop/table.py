"""One table while it plays: beginning, deciding, voting, and what the table says to itself.

    begin(store, room, 2)                                  the trainer, or anybody who sits there
    table = open_table(store, ticket)                      `table.attempt` is the record's open attempt
    decide(store, table.attempt, ticket, move, client_id)  stored first; then it may be shown
    vote(store, table.attempt, ticket, role, option, client_id, "because …")
    speak(store, ticket, "…"), talk(store, ticket, after)  the table-talk line

A move's client id is made by the window and kept until the move is acknowledged: sent again, it counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from simulator.errors import AccessRefused, MoveRefused, RecordError
from simulator.play.cast import Cast, cast_of
from simulator.play.moves import (
    Choose,
    DecisionMove,
    HandOver,
    Move,
    Pause,
    Poll,
    Stops,
    TakeAdvice,
    TimeBox,
    Vote,
)
from simulator.play.step import Events
from simulator.records import (
    TRAINER,
    Beginning,
    OpenAttempt,
    Player,
    Store,
    rooms,
    rooms_places,
    rooms_talk,
)
from simulator.records.rooms_places import KeptPlace
from simulator.records.rooms_talk import Say, TalkLine
from simulator.records.tables import PlaceKind, PlaceState
from simulator.words import say
from simulator.words import workshop as words
from simulator.workshop.joining import Ticket, attempt_of, held_by
from simulator.workshop.opening import check_open
from simulator.workshop.setting import Setting, from_data


class OpenTable(NamedTuple):
    """A table that plays, open in this process."""

    attempt: OpenAttempt
    cast: Cast
    setting: Setting


def begin(store: Store, room: str, number: int) -> OpenAttempt:
    """Begin a table with the seats that are taken; the others are played by habit. A second time gives the
    same attempt. Raises RecordError where nobody sits there or the workshop has ended, or NotSaved."""
    check_open(store, room)
    found = attempt_of(store, room, number)
    if found is None:
        attempt = rooms.begin_table(store, room, number, _beginning(store, room, number))
        found = store.attempt(attempt)
    _set_room(found, from_data(rooms.how_it_stands(store, room)[1]))
    return found


def _beginning(store: Store, room: str, number: int) -> Beginning:
    kept = rooms.find_room(store, room)
    table = next(one for one in rooms.tables_of(store, room) if one.number == number)
    held = [one for one in rooms_places.places_of(store, room) if one.number == number and one.held]
    seats = tuple(one.role for one in held if one.role and one.state is PlaceState.TAKEN)
    if not seats:
        raise RecordError(say(words.NOBODY_SEATED), say(words.NOBODY_SEATED_MESSAGE))
    players = _players(held)
    return Beginning(
        case_text=kept.case_text,
        case_name=kept.case_name,
        seats=seats,
        seed=kept.seed,
        family=kept.family,
        rulebook=kept.rulebook,
        cut=kept.cut,
        board=kept.board,
        players=players,
        training=from_data(kept.setting).training(kept.trainer),
        table=table.name,
        workshop=room,
        trainer_present=True,
        practice_only=not players,
    )


def _players(held: Sequence[KeptPlace]) -> tuple[Player, ...]:
    """Everybody of the record who is there, each with all their seats."""
    people: dict[str, tuple[str, ...]] = {}
    for place in held:
        if place.learner is not None:
            roles = (place.role,) if place.role else ()
            people[place.learner] = (*people.get(place.learner, ()), *roles)
    return tuple(Player(learner, roles) for learner, roles in people.items())


def _set_room(attempt: OpenAttempt, setting: Setting) -> None:
    """The trainer's setting as the attempt's first moves, once however often it is begun."""
    if attempt.ended or any(moved.client_id.startswith("begin-") for moved in attempt.moves):
        return
    moves: list[tuple[str, Move]] = []
    if setting.votes != "nobody":
        moves.append(("begin-votes", Poll(setting.votes)))
    if setting.stops:
        moves.append(("begin-stops", Stops(True)))
    if setting.time_box:
        moves.append(("begin-box", TimeBox(setting.time_box)))
    for client_id, move in moves:
        attempt.play(move, client_id, TRAINER)


def open_table(store: Store, ticket: Ticket) -> OpenTable:
    """The table of a ticket. Raises RecordError where it has not begun."""
    attempt = attempt_of(store, ticket.room, ticket.number)
    if attempt is None:
        message = say(words.NOT_BEGUN_MESSAGE, number=ticket.number)
        raise RecordError(say(words.NOT_BEGUN), message)
    setting = from_data(rooms.how_it_stands(store, ticket.room)[1])
    return OpenTable(attempt, cast_of(attempt.game.case, attempt.family), setting)


def decide(
    store: Store, attempt: OpenAttempt, ticket: Ticket, move: Move, client_id: str, said: str = ""
) -> Events:
    """Make a seat's move for whoever holds the seat now, or the table's joint choice for its scribe.

    Raises AccessRefused where the place is no longer the ticket's, MoveRefused, RoomMovedOn or NotSaved.
    """
    role = getattr(move, "role", "")
    _check_right(store, ticket, move, role)
    return attempt.play(move, client_id, role, said)


_SEATS_OWN = DecisionMove | TakeAdvice | Vote
"""What a seat does itself; handing over and leaving go by its place (`simulator.workshop.joining`)."""


def _check_right(store: Store, ticket: Ticket, move: Move, role: str) -> None:
    """Whoever holds a seat makes its moves; a scribe only makes open choices, for a form is private."""
    mine = held_by(store, ticket)
    if not mine:
        raise AccessRefused(say(words.NOT_YOURS), say(words.NOT_YOURS_MESSAGE), say(words.NOT_YOURS_REMEDY))
    if mine[0].kind is PlaceKind.SCRIBE:
        if not isinstance(move, Choose):
            raise MoveRefused(say(words.NOT_SCRIBES), say(words.NOT_SCRIBES_MESSAGE))
    elif role not in [place.role for place in mine if place.role] or not isinstance(move, _SEATS_OWN):
        raise MoveRefused(say(words.NOT_PLAYING), say(words.NOT_PLAYING_MESSAGE))


def by_oneself(attempt: OpenAttempt, roles: Collection[str]) -> None:
    """A practice attempt that was tried from a table's: nothing holds it up, and all but these seats act by
    habit. Raises NotSaved."""
    state, seat = attempt.state, attempt.game.seat
    moves: list[Move] = [HandOver(role, True) for role in roles if not seat[role] & state.seats]
    if state.room:
        moves += [Pause(False), Stops(False), Poll("nobody")]
    moves += [
        HandOver(role, False) for role in attempt.game.roles if seat[role] & state.seats and role not in roles
    ]
    for number, move in enumerate(moves):
        attempt.play(move, f"alone-{number}", TRAINER)


def speak(store: Store, attempt: OpenAttempt, ticket: Ticket, text: str, role: str = "") -> int:
    """Say a line to the table, as one of the ticket's seats. Raises AccessRefused or NotSaved."""
    held = rooms_places.places_held(store, ticket.token)
    mine = next((place for place in held if role in ("", place.role)), None)
    if mine is None:
        raise AccessRefused(say(words.NOT_YOURS), say(words.NOT_YOURS_MESSAGE), say(words.NOT_YOURS_REMEDY))
    who = mine.role or mine.kind.value
    return rooms_talk.add_line(store, Say(attempt.id, ticket.room, who, text, mine.learner))


def talk(store: Store, attempt: OpenAttempt, after: int = 0) -> Sequence[TalkLine]:
    """What the table has said to itself after a line."""
    return rooms_talk.lines_after(store, attempt.id, after)
