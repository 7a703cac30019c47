"""Who is done before the others tries the other chair: the same case from another seat, as practice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.terminal.live.done import DONE, begin_in, other_chairs_of
from simulator.terminal.live.link import Link
from simulator.terminal.screens.step import Answer, Step

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp


async def try_another_chair(app: SimulatorApp, link: Link) -> None:
    """Ask once; what is played then is nobody's record, and the others at the table act by habit."""
    from simulator.terminal.journey import play

    view = other_chairs_of(link.attempt.game.case, link.ticket.roles)
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None or answer.id == DONE:
        return
    attempt = await asyncio.to_thread(begin_in, link.store, link.ticket.room, answer.id)
    await play(app, link.store.attempt(attempt), (answer.id,))
