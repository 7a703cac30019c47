"""Everything a person can do in an attempt, and its form in the journal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

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


class Vote(NamedTuple):
    """A seat's own vote before somebody decides for all; sealed until everybody's is in. Never marks."""

    scene: str
    role: str
    option: str
    words: str = ""
    """sha256 of salt and typed reason: why the seat sees it so, or differs."""


class OpenVotes(NamedTuple):
    """The trainer opens the votes that are in; who has not voted is left out."""

    scene: str


class Poll(NamedTuple):
    """The trainer says who votes before an option is chosen: `nobody`, those `present`, or the `table`."""

    voters: str


class Pause(NamedTuple):
    """The trainer pauses the room, or lets it go on. Nobody's move counts while it is paused."""

    paused: bool


class Stops(NamedTuple):
    """The trainer lets the room pause by itself at every discussion point, or no longer."""

    stopping: bool


class TimeBox(NamedTuple):
    """The trainer gives the room so many minutes from now; 0 takes the time box away. Nothing happens by
    itself when they are over."""

    minutes: int


class MoveOn(NamedTuple):
    """The trainer moves a quiet table on: seats that are waited for act once as their colleague would."""

    scene: str


class EndPlay(NamedTuple):
    """The trainer ends the play here, in the ending that fits how things stand."""

    words: str = ""


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
    | Vote
    | OpenVotes
    | Poll
    | Pause
    | Stops
    | TimeBox
    | MoveOn
    | EndPlay
)
DecisionMove = Choose | Share | Ask | Refer | Record | LookUp | Bring | View
TrainersMove = Stand | SendInject | OpenVotes | Poll | Pause | Stops | TimeBox | MoveOn | EndPlay
"""Moves that are no seat's to make."""
Aside = SendInject | Vote | OpenVotes | Poll | Pause | Stops | TimeBox
"""Moves that change nothing of the story: they are walked over where a play is marked."""
AtAnyTime = SendInject | HandOver | StepOut | Poll | Pause | Stops | TimeBox | EndPlay
"""Moves that stay what they were meant to be when somebody else has moved first."""

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
    "vote": Vote,
    "open votes": OpenVotes,
    "poll": Poll,
    "pause": Pause,
    "stops": Stops,
    "time box": TimeBox,
    "move on": MoveOn,
    "end": EndPlay,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


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
    return _ENCODER.encode(as_data(move))


def from_data(data: Mapping[str, Any]) -> Move:
    """Raises ValueError, KeyError or TypeError where the data is not a move, whatever it is."""
    if type(data) is not dict and not isinstance(data, Mapping):
        raise TypeError("a move is a map")
    fields = dict(data)
    kind = KINDS[_words(fields.pop("move"))]
    for name, value in fields.items():
        if type(value) is not str or name in _NOT_WORDS:
            fields[name] = _field(kind, name, value)
    return kind(**fields)


def _field(kind: type[Move], name: str, value: Any) -> Any:
    """One field, of the type the move has it in."""
    if name in _YES_OR_NO:
        if not isinstance(value, bool):
            raise TypeError(f"{name} is yes or no")
        return value
    if name == "minutes":
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError("minutes are a whole number")
        return value
    row = _brought if (kind, name) == (Bring, "given") else _ROWS.get(name)
    if row is None:
        return _words(value)
    if not isinstance(value, list | tuple):
        raise TypeError(f"{name} is a list")
    return tuple(row(one) for one in value)


_YES_OR_NO = ("played", "paused", "stopping")


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not words")
    return value


def _row(row: Any, length: int) -> Sequence[Any]:
    if not isinstance(row, list | tuple) or len(row) != length:
        raise TypeError(f"{row!r} is not a list of {length}")
    return row


def _pair(row: Any) -> tuple[str, str]:
    one, other = _row(row, 2)
    return _words(one), _words(other)


def _passing(row: Any) -> Passing:
    fact, to, level = _row(row, 3)
    return Passing(_words(fact), _words(to), Level(level))


def _brought(row: Any) -> tuple[str, Level]:
    fact, level = _row(row, 2)
    return _words(fact), Level(level)


def _entry(row: Any) -> Entry:
    return Entry(*map(_words, _row(row, 3)))


_ROWS: Mapping[str, Callable[[Any], Any]] = {
    "given": _passing,
    "asked": _pair,
    "openness": _pair,
    "entries": _entry,
    "to": _words,
}
"""The fields that are lists, with what makes one row of each."""
_NOT_WORDS = frozenset((*_ROWS, *_YES_OR_NO, "minutes"))


def from_json(text: str) -> Move:
    """Read a journal's move. Raises ValueError, KeyError or TypeError on anything else."""
    try:
        return from_data(json.loads(text))
    except RecursionError:
        raise ValueError("nested too deep for a move") from None
