"""The lines of a run file: what each holds, and the hash that ties it to those before it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any, Final, NamedTuple

from simulator.records.chain import JournalRow, moment_text
from simulator.records.rooms_runs import Run

FORMAT: Final = "working together simulator run"
VERSION: Final = 1
BEGINNING: Final = sha256(FORMAT.encode()).hexdigest()
"""The hash that the first line follows on."""
HASH: Final = "hash"
ROW: Final = "row"
"""What kind of row a line holds; the rest of it is the row."""
KINDS: Final = ("text", "learner", "person", "attendance", "completion", "move", "words", "talk")
"""In the order of the file, after `run` and `attempt` and before `end`; any number of each."""


class Line(NamedTuple):
    """One line, whose place in its file is known."""

    number: int
    kind: str
    data: Mapping[str, Any]


def lines_of(run: Run) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """A run as kinds of line and what they hold."""
    yield "run", {"format": FORMAT, "version": VERSION}
    yield "attempt", run.attempt
    rows: Mapping[str, Iterable[Mapping[str, Any]]] = {
        "text": run.texts,
        "learner": run.learners,
        "person": run.people,
        "attendance": run.attendances,
        "completion": run.completions,
        "move": [_move(move) for move in run.moves],
        "words": run.words,
        "talk": run.talk,
    }
    for kind in KINDS:
        for one in rows[kind]:
            yield kind, one
    yield "end", {"moves": len(run.moves)}


def _move(move: JournalRow) -> dict[str, Any]:
    """A row of the journal; its own hash is called `own`, for every line has one of the file."""
    data = move._asdict()
    own = data.pop(HASH)
    return {**data, "own": own}


def chained(lines: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[str]:
    """The texts of lines, each with its hash."""
    previous = BEGINNING
    for kind, data in lines:
        body = {ROW: kind, **{name: _plain(value) for name, value in data.items()}}
        previous = line_hash(previous, body)
        yield json.dumps({**body, HASH: previous}, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def line_hash(previous: str, body: Mapping[str, Any]) -> str:
    """The hash of a line: of the one before it and of all that it holds."""
    text = json.dumps(body, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256((previous + text).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
