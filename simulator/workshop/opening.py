"""Opening a workshop: its room with tables and free seats, and the code that lets people in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from scoring.rulebook import Rulebook
from simulator.access import join_codes
from simulator.errors import MoveRefused, RecordError
from simulator.family.model import Family
from simulator.records import Beginning, Store, rooms
from simulator.records.rooms import NewRoom, RoomLine
from simulator.scenario.model import Case
from simulator.text import clean
from simulator.words import say
from simulator.words import workshop as words
from simulator.workshop.setting import Setting, as_data

MOST_TABLES: Final = 40
LONGEST_TITLE: Final = 120
USUAL: Final = Setting()


@dataclass(frozen=True, slots=True)
class Plan:
    """A workshop that is to be opened."""

    case: Case
    case_text: str
    case_name: str
    """The file's name, for messages."""
    family: Family
    """The same for every table, so that tables can be compared."""
    rulebook: Rulebook
    tables: int
    title: str = ""
    """Empty: the case's own."""
    names: tuple[str, ...] = ()
    """Of the tables; those that are missing are numbered."""
    one_screen: bool = False
    """Each table round one screen; else everybody at their own."""
    cut: str = ""
    board: Mapping[str, Any] | None = None
    setting: Setting = USUAL
    held_on: date | None = None
    """None: today."""
    trainer: str | None = None
    """Pseudonym of who leads it."""
    workshop: str = ""
    """Id of a workshop that was planned in the record; empty makes one."""
    place: str = ""
    course: str | None = None


class Opened(NamedTuple):
    """An open workshop."""

    room: str
    """Its id, and its workshop's."""
    code: str
    """Shown now and kept nowhere."""


def open_workshop(store: Store, plan: Plan) -> Opened:
    """Lay the tables and make the join code. Raises RecordError, MoveRefused for a cut the case does not
    have, or NotSaved."""
    if not 1 <= plan.tables <= MOST_TABLES:
        message = say(words.TABLES_NUMBER_MESSAGE, most=MOST_TABLES)
        raise RecordError(say(words.TABLES_NUMBER), message)
    if plan.cut and plan.cut not in plan.case.cuts:
        raise MoveRefused(say(words.NO_CUT), say(words.NO_CUT_MESSAGE, cut=plan.cut))
    minutes = plan.case.cuts[plan.cut].minutes if plan.cut else plan.case.minutes
    new = NewRoom(
        title=clean(plan.title.strip() or plan.case.title, LONGEST_TITLE),
        case_id=plan.case.id,
        begun=_beginning(plan),
        setting=as_data(plan.setting),
        tables=_names(plan),
        one_screen=plan.one_screen,
        roles=plan.case.playable,
        held_on=plan.held_on or store.given.now().date(),
        place=plan.place,
        course=plan.course,
        minutes=minutes if plan.setting.minutes is None else plan.setting.minutes,
    )
    room = rooms.open_room(store, new, plan.workshop)
    return Opened(room, join_codes.new_code(store, room))


def _beginning(plan: Plan) -> Beginning:
    """What each table begins with, but for its seats and who sits in them."""
    return Beginning(
        case_text=plan.case_text,
        case_name=plan.case_name,
        seats=(),
        seed=plan.family.seed,
        family=plan.family,
        rulebook=plan.rulebook,
        cut=plan.cut,
        board=plan.board,
        training=plan.setting.training(plan.trainer),
    )


def _names(plan: Plan) -> tuple[str, ...]:
    numbered = [say(words.TABLE_NAME, number=number) for number in range(1, plan.tables + 1)]
    given = [clean(name.strip(), LONGEST_TITLE) for name in plan.names[: plan.tables]]
    return tuple(name or number for name, number in zip(_filled(given, plan.tables), numbered, strict=True))


def _filled(names: Sequence[str], count: int) -> Sequence[str]:
    return [*names, *[""] * (count - len(names))]


def new_code(store: Store, room: str) -> str:
    """Another join code for a room; the one before no longer works. Raises RecordError once it has ended."""
    check_open(store, room)
    return join_codes.new_code(store, room)


def check_open(store: Store, room: str) -> None:
    """Raises RecordError where a workshop has ended, or there is none."""
    if rooms.how_it_stands(store, room)[0]:
        raise RecordError(say(words.HAS_CLOSED), say(words.HAS_CLOSED_MESSAGE))


def close_workshop(store: Store, room: str) -> None:
    """End a workshop: its code and its places' tokens work no longer; what was played is kept.

    Tables that still play stay as they are; `leading.end_all` ends them first. Raises RecordError where there
    is no such workshop, or NotSaved.
    """
    rooms.how_it_stands(store, room)
    join_codes.end_code(store, room)
    rooms.close_room(store, room)


def workshops(store: Store) -> Sequence[RoomLine]:
    """Every workshop that has been opened, the last first."""
    return rooms.list_rooms(store)


def the_open_one(store: Store, named: str = "") -> str:
    """The id of the workshop that is called so (its id, or the start of its title), or of the only open one.

    Raises RecordError where none or several fit.
    """
    found = workshops(store)
    if named:
        exact = [one for one in found if one.id == named]
        fitting = exact or [one for one in found if one.title.casefold().startswith(named.casefold())]
    else:
        fitting = [one for one in found if one.closed is None]
    if len(fitting) == 1:
        return fitting[0].id
    title, message = (words.WHICH, words.WHICH_MESSAGE) if fitting else (words.NONE_OPEN, words.NONE_FITS)
    raise RecordError(say(title), say(message), say(words.NO_WORKSHOP_REMEDY))
