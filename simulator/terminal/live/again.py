"""Who is done before the others tries the other chair: the same case from another seat, as practice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.records import Beginning, Store, rooms
from simulator.terminal.forms.view import Item, View
from simulator.terminal.live.link import Link
from simulator.terminal.screens.step import Answer, Step
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

DONE = ""


async def try_another_chair(app: SimulatorApp, link: Link) -> None:
    """Ask once; what is played then is nobody's record, and the others at the table act by habit."""
    from simulator.terminal.journey import play

    case = link.attempt.game.case
    mine = link.ticket.roles
    others = [role for role in case.playable if mine != (role,)]
    items = [Item(role, say(words.OTHER_CHAIR, role=clean(case.roles[role].title))) for role in others]
    view = View(say(words.OTHER_CHAIR_TITLE), items=(Item(DONE, say(words.I_AM_DONE)), *items))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None or answer.id == DONE:
        return
    attempt = await asyncio.to_thread(_begin, link.store, link.ticket.room, answer.id)
    await play(app, link.store.attempt(attempt), (answer.id,))


def _begin(store: Store, room: str, role: str) -> str:
    """A practice attempt at the room's case, with its own family and guidance."""
    kept = rooms.find_room(store, room)
    return store.begin(
        Beginning(
            kept.case_text,
            kept.case_name,
            (role,),
            kept.seed,
            kept.family,
            kept.rulebook,
            cut=kept.cut,
            board=kept.board,
            practice_only=True,
        )
    )
