"""Picking a case, its length and a seat, line by line."""

from __future__ import annotations

from simulator.scenario.library import Summary, find
from simulator.scenario.model import Case
from simulator.terminal.desk.model import Desk, Wish
from simulator.terminal.options import Options
from simulator.terminal.plain.asides import Here, ask, choose
from simulator.terminal.reading.cases import card, case_line, seat_lines
from simulator.words import cases as words
from simulator.words import plain as plain_words
from simulator.words import say


def pick(here: Here, desk: Desk, options: Options) -> Wish | None:
    """What somebody wants to play; None where there is nothing."""
    while True:
        path = _path(here, desk, options)
        if not path:
            return None
        case = desk.case(path)
        here.console.tell(card(case))
        wish = _seat(here, desk, options, path, case, _cut(here, options, case))
        if wish is not None or options.case:
            return wish


def _path(here: Here, desk: Desk, options: Options) -> str:
    if options.case:
        from simulator.scenario.library import folders

        return str(find(options.case, folders(options.settings.scenarios)))
    cases = [each for each in desk.cases() if not each.broken]
    if not cases:
        here.console.say(say(words.NO_CASES))
        return ""
    here.console.say()
    here.console.say(say(words.TITLE))
    return _one_of(here, cases).path


def _one_of(here: Here, cases: list[Summary]) -> Summary:
    return cases[choose(here, [case_line(each) for each in cases])]


def _cut(here: Here, options: Options, case: Case) -> str:
    if options.cut or options.role or options.table or not case.cuts:
        return options.cut
    here.console.say(say(words.WHICH_CUT))
    cuts = list(case.cuts.values())
    whole = say(words.WHOLE, minutes=case.minutes)
    place = choose(here, [whole, *(say(words.CUT, minutes=cut.minutes) for cut in cuts)])
    return cuts[place - 1].id if place else ""


def _seat(here: Here, desk: Desk, options: Options, path: str, case: Case, cut: str) -> Wish | None:
    if options.role or options.table:
        roles = (options.role,) if options.role else case.playable
        return Wish(path, roles, options.seed, options.on, cut, options.table)
    here.console.say(say(words.WHICH_SEAT))
    lines = seat_lines(case, desk.board)
    more = [say(words.ALL_ROLES)] if len(case.playable) > 1 else []
    place = choose(here, [*lines, *more, say(plain_words.ANOTHER_CASE)])
    if place < len(lines):
        return Wish(path, (case.playable[place],), options.seed, options.on, cut)
    if place == len(lines) + len(more):
        return None
    typed = ask(here, say(plain_words.TYPE, label=say(words.TABLE_NAME)), free=True)
    return Wish(path, case.playable, options.seed, options.on, cut, typed or say(words.A_TABLE))
