"""From a code to a place: the code, who somebody is, which table and seat, and coming back to a place."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from simulator.errors import AccessRefused, SimulatorError
from simulator.records import Store, rooms
from simulator.records.tables import PlaceKind, PlaceState
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.live.pick import Pick
from simulator.terminal.live.tickets import Kept, forget_place, keep_place, kept_places
from simulator.terminal.reading import asides
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.table import Table
from simulator.terminal.screens.step import Answer, Notice, Step
from simulator.terminal.seating import Seated, seat_table
from simulator.text import clean, person_name
from simulator.words import Phrase, say
from simulator.words import live as words
from simulator.words import signing_in as signing_words
from simulator.workshop import joining
from simulator.workshop.joining import Door, DoorSeat, DoorTable, Ticket

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

NEXT, BACK, OTHER, YES, NO = "next", "back", "other", "yes", "no"
OBSERVE: Final = "observe"


def window_of(app: SimulatorApp) -> str:
    """A name for this window, for as long as it is open."""
    if not app.window:
        app.window = token_hex(8)
    return app.window


def folder_of(app: SimulatorApp) -> Path:
    """Where this device, or this browser seat, keeps the places it holds."""
    options = app.options
    return options.settings.home if options.served is None else options.served.folder


def store_of(desk: Desk) -> Store:
    """The record; a workshop needs one."""
    assert isinstance(desk, StoredDesk)
    return desk.store


async def room_by_code(app: SimulatorApp, store: Store) -> str:
    """The room of a code; empty where they went back. A browser gave its code at the server's door."""
    served = app.options.served
    if served is not None and (let_into := served.read().room):
        return let_into
    code = app.options.join
    while True:
        typed = code or await type_in(app, words.CODE_TITLE, words.CODE, words.JOIN_IN)
        if not typed:
            return ""
        try:
            return await asyncio.to_thread(joining.enter, store, typed, str(folder_of(app)))
        except SimulatorError as problem:
            await hear(app, problem)
            code = ""


async def hear(app: SimulatorApp, problem: SimulatorError) -> None:
    """A problem, until it is closed."""
    from simulator.terminal.screens.boxes import problem_box

    await app.push_screen_wait(problem_box(problem))


async def type_in(app: SimulatorApp, title: Phrase, label: Phrase, onward: Phrase, **values: str) -> str:
    """A line of text; empty where they went back or typed nothing."""
    buttons = (Button(NEXT, say(onward)), Button(BACK, say(words.BACK)))
    view = View(say(title, **values), buttons=buttons, entry=Entry(say(label)))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    return "" if answer is None or answer.id == BACK else answer.typed


# --- coming back ------------------------------------------------------------------------------------


async def come_back(app: SimulatorApp, store: Store, room: str) -> Ticket | None:
    """The place this device holds in the room, if somebody wants it; None where there is none."""
    kept = await asyncio.to_thread(kept_places, folder_of(app), room)
    if app.options.served is not None and len(kept) == 1:
        return await reclaim(app, store, kept[0].token)
    items = [Item(each.token, _place(store, each)) for each in kept]
    if not items:
        return None
    view = View(say(words.YOUR_PLACE), items=(*items, Item(OTHER, say(words.ANOTHER_PLACE))))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None or answer.id == OTHER:
        return None
    return await reclaim(app, store, answer.id)


def _place(store: Store, kept: Kept) -> str:
    if not kept.role:
        return say(words.CARRY_ON_BESIDE, table=clean(kept.table))
    return say(words.CARRY_ON_AS, role=clean(kept.role), table=clean(kept.table))


async def reclaim(app: SimulatorApp, store: Store, token: str) -> Ticket | None:
    """A place by its token; another window that shows it is asked about."""
    window = window_of(app)
    again = app.options.served is not None  # which tab shows a browser's seat, the server has asked
    try:
        return await asyncio.to_thread(lambda: joining.come_back(store, token, window, take_over=again))
    except joining.OpenElsewhere:
        said = [Paragraph(say(words.TAKE_OVER_SAYS))]
        buttons = (Button(YES, say(words.TAKE_OVER)), Button(NO, say(words.LEAVE_IT)))
        notice = Notice(say(words.OPEN_ELSEWHERE), said, View("", buttons=buttons))
        answer: Answer | None = await app.push_screen_wait(notice)
        if answer is None or answer.id != YES:
            return None
        return await asyncio.to_thread(lambda: joining.come_back(store, token, window, take_over=True))
    except AccessRefused as problem:
        await asyncio.to_thread(forget_place, folder_of(app), token)
        await hear(app, problem)
        return None


# --- who somebody is --------------------------------------------------------------------------------


async def who(app: SimulatorApp, desk: Desk) -> tuple[bool, Learner | None]:
    """Whether somebody goes on, and who they are where it shall be recorded."""
    if app.learner is not None:
        return True, app.learner
    name = await _name(app)
    if not name:
        return False, None
    items = (Item(YES, say(words.RECORDED)), Item(NO, say(words.PRACTICE)))
    kept = asides.purposes(app.options.settings.retention_years)
    answer: Answer | None = await app.push_screen_wait(Step(kept, View(say(words.RECORD_TITLE), items=items)))
    if answer is None:
        return False, None
    if answer.id == NO:
        return True, None
    agency = await _agency(app, desk, name)
    if not agency:
        return False, None
    try:
        signed = await asyncio.to_thread(desk.sign_in, SignIn(name, agency))
    except SimulatorError as problem:
        await hear(app, problem)
        return False, None
    app.learner = signed.learner
    if signed.phrase:
        said = [Paragraph(say(words.PHRASE)), Paragraph(""), Paragraph(signed.phrase, Look.NOTICE, 4)]
        view = View("", buttons=(Button(NEXT, say(signing_words.WRITTEN_DOWN)),))
        await app.push_screen_wait(Step(said, view))
    return True, signed.learner


async def _name(app: SimulatorApp) -> str:
    while True:
        typed = await type_in(app, words.NAME_TITLE, words.NAME, words.NEXT)
        if not typed:
            return ""
        try:
            return person_name(typed)
        except SimulatorError as problem:
            await hear(app, problem)


async def _agency(app: SimulatorApp, desk: Desk, name: str) -> str:
    items = [Item(each, clean(each)) for each in desk.board.agencies]
    items.append(Item(OTHER, say(signing_words.OTHER_AGENCY)))
    title = say(words.AGENCY_TITLE, name=clean(name))
    answer: Answer | None = await app.push_screen_wait(Step((), View(title, items=tuple(items))))
    if answer is None or answer.id != OTHER:
        return "" if answer is None else answer.id
    return await type_in(app, words.AGENCY_TITLE, signing_words.TYPE_AGENCY, words.NEXT, name=clean(name))


# --- a seat -----------------------------------------------------------------------------------------


async def take_place(app: SimulatorApp, store: Store, room: str, learner: Learner | None) -> Ticket | None:
    """A place at a table, as somebody chooses; None where they went back."""
    wanted = 0
    while True:
        door = await asyncio.to_thread(joining.door, store, room)
        table = next((one for one in door.tables if one.number == wanted), None) or await _table(app, door)
        if table is None:
            return None
        wanted = table.number
        seat = await _seat(app, door, table)
        ticket = None if seat is None else await _sit(app, store, door, table, seat, learner)
        if ticket is not None:
            role = ", ".join(seat.title for seat in table.seats if seat.role in ticket.roles)
            kept = Kept(room, ticket.token, role, table.name)
            await asyncio.to_thread(keep_place, folder_of(app), kept)
            return ticket
        if seat is None:
            wanted = 0  # another table
            if len(door.tables) == 1:
                return None


async def take_table(app: SimulatorApp, desk: Desk, room: str) -> tuple[Ticket, Table] | None:
    """A whole table for this screen: its free seats, with whoever takes them; None where they went back."""
    store = store_of(desk)
    kept = await asyncio.to_thread(rooms.find_room, store, room)
    case = joining.case_of(kept.case_text, kept.case_name)
    while True:
        table = await _table(app, await asyncio.to_thread(joining.door, store, room))
        if table is None:
            return None
        recorded = await _recorded(app)
        if recorded is None:
            return None
        seated = await seat_table(app, desk, case, recorded=recorded, led=True)
        if seated is not None:
            ticket = await asyncio.to_thread(_sit_together, app, store, room, table, seated)
            place = Kept(room, ticket.token, say(words.A_TABLE), table.name)
            await asyncio.to_thread(keep_place, folder_of(app), place)
            return ticket, seated.table


async def _recorded(app: SimulatorApp) -> bool | None:
    """Whether it is recorded who takes part; None where they went back."""
    items = (Item(YES, say(words.RECORDED_TABLE)), Item(NO, say(words.PRACTICE_TABLE)))
    answer: Answer | None = await app.push_screen_wait(Step((), View(say(words.RECORD_TITLE), items=items)))
    return None if answer is None else answer.id == YES


def _sit_together(app: SimulatorApp, store: Store, room: str, table: DoorTable, seated: Seated) -> Ticket:
    """Take every seat that is free or left; observers sit beside."""
    who = {role: learner.id for learner, roles in seated.people for role in roles}
    free = [seat.role for seat in table.seats if seat.state is not PlaceState.TAKEN or seat.away]
    window = window_of(app)
    people = {role: who.get(role) for role in free}
    ticket = joining.sit_together(store, room, table.number, people, window)
    for learner, roles in seated.people:
        if not roles:
            joining.sit_beside(store, room, table.number, PlaceKind.OBSERVER, learner.id, window)
    return ticket


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
    """Take the seat; None where it is held, and stays so."""
    window, person = window_of(app), learner.id if learner else None
    number = table.number
    if chosen == OBSERVE:
        beside = PlaceKind.OBSERVER
        return await asyncio.to_thread(joining.sit_beside, store, door.room, number, beside, person, window)
    try:
        return await asyncio.to_thread(joining.sit, store, door.room, number, chosen, person, window)
    except joining.PlaceHeld as held:
        if not held.may_take_over or not await _take_over(app, held):
            if not held.may_take_over:
                await hear(app, held)
            return None
    return await asyncio.to_thread(
        lambda: joining.sit(store, door.room, number, chosen, person, window, take_over=True)
    )


async def _take_over(app: SimulatorApp, held: joining.PlaceHeld) -> bool:
    buttons = (Button(YES, say(words.TAKE_OVER)), Button(NO, say(words.BACK)))
    notice = Notice(held.title, [Paragraph(held.message), Paragraph(held.remedy)], View("", buttons=buttons))
    answer: Answer | None = await app.push_screen_wait(notice)
    return answer is not None and answer.id == YES


def _seats(door: Door, table: DoorTable) -> Pick:
    items = [Item(seat.role, _seat_line(seat)) for seat in table.seats]
    items.append(Item(OBSERVE, say(words.OBSERVE)))
    said: dict[str, Sequence[Paragraph]] = {seat.role: _seat_card(seat) for seat in table.seats}
    said[OBSERVE] = (Paragraph(say(words.OBSERVING_SAYS)),)
    free = [at for at, seat in enumerate(table.seats) if seat.state is not PlaceState.TAKEN]
    top = (say(words.WHICH_SEAT), table.name, door.case_title)
    return Pick(items, said, *top, start=free[0] if free else 0)


def _seat_line(seat: DoorSeat) -> str:
    title = seat.title[:1].upper() + seat.title[1:]
    if seat.state is PlaceState.FREE:
        return say(words.SEAT_FREE, role=title)
    if seat.state is PlaceState.SIMULATED:
        return say(words.SEAT_SIMULATED, role=title)
    phrase = words.SEAT_AWAY if seat.away else words.SEAT_TAKEN
    return say(phrase, role=title, name=seat.name or say(words.SOMEBODY))


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
