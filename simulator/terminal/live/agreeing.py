"""What is agreed, asked in three lines: what, who, by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from simulator.terminal.forms.view import Button, Entry, View
from simulator.terminal.screens.step import Answer, Notice
from simulator.words import Phrase, say
from simulator.words import wall as words
from simulator.workshop.agreeing import Agreed

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

NEXT, CANCEL = "next", "cancel"


async def ask_action(app: SimulatorApp) -> Agreed | None:
    """An action as it is agreed; None where somebody went back, or wrote no day that there is."""
    what = await _line(app, words.WHAT)
    who = await _line(app, words.WHO) if what else None
    when = await _line(app, words.WHEN) if who else None
    if not what or not who or when is None:
        return None
    try:
        return Agreed(what, who, date.fromisoformat(when) if when else None)
    except ValueError:
        app.tell_briefly(say(words.NOT_A_DAY, typed=when))
        return None


async def _line(app: SimulatorApp, label: Phrase) -> str | None:
    buttons = (Button(NEXT, say(words.ONWARD)), Button(CANCEL, say(words.CANCEL)))
    view = View("", buttons=buttons, entry=Entry(say(label)))
    answer: Answer | None = await app.push_screen_wait(Notice(say(words.AGREE), (), view))
    return None if answer is None or answer.id == CANCEL else answer.typed.strip()
