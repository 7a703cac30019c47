"""Taking a place at a table: a seat, the scribe's, an observer's, or a whole table for one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.records import Store, rooms
from simulator.records.tables import PlaceKind, PlaceState
from simulator.terminal.desk.model import Desk, Learner
from simulator.terminal.desk.sitting import keep_scribe, table_at
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.live.coming_in import (
    BACK,
    NO,
    YES,
    folder_of,
    hear,
    store_of,
    window_of,
)
from simulator.terminal.live.link import Link
from simulator.terminal.live.pick import Pick
from simulator.terminal.live.tickets import Kept, keep_place, keep_ticket
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.table import Table
from simulator.terminal.screens.step import Answer, Notice, Step
from simulator.terminal.seating import Seated, seat_table
from simulator.words import live as words
from simulator.words import say
from simulator.workshop import entering, joining
from simulator.workshop.entering import Door, DoorSeat, DoorTable
from simulator.workshop.joining import Ticket

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

SCRIBE: Final = "*scribe"
OBSERVE: Final = "*observe"
BESIDE: Final = {SCRIBE: PlaceKind.SCRIBE, OBSERVE: PlaceKind.OBSERVER}
"""What can be chosen beside the roles; an asterisk is in no role's name."""


async def take_place(app: SimulatorApp, store: Store, room: str, learner: Learner | None) -> Ticket | None:
    """A place at a table, as somebody chooses; None where they went back."""
    wanted = 0
    while True:
        door = await asyncio.to_thread(entering.door, store, room)
        table = next((one for one in door.tables if one.number == wanted), None) or await _table(app, door)
        if table is None:
            return None
        wanted = table.number
        seat = await _seat(app, door, table)
        ticket = None if seat is None else await _sit(app, store, door, table, seat, learner)
        if ticket is not None:
            await asyncio.to_thread(keep_ticket, folder_of(app), store, ticket)
            return ticket
        if seat is None:
            wanted = 0  # another table
            if len(door.tables) == 1:
                return None


async def take_table(app: SimulatorApp, desk: Desk, room: str) -> tuple[Ticket, Table] | None:
    """A whole table for this screen: its free seats, with whoever takes them; None where they went back."""
    store = store_of(desk)
    kept = await asyncio.to_thread(rooms.find_room, store, room)
    case = entering.case_of(kept.case_text, kept.case_name)
    while True:
        table = await _table(app, await asyncio.to_thread(entering.door, store, room))
        if table is None:
            return None
        recorded = await _recorded(app)
        if recorded is None:
            return None
        seated = await seat_table(app, desk, case, recorded=recorded, led=True)
        if seated is not None:
            window, folder = window_of(app), folder_of(app)
            ticket = await asyncio.to_thread(sit_together, store, room, table, seated, window, folder)
            return ticket, seated.table


async def _recorded(app: SimulatorApp) -> bool | None:
    """Whether it is recorded who takes part; None where they went back."""
    items = (Item(YES, say(words.RECORDED_TABLE)), Item(NO, say(words.PRACTICE_TABLE)))
    answer: Answer | None = await app.push_screen_wait(Step((), View(say(words.RECORD_TITLE), items=items)))
    return None if answer is None else answer.id == YES


def sit_together(
    store: Store, room: str, table: DoorTable, seated: Seated, window: str, folder: Path
) -> Ticket:
    """Take every seat that is free or left, held from this device; observers, and a scribe without a seat,
    sit beside. Raises PlaceHeld, RecordError or NotSaved."""
    who = {role: learner.id for learner, roles in seated.people for role in roles}
    free = [seat.role for seat in table.seats if seat.state is not PlaceState.TAKEN or seat.away]
    people = {role: who.get(role) for role in free}
    ticket = joining.sit_together(store, room, table.number, people, window)
    for learner, roles in seated.people:
        if not roles:
            kind = PlaceKind.SCRIBE if learner.name == seated.table.scribe else PlaceKind.OBSERVER
            with suppress(joining.PlaceHeld):  # somebody writes for this table at another screen
                joining.sit_beside(store, room, table.number, kind, learner.id, window, take_over=True)
    keep_place(folder, Kept(room, ticket.token, say(words.A_TABLE), table.name))
    return ticket


def seated_at(link: Link, table: Table | None) -> Table:
    """Who sits where at a table that begins: as they have said, and who writes is kept; at one that came back
    as the record knows it. Raises NotSaved."""
    attempt = link.attempt.open
    if table is None:
        return replace(table_at(link.store, attempt), asks_round=False)
    keep_scribe(link.store, attempt, table)
    return table


async def _table(app: SimulatorApp, door: Door) -> DoorTable | None:
    if len(door.tables) == 1:
        return door.tables[0]
    items = [Item(str(table.number), _table_line(table)) for table in door.tables]
    view = View(say(words.WHICH_TABLE), items=tuple(items), buttons=(Button(BACK, say(words.BACK)),))
    answer: Answer | None = await app.push_screen_wait(Step((), view, door.title, door.case_title))
    if answer is None or answer.id == BACK:
        return None
    return next(table for table in door.tables if str(table.number) == answer.id)


def _table_line(table: DoorTable) -> str:
    free = sum(1 for seat in table.seats if seat.state is not PlaceState.TAKEN)
    return say(words.TABLE_LINE, name=table.name, free=free, seats=len(table.seats))


async def _seat(app: SimulatorApp, door: Door, table: DoorTable) -> str | None:
    """The seat that somebody wants; None where they went back. At a shared screen there is none to choose."""
    return "" if table.one_screen else await app.push_screen_wait(_seats(door, table))


async def _sit(
    app: SimulatorApp, store: Store, door: Door, table: DoorTable, chosen: str, learner: Learner | None
) -> Ticket | None:
    """Take the place; None where it is held, and stays so."""
    person = learner.id if learner else None
    sit = partial(take, store, door.room, table.number, chosen, person, window_of(app))
    try:
        return await asyncio.to_thread(sit)
    except joining.PlaceHeld as held:
        if not held.may_take_over:
            await hear(app, held)
            return None
        if not await _take_over(app, held):
            return None
    return await asyncio.to_thread(partial(sit, take_over=True))


def take(
    store: Store,
    room: str,
    number: int,
    chosen: str,
    learner: str | None,
    window: str,
    *,
    take_over: bool = False,
) -> Ticket:
    """Take a seat by its role, or a place beside the table. Raises as `joining.sit`."""
    if beside := BESIDE.get(chosen):
        return joining.sit_beside(store, room, number, beside, learner, window, take_over=take_over)
    return joining.sit(store, room, number, chosen, learner, window, take_over=take_over)


async def _take_over(app: SimulatorApp, held: joining.PlaceHeld) -> bool:
    buttons = (Button(YES, say(words.TAKE_SEAT_OVER)), Button(NO, say(words.BACK)))
    notice = Notice(held.title, [Paragraph(held.message), Paragraph(held.remedy)], View("", buttons=buttons))
    answer: Answer | None = await app.push_screen_wait(notice)
    return answer is not None and answer.id == YES


def _seats(door: Door, table: DoorTable) -> Pick:
    items = [Item(place, line) for place, line in place_lines(table).items()]
    said: dict[str, Sequence[Paragraph]] = {seat.role: _seat_card(seat) for seat in table.seats}
    said[SCRIBE] = (Paragraph(say(words.SCRIBE_DOES)),)
    said[OBSERVE] = (Paragraph(say(words.OBSERVING_SAYS)),)
    free = [at for at, seat in enumerate(table.seats) if seat.state is not PlaceState.TAKEN]
    top = (say(words.WHICH_SEAT), table.name, door.case_title)
    return Pick(items, said, *top, start=free[0] if free else len(table.seats))


def place_lines(table: DoorTable) -> dict[str, str]:
    """What can be chosen at a table, seats first, each with who has it."""
    lines = {seat.role: _seat_line(seat) for seat in table.seats}
    return {**lines, SCRIBE: _scribe_line(table), OBSERVE: say(words.OBSERVE)}


def _seat_line(seat: DoorSeat) -> str:
    """A seat and who has it."""
    title = seat.title[:1].upper() + seat.title[1:]
    if seat.state is PlaceState.FREE:
        return say(words.SEAT_FREE, role=title)
    if seat.state is PlaceState.SIMULATED and not seat.name:
        return say(words.SEAT_SIMULATED, role=title)
    phrase = words.SEAT_AWAY if seat.away else words.SEAT_TAKEN
    return say(phrase, role=title, name=seat.name or say(words.SOMEBODY))


def _scribe_line(table: DoorTable) -> str:
    """The scribe's place and who has it."""
    there = next((one for one in table.beside if one.kind is PlaceKind.SCRIBE), None)
    if there is None:
        return say(words.SCRIBE)
    phrase = words.SEAT_AWAY if there.away else words.SEAT_TAKEN
    return say(phrase, role=say(words.SCRIBE_TITLE), name=there.name or say(words.SOMEBODY))


def _seat_card(seat: DoorSeat) -> tuple[Paragraph, ...]:
    """What a seat is and sees."""
    return (
        Paragraph(seat.title[:1].upper() + seat.title[1:], Look.HEADING),
        Paragraph(say(words.SEAT_OF, agency=seat.agency), Look.QUIET),
        Paragraph(""),
        Paragraph(say(words.SEAT_TOLD)),
        Paragraph(""),
        Paragraph(say(words.SEAT_HINT)),
    )
