"""What `doctor` looks at: each thing that is needed or set, and whether it works."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import NamedTuple

from scoring.errors import ScoringError
from simulator import __version__
from simulator.cli.library import cache_folder
from simulator.errors import SimulatorError
from simulator.settings import VARIABLES, Settings
from simulator.words import cli_machine as words
from simulator.words import say

OPTIONAL = {"psycopg": "postgres"}
"""Libraries that need not be there, and the extra that brings each."""


class Finding(NamedTuple):
    """One thing looked at."""

    name: str
    works: bool
    says: str
    """What is in force, or what is wrong and what to do."""
    source: str = ""
    """Who set it."""


def checkup(settings: Settings) -> Iterator[Finding]:
    """Everything, in the order in which a person would look."""
    yield Finding("simulator", True, __version__)
    yield Finding("python", True, f"{platform.python_version()} ({sys.executable})")
    yield _terminal()
    yield _home(settings)
    for name, look in (("record", _record), ("board", _board), ("guidance", _guidance), ("cases", _cases)):
        yield _tried(name, look, settings)
    yield Finding("look", True, settings.look, settings.sources["look"])
    yield Finding(
        "less_movement", True, str(settings.less_movement).lower(), settings.sources["less_movement"]
    )
    years, source = settings.retention_years, settings.sources["retention_years"]
    yield Finding("retention_years", True, str(years), source)
    for library, extra in OPTIONAL.items():
        there = find_spec(library) is not None
        says = say(words.INSTALLED) if there else say(words.NOT_INSTALLED, extra=extra)
        yield Finding(extra, True, says)


def _tried(name: str, look: Callable[[Settings], Finding], settings: Settings) -> Finding:
    try:
        return look(settings)
    except (SimulatorError, ScoringError) as error:
        return Finding(name, False, str(error), _source(settings, name))


def _source(settings: Settings, name: str) -> str:
    return settings.sources.get({"record": "database", "cases": "scenarios"}.get(name, name), "")


def _terminal() -> Finding:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Finding("terminal", True, say(words.NO_TERMINAL))
    size = shutil.get_terminal_size()
    says = say(words.TERMINAL, kind=os.environ.get("TERM", "?"), columns=size.columns, lines=size.lines)
    small = size.columns < 80 or size.lines < 24
    return Finding("terminal", not small, f"{says} {say(words.TOO_SMALL)}" if small else says)


def _home(settings: Settings) -> Finding:
    home = settings.home
    there = next((each for each in (home, *home.parents) if each.exists()), home)
    writable = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    says = str(home) if writable else say(words.NOT_WRITABLE, folder=home, variable=VARIABLES["home"])
    return Finding("home", writable, says, settings.sources["home"])


def _record(settings: Settings) -> Finding:
    file, source = settings.database_file, settings.sources["database"]
    if file is not None and not file.exists():
        return Finding("record", True, say(words.NO_RECORD_YET, file=file), source)
    from simulator.records import open_store

    with open_store(settings) as store:
        going, over = len(store.resumable()), len(store.finished())
    where = file or settings.database_shown
    return Finding("record", True, say(words.RECORD_OPENS, where=where, going=going, over=over), source)


def _board(settings: Settings) -> Finding:
    from datetime import date

    from scoring.guidance import library
    from scoring.guidance.board_reading import load_board
    from scoring.guidance.checking import check_board

    board = load_board(settings.board)
    check_board(board, library())
    says = say(words.BOARD, name=board.on(date.today()).name, agencies=len(board.agencies))  # noqa: DTZ011
    return Finding("board", True, says, settings.sources["board"])


def _guidance(settings: Settings) -> Finding:
    from scoring.guidance import library
    from scoring.guidance.checking import check

    guidance = library()
    check(guidance)
    editions, rules = len(guidance.editions()), len(guidance.all_rules())
    return Finding("guidance", True, say(words.GUIDANCE, editions=editions, rules=rules))


def _cases(settings: Settings) -> Finding:
    from simulator.scenario.library import folders, listing

    found = listing(folders(settings.scenarios), cache_folder(settings) / "cases.json")
    broken = [one.path for one in found if one.broken]
    missing = [str(folder) for folder in settings.scenarios if not folder.is_dir()]
    says = say(words.CASES, number=len(found))
    if broken:
        says += " " + say(words.BROKEN_CASES, files=", ".join(broken), first=broken[0])
    if missing:
        says += " " + say(words.MISSING_FOLDERS, folders=", ".join(missing))
    return Finding("cases", bool(found) and not broken and not missing, says, settings.sources["scenarios"])
