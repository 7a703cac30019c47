"""Asking for the trainer's PIN: what is typed is not shown."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from simulator.errors import SimulatorError
from simulator.terminal.screens.boxes import problem_box
from simulator.terminal.screens.page import Box
from simulator.terminal.widgets.drawing import plain
from simulator.words import access as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records import Store
    from simulator.terminal.app import SimulatorApp

LONGEST = 40


class PinBox(Box[str | None]):
    """Gives what was typed; None where it was left."""

    DEFAULT_CSS = """
    PinBox { align: center middle; background: $paper; }
    PinBox > #box { width: 60%; max-width: 60; height: auto; padding: 0 1; background: $paper;
                    border: round $line; border-title-color: $heading; }
    PinBox Input { border: round $line; background: $paper; color: $ink; border-title-color: $name; }
    PinBox Input:focus { border: round $name; }
    """

    def compose(self) -> ComposeResult:
        """One field."""
        with Vertical(id="box"):
            yield Input(password=True, max_length=LONGEST, id="pin")

    def on_mount(self) -> None:
        """Go to the field."""
        self.query_one("#box").border_title = plain(say(words.PIN_TITLE))
        field = self.query_one(Input)
        field.border_title = plain(say(words.PIN_FIELD))
        field.focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)


async def let_in(app: SimulatorApp, store: Store) -> bool:
    """Ask for the PIN where one is set, until it is right or somebody gives up."""
    from simulator.access import check_pin, has_pin

    if not await asyncio.to_thread(has_pin, store):
        return True
    while (typed := await app.push_screen_wait(PinBox())) is not None:
        try:
            await asyncio.to_thread(check_pin, store, typed)
        except SimulatorError as problem:
            await app.push_screen_wait(problem_box(problem))
        else:
            return True
    return False
