"""Stepping out and leaving: one question, no reason, and the place is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.room import Left, RoomScreen
from simulator.terminal.screens.step import Answer, Notice
from simulator.words import app as app_words
from simulator.words import asides as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

YES, NO, ALL = "yes", "no", "all"


async def step_out(app: SimulatorApp) -> None:
    """Ask once; outside a case, stepping out is leaving."""
    room = app.room
    answer: Answer | None = await app.push_screen_wait(_question(room))
    if answer is None or answer.id == NO:
        return
    if room is None:
        app.save_and_close()
        return
    roles = room.seats.roles if answer.id in (YES, ALL) else (answer.id,)
    try:
        await room.step_out(roles)
    except SimulatorError as problem:
        app.tell_problem(problem)
        return
    left = tuple(role for role in room.seats.roles if role not in roles)
    if not left or room.seats.ended:
        room.filling = None
        room.dismiss(Left.STEPPED_OUT)
    else:
        room.seats.roles = left
        room.filling = None
        await room.go_on(fresh=True)


def _question(room: RoomScreen | None) -> Notice:
    said = [Paragraph(say(words.STEP_OUT_SAYS if room is not None else words.STEP_OUT_OUTSIDE))]
    buttons = (Button(YES, say(words.STEP_OUT_YES)), Button(NO, say(words.STEP_OUT_NO)))
    view = View("", buttons=buttons)
    if room is not None and room.seats.shared:
        said.append(Paragraph(say(words.STEP_OUT_TABLE)))
        items = [Item(role, room.who_steps_out(role)) for role in room.seats.roles]
        items.append(Item(ALL, say(words.STEP_OUT_ALL)))
        view = View("", items=tuple(items), buttons=(Button(NO, say(words.STEP_OUT_NO)),))
    return Notice(say(words.STEP_OUT_TITLE), said, view)


async def leave(app: SimulatorApp) -> None:
    """Close the app; where a case is open, ask first and say that the place is kept."""
    room = app.room
    if room is not None and not room.seats.ended:
        buttons = (Button(YES, say(words.LEAVE_YES)), Button(NO, say(words.LEAVE_NO)))
        said = [Paragraph(say(words.LEAVE_SAYS))]
        answer = await app.push_screen_wait(Notice(say(words.LEAVE_TITLE), said, View("", buttons=buttons)))
        if answer is None or answer.id == NO:
            return
        served = app.options.served is not None
        app.last_words = (say(app_words.SERVED_KEPT) if served else room.how_to_come_back(),)
    app.save_and_close()
