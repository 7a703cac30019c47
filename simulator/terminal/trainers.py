"""What trainers and training leads do here: work at a case, look things up in the board's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.screens.step import Answer, Step
from simulator.words import register as register_words
from simulator.words import say
from simulator.words import welcome as words
from simulator.words import workbench as workbench_words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.desk.model import Desk

WORKBENCH, REGISTER, BACK = "workbench", "register", "back"


async def trainers(app: SimulatorApp, desk: Desk) -> None:
    """Until they go back."""
    while True:
        items = [Item(WORKBENCH, say(workbench_words.DOOR))]
        if isinstance(desk, StoredDesk):
            items.append(Item(REGISTER, say(register_words.DOOR)))
        buttons = (Button(BACK, say(register_words.BACK)),)
        view = View(say(words.TRAINERS), items=tuple(items), buttons=buttons)
        answer: Answer | None = await app.push_screen_wait(Step((), view))
        if answer is None or answer.id == BACK:
            return
        if answer.id == WORKBENCH:
            from simulator.terminal.workbench.choosing import workbench

            await workbench(app, desk)
        elif isinstance(desk, StoredDesk):
            await _register(app, desk)


async def _register(app: SimulatorApp, desk: StoredDesk) -> None:
    """Names are behind the trainer's PIN, where one is set."""
    from simulator.terminal.register.screen import Register
    from simulator.terminal.screens.pin import let_in

    if await let_in(app, desk.store):
        await app.push_screen_wait(Register(desk.store, app.options.settings, desk.board))
