"""What the buttons of the board's record do: choosing what to ask for, finding a person, saving a file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Final

from simulator.errors import SimulatorError
from simulator.reports.subjects import MOST_PEOPLE, Found, agencies, courses, people
from simulator.reports.transcript import entries_of
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.register.asking import quarters, save
from simulator.terminal.screens.boxes import problem_box
from simulator.terminal.screens.records import Records
from simulator.terminal.screens.step import Answer, Notice
from simulator.words import Phrase, say, say_count
from simulator.words import register as words

if TYPE_CHECKING:
    from simulator.terminal.register.screen import Register

PERIOD, AGENCY, COURSE, EXPORT, FIND, BACK = "period", "agency", "course", "export", "find", "back"
GO: Final = "go"
OFTEN: Final = 0.2
"""Seconds between two words on how far a file is."""


async def do(screen: Register, button: str) -> None:
    """What a button does."""
    if button == FIND:
        await _find(screen)
    elif button == EXPORT:
        await _export(screen)
    else:
        await _choose(screen, button)


async def _choose(screen: Register, what: str) -> None:
    read = screen.store.database.read
    if what == PERIOD:
        items = [Item(name, name) for name in quarters(screen.store.given.now().date())]
        question = words.WHICH_PERIOD
    elif what == AGENCY:
        items = [Item(name, name) for name in await asyncio.to_thread(read, agencies)]
        question = words.WHICH_AGENCY
    else:
        items = [Item(code, title) for code, title in await asyncio.to_thread(read, courses)]
        question = words.WHICH_COURSE
    answer = await _one_of(screen, question, [Item("", say(words.ALL)), *items])
    if answer is not None:
        screen.choose(what, answer)


async def _one_of(screen: Register, question: Phrase, items: Sequence[Item]) -> str | None:
    """The id of the item chosen; None where somebody went back."""
    view = View("", items=tuple(items), buttons=(Button(BACK, say(words.BACK)),))
    answer: Answer | None = await screen.app.push_screen_wait(Notice(say(question), (), view))
    return None if answer is None or answer.id == BACK else answer.id


async def _find(screen: Register) -> None:
    """A person's own transcript: what they took part in, and never how well."""
    said: list[Paragraph] = []
    while (typed := await _typed(screen, said)) is not None:
        found = await asyncio.to_thread(screen.store.database.read, lambda c, name=typed: people(c, name))
        learner = await _which(screen, found)
        if not found:
            said = [Paragraph(say(words.NOBODY))]
        elif learner is not None:
            await _show(screen, learner)
            return


async def _typed(screen: Register, said: Sequence[Paragraph]) -> str | None:
    buttons = (Button(GO, say(words.SEARCH)), Button(BACK, say(words.BACK)))
    view = View("", buttons=buttons, entry=Entry(say(words.WHO_FIELD)))
    answer: Answer | None = await screen.app.push_screen_wait(Notice(say(words.WHO), said, view))
    typed = "" if answer is None or answer.id == BACK else answer.typed.strip()
    return typed or None


async def _which(screen: Register, found: Sequence[Found]) -> str | None:
    if len(found) < 2:
        return found[0].learner if found else None
    items = [
        Item(one.learner, say(words.PERSON, name=one.name, agency=one.agency)) for one in found[:MOST_PEOPLE]
    ]
    said = [Paragraph(say(words.MANY))] if len(found) > MOST_PEOPLE else []
    view = View("", items=tuple(items), buttons=(Button(BACK, say(words.BACK)),))
    answer: Answer | None = await screen.app.push_screen_wait(Notice(say(words.WHICH_PERSON), said, view))
    return None if answer is None or answer.id == BACK else answer.id


async def _show(screen: Register, learner: str) -> None:
    entries = await asyncio.to_thread(screen.store.database.read, lambda c: entries_of(c, learner))
    await screen.app.push_screen_wait(Records(entries))


async def _export(screen: Register) -> None:
    forms = [Item(form, say(said)) for form, said in words.FORMS.items()]
    form = await _one_of(screen, words.WHICH_FORM, forms)
    if form is None:
        return
    name, asked = screen.report, screen.asked(HowFar(screen, words.MARKED, words.MARKED))
    told = HowFar(screen, words.SAVING_ONE, words.SAVING, name=name)
    try:
        file = await asyncio.to_thread(save, screen.store, screen.settings, name, asked, form, told)
    except SimulatorError as problem:
        await screen.app.push_screen_wait(problem_box(problem))
        return
    finally:
        screen.show_bar(0, 0)
    screen.say_how_far("")
    screen.simulator.tell_briefly(say(words.SAVED, file=file))


class HowFar:
    """Shows now and then, from the thread that works, how much is done of how much."""

    def __init__(self, screen: Register, one: Phrase, many: Phrase, **values: object) -> None:
        self.screen, self.one, self.many, self.values = screen, one, many, values
        self.said = monotonic()

    def __call__(self, done: int, of: int) -> None:
        """So much is done."""
        if monotonic() - self.said > OFTEN:
            self.said = monotonic()
            text = say_count(of, self.one, self.many, done=f"{done:,}", of=f"{of:,}", **self.values)
            self.screen.app.call_from_thread(self.screen.show_bar, done, of, text)
