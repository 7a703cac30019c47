"""Column maps: which columns another system's file has, and what fills each.

A map is a TOML file, ours (`maps/*.toml`) or a board's own:

    title = "Our learning system"
    file = "completions.csv"
    rows = "latest"             # one for each learner and course; "all" is every completion
    days = "dd/mm/yyyy"         # or "year-month-day"
    needs = ["user"]            # rows in which one of these is empty are left out, and counted

    [[columns]]
    name = "user"
    from = "work_email"         # a field of `Finished`, or `started_on`
    [[columns]]
    name = "status"
    text = "complete"           # the same in every row

    [codes]                     # course codes here = codes there
    before-home-time = "SG-3-014"

There is no field for a mark, an answer or a verdict, so no map can ask for one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.errors import ExportError
from simulator.reports.exports.finished import Finished
from simulator.words import Phrase, say
from simulator.words import exports as words

FOLDER: Final = Path(__file__).parent / "maps"
FIELDS: Final = (*Finished._fields, "started_on")
"""What a column can be filled from."""
DAYS: Final = {"year-month-day": "%Y-%m-%d", "dd/mm/yyyy": "%d/%m/%Y"}
ROWS: Final = ("all", "latest")
KEYS: Final = frozenset(
    {"title", "file", "about", "source", "rows", "days", "needs", "byte_order_mark", "columns", "codes"}
)
LARGEST: Final = 200_000
"""Bytes a map may have."""


class MapColumn(NamedTuple):
    """One column of another system's file."""

    name: str
    field: str = ""
    text: str = ""
    """What stands in every row, where no field fills it."""


class ColumnMap(NamedTuple):
    """Another system's file."""

    title: str
    file: str
    """What it is best called."""
    columns: tuple[MapColumn, ...]
    latest: bool
    days: str
    """As `strftime` writes them."""
    needs: tuple[str, ...] = ()
    byte_order_mark: bool = False
    about: str = ""
    source: str = ""
    """Where the format was seen."""
    codes: Mapping[str, str] = {}


def known_maps() -> tuple[str, ...]:
    """The names of the maps that come with the simulator."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


def load_map(name: str) -> ColumnMap:
    """One of our maps by its name, or the file of a board's own. Raises ExportError saying what is wrong."""
    file = FOLDER / f"{name}.toml" if name in known_maps() else Path(name)
    if file.suffix != ".toml" or not file.is_file():
        raise ExportError(
            say(words.NO_MAP),
            say(words.NO_MAP_MESSAGE, name=name),
            say(words.NO_MAP_REMEDY, names=", ".join(known_maps())),
        )
    try:
        with file.open("rb") as opened:
            text = opened.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise ValueError(say(words.TOO_LARGE))
        return _map(tomllib.loads(text.decode("utf-8-sig")))
    except (OSError, ValueError, RecursionError) as error:  # not there, not UTF-8, not TOML, or not a map
        message = say(words.BAD_MAP_MESSAGE, file=file.name, reason=str(error))
        raise ExportError(say(words.BAD_MAP), message, say(words.BAD_MAP_REMEDY)) from error


def _map(data: Mapping[str, Any]) -> ColumnMap:
    _expect(set(data) <= KEYS, words.UNKNOWN_KEY, key=", ".join(sorted(set(data) - KEYS)))
    columns = data.get("columns")
    _expect(isinstance(columns, list) and columns, words.NO_COLUMNS)
    assert isinstance(columns, list)
    found = tuple(map(_column, columns))
    names = [column.name for column in found]
    _expect(len(set(names)) == len(names), words.COLUMN_TWICE)
    rows, days = str(data.get("rows", "all")), str(data.get("days", "year-month-day"))
    _expect(rows in ROWS, words.ONE_OF, key="rows", values=", ".join(ROWS))
    _expect(days in DAYS, words.ONE_OF, key="days", values=", ".join(DAYS))
    needs = tuple(map(str, data.get("needs", ())))
    _expect(set(needs) <= set(names), words.NEEDS_A_COLUMN)
    codes = data.get("codes", {})
    _expect(isinstance(codes, dict), words.ONE_OF, key="codes", values="[codes]")
    return ColumnMap(
        str(data.get("title", "")),
        str(data.get("file", "completions.csv")),
        found,
        rows == "latest",
        DAYS[days],
        needs,
        bool(data.get("byte_order_mark", False)),
        " ".join(str(data.get("about", "")).split()),
        str(data.get("source", "")),
        {str(ours): str(theirs) for ours, theirs in codes.items()},
    )


def _column(data: Any) -> MapColumn:
    _expect(isinstance(data, dict) and set(data) <= {"name", "from", "text"}, words.COLUMN_KEYS)
    name = str(data.get("name", ""))
    _expect(bool(name), words.COLUMN_KEYS)
    if "text" in data:
        _expect("from" not in data, words.COLUMN_KEYS)
        return MapColumn(name, text=str(data["text"]))
    field = str(data.get("from", name))
    _expect(field in FIELDS, words.NO_FIELD, field=field, fields=", ".join(FIELDS))
    return MapColumn(name, field)


def _expect(holds: object, phrase: Phrase, **values: object) -> None:
    if not holds:
        raise ValueError(say(phrase, **values))
