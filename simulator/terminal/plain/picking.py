"""Picking a case, its length and a seat, line by line."""

from __future__ import annotations

from dataclasses import replace

from simulator.scenario.library import Summary, find, folders
from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Learner, Wish
from simulator.terminal.options import Options
from simulator.terminal.plain.asides import Here, WentBack, ask, choose
from simulator.terminal.plain.seating import Entering, seat_table
from simulator.terminal.reading.cases import by_title, card, case_line, seat_lines
from simulator.terminal.reading.filters import FILTERS, Chosen, fits, next_choice, said_filter
from simulator.terminal.room.seating import with_people
from simulator.words import cases as words
from simulator.words import plain as plain_words
from simulator.words import say

Learners = tuple[Learner, ...]


def pick(here: Here, desk: Desk, options: Options, alone: Learners) -> Wish | None:
    """What somebody wants to play; None where there is nothing."""
    while True:
        path = _path(here, desk, options)
        if not path:
            return None
        case = desk.case(path)
        here.console.tell(card(case))
        wish = None
        try:
            wish = _seat(here, desk, options, Wish(path, (), options.seed, options.on, learners=alone), case)
        except WentBack:
            here.console.say()
        if wish is not None or options.case:
            return wish


def _path(here: Here, desk: Desk, options: Options) -> str:
    if options.case:
        return str(find(options.case, folders(options.settings.scenarios)))
    cases = by_title(each for each in desk.cases() if not each.broken)
    if not cases:
        here.console.say(say(words.NO_CASES))
        return ""
    return _one_of(here, cases).path


def _one_of(here: Here, cases: list[Summary]) -> Summary:
    """A case; the filters stand after the cases, and choosing one goes to its next value."""
    chosen: Chosen = {}
    while True:
        shown = [case for case in cases if fits(case, chosen)]
        here.console.say()
        here.console.say(say(words.TITLE))
        if not shown:
            here.console.say(say(words.NONE))
        lines = [case_line(each) for each in shown] + [said_filter(name, chosen) for name in FILTERS]
        place = choose(here, lines)
        if place < len(shown):
            return shown[place]
        name = list(FILTERS)[place - len(shown)]
        chosen = {**chosen, name: next_choice(name, chosen.get(name, ""), cases)}


def _seat(here: Here, desk: Desk, options: Options, wish: Wish, case: Case) -> Wish | None:
    if options.role:
        return _with(wish, (options.role,), options.cut)
    if options.table:
        return _seated(here, desk, options, _with(wish, case.playable, options.cut, options.table), case)
    cut = _cut(here, options, case)
    here.console.say(say(words.WHICH_SEAT))
    lines = seat_lines(case, desk.board)
    more = [say(words.ALL_ROLES)] if len(case.playable) > 1 else []
    place = choose(here, [*lines, *more, say(plain_words.ANOTHER_CASE)])
    if place < len(lines):
        return _with(wish, (case.playable[place],), cut)
    if place == len(lines) + len(more):
        return None
    table = ask(here, say(plain_words.TYPE, label=say(words.TABLE_NAME)), free=True)
    return _seated(here, desk, options, _with(wish, case.playable, cut, table or say(words.A_TABLE)), case)


def _with(wish: Wish, roles: tuple[str, ...], cut: str, table: str = "") -> Wish:
    return replace(wish, roles=roles, cut=cut, table=table)


def _seated(here: Here, desk: Desk, options: Options, wish: Wish, case: Case) -> Wish | None:
    """The table's seats; None where they went back."""
    me = wish.learners[0] if wish.learners else None
    seated = seat_table(Entering(here, desk, me, options.settings.retention_years, me is not None), case)
    return None if seated is None else with_people(wish, seated, me)


def _cut(here: Here, options: Options, case: Case) -> str:
    if options.cut or not case.cuts:
        return options.cut
    here.console.say(say(words.WHICH_CUT))
    cuts = list(case.cuts.values())
    whole = say(words.WHOLE, minutes=case.minutes)
    place = choose(here, [whole, *(say(words.CUT, minutes=cut.minutes) for cut in cuts)])
    return cuts[place - 1].id if place else ""
