"""Everything a person can do in an attempt, and its form in the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from scoring.terms import Level


class Passing(NamedTuple):
    """One fact to one recipient."""

    fact: str
    to: str
    level: Level = Level.FULL


class Choose(NamedTuple):
    """Pick an option."""

    scene: str
    role: str
    option: str
    words: str = ""
    """sha256 of salt and typed reason; the words themselves are kept apart."""


class Share(NamedTuple):
    """Pass facts on, or keep them: passing nothing is a decision too."""

    scene: str
    role: str
    given: tuple[Passing, ...] = ()
    openness: tuple[tuple[str, str], ...] = ()
    basis: str = ""
    reason: str = ""
    words: str = ""


class Ask(NamedTuple):
    """Ask others, each for a purpose."""

    scene: str
    role: str
    asked: tuple[tuple[str, str], ...] = ()
    basis: str = ""
    words: str = ""


class Refer(NamedTuple):
    """Refer, or decide not to (level `none`)."""

    scene: str
    role: str
    level: str = "none"
    urgency: str = ""
    route: str = ""
    given: tuple[Passing, ...] = ()
    openness: tuple[tuple[str, str], ...] = ()
    words: str = ""


class Entry(NamedTuple):
    """One line of a record."""

    fact: str
    label: str
    place: str


class Record(NamedTuple):
    """Write down, each as what it is, each where it belongs."""

    scene: str
    role: str
    entries: tuple[Entry, ...] = ()
    words: str = ""


class LookUp(NamedTuple):
    """Search the index for a purpose and open one record, or none."""

    scene: str
    role: str
    purpose: str = ""
    result: str = "none"
    mark: str = ""
    words: str = ""


class Bring(NamedTuple):
    """Bring facts to a meeting; sealed until every seat has brought."""

    scene: str
    role: str
    given: tuple[tuple[str, Level], ...] = ()
    words: str = ""


class View(NamedTuple):
    """Give one's view in a meeting; a dissent code is recorded if the meeting decides otherwise."""

    scene: str
    role: str
    option: str
    dissent: str = ""
    words: str = ""


class TakeAdvice(NamedTuple):
    """Ask the named person before deciding. Costs minutes, never marks."""

    scene: str
    role: str


class Stand(NamedTuple):
    """The trainer says which decision of the meeting stands (`decided by: trainer`)."""

    scene: str
    option: str


class SendInject(NamedTuple):
    """The trainer sends a prepared inject, or typed words to some seats. Never moves, marks or stamps."""

    inject: str
    to: tuple[str, ...] = ()
    words: str = ""


class HandOver(NamedTuple):
    """A seat goes to a colleague's habit, or is taken back."""

    role: str
    played: bool


class StepOut(NamedTuple):
    """Somebody leaves the play, no reason asked; never counts against anybody."""

    role: str


Move = (
    Choose
    | Share
    | Ask
    | Refer
    | Record
    | LookUp
    | Bring
    | View
    | TakeAdvice
    | Stand
    | SendInject
    | HandOver
    | StepOut
)
DecisionMove = Choose | Share | Ask | Refer | Record | LookUp | Bring | View

KINDS: Mapping[str, type[Move]] = {
    "choose": Choose,
    "share": Share,
    "ask": Ask,
    "refer": Refer,
    "record": Record,
    "look up": LookUp,
    "bring": Bring,
    "view": View,
    "take advice": TakeAdvice,
    "stand": Stand,
    "inject": SendInject,
    "hand over": HandOver,
    "step out": StepOut,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_NESTED: Mapping[str, Any] = {
    "asked": lambda row: tuple(row),
    "openness": lambda row: tuple(row),
    "entries": lambda row: Entry(*row),
    "to": lambda row: row,
}


def as_data(move: Move) -> dict[str, Any]:
    """A move as plain data, defaults left out, with its kind."""
    defaults = type(move)._field_defaults
    fields = {
        name: value
        for name, value in zip(type(move)._fields, move, strict=True)
        if name not in defaults or value != defaults[name]
    }
    return {"move": _NAMES[type(move)], **fields}


def as_json(move: Move) -> str:
    """The one text of a move that the journal hashes: sorted keys, no spaces."""
    return json.dumps(as_data(move), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def from_data(data: Mapping[str, Any]) -> Move:
    """Raises KeyError or TypeError where the data is not a move."""
    fields = dict(data)
    kind = KINDS[fields.pop("move")]
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(_row(kind, name, row) for row in value)
    return kind(**fields)


def _row(kind: type[Move], name: str, row: Any) -> Any:
    if name == "given":
        if kind is Bring:
            return (row[0], Level(row[1]))
        return Passing(row[0], row[1], Level(row[2]))
    return _NESTED[name](row)


def from_json(text: str) -> Move:
    """Read a journal's move. Raises ValueError, KeyError or TypeError on anything else."""
    return from_data(json.loads(text))
