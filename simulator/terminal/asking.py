"""The minute of questions before, the same and one intention after: for the evaluation, never for marks.

One person answers at their own screen. At a table that shares one the laptop goes round: each answers for
themselves while the others look away, and one key leaves theirs, or the whole table's, out.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final

from simulator.terminal.asking_again import five
from simulator.terminal.desk.model import Asking, Learner
from simulator.terminal.forms.questions import ALL_SKIP, SKIP, pass_on
from simulator.terminal.forms.view import Button, Entry, View
from simulator.terminal.screens.step import Answer, Step
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

NEXT: Final = "next"


async def ask_before(app: SimulatorApp, asking: Asking) -> None:
    """Five taps; all of them can be left out. Of somebody who is not recorded nothing is asked."""
    await _go_round(app, asking, before=True)


async def ask_after(app: SimulatorApp, asking: Asking) -> None:
    """The same five, and one thing to do differently."""
    await _go_round(app, asking, before=False)


async def _go_round(app: SimulatorApp, asking: Asking, *, before: bool) -> None:
    title = say(words.BEFORE_TITLE if before else words.AFTER_TITLE)
    for learner in asking.people:
        if len(asking.people) > 1:
            answer: Answer | None = await app.push_screen_wait(Step((), pass_on(learner.name, title)))
            if answer is None or answer.id == ALL_SKIP:
                return
            if answer.id == SKIP:
                continue
        answers = await five(app, title)
        await asyncio.to_thread(partial(asking.keep, learner, answers, before=before))
        if not before:
            await _intend(app, asking, learner)


async def _intend(app: SimulatorApp, asking: Asking, learner: Learner) -> None:
    entry = Entry(say(words.INTEND), optional=True)
    view = View(say(words.INTEND_TITLE), buttons=(Button(NEXT, say(words.NEXT)),), entry=entry)
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is not None:
        await asyncio.to_thread(asking.intend, learner, answer.typed)
