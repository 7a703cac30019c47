"""Which case an author wants to work at: one of the library, another file, or a new one."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.author.starting import template, write_new
from simulator.errors import SimulatorError
from simulator.scenario.library import Summary
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.cases import case_line
from simulator.terminal.screens.step import Step
from simulator.terminal.workbench.screen import Workbench
from simulator.words import Phrase, say
from simulator.words import workbench as words

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp
    from simulator.terminal.desk.model import Desk

OTHER, NEW, OPEN, BACK = "other", "new", "open", "back"


async def workbench(app: SimulatorApp, desk: Desk) -> None:
    """Choose a case and work at it, until the author has had enough."""
    while True:
        file = await _chosen(app, desk)
        if file is None:
            return
        await app.push_screen_wait(Workbench(file, desk.board))


async def _chosen(app: SimulatorApp, desk: Desk) -> Path | None:
    cases = await asyncio.to_thread(desk.cases)
    titles = Counter(map(case_line, cases))
    items = [Item(f"case {case.path}", _named(case, titles)) for case in cases]
    items += [Item(OTHER, say(words.OTHER_FILE)), Item(NEW, say(words.NEW_FILE))]
    view = View(say(words.CHOOSE), items=tuple(items), buttons=(Button(BACK, say(words.BACK_BUTTON)),))
    answer = await app.push_screen_wait(Step((), view, hint=say(words.CHOOSE_HINT)))
    if answer is None or answer.id == BACK:
        return None
    if answer.id.startswith("case "):
        return Path(answer.id.removeprefix("case "))
    typed = await _path(app, words.OTHER_FILE_ASK if answer.id == OTHER else words.NEW_FILE_ASK)
    if typed is None or answer.id == OTHER:
        return typed or await _chosen(app, desk)
    try:
        write_new(typed, template(full=False))
    except SimulatorError as problem:
        app.tell_problem(problem)
        return await _chosen(app, desk)
    return typed


def _named(case: Summary, titles: Counter[str]) -> str:
    """A case as the list has it, with its file where another reads the same."""
    line = case_line(case)
    return line if titles[line] == 1 else f"{line}: {Path(case.path).name}"


async def _path(app: SimulatorApp, question: Phrase) -> Path | None:
    buttons = (Button(OPEN, say(words.OPEN)), Button(BACK, say(words.BACK_BUTTON)))
    view = View(say(question), entry=Entry(say(words.PATH)), buttons=buttons)
    answer = await app.push_screen_wait(Step((), view, hint=say(words.CHOOSE_HINT)))
    typed = answer.typed.strip() if answer is not None and answer.id == OPEN else ""
    return Path(typed).expanduser() if typed else None
