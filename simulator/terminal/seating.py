"""The seats at the start of a table: who takes which, who writes, who observes. All may be left out."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from scoring.calendar import from_minutes
from scoring.errors import GuidanceError
from scoring.guidance.board import agency_name
from simulator.errors import SimulatorError
from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.panels import role_pack
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.seats import Seats, header
from simulator.terminal.room.table import Table, curtain
from simulator.terminal.screens.step import Answer, Step
from simulator.text import clean, person_name
from simulator.words import room as room_words
from simulator.words import say
from simulator.words import signing_in as signing_words
from simulator.words import table as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

BEGIN, BACK, NEXT, NOBODY, OTHER = "begin", "back", "next", "nobody", "other"
SCRIBE, OBSERVER, ROUND, PAGES = "scribe", "observer", "round", "pages"
SEAT = "seat "


class Seated(NamedTuple):
    """Who sits at a table."""

    table: Table
    people: tuple[tuple[Learner, tuple[str, ...]], ...] = ()
    """Those who are recorded, each with the seats they take; none for an observer."""
    phrases: tuple[tuple[str, str], ...] = ()
    """Name and words to come back, of those who are new to the record."""


async def seat_table(
    app: SimulatorApp, desk: Desk, case: Case, *, recorded: bool, led: bool = False
) -> Seated | None:
    """Who sits where; None where they went back. Where nothing is recorded only names are asked.

    At a table that a trainer leads it is the trainer who says whether it is asked round.
    """
    seated = Seated(Table(asks_round=not led))
    while True:
        view = _seats_view(case, seated, recorded, led=led)
        answer: Answer | None = await app.push_screen_wait(Step((), view))
        if answer is None or answer.id == BACK:
            return None
        if answer.id == BEGIN:
            await _show_phrases(app, seated)
            return seated
        seated = await _changed(app, desk, case, seated, answer.id, recorded=recorded)


def _seats_view(case: Case, seated: Seated, recorded: bool, *, led: bool) -> View:
    table = seated.table
    agencies = {role: learner.agency for learner, roles in seated.people for role in roles}
    items = [Item(f"{SEAT}{role}", _seat_line(case, table, agencies, role)) for role in case.playable]
    scribe = clean(table.names.get(table.scribe, "")) or say(words.SCRIBE_NOBODY)
    observers = ", ".join(map(clean, table.observers)) or say(words.NO_OBSERVERS)
    chosen = say(words.YES if table.own_pages else words.NO)
    items += [
        Item(SCRIBE, say(words.SCRIBE, name=scribe)),
        Item(OBSERVER, say(words.OBSERVERS, names=observers)),
        *([] if led else [Item(ROUND, say(words.VOTES_ON if table.asks_round else words.VOTES_OFF))]),
        Item(PAGES, say(words.OWN_PAGES, chosen=chosen)),
    ]
    hint = [say(words.SEATS_HINT), *([] if recorded else [say(words.SEATS_PRACTICE)])]
    buttons = (Button(BEGIN, say(words.BEGIN)), Button(BACK, say(words.BACK)))
    return View(say(words.SEATS_TITLE), said=tuple(hint), items=tuple(items), buttons=buttons)


def _seat_line(case: Case, table: Table, agencies: dict[str, str], role: str) -> str:
    title = clean(case.roles[role].title)
    title = title[:1].upper() + title[1:]
    name = table.names.get(role, "")
    if not name:
        return say(words.SEAT_FREE, role=title)
    agency = agencies.get(role, "")
    if not agency:
        return say(words.SEAT_TAKEN_BY, role=title, name=clean(name))
    return say(words.SEAT_TAKEN, role=title, name=clean(name), agency=clean(agency))


async def _changed(
    app: SimulatorApp, desk: Desk, case: Case, seated: Seated, what: str, *, recorded: bool
) -> Seated:
    table = seated.table
    if what == ROUND:
        return seated._replace(table=replace(table, asks_round=not table.asks_round))
    if what == PAGES:
        return seated._replace(table=replace(table, own_pages=not table.own_pages))
    if what == SCRIBE:
        return seated._replace(table=replace(table, scribe=await _scribe(app, table)))
    role = what.removeprefix(SEAT) if what.startswith(SEAT) else ""
    title = say(words.WHO_TAKES, role=clean(case.roles[role].title)) if role else say(words.WHO_OBSERVES)
    name = await _name(app, title)
    if name is None:
        return seated
    if not name:
        return _without(seated, role)
    learner = None
    if recorded:
        signed = await _enter(app, desk, name, _agency_of(desk, case, role))
        if signed is None:
            return seated
        learner, phrase = signed
        seated = seated._replace(phrases=(*seated.phrases, *([(name, phrase)] if phrase else [])))
    return _with(seated, role, name, learner)


def _without(seated: Seated, role: str) -> Seated:
    table = seated.table
    if not role:
        return seated._replace(table=replace(table, observers=table.observers[:-1]))
    names = {seat: name for seat, name in table.names.items() if seat != role}
    people = tuple(each for each in seated.people if role not in each[1])
    return seated._replace(table=replace(table, names=names), people=people)


def _with(seated: Seated, role: str, name: str, learner: Learner | None) -> Seated:
    seated = _without(seated, role) if role else seated
    table = seated.table
    if role:
        table = replace(table, names={**table.names, role: name}, scribe=table.scribe or role)
    else:
        table = replace(table, observers=(*table.observers, name))
    people = (*seated.people, (learner, (role,) if role else ())) if learner else seated.people
    return seated._replace(table=table, people=people)


async def _name(app: SimulatorApp, title: str) -> str | None:
    """A name; empty for nobody, None where they went back or it is no name."""
    buttons = (
        Button(NEXT, say(words.NEXT)),
        Button(NOBODY, say(words.NOBODY)),
        Button(BACK, say(words.BACK)),
    )
    view = View(title, buttons=buttons, entry=Entry(say(words.NAME)))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None or answer.id == BACK:
        return None
    if answer.id == NOBODY:
        return ""
    try:
        return person_name(answer.typed)
    except SimulatorError as problem:
        app.tell_problem(problem)
        return None


async def _scribe(app: SimulatorApp, table: Table) -> str:
    items = [Item(role, clean(name)) for role, name in table.names.items()]
    items.append(Item("", say(words.SCRIBE_NOBODY)))
    answer: Answer | None = await app.push_screen_wait(
        Step((), View(say(words.WHO_WRITES), items=tuple(items)))
    )
    return table.scribe if answer is None else answer.id


def _agency_of(desk: Desk, case: Case, role: str) -> str:
    """The seat's own agency, as it was called then: most people take the seat of their own."""
    if not role:
        return ""
    agency = case.roles[role].agency
    try:
        return agency_name(desk.board, agency, from_minutes(case.set_on).date())
    except GuidanceError:
        return agency


async def _enter(app: SimulatorApp, desk: Desk, name: str, usual: str) -> tuple[Learner, str] | None:
    """Somebody new to the record, with their words to come back."""
    agencies = dict.fromkeys([usual, *desk.board.agencies] if usual else desk.board.agencies)
    items = [Item(agency, clean(agency)) for agency in agencies]
    title = say(words.WHOSE_AGENCY, name=clean(name))
    view = View(title, items=(*items, Item(OTHER, say(signing_words.OTHER_AGENCY))))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    agency = answer.id if answer else ""
    if agency == OTHER:
        typing = View(
            title, buttons=(Button(NEXT, say(words.NEXT)),), entry=Entry(say(signing_words.TYPE_AGENCY))
        )
        typed: Answer | None = await app.push_screen_wait(Step((), typing))
        agency = typed.typed if typed else ""
    if not agency:
        return None
    try:
        signed = await asyncio.to_thread(desk.sign_in, SignIn(name, agency))
    except SimulatorError as problem:
        app.tell_problem(problem)
        return None
    return signed.learner, signed.phrase


async def _show_phrases(app: SimulatorApp, seated: Seated) -> None:
    """Everybody's words to come back, on one page."""
    if not seated.phrases:
        return
    said = [Paragraph(say(words.PHRASES), Look.HEADING), Paragraph("")]
    for name, phrase in seated.phrases:
        said += [Paragraph(clean(name), Look.NAME), Paragraph(phrase, Look.NOTICE, 2)]
    view = View("", buttons=(Button(NEXT, say(words.WRITTEN_DOWN)),))
    await app.push_screen_wait(Step(said, view))


async def read_own_pages(app: SimulatorApp, seats: Seats, table: Table) -> None:
    """The laptop goes round once: everybody reads who they are and what is in their own file."""
    for role in seats.roles:
        top = header(seats, role)
        ready = (Button(NEXT, say(room_words.CURTAIN_READY, role=top.role)),)
        asked = View(curtain(table, role, top.role), said=(say(room_words.CURTAIN_SAYS),), buttons=ready)
        await app.push_screen_wait(Step((), asked))
        view = View("", buttons=(Button(NEXT, say(words.PASS_ON)),))
        await app.push_screen_wait(Step(role_pack(seats, role), view, top.title, top.role))
