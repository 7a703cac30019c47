"""What the workshop commands stand on: a plan from the command line, and the room they are about."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from simulator.cli.office import let_in
from simulator.cli.ready import board_of, day, find_case, invent_family, read_case, rulebook_on
from simulator.cli.usage import wrong
from simulator.errors import RecordError
from simulator.words import cli_workshop as words
from simulator.words import say

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from simulator.records import Store
    from simulator.scenario.model import Case
    from simulator.settings import Settings
    from simulator.workshop.leading import Console
    from simulator.workshop.opening import Plan
    from simulator.workshop.setting import Setting

MOST_SEEDS = 1_000_000


class Wanted(NamedTuple):
    """A workshop as the command line asks for it."""

    case: str
    tables: int
    title: str
    on: str
    cut: str
    seed: int | None
    one_screen: bool
    votes: str
    stops: bool
    time_box: int
    planned: str


def plan_of(settings: Settings, wanted: Wanted) -> Plan:
    """The plan. Raises WrongUsage for words that name nothing, CaseError for a broken case."""
    from simulator.workshop.opening import Plan

    file = find_case(settings, wanted.case)
    text, case = read_case(file)
    if wanted.cut and wanted.cut not in case.cuts:
        raise wrong(say(words.NO_CUT, cut=wanted.cut), ", ".join(case.cuts))
    board = board_of(settings)
    seed = secrets.randbelow(MOST_SEEDS) if wanted.seed is None else wanted.seed
    return Plan(
        case=case,
        case_text=text,
        case_name=file.name,
        family=invent_family(case, seed)[0],
        rulebook=rulebook_on(case, board, day(wanted.on)),
        tables=wanted.tables,
        title=wanted.title,
        one_screen=wanted.one_screen,
        cut=wanted.cut,
        board={"profile": board.text},
        setting=_setting(case, board, wanted),
        workshop=wanted.planned,
    )


def _setting(case: Case, board: Board, wanted: Wanted) -> Setting:
    from simulator.records.beginning import counted_as
    from simulator.workshop.setting import Setting

    counts = counted_as(case, wanted.cut, board.levels)
    return Setting(
        votes=wanted.votes,
        stops=wanted.stops,
        time_box=wanted.time_box,
        level=counts.level,
        minutes=counts.minutes,
        participatory=counts.participatory,
        valid_months=counts.valid_months,
    )


@contextmanager
def in_room(which: str) -> Iterator[Console]:
    """The trainer's controls of a room, behind their PIN. Raises RecordError or AccessRefused."""
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.workshop.leading import Console
    from simulator.workshop.opening import the_open_one

    with open_store(load()) as store:
        let_in(store)
        yield Console(store, the_open_one(store, which))


def room_or_none(store: Store, which: str) -> str:
    """The room that is named, or the only open one; empty where none was named and none is open."""
    from simulator.workshop.opening import the_open_one, workshops

    if not which and not any(one.closed is None for one in workshops(store)):
        return ""
    return the_open_one(store, which)


def last_played(store: Store) -> str:
    """The attempt that was played last on this machine. Raises RecordError where there is none."""
    found = [*store.resumable(), *store.finished()]
    if not found:
        raise RecordError(say(words.NOTHING_PLAYED), say(words.NOTHING_PLAYED_MESSAGE))
    return max(found, key=lambda one: one.last_move or one.started).attempt


def open_console(settings: Settings, which: str) -> int:
    """The trainer's console on this terminal, behind their PIN; gives the exit code."""
    from simulator.cli.playing import open_screen
    from simulator.records import open_store
    from simulator.terminal import Options
    from simulator.workshop.opening import the_open_one

    with open_store(settings) as store:
        let_in(store)
        room = the_open_one(store, which)
    return open_screen(Options(settings=settings, console=room))
