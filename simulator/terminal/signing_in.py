"""Signing in, one question at a time: name, agency, job, e-mail; then the words to come back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.terminal.desk.model import Desk, Learner, SignIn
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Answer, Step
from simulator.text import person_name
from simulator.words import Phrase, say
from simulator.words import signing_in as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

RECORD, PRACTICE, OTHER, NEXT, BACK = "record", "practice", "other", "next", "back"


async def sign_in(app: SimulatorApp, desk: Desk) -> Learner | None:
    """Who somebody is. None where they went back; practice signs nobody in."""
    if app.learner is not None:
        return app.learner
    name = agency = ""
    while not name:
        typed = await _type(app, words.TITLE, words.YOUR_NAME, name)
        if typed is None:
            return None
        name = _checked(app, typed)
    agency = await _agency(app, desk)
    if not agency:
        return None
    job = await _type(app, words.TITLE, words.YOUR_JOB, optional=True)
    email = await _type(app, words.TITLE, words.YOUR_EMAIL, optional=True)
    if job is None or email is None:
        return None
    try:
        signed = await asyncio.to_thread(desk.sign_in, SignIn(name, agency, job, email))
    except SimulatorError as problem:
        app.tell_problem(problem)
        return None
    app.learner = signed.learner
    if signed.phrase:
        await _show_phrase(app, signed.phrase)
    return signed.learner


async def come_back(app: SimulatorApp, desk: Desk) -> Learner | None:
    """Somebody with a phrase."""
    typed = await _type(app, words.COME_BACK_TITLE, words.COME_BACK_LABEL)
    if not typed:
        return None
    try:
        app.learner = await asyncio.to_thread(desk.come_back, typed)
    except SimulatorError as problem:
        app.tell_problem(problem)
        return None
    app.tell_briefly(say(words.HELLO, name=app.learner.name))
    return app.learner


def _checked(app: SimulatorApp, typed: str) -> str:
    try:
        return person_name(typed)
    except SimulatorError as problem:
        app.tell_problem(problem)
        return ""


async def _type(
    app: SimulatorApp, title: Phrase, label: Phrase, text: str = "", *, optional: bool = False
) -> str | None:
    buttons = (Button(NEXT, say(words.NEXT)), Button(BACK, say(words.BACK)))
    view = View(say(title), buttons=buttons, entry=Entry(say(label), text))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None or answer.id == BACK:
        return None
    return answer.typed


async def _agency(app: SimulatorApp, desk: Desk) -> str:
    items = [Item(name, name) for name in desk.board.agencies]
    view = View(say(words.AGENCY_TITLE), items=(*items, Item(OTHER, say(words.OTHER_AGENCY))))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None:
        return ""
    if answer.id != OTHER:
        return answer.id
    return await _type(app, words.AGENCY_TITLE, words.TYPE_AGENCY) or ""


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
