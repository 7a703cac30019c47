"""What is agreed, asked in three lines: what, who, by when."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.terminal.forms.view import Button, Entry, View
from simulator.terminal.screens.boxes import problem_box
from simulator.terminal.screens.step import Answer, Notice
from simulator.words import Phrase, say
from simulator.words import wall as words
from simulator.workshop.agreeing import Agreed

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

NEXT, CANCEL = "next", "cancel"


async def ask_action(app: SimulatorApp, keep: Callable[[Agreed], object]) -> bool:
    """Whether an action was agreed and kept; what cannot be kept is asked again, with what was typed."""
    before = ("", "", "")
    while True:
        typed = await _lines(app, before)
        if typed is None:
            return False
        what, who, when = before = typed
        try:
            await asyncio.to_thread(keep, Agreed(what, who, day_of(when)))
        except ValueError:
            app.tell_briefly(say(words.NOT_A_DAY, typed=when))
        except SimulatorError as problem:
            await app.push_screen_wait(problem_box(problem))
        else:
            return True


def day_of(typed: str) -> date | None:
    """`2026-12-01` or `1/12/2026`; None where nothing was typed. Raises ValueError."""
    if "/" in typed:
        day, month, year = map(int, typed.split("/"))
        return date(year, month, day)
    return date.fromisoformat(typed) if typed else None


async def _lines(app: SimulatorApp, before: tuple[str, str, str]) -> tuple[str, str, str] | None:
    what = await _line(app, words.WHAT, before[0])
    who = await _line(app, words.WHO, before[1]) if what else None
    when = await _line(app, words.WHEN, before[2]) if who else None
    return (what, who, when) if what and who and when is not None else None


async def _line(app: SimulatorApp, label: Phrase, before: str) -> str | None:
    buttons = (Button(NEXT, say(words.ONWARD)), Button(CANCEL, say(words.CANCEL)))
    view = View("", buttons=buttons, entry=Entry(say(label), before))
    answer: Answer | None = await app.push_screen_wait(Notice(say(words.AGREE), (), view))
    return None if answer is None or answer.id == CANCEL else answer.typed.strip()
