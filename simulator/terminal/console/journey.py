"""The trainer's way through the app: which workshop, then the console until they leave."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.errors import AccessRefused
from simulator.terminal.console.screen import ConsoleScreen
from simulator.terminal.desk.model import Desk
from simulator.terminal.live.coming_in import store_of
from simulator.words import say
from simulator.words import workshop as workshop_words
from simulator.workshop.watching import room_seen

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp


async def watch(app: SimulatorApp, desk: Desk) -> None:
    """The console of the room that was asked for. A browser's seat never comes here."""
    if app.options.served is not None:
        raise AccessRefused(say(workshop_words.NOT_YOURS), say(workshop_words.NO_PLACE_MESSAGE))
    store = store_of(desk)
    seen = await asyncio.to_thread(room_seen, store, app.options.console)
    await app.push_screen_wait(ConsoleScreen(store, app.options.console, seen))
