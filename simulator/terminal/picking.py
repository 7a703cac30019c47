"""Picking a case, its length and a seat."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Learner, Wish
from simulator.terminal.forms.view import Button, Entry, Item, View
from simulator.terminal.reading.cases import card, seat_lines
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.step import Answer, Step
from simulator.words import cases as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.terminal.app import SimulatorApp

ALL, BACK, NEXT, WHOLE, ADD = "all roles", "back", "next", "whole", "add"


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
    if options.role or options.table:
        roles = (options.role,) if options.role else case.playable
        return Wish(path, roles, options.seed, options.on, options.cut, options.table, alone)
    cut = await _cut(app, case)
    if cut is None:
        return None
    view = View(
        say(words.WHICH_SEAT), items=_seats(case, desk), buttons=(Button(BACK, say(words.OTHER_CASE)),)
    )
    answer: Answer | None = await app.push_screen_wait(Step(card(case), view))
    if answer is None or answer.id == BACK:
        return None
    if answer.id != ALL:
        return Wish(path, (answer.id,), options.seed, options.on, cut, learners=alone)
    table = await _table(app)
    if table is None:
        return None
    learners = await _people(app, desk, alone) if alone else ()
    return Wish(path, case.playable, options.seed, options.on, cut, table, learners)


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


async def _people(app: SimulatorApp, desk: Desk, there: tuple[Learner, ...]) -> tuple[Learner, ...]:
    """Everybody who sits at the table and wants it recorded."""
    from simulator.terminal.signing_in import enter

    while True:
        said = [Paragraph(f"{each.name}, {each.agency}", indent=2) for each in there]
        items = (Item(ADD, say(words.ADD_SOMEBODY)), Item(NEXT, say(words.ALL_HERE)))
        view = View(say(words.WHO_IS_HERE), items=items)
        answer: Answer | None = await app.push_screen_wait(Step(said, view))
        if answer is None or answer.id == NEXT:
            return there
        learner = await enter(app, desk)
        there = (*there, learner) if learner is not None and learner not in there else there
