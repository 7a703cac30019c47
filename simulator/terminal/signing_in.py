"""Signing in, one question at a time: name, agency, job, e-mail; then the words to come back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading import asides
from simulator.terminal.reading.names import called
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.boxes import problem_box
from simulator.terminal.screens.step import Answer, Step
from simulator.text import person_name
from simulator.words import Phrase, say
from simulator.words import signing_in as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

OTHER, NEXT, BACK, SHARED, OWN = "other", "next", "back", "shared", "own"
ASKED = NAME, AGENCY, JOB, EMAIL = ("name", "agency", "job", "email")
"""What somebody new is asked, in this order; all but the first two may stay empty."""


async def sign_in(app: SimulatorApp, desk: Desk) -> Learner | None:
    """Whoever is at this screen. None where they went back."""
    if app.learner is not None:
        return app.learner
    learner = await enter(app, desk)
    if learner is not None and (app.options.served or await _own_machine(app)):
        await asyncio.to_thread(desk.remember, learner)
    app.learner = learner
    return learner


async def enter(app: SimulatorApp, desk: Desk) -> Learner | None:
    """Somebody new to the record, and their words to come back. None where they went back."""
    given = dict.fromkeys(ASKED, "")
    at = 0
    while at >= 0:
        what = ASKED[at]
        answer = await _ask(app, desk, what, given[what])
        if answer is None:
            at -= 1
            continue
        given[what] = answer
        at += 1
        if at < len(ASKED):
            continue
        try:
            signed = await asyncio.to_thread(desk.sign_in, SignIn(*(given[each] for each in ASKED)))
        except SimulatorError as problem:
            await _hear(app, problem)
            at = ASKED.index(JOB)
            continue
        if signed.phrase:
            await _show_phrase(app, signed.phrase)
        return signed.learner
    return None


async def _ask(app: SimulatorApp, desk: Desk, what: str, before: str) -> str | None:
    """One thing about somebody, with what they gave before; None where they went back."""
    if what == NAME:
        return await _name(app, before)
    if what == AGENCY:
        return await _agency(app, desk)
    return await _type(app, words.TITLE, words.YOUR_JOB if what == JOB else words.YOUR_EMAIL, before)


async def _name(app: SimulatorApp, before: str) -> str | None:
    kept = asides.purposes(app.options.settings.retention_years)
    while True:
        typed = await _type(app, words.TITLE, words.YOUR_NAME, before, said=kept)
        if typed is None:
            return None
        before = typed
        try:
            return person_name(typed)
        except SimulatorError as problem:
            await _hear(app, problem)


async def _own_machine(app: SimulatorApp) -> bool:
    items = (Item(SHARED, say(words.SHARED_MACHINE)), Item(OWN, say(words.OWN_MACHINE)))
    answer: Answer | None = await app.push_screen_wait(Step((), View(say(words.WHOSE_MACHINE), items=items)))
    return answer is not None and answer.id == OWN


async def come_back(app: SimulatorApp, desk: Desk) -> Learner | None:
    """Somebody with a phrase. A name or a word mistyped is asked for again, as it was typed."""
    name: str | None = ""
    typed: str | None = ""
    while True:
        name = await _type(app, words.COME_BACK_TITLE, words.YOUR_NAME, name or "")
        typed = await _type(app, words.COME_BACK_TITLE, words.COME_BACK_LABEL, typed or "") if name else ""
        if not name or not typed:
            return None
        try:
            app.learner = await asyncio.to_thread(desk.come_back, name, typed)
            if app.options.served:
                await asyncio.to_thread(desk.remember, app.learner)
        except SimulatorError as problem:
            await _hear(app, problem)
            continue
        app.tell_briefly(say(words.HELLO, name=app.learner.name))
        return app.learner


async def _hear(app: SimulatorApp, problem: SimulatorError) -> None:
    """Read what went wrong before anything else is asked: the next screen would cover it."""
    await app.push_screen_wait(problem_box(problem))


async def _type(
    app: SimulatorApp, title: Phrase, label: Phrase, text: str = "", said: Iterable[Paragraph] = ()
) -> str | None:
    buttons = (Button(NEXT, say(words.NEXT)), Button(BACK, say(words.BACK)))
    view = View(say(title), buttons=buttons, entry=Entry(say(label), text))
    answer: Answer | None = await app.push_screen_wait(Step(said, view))
    if answer is None or answer.id == BACK:
        return None
    return answer.typed


async def _agency(app: SimulatorApp, desk: Desk) -> str | None:
    items = [Item(name, called(desk.board, name)) for name in desk.board.agencies]
    view = View(
        say(words.AGENCY_TITLE),
        items=(*items, Item(OTHER, say(words.OTHER_AGENCY))),
        buttons=(Button(BACK, say(words.BACK)),),
    )
    while True:
        answer: Answer | None = await app.push_screen_wait(Step((), view))
        if answer is None or answer.id == BACK:
            return None
        typed = answer.id if answer.id != OTHER else await _type(app, words.AGENCY_TITLE, words.TYPE_AGENCY)
        if typed:
            return typed


async def _show_phrase(app: SimulatorApp, phrase: str) -> None:
    said = [
        Paragraph(say(words.PHRASE_TITLE), Look.HEADING),
        Paragraph(""),
        Paragraph(phrase, Look.NOTICE, 4),
        Paragraph(""),
        Paragraph(say(words.PHRASE_HINT)),
    ]
    view = View("", buttons=(Button(NEXT, say(words.WRITTEN_DOWN)),))
    await app.push_screen_wait(Step(said, view))
