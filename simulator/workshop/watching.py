"""What the trainer's console shows: tables × seats, how far each is, who is waited for, how long it is quiet.

A table is *quiet* for so many minutes, never stuck. Who stepped out is shown here and nowhere else while the
room is live. No marks: judgement stays with the people who play.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from simulator.play.cast import cast_of
from simulator.play.events import Decided
from simulator.play.game import Game
from simulator.play.room import ASKS_PRESENT, ASKS_TABLE, STOPPING, is_paused
from simulator.records import OpenAttempt, Presence, Store, rooms, rooms_people, rooms_places
from simulator.records.rooms import KeptRoom, KeptTable
from simulator.records.rooms_people import PersonAt
from simulator.records.rooms_places import KeptPlace, is_away
from simulator.records.tables import PlaceKind, PlaceState
from simulator.text import clean
from simulator.workshop.awaiting import Awaited, awaited
from simulator.workshop.entering import case_of
from simulator.workshop.seeing import Box, box_of
from simulator.workshop.setting import Setting, from_data

LATE_MINUTES = 5
"""Who joins a table so long after it began came late."""


class SeatSeen(NamedTuple):
    """One place at a table."""

    kind: PlaceKind
    role: str
    title: str
    name: str
    agency: str
    """The person's own."""
    state: PlaceState
    away: bool
    """Held, but the window has been silent for a while."""
    awaited: bool


class TableSeen(NamedTuple):
    """One table."""

    number: int
    name: str
    one_screen: bool
    attempt: str
    """Empty before it begins."""
    begun: datetime | None
    ended: bool
    step: int
    """Decisions made."""
    about: int
    """Of about so many."""
    scene: str
    """Id of where it is; empty before it begins and once it has ended."""
    at_stop: bool
    """Paused at a discussion point."""
    paused: bool
    quiet_minutes: int
    """Since its last move."""
    awaited: tuple[Awaited, ...]
    box: Box | None
    stops: bool
    votes: bool
    seats: tuple[SeatSeen, ...]
    late: tuple[str, ...]
    """Names of who joined late."""
    stepped_out: tuple[str, ...]
    """Names of who stepped out or left early; they attended."""


class RoomSeen(NamedTuple):
    """A whole room."""

    room: str
    title: str
    case_title: str
    opened: datetime
    closed: datetime | None
    setting: Setting
    injects: tuple[tuple[str, str], ...]
    """(id, first words) of what the trainer can send."""
    tables: tuple[TableSeen, ...]


def room_seen(store: Store, room: str, open_already: dict[str, OpenAttempt] | None = None) -> RoomSeen:
    """A room as it is now. Raises RecordError where there is none.

    `open_already` keeps the tables' attempts between two looks, so that only what is new is read.
    """
    kept = rooms.find_room(store, room)
    case = case_of(kept.case_text, kept.case_name)
    places = rooms_places.places_of(store, room)
    known = {} if open_already is None else open_already
    cast = cast_of(case, kept.family)  # every table has the same family
    injects = tuple(
        (inject.id, clean(" ".join(cast.fill(inject.say[0].text).split())) if inject.say else "")
        for inject in case.injects.values()
        if inject.when is None
    )
    tables = tuple(_table(store, kept, table, places, known) for table in rooms.tables_of(store, room))
    return RoomSeen(
        room,
        clean(kept.title),
        clean(case.title),
        kept.opened,
        kept.closed,
        from_data(kept.setting),
        injects,
        tables,
    )


def _table(
    store: Store,
    kept: KeptRoom,
    table: KeptTable,
    places: Sequence[KeptPlace],
    known: dict[str, OpenAttempt],
) -> TableSeen:
    attempt = _attempt(store, table, known)
    here = [one for one in places if one.number == table.number]
    seats = _seats(store, kept, here, attempt)
    if attempt is None:
        return TableSeen(
            table.number, clean(table.name), table.one_screen, "", None, False, 0, 0, "", False, False, 0, (),
            None, False, False, seats, (), (),
        )  # fmt: skip
    state, now = attempt.state, store.given.now()
    last = attempt.moves[-1].at if attempt.moves else attempt.about.started
    people = rooms_people.people_at(store, attempt.id)
    step = decisions_made(attempt)
    return TableSeen(
        number=table.number,
        name=clean(table.name),
        one_screen=table.one_screen,
        attempt=attempt.id,
        begun=attempt.about.started,
        ended=attempt.ended,
        step=step,
        about=max(step, decisions_about(attempt.game)),
        scene="" if attempt.ended else attempt.game.scenes[state.scene].scene.id,
        at_stop=is_paused(state) and _at_stop(attempt),
        paused=is_paused(state),
        quiet_minutes=0 if attempt.ended else max(0, int((now - last).total_seconds() // 60)),
        awaited=awaited(attempt.game, state),
        box=box_of(attempt.moves),
        stops=bool(state.room & STOPPING),
        votes=bool(state.room & (ASKS_PRESENT | ASKS_TABLE)),
        seats=seats,
        late=tuple(clean(one.name) for one in people if is_late(attempt.about.started, one)),
        stepped_out=tuple(clean(one.name) for one in people if one.presence is Presence.STEPPED_OUT),
    )


def _attempt(store: Store, table: KeptTable, known: dict[str, OpenAttempt]) -> OpenAttempt | None:
    if not table.attempt:
        return None
    found = known.get(table.attempt)
    if found is None:
        found = known[table.attempt] = store.attempt(table.attempt)
    elif found.changed():
        found.refresh()
    return found


def is_late(started: datetime, person: PersonAt) -> bool:
    """Whether somebody came when the table had been playing for a while."""
    return (person.joined - started).total_seconds() > LATE_MINUTES * 60


def _at_stop(attempt: OpenAttempt) -> bool:
    from simulator.play.events import Held

    last = next((event for event in reversed(attempt.events) if isinstance(event, Held)), None)
    return last is not None and last.at_stop


def _seats(
    store: Store, kept: KeptRoom, places: Sequence[KeptPlace], attempt: OpenAttempt | None
) -> tuple[SeatSeen, ...]:
    case = case_of(kept.case_text, kept.case_name)
    order = {role: number for number, role in enumerate((*case.roles, ""))}
    waiting = [one.role for one in awaited(attempt.game, attempt.state)] if attempt else []
    now = store.given.now()
    return tuple(
        SeatSeen(
            kind=one.kind,
            role=one.role,
            title=clean(case.roles[one.role].title) if one.role else one.kind.value,
            name=clean(one.name) if one.held else "",
            agency=clean(one.agency) if one.held else "",
            state=one.state if one.held or one.state is not PlaceState.TAKEN else PlaceState.FREE,
            away=one.held and is_away(one.seen, now),
            awaited=bool(one.role) and one.role in waiting,
        )
        for one in sorted(places, key=lambda one: order[one.role])
        if one.kind is PlaceKind.SEAT or one.held
    )


def decisions_made(attempt: OpenAttempt) -> int:
    """In how many scenes people have decided."""
    scenes = {
        (event.move.scene, event.before.flags)
        for event in attempt.events
        if isinstance(event, Decided) and not event.by_habit
    }
    return len({scene for scene, _ in scenes})


def decisions_about(game: Game) -> int:
    """About how many decisions the case has."""
    return sum(1 for play in game.scenes if play.decision and not play.left_out and not play.scene.makes_good)
