"""The way through a workshop: the code, a seat, what is good to know, the case, and out of it again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.records import Store
from simulator.terminal.desk.model import Desk, Learner
from simulator.terminal.forms.view import Button, View
from simulator.terminal.live.asking import ask_after, ask_before
from simulator.terminal.live.coming_in import (
    come_back,
    folder_of,
    hear,
    room_by_code,
    store_of,
    take_place,
    who,
)
from simulator.terminal.live.link import Link, link_to
from simulator.terminal.live.tickets import forget_place
from simulator.terminal.reading import asides
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from simulator.terminal.screens.room_layout import Left
from simulator.terminal.screens.step import Step
from simulator.text import clean
from simulator.words import asides as aside_words
from simulator.words import live as words
from simulator.words import say
from simulator.workshop import joining
from simulator.workshop.joining import Ticket

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.screens.room import RoomScreen

NEXT = "next"


async def join(app: SimulatorApp, desk: Desk) -> None:
    """From the code to the end, as far as somebody goes."""
    store = store_of(desk)
    room = await room_by_code(app, store)
    if not room:
        return
    try:
        ticket = await come_back(app, store, room)
        fresh = ticket is None
        learner = app.learner
        if ticket is None:
            goes_on, learner = await who(app, desk)
            ticket = await take_place(app, store, room, learner) if goes_on else None
        if ticket is not None:
            learner = learner or await _learner_of(desk, ticket)
            await _take_part(app, desk, ticket, learner, fresh=fresh)
    except SimulatorError as problem:
        await hear(app, problem)


async def _learner_of(desk: Desk, ticket: Ticket) -> Learner | None:
    """Who holds the place, where the record knows."""
    place = ticket.places[0]
    return Learner(place.learner, clean(place.name), clean(place.agency)) if place.learner else None


async def _take_part(
    app: SimulatorApp, desk: Desk, ticket: Ticket, learner: Learner | None, *, fresh: bool
) -> None:
    store = store_of(desk)
    here = app.set_interval(joining.HEARTBEAT, partial(_say_we_are_here, store, ticket))
    try:
        await _from_the_door(app, desk, ticket, learner, fresh=fresh)
    finally:
        here.stop()


async def _say_we_are_here(store: Store, ticket: Ticket) -> None:
    """While somebody reads and answers questions, the others see that they are there."""
    with suppress(SimulatorError):
        await asyncio.to_thread(joining.beat, store, ticket)


async def _from_the_door(
    app: SimulatorApp, desk: Desk, ticket: Ticket, learner: Learner | None, *, fresh: bool
) -> None:
    store = store_of(desk)
    if fresh:
        await _good_to_know(app, store, ticket.room)
        await ask_before(app, store, ticket.room, learner)
    if not await _begun(app, store, ticket):
        return
    link = await asyncio.to_thread(link_to, store, ticket)
    try:
        await _play(app, desk, link, learner, resuming=not fresh)
    finally:
        await asyncio.to_thread(link.close)


async def _good_to_know(app: SimulatorApp, store: Store, room: str) -> None:
    """Content notes and ground rules, before anything is played."""
    door = await asyncio.to_thread(joining.door, store, room)
    notes = "; ".join(map(clean, door.content_notes))
    said = [Paragraph(say(words.NOTES_TITLE), Look.HEADING)]
    said += [Paragraph(say(words.NOTES, notes=notes), Look.NOTICE), Paragraph("")] if notes else []
    said += [Paragraph(f"- {say(rule)}") for rule in words.GROUND_RULES]
    view = View("", buttons=(Button(NEXT, say(words.I_AM_READY)),))
    await app.push_screen_wait(Step(said, view, door.case_title, door.title))


async def _begun(app: SimulatorApp, store: Store, ticket: Ticket) -> bool:
    """Whether the table plays; until then somebody waits here with the others."""
    from simulator.terminal.live.waiting import Waiting

    if await asyncio.to_thread(joining.attempt_of, store, ticket.room, ticket.number) is not None:
        return True
    began = await app.push_screen_wait(Waiting(store, ticket))
    if not began:
        await asyncio.to_thread(joining.leave, store, ticket)
        await asyncio.to_thread(forget_place, folder_of(app), ticket.token)
    return bool(began)


async def _play(
    app: SimulatorApp, desk: Desk, link: Link, learner: Learner | None, *, resuming: bool
) -> None:
    app.resuming = resuming or bool(link.attempt.moves)
    roles = link.ticket.roles
    seats = seats_of(link.attempt, roles or link.attempt.seats)
    left = await app.push_screen_wait(await _room(app, desk, link, seats, learner, fresh=not resuming))
    if left is Left.LOST:
        said = [Paragraph(say(words.NO_LONGER_SAYS))]
        await _tell(app, say(words.NO_LONGER_YOURS), said)
        return
    await asyncio.to_thread(forget_place, folder_of(app), link.ticket.token)
    if left is Left.STEPPED_OUT:
        await _tell(app, say(aside_words.STEPPED_OUT), asides.support(desk.board))
    elif left is Left.ENDED:
        await _after(app, desk, link, seats, learner)


async def _room(
    app: SimulatorApp, desk: Desk, link: Link, seats: Seats, learner: Learner | None, *, fresh: bool
) -> RoomScreen:
    """The room for one seat, for a table round one screen, or for somebody who observes."""
    from simulator.terminal.live.observing import Observing
    from simulator.terminal.live.room import LiveRoom, LiveTable
    from simulator.terminal.room.table import Table

    board, person = desk.board, learner.id if learner else None
    if not link.ticket.roles:
        return Observing(seats, board, link)
    if seats.shared:
        names = {place.role: clean(place.name) for place in link.ticket.places if place.name}
        table = Table(names, asks_round=False)
        return LiveTable(seats, board, link, table, person, resuming=app.resuming)
    if fresh:
        from simulator.terminal.journey import brief

        await brief(app, seats, say(words.OTHERS_PLAY))
    return LiveRoom(seats, board, link, person)


async def _tell(app: SimulatorApp, title: str, said: asides.Paragraphs | list[Paragraph]) -> None:
    view = View(title, buttons=(Button(NEXT, say(words.CLOSE)),))
    await app.push_screen_wait(Step(said, view))


async def _after(app: SimulatorApp, desk: Desk, link: Link, seats: Seats, learner: Learner | None) -> None:
    """Out of the role, the questions once more, somebody to talk to, and the look back."""
    role = link.role
    title = clean(seats.attempt.game.case.roles[role].title) if role else say(words.OBSERVER)
    words_of = say(words.DE_ROLE, role=title) if role else say(words.DE_ROLE_OBSERVER)
    said = [Paragraph(words_of), Paragraph(""), *asides.support(desk.board)]
    view = View(say(words.DE_ROLE_TITLE, role=title), buttons=(Button(NEXT, say(words.NEXT)),))
    await app.push_screen_wait(Step(said, view))
    await ask_after(app, link.store, link.ticket.room, learner)
    if role:
        await _look_back(app, desk, seats)
    await _tell(app, say(words.THANKS), asides.support(desk.board))


async def _look_back(app: SimulatorApp, desk: Desk, seats: Seats) -> None:
    """The debrief; a decision can be tried again afterwards, as practice, from the training record."""
    from simulator.terminal.reading.debrief import make_debrief
    from simulator.terminal.screens.debrief import DebriefScreen

    title = clean(seats.attempt.game.case.title)
    await app.push_screen_wait(DebriefScreen(title, lambda: make_debrief(seats, desk.board), seats.roles))
