"""Through the door of a workshop: its code, who somebody is, and coming back to a place that they have."""

from __future__ import annotations

import asyncio
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors import AccessRefused, SimulatorError
from simulator.records import Store
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.live.tickets import Kept, forget_place, keep_ticket, kept_places
from simulator.terminal.reading import asides
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Answer, Notice, Step
from simulator.text import clean, person_name
from simulator.words import Phrase, say
from simulator.words import live as words
from simulator.words import signing_in as signing_words
from simulator.workshop import entering, joining
from simulator.workshop.joining import Ticket

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

NEXT, BACK, OTHER, YES, NO = "next", "back", "other", "yes", "no"


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
    code, before = app.options.join, ""
    while True:
        typed = code or await type_in(app, words.CODE_TITLE, words.CODE, words.JOIN_IN, before)
        if not typed:
            return ""
        try:
            return await asyncio.to_thread(entering.enter, store, typed, str(folder_of(app)))
        except SimulatorError as problem:
            await hear(app, problem)
            code, before = "", typed


async def hear(app: SimulatorApp, problem: SimulatorError) -> None:
    """A problem, until it is closed."""
    from simulator.terminal.screens.boxes import problem_box

    await app.push_screen_wait(problem_box(problem))


async def type_in(
    app: SimulatorApp, title: Phrase, label: Phrase, onward: Phrase, before: str = "", **values: str
) -> str:
    """A line of text; empty where they went back or typed nothing. `before` is what stands there already."""
    buttons = (Button(NEXT, say(onward)), Button(BACK, say(words.BACK)))
    view = View(say(title, **values), buttons=buttons, entry=Entry(say(label), clean(before)))
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


class Somebody(NamedTuple):
    """Who wants to join."""

    learner: Learner | None
    """None where nothing of them is kept."""
    ticket: Ticket | None = None
    """Their own place, where they had one on another device."""


async def who(app: SimulatorApp, desk: Desk, room: str) -> Somebody | None:
    """Who somebody is, where it shall be recorded; None where they went back."""
    if app.learner is not None:
        return Somebody(app.learner)
    name = await _name(app)
    if not name:
        return None
    items = (Item(YES, say(words.RECORDED)), Item(NO, say(words.PRACTICE)))
    kept = asides.purposes(app.options.settings.retention_years)
    answer: Answer | None = await app.push_screen_wait(Step(kept, View(say(words.RECORD_TITLE), items=items)))
    if answer is None:
        return None
    if answer.id == NO:
        return Somebody(None)
    agency = await _agency(app, desk, name)
    if not agency:
        return None
    if ticket := await _own_place(app, store_of(desk), room, name, agency):
        return Somebody(None, ticket)
    return await _sign_in(app, desk, SignIn(name, agency))


async def _own_place(app: SimulatorApp, store: Store, room: str, name: str, agency: str) -> Ticket | None:
    """The place that somebody of this name and agency has here, if it is theirs and nobody is at it."""
    while place := await asyncio.to_thread(joining.place_of, store, room, name, agency):
        title = say(words.IS_IT_YOU, name=clean(place.name), agency=clean(place.agency))
        items = (Item(YES, say(words.IT_IS_ME)), Item(NO, say(words.IT_IS_NOT_ME)))
        answer: Answer | None = await app.push_screen_wait(Step((), View(title, items=items)))
        if answer is None or answer.id != YES:
            return None
        try:
            ticket = await asyncio.to_thread(joining.come_over, store, place, window_of(app))
        except joining.PlaceHeld as held:
            await hear(app, held)
            continue
        await asyncio.to_thread(keep_ticket, folder_of(app), store, ticket)
        return ticket
    return None


async def _sign_in(app: SimulatorApp, desk: Desk, details: SignIn) -> Somebody | None:
    try:
        signed = await asyncio.to_thread(desk.sign_in, details)
    except SimulatorError as problem:
        await hear(app, problem)
        return None
    app.learner = signed.learner
    if signed.phrase:
        said = [Paragraph(say(words.PHRASE)), Paragraph(""), Paragraph(signed.phrase, Look.NOTICE, 4)]
        view = View("", buttons=(Button(NEXT, say(signing_words.WRITTEN_DOWN)),))
        await app.push_screen_wait(Step(said, view))
    return Somebody(signed.learner)


async def _name(app: SimulatorApp) -> str:
    typed = ""
    while True:
        typed = await type_in(app, words.NAME_TITLE, words.NAME, words.NEXT, typed)
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
