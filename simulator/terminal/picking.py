"""Picking a case, its length and a seat."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Wish
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.cases import card, seat_lines
from simulator.terminal.screens.step import Answer, Step
from simulator.words import cases as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

ALL, BACK, NEXT, WHOLE = "all roles", "back", "next", "whole"


async def pick(app: SimulatorApp, desk: Desk) -> Wish | None:
    """What somebody wants to play; None where they went back."""
    while True:
        path = await _path(app, desk)
        if not path:
            return None
        case = await asyncio.to_thread(desk.case, path)
        wish = await _settle(app, desk, path, case)
        if wish is not None or app.options.case:
            return wish


async def _path(app: SimulatorApp, desk: Desk) -> str:
    if app.options.case:
        from simulator.scenario.library import find, folders

        return str(find(app.options.case, folders(app.options.settings.scenarios)))
    from simulator.terminal.screens.cases import Cases

    cases = await asyncio.to_thread(desk.cases)
    return await app.push_screen_wait(Cases(cases)) or ""


async def _settle(app: SimulatorApp, desk: Desk, path: str, case: Case) -> Wish | None:
    options = app.options
    alone = (app.learner,) if app.learner and not options.practice_only else ()
    if options.role:
        return Wish(path, (options.role,), options.seed, options.on, options.cut, learners=alone)
    if options.table:
        return await _seated(
            app, desk, case, Wish(path, (), options.seed, options.on, options.cut, options.table)
        )
    cut, answer = await _length_and_seat(app, desk, case)
    if answer is None or answer.id == BACK:
        return None
    if answer.id != ALL:
        return Wish(path, (answer.id,), options.seed, options.on, cut, learners=alone)
    table = await _table(app)
    if table is None:
        return None
    return await _seated(app, desk, case, Wish(path, (), options.seed, options.on, cut, table))


async def _length_and_seat(app: SimulatorApp, desk: Desk, case: Case) -> tuple[str, Answer | None]:
    """Which cut, and the answer about the seat; from the seat one step back is the cut."""
    buttons = (Button(BACK, say(words.OTHER_CASE)),)
    view = View(say(words.WHICH_SEAT), items=_seats(case, desk), buttons=buttons)
    while True:
        cut = await _cut(app, case)
        if cut is None:
            return "", None
        answer: Answer | None = await app.push_screen_wait(Step(card(case), view))
        if answer is not None or app.options.cut or not case.cuts:
            return cut, answer


async def _seated(app: SimulatorApp, desk: Desk, case: Case, wish: Wish) -> Wish | None:
    """The table's seats."""
    from simulator.terminal.room.seating import with_people
    from simulator.terminal.seating import seat_table

    recorded = app.learner is not None and not app.options.practice_only
    seated = await seat_table(app, desk, case, recorded=recorded)
    if seated is None:
        return None
    return with_people(replace(wish, roles=case.playable), seated, app.learner if recorded else None)


def _seats(case: Case, desk: Desk) -> tuple[Item, ...]:
    items = [Item(role, line) for role, line in zip(case.playable, seat_lines(case, desk.board), strict=True)]
    return (*items, Item(ALL, say(words.ALL_ROLES))) if len(items) > 1 else tuple(items)


async def _cut(app: SimulatorApp, case: Case) -> str | None:
    if app.options.cut or not case.cuts:
        return app.options.cut
    items = [Item(WHOLE, say(words.WHOLE, minutes=case.minutes))]
    items += [Item(cut.id, say(words.CUT, minutes=cut.minutes)) for cut in case.cuts.values()]
    view = View(say(words.WHICH_CUT), items=tuple(items), buttons=(Button(BACK, say(words.OTHER_CASE)),))
    answer: Answer | None = await app.push_screen_wait(Step(card(case), view))
    if answer is None or answer.id == BACK:
        return None
    return "" if answer.id == WHOLE else answer.id


async def _table(app: SimulatorApp) -> str | None:
    buttons = (Button(NEXT, say(words.ENTER)), Button(BACK, say(words.BACK)))
    view = View(say(words.WHICH_SEAT), buttons=buttons, entry=Entry(say(words.TABLE_NAME)))
    answer: Answer | None = await app.push_screen_wait(Step((), view))
    if answer is None or answer.id == BACK:
        return None
    return answer.typed or say(words.A_TABLE)
