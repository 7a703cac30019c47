"""Plays that were marked again once are not marked a second time: what they yielded lies in a file that can
be made anew at any time, and is, whenever it is gone, damaged, or of another version of the program.

A play is known by the hash of its last move, which covers all it was begun with and every move after it. The
file holds what the journal holds already: which options were taken, of nobody in particular. Each entry is
signed with the record's key, so that nobody changes a report by changing the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from fractions import Fraction
from typing import Any, Final

from scoring.competencies import Shown
from scoring.marks import Exact
from simulator.access.signing import same, signature, signing_key
from simulator.errors import SimulatorError
from simulator.places import make_private_file, make_private_folder, program_digest
from simulator.reports.yielded import Decided, Yielded
from simulator.settings import Settings

FILE: Final = "plays.db"
PURPOSE: Final = "play marked again"
AT_ONCE: Final = 500
"""Plays asked for in one question."""


class KeptPlays:
    """What plays yielded, by the hash of their last move. What cannot be kept is worked out again."""

    def __init__(self, settings: Settings) -> None:
        self._file = settings.home / "cache" / FILE
        self._secret = settings.secret

    def find(self, heads: Sequence[str]) -> dict[str, Yielded]:
        """What is kept of these plays, and whole."""
        try:
            key = signing_key(self._secret)
            with closing(self._open()) as file:
                found = [row for some in _parts(heads) for row in _rows(file, some)]
        except (sqlite3.Error, OSError, SimulatorError):
            return {}
        return {
            head: from_text(text)
            for head, text, signed in found
            if same(signed, signature(key, PURPOSE, head, text))
        }

    def keep(self, found: Mapping[str, Yielded]) -> None:
        """Keep what was worked out."""
        try:
            key = signing_key(self._secret)
            texts = ((head, as_text(one)) for head, one in found.items())
            rows = [(head, text, signature(key, PURPOSE, head, text)) for head, text in texts]
            with closing(self._open()) as file, file:
                file.executemany("INSERT OR REPLACE INTO plays VALUES (?, ?, ?)", rows)
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):  # no database (any more): begin again
                self._file.unlink(missing_ok=True)
        except (OSError, SimulatorError):
            return

    def _open(self) -> sqlite3.Connection:
        """The file of this version of the program; what another kept is forgotten."""
        make_private_folder(self._file.parent)
        make_private_file(self._file)
        file = sqlite3.connect(self._file, timeout=1)
        file.execute("PRAGMA synchronous=OFF")
        file.execute("CREATE TABLE IF NOT EXISTS plays (head TEXT PRIMARY KEY, text TEXT, signed TEXT)")
        file.execute("CREATE TABLE IF NOT EXISTS program (digest TEXT PRIMARY KEY)")
        program = program_digest()
        if file.execute("SELECT digest FROM program").fetchall() != [(program,)]:
            with file:
                file.execute("DELETE FROM plays")
                file.execute("DELETE FROM program")
                file.execute("INSERT INTO program VALUES (?)", (program,))
        return file


def _parts(heads: Sequence[str]) -> Iterable[Sequence[str]]:
    return (heads[at : at + AT_ONCE] for at in range(0, len(heads), AT_ONCE))


def _rows(file: sqlite3.Connection, heads: Sequence[str]) -> list[tuple[str, str, str]]:
    marks = ",".join("?" * len(heads))
    return file.execute(f"SELECT head, text, signed FROM plays WHERE head IN ({marks})", heads).fetchall()


def as_text(one: Yielded) -> str:
    """What a play yielded, as JSON."""
    decisions = [
        {
            **decided._asdict(),
            "share": None if decided.share is None else _parts_of(decided.share),
            "earned": _parts_of(decided.earned),
            "possible": _parts_of(decided.possible),
        }
        for decided in one.decisions
    ]
    shown = {
        name: [_parts_of(each.earned), _parts_of(each.possible)] for name, each in one.competencies.items()
    }
    return json.dumps({"decisions": decisions, "competencies": shown}, separators=(",", ":"))


def from_text(text: str) -> Yielded:
    """What a play yielded, from JSON that was signed."""
    data = json.loads(text)
    shown = {
        name: Shown(_number(earned), _number(possible), ())
        for name, (earned, possible) in data["competencies"].items()
    }
    return Yielded(tuple(map(_decided, data["decisions"])), shown)


def _decided(data: Mapping[str, Any]) -> Decided:
    share = data["share"]
    return Decided(
        data["scene"],
        data["role"],
        data["kind"],
        tuple(data["answers"]),
        data["grade"],
        None if share is None else Fraction(*share),
        tuple(data["tests"]),
        _number(data["earned"]),
        _number(data["possible"]),
        tuple((fact, to) for fact, to in data["needed"]),
        tuple((fact, to) for fact, to in data["missed"]),
    )


def _parts_of(number: Exact) -> tuple[int, int]:
    return number.as_integer_ratio()


def _number(parts: Sequence[int]) -> Exact:
    over, under = parts
    return over if under == 1 else Fraction(over, under)
