"""Weeks after a training: whether it has lasted, asked of whoever comes back. Once in a sitting, and never
again of somebody who would rather not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from simulator.terminal.desk.model import Again, Desk, Said
from simulator.terminal.forms.questions import QUESTIONS, SKIP, question, value
from simulator.terminal.forms.view import Item, View
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Answer, Step
from simulator.words import Phrase, say
from simulator.words import follow_up as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

ANSWER, LATER, RATHER_NOT = "answer", "later", "rather not"
YES, NO, NOT_ASKED = "yes", "no", "not asked"
DONE: Final = ((YES, words.DONE), (NO, words.NOT_DONE))
CONFIRMED: Final = ((YES, words.CONFIRMED), (NO, words.NOT_CONFIRMED), (NOT_ASKED, words.NOT_ASKED))


async def ask_again(app: SimulatorApp, desk: Desk) -> None:
    """Ask whoever is signed in, where it is time."""
    learner = app.learner
    again = await asyncio.to_thread(desk.asked_again, learner) if learner else None
    if learner is None or again is None:
        return
    items = (
        Item(ANSWER, say(words.ANSWER)),
        Item(LATER, say(words.LATER)),
        Item(RATHER_NOT, say(words.RATHER_NOT)),
    )
    said = [Paragraph(say(words.SAYS)), Paragraph(""), Paragraph(say(words.PRIVATE), Look.QUIET)]
    view = View(say(words.TITLE, weeks=again.weeks, title=again.title), items=items)
    answer: Answer | None = await app.push_screen_wait(Step(said, view))
    if answer is None or answer.id == LATER:
        return
    found = await _asked(app, again) if answer.id == ANSWER else None
    await asyncio.to_thread(desk.answer_again, learner, again, found)
    if found is not None:
        app.tell_briefly(say(words.THANKS))


async def _asked(app: SimulatorApp, again: Again) -> Said:
    answers = await five(app, say(words.QUESTIONS, title=again.title))
    if not again.intention:
        return Said(answers)
    wrote = (say(words.YOU_WROTE, text=again.intention),)
    done = await _one_of(app, words.DID_YOU, DONE, wrote)
    confirmed = await _one_of(app, words.MANAGER, CONFIRMED, wrote) if done == YES else ""
    return Said(answers, {YES: True, NO: False}.get(done), {YES: True, NO: False}.get(confirmed))


async def five(app: SimulatorApp, title: str) -> dict[str, int]:
    """The five questions, as far as somebody answers them."""
    answers: dict[str, int] = {}
    for name in QUESTIONS:
        answer: Answer | None = await app.push_screen_wait(Step((), question(name, title)))
        if answer is None or answer.id == SKIP:
            return answers
        answers[name] = value(name, answer.id)
    return answers


async def _one_of(
    app: SimulatorApp, asked: Phrase, choices: tuple[tuple[str, Phrase], ...], said: tuple[str, ...]
) -> str:
    """What somebody chose; empty where they went back."""
    items = tuple(Item(name, say(label)) for name, label in choices)
    answer: Answer | None = await app.push_screen_wait(Step((), View(say(asked), said=said, items=items)))
    return "" if answer is None else answer.id
