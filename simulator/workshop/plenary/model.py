"""What a plenary shows. Everything is in words already; nothing in it is a mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from simulator.play.cast import Cast
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.records import Moved


class TablePlay(NamedTuple):
    """One table's play, live or imported, as it is compared."""

    name: str
    game: Game
    cast: Cast
    opening: Sequence[Event]
    """What led to the first decision."""
    moves: Sequence[Moved]
    said: Mapping[str, str]
    """Typed words that are still kept, by the digest a move holds."""
    people: Mapping[str, str]
    """Role -> who played it; empty where nobody of the record did."""
    notes: tuple[str, ...] = ()
    """What its scribe wrote down."""


class Differs(NamedTuple):
    """A seat that saw it otherwise than the table decided."""

    role: str
    would: str
    """What the seat would have done."""
    why: str
    """A reason from the case's list, or the seat's own words; empty where it gave none."""


class Cell(NamedTuple):
    """What one table did in one decision."""

    role: str
    """Who decided, as the case calls it; empty for a meeting."""
    text: tuple[str, ...]
    when: str
    by_habit: bool
    """A colleague's habit decided: nobody's seat, or the trainer moved the table on."""
    voices: tuple[tuple[str, str], ...]
    """(seat, what it would do), before the decision; at a meeting the seats' views."""
    differs: tuple[Differs, ...]
    key: str
    """Equal where two tables did the same."""


class DecisionRow(NamedTuple):
    """One decision across tables."""

    scene: str
    question: str
    cells: tuple[Cell | None, ...]
    """None where a table did not come here."""
    different: int
    """In how many ways tables went on from here."""


class Told(NamedTuple):
    """A fact reached a seat."""

    to: str
    source: str
    """Empty where it was heard together, in a meeting or from the story."""
    how: str
    """shared, asked, referred, brought, index"""
    when: str
    headline: bool


class FactRow(NamedTuple):
    """One fact across tables."""

    fact: str
    text: str
    held_by: tuple[str, ...]
    needed_by: tuple[str, ...]
    cells: tuple[tuple[Told, ...], ...]
    different: int


class Moment(NamedTuple):
    """One line of a table's timeline."""

    when: str
    clock: int
    text: str
    kind: str
    """decision, meeting, inject, milestone, room or ending"""


class Head(NamedTuple):
    """One table."""

    name: str
    people: tuple[tuple[str, str], ...]
    """(seat, who played it); empty in the projector's form."""
    ending: str
    """In words; empty while it plays."""
    decisions: int


class Plenary(NamedTuple):
    """Tables side by side."""

    title: str
    case_title: str
    tables: tuple[Head, ...]
    decisions: tuple[DecisionRow, ...]
    """Those in which tables differ most come first."""
    facts: tuple[FactRow, ...]
    timelines: tuple[tuple[Moment, ...], ...]
    notes: tuple[tuple[str, ...], ...]
    """What each table's scribe wrote down."""
    prompts: tuple[str, ...]
    """To talk about: who spoke, who deferred, whose word counted."""
    named: bool
    """Whether people's names are in it; never on the projector."""
