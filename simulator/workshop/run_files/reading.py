"""Reading run files, whoever wrote them: what is wrong is said with its line, and then nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.errors import CaseError, ChainBroken, RecordError, SimulatorError
from simulator.records import Store, rooms
from simulator.records.chain import JournalRow
from simulator.records.rooms_runs import Run, RunBroken, TakenIn, take_in
from simulator.words import run_files as words
from simulator.words import say
from simulator.workshop.run_files.lines import BEGINNING, FORMAT, HASH, KINDS, ROW, VERSION, Line, line_hash

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of a run file: hundreds of times what one holds."""
LONGEST_LINE: Final = 8 * 1024 * 1024
MOST_LINES: Final = 100_000


class RunRefused(RecordError):
    """A run file that is not taken in. `line` counts from 1; 0 where it is the file as a whole."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        place = say(words.AT_LINE, file=file.name, line=line) if line else file.name
        super().__init__(say(words.REFUSED, place=place), message, say(words.REFUSED_REMEDY))
        self.line = line


class TakenRun(NamedTuple):
    """What became of a run file."""

    attempt: str
    table: str
    """The table's own name; empty where it gave none."""
    new_moves: int
    number: int = 0
    """Of the table in the room; 0 outside one."""


def read_run(store: Store, file: Path) -> TakenRun:
    """Take a run file into the record; a second time nothing changes.

    Raises RunRefused, saying where, and then nothing has changed; or NotSaved.
    """
    lines = list(_lines(file))
    run = _run(file, lines)
    taken = _taken(store, file, lines, run)
    return TakenRun(taken.attempt, str(run.attempt.get("table_name", "")), taken.new_moves)


def take_into_room(store: Store, room: str, file: Path) -> TakenRun:
    """Take a run file into the record and among the tables of a room, for its plenary.

    Raises as `read_run`; RunRefused too where the room plays another case or another text of it.
    """
    kept = rooms.find_room(store, room)
    lines = list(_lines(file))
    run = _run(file, lines)
    texts = {one.get("sha256"): one.get("text") for one in run.texts}
    if texts.get(run.attempt.get("case_text")) != kept.case_text:
        raise RunRefused(file, 2, say(words.OTHER_CASE, title=kept.title))
    taken = _taken(store, file, lines, run)
    name = str(run.attempt.get("table_name", "")) or file.stem
    number = rooms.add_table(store, room, name[:120], taken.attempt)
    return TakenRun(taken.attempt, name, taken.new_moves, number)


def _taken(store: Store, file: Path, lines: list[Line], run: Run) -> TakenIn:
    try:
        return take_in(store, run)
    except RunBroken as error:
        raise RunRefused(file, _line_of_move(lines, error.seq), error.message) from error
    except ChainBroken as error:
        raise RunRefused(file, _line_of_move(lines, getattr(error, "seq", 0)), error.message) from error
    except CaseError as error:
        raise RunRefused(file, 0, say(words.CASE_UNREADABLE)) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise RunRefused(file, 0, say(words.WRONG_VALUES)) from error


def _line_of_move(lines: list[Line], seq: int) -> int:
    """The line of a move; of the attempt itself for what it was begun with."""
    if seq:
        return next((line.number for line in lines if (line.kind, line.data.get("seq")) == ("move", seq)), 0)
    return next((line.number for line in lines if line.kind == "attempt"), 0)


def _lines(file: Path) -> Iterator[Line]:
    """The file's lines, each checked against those before it."""
    previous = BEGINNING
    ended = False
    for number, text in enumerate(_texts(file), 1):
        if ended:
            raise RunRefused(file, number, say(words.AFTER_END))
        data = _parsed(file, number, text)
        if data.pop(HASH, None) != line_hash(previous, data):
            raise RunRefused(file, number, _changed(data))
        previous = line_hash(previous, data)
        kind = data.pop(ROW, None)
        if not isinstance(kind, str) or kind not in ("run", "attempt", "end", *KINDS):
            raise RunRefused(file, number, say(words.UNKNOWN_KIND))
        ended = kind == "end"
        yield Line(number, kind, data)
    if not ended:
        raise RunRefused(file, 0, say(words.CUT_SHORT))


def _changed(data: Mapping[str, Any]) -> str:
    seq = data.get("seq")
    if data.get(ROW) == "move" and isinstance(seq, int):
        return say(words.CHANGED_MOVE, seq=seq)
    return say(words.CHANGED)


def _texts(file: Path) -> Iterator[str]:
    """The lines of a file that is text and not too large. Nothing is unpacked, so nothing swells."""
    try:
        if file.stat().st_size > LARGEST:
            raise RunRefused(file, 0, say(words.TOO_LARGE, most=LARGEST // 1024 // 1024))
        with file.open("rb") as opened:
            for number in range(1, MOST_LINES + 2):
                raw = opened.readline(LONGEST_LINE + 1)
                if not raw:
                    return
                if number > MOST_LINES or len(raw) > LONGEST_LINE:
                    raise RunRefused(file, number, say(words.TOO_LARGE, most=LARGEST // 1024 // 1024))
                yield raw.decode("ascii").rstrip("\n")
    except UnicodeDecodeError as error:
        raise RunRefused(file, 0, say(words.NO_RUN_FILE)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RunRefused(file, 0, say(words.UNREADABLE, reason=reason.lower())) from error


def _parsed(file: Path, number: int, text: str) -> dict[str, Any]:
    """One line's data. The first must say that the file is a run file of a known version."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RunRefused(file, number, say(words.NO_RUN_FILE if number == 1 else words.NO_LINE)) from error
    if not isinstance(data, dict):
        raise RunRefused(file, number, say(words.NO_RUN_FILE if number == 1 else words.NO_LINE))
    if number == 1:
        if data.get(ROW) != "run" or data.get("format") != FORMAT:
            raise RunRefused(file, 1, say(words.NO_RUN_FILE))
        if data.get("version") != VERSION:
            raise RunRefused(file, 1, say(words.NEWER, version=str(data.get("version"))[:20]))
    return data


def _run(file: Path, lines: list[Line]) -> Run:
    """The rows of a run; every kind where it belongs."""
    by_kind: dict[str, list[Line]] = {kind: [] for kind in ("run", "attempt", "end", *KINDS)}
    for line in lines:
        by_kind[line.kind].append(line)
    if len(by_kind["attempt"]) != 1 or len(by_kind["run"]) != 1:
        raise RunRefused(file, 0, say(words.ONE_ATTEMPT))
    moves = [_move(file, line, number) for number, line in enumerate(by_kind["move"], 1)]
    if by_kind["end"][0].data.get("moves") != len(moves):
        raise RunRefused(file, by_kind["end"][0].number, say(words.CUT_SHORT))
    rows = {kind: tuple(line.data for line in by_kind[kind]) for kind in KINDS}
    return Run(
        attempt=by_kind["attempt"][0].data,
        texts=rows["text"],
        learners=rows["learner"],
        people=rows["person"],
        attendances=rows["attendance"],
        completions=rows["completion"],
        moves=tuple(moves),
        words=rows["words"],
        talk=rows["talk"],
    )


def _move(file: Path, line: Line, seq: int) -> JournalRow:
    data = line.data
    texts = [data.get(name) for name in ("client_id", "role", "move", "at", "previous", "own")]
    numbers = [data.get(name) for name in ("seq", "simulated")]
    try:
        if not all(isinstance(text, str) for text in texts) or not all(type(one) is int for one in numbers):
            raise ValueError("not of their kinds")
        at = datetime.fromisoformat(str(data["at"]))
        if at.tzinfo is None or data["seq"] != seq:
            raise ValueError("out of order")
    except (ValueError, SimulatorError) as error:
        raise RunRefused(file, line.number, say(words.BAD_MOVE, seq=seq)) from error
    return JournalRow(
        data["seq"],
        data["client_id"],
        data["role"],
        data["move"],
        data["simulated"],
        at,
        data["previous"],
        data["own"],
    )
