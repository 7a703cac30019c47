"""The small questions of the console: one of a list, a line of text, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.step import Answer, Notice
from simulator.words import console as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

SEND, CANCEL, YES, NO = "send", "cancel", "yes", "no"


async def one_of(app: SimulatorApp, title: str, items: Sequence[Item]) -> str | None:
    """The item chosen; None where it was cancelled."""
    view = View("", items=tuple(items), buttons=(Button(CANCEL, say(words.CANCEL)),))
    answer: Answer | None = await app.push_screen_wait(Notice(title, (), view))
    return None if answer is None or answer.id == CANCEL else answer.id


async def typed(app: SimulatorApp, title: str, label: str, said: Sequence[Paragraph] = ()) -> str | None:
    """A line of text; None where it was cancelled."""
    buttons = (Button(SEND, say(words.SEND)), Button(CANCEL, say(words.CANCEL)))
    view = View("", buttons=buttons, entry=Entry(label))
    answer: Answer | None = await app.push_screen_wait(Notice(title, said, view))
    return None if answer is None or answer.id == CANCEL else answer.typed.strip()


async def sure(app: SimulatorApp, title: str, says: str) -> bool:
    """Whether it is meant."""
    buttons = (Button(YES, say(words.YES)), Button(NO, say(words.NO)))
    answer: Answer | None = await app.push_screen_wait(
        Notice(title, [Paragraph(says)], View("", buttons=buttons))
    )
    return answer is not None and answer.id == YES


async def show(app: SimulatorApp, title: str, said: Sequence[Paragraph]) -> None:
    """Something to read."""
    view = View("", buttons=(Button(CANCEL, say(words.CLOSE)),))
    await app.push_screen_wait(Notice(title, said, view))
