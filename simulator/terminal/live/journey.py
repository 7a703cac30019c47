"""The way through a workshop: the code, a seat, what is good to know, the case, and out of it again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors import SimulatorError
from simulator.records import Store
from simulator.records.tables import PlaceKind
from simulator.terminal.asking import ask_after, ask_before
from simulator.terminal.desk.asking import asking_in
from simulator.terminal.desk.model import Desk, Learner
from simulator.terminal.forms.view import Button, View
from simulator.terminal.live.again import try_another_chair
from simulator.terminal.live.awaiting import BEGUN, LOST
from simulator.terminal.live.coming_in import (
    come_back,
    folder_of,
    hear,
    room_by_code,
    store_of,
    who,
)
from simulator.terminal.live.done import out_of_the_role
from simulator.terminal.live.here import Here
from simulator.terminal.live.link import Link, link_to
from simulator.terminal.live.places import seated_at, take_place, take_table
from simulator.terminal.live.tickets import forget_place
from simulator.terminal.reading import asides
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from simulator.terminal.room.table import Table
from simulator.terminal.screens.room_layout import Left
from simulator.terminal.screens.step import Answer, Step
from simulator.terminal.seating import read_own_pages
from simulator.text import clean
from simulator.words import asides as aside_words
from simulator.words import live as words
from simulator.words import say
from simulator.workshop import entering, joining
from simulator.workshop.joining import Ticket

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.screens.room import RoomScreen

NEXT = "next"


class Came(NamedTuple):
    """Somebody, or a whole table, who has come in."""

    ticket: Ticket
    learner: Learner | None
    """Who it is, where it is one person and they are recorded."""
    fresh: bool
    """Just sat down, rather than come back."""
    table: Table | None = None
    """Who sits where, at a table that shares the screen."""


async def join(app: SimulatorApp, desk: Desk) -> None:
    """From the code to the end, as far as somebody goes; whoever has no place any more may choose another."""
    store = store_of(desk)
    room = await room_by_code(app, store)
    if not room:
        return
    try:
        while (came := await _come_in(app, desk, store, room)) is not None:
            left = await _take_part(app, desk, came)
            if left is Left.LOST:
                await asyncio.to_thread(forget_place, folder_of(app), came.ticket.token)
                await _tell(app, say(words.NO_LONGER_YOURS), [Paragraph(say(words.NO_LONGER_SAYS))])
            elif left is not None:
                return
    except SimulatorError as problem:
        await hear(app, problem)


async def _come_in(app: SimulatorApp, desk: Desk, store: Store, room: str) -> Came | None:
    """A place that this device holds, or a new one; where tables share screens, a whole table."""
    ticket = await come_back(app, store, room)
    if ticket is not None:
        return Came(ticket, app.learner or _learner_of(ticket), fresh=False)
    door = await asyncio.to_thread(entering.door, store, room)
    if door.one_screen:
        taken = await take_table(app, desk, room)
        return None if taken is None else Came(taken[0], None, True, taken[1])
    somebody = await who(app, desk, room)
    if somebody is None:
        return None
    if somebody.ticket is not None:  # a name alone opens nobody's training record
        return Came(somebody.ticket, _learner_of(somebody.ticket), fresh=False)
    ticket = await take_place(app, store, room, somebody.learner)
    return None if ticket is None else Came(ticket, somebody.learner, fresh=True)


def _learner_of(ticket: Ticket) -> Learner | None:
    """Who holds the place, where the record knows and it is one person's."""
    place = ticket.places[0]
    if place.learner is None or len(ticket.places) > 1:
        return None
    return Learner(place.learner, clean(place.name), clean(place.agency))


async def _take_part(app: SimulatorApp, desk: Desk, came: Came) -> Left | None:
    """While somebody reads, answers and plays, the others see that they are there. None where they gave the
    seat back before it began."""
    store = store_of(desk)
    app.here = Here(app, store, came.ticket)
    saying = app.set_interval(joining.HEARTBEAT, app.here.say)
    try:
        return await _from_the_door(app, desk, store, came)
    finally:
        saying.stop()
        app.here.goodbye()
        app.here = None


async def _from_the_door(app: SimulatorApp, desk: Desk, store: Store, came: Came) -> Left | None:
    if came.fresh:
        await _good_to_know(app, store, came.ticket.room)
        await ask_before(app, await asyncio.to_thread(asking_in, store, came.ticket))
    if (answer := await _begun(app, store, came.ticket)) != BEGUN:
        return Left.LOST if answer == LOST else None
    link = await asyncio.to_thread(link_to, store, came.ticket)
    try:
        return await _play(app, desk, link, came)
    finally:
        await asyncio.to_thread(link.close)


async def _good_to_know(app: SimulatorApp, store: Store, room: str) -> None:
    """Content notes and ground rules, before anything is played."""
    door = await asyncio.to_thread(entering.door, store, room)
    notes = "; ".join(map(clean, door.content_notes))
    said = [Paragraph(say(words.NOTES_TITLE), Look.HEADING)]
    said += [Paragraph(say(words.NOTES, notes=notes), Look.NOTICE), Paragraph("")] if notes else []
    said += asides.ground_rules()
    view = View("", buttons=(Button(NEXT, say(words.I_AM_READY)),))
    await app.push_screen_wait(Step(said, view, door.case_title, door.title))


async def _begun(app: SimulatorApp, store: Store, ticket: Ticket) -> str:
    """That the table plays, for which somebody waits with the others; empty where they gave the seat back."""
    from simulator.terminal.live.waiting import Waiting

    if await asyncio.to_thread(joining.attempt_of, store, ticket.room, ticket.number) is not None:
        return BEGUN
    answer: Answer | None = await app.push_screen_wait(Waiting(store, ticket))
    if answer is None:
        await asyncio.to_thread(joining.leave, store, ticket)
        await asyncio.to_thread(forget_place, folder_of(app), ticket.token)
    return "" if answer is None else answer.id


async def _play(app: SimulatorApp, desk: Desk, link: Link, came: Came) -> Left:
    app.resuming = not came.fresh or bool(link.attempt.moves)
    seats = seats_of(link.attempt, link.ticket.roles or link.attempt.seats[:1])
    table = await asyncio.to_thread(seated_at, link, came.table) if seats.shared and link.role else None
    left: Left = await app.push_screen_wait(await _room(app, desk, link, seats, came, table))
    if left is Left.LOST:
        return left
    await asyncio.to_thread(forget_place, folder_of(app), link.ticket.token)
    if left is Left.STEPPED_OUT:
        await _tell(app, say(aside_words.STEPPED_OUT), asides.support(desk.board))
    elif left is Left.ENDED:
        await _after(app, desk, link, seats, table)
    return left


async def _room(
    app: SimulatorApp, desk: Desk, link: Link, seats: Seats, came: Came, table: Table | None
) -> RoomScreen:
    """The room for one seat, for a table round one screen, or for somebody who observes."""
    from simulator.terminal.live.observing import Observing, Scribing
    from simulator.terminal.live.room import LiveRoom, LiveTable

    board, person = desk.board, came.learner.id if came.learner else None
    if not link.ticket.roles:
        scribe = link.ticket.kind is PlaceKind.SCRIBE
        return (Scribing if scribe else Observing)(seats, board, link)
    if table is not None:
        if came.fresh and table.own_pages:
            await read_own_pages(app, seats, table)
        return LiveTable(seats, board, link, table, person)
    if came.fresh:
        from simulator.terminal.journey import brief

        await brief(app, seats, say(words.OTHERS_PLAY))
    return LiveRoom(seats, board, link, person)


async def _tell(app: SimulatorApp, title: str, said: asides.Paragraphs | list[Paragraph]) -> None:
    view = View(title, buttons=(Button(NEXT, say(words.CLOSE)),))
    await app.push_screen_wait(Step(said, view))


async def _after(app: SimulatorApp, desk: Desk, link: Link, seats: Seats, table: Table | None) -> None:
    """Out of the role, the questions once more, somebody to talk to, and the look back."""
    from simulator.terminal.journey import look_back, try_other_chairs

    role = link.role
    title, de_role = out_of_the_role(seats, role)
    said = [Paragraph(de_role), Paragraph(""), *asides.support(desk.board)]
    await app.push_screen_wait(Step(said, View(title, buttons=(Button(NEXT, say(words.NEXT)),))))
    await ask_after(app, await asyncio.to_thread(asking_in, link.store, link.ticket))
    if role:
        tried = await look_back(app, seats, desk, table)
        if seats.shared and not tried:
            await try_other_chairs(app, seats, desk, table)
        elif not seats.shared:
            await try_another_chair(app, link)
    await _tell(app, say(words.THANKS), asides.support(desk.board))
