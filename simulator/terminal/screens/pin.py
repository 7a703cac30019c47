"""Asking for the trainer's PIN: what is typed is not shown."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from simulator.errors import SimulatorError
from simulator.terminal.screens.boxes import problem_box
from simulator.terminal.screens.page import Box
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.secret import Secret
from simulator.words import access as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records import Store
    from simulator.terminal.app import SimulatorApp


class PinBox(Box[str | None]):
    """Gives what was typed; None where it was left."""

    DEFAULT_CSS = """
    PinBox { align: center middle; background: $paper; }
    PinBox > #box { width: 60%; max-width: 60; height: auto; padding: 0 1; background: $paper;
                    border: round $line; border-title-color: $heading; }
    """

    def compose(self) -> ComposeResult:
        """One field."""
        with Vertical(id="box"):
            yield Secret(say(words.PIN_FIELD), id="pin")

    def on_mount(self) -> None:
        """Go to the field."""
        self.query_one("#box").border_title = plain(say(words.PIN_TITLE))
        self.query_one(Secret).focus()

    @on(Secret.Entered)
    def _typed(self, event: Secret.Entered) -> None:
        event.stop()
        self.dismiss(event.typed)


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
