"""Every kind of decision, as a trainer writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.terms import Grade, Mode
from simulator.scenario.model.conditions import Effects, Tells
from simulator.scenario.model.facts import FactNeeds
from simulator.scenario.model.terms import NOWHERE, EditionBlock, Habit, Position, Span


@dataclass(frozen=True, slots=True)
class Advice:
    """Somebody to ask before deciding. Taking it costs minutes and never marks."""

    source: str
    says: str
    takes: Span | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What may change by edition on an option."""

    grade: Grade | None = None
    why: str | None = None
    cite: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen, what the guidance makes of it, and what it does."""

    id: str
    text: str
    grade: Grade
    why: str
    tempting: str
    cite: tuple[str, ...]
    effects: Effects
    habits: tuple[Habit, ...]
    """The habits that pick this option whatever its grade."""
    editions: tuple[EditionBlock[Judged], ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """What may change by edition on a decision that is filled in rather than picked."""

    why: str | None = None
    cite: tuple[str, ...] | None = None
    needed_here: Mapping[str, FactNeeds] | None = None
    openness: Mapping[str, Mode] | None = None
    basis: tuple[str, ...] | None = None
    level: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """Choose one of several."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Decide what is passed on, to whom, how openly and on which ground."""

    facts: tuple[str, ...] | None
    """None: all that the deciding role knows (an `only if asked` fact only once its holder was asked)."""
    to: tuple[str, ...]
    openness: Mapping[str, Mode] | None
    """None: tell every adult of the family whom a needed fact is about."""
    unsafe_mode: Mapping[str, tuple[Mode, ...]]
    basis: tuple[str, ...]
    """Any one listed is right; empty: not asked and not marked."""
    bases_offered: tuple[str, ...]
    reasons: Mapping[str, str]
    right_reason: str
    needed_here: Mapping[str, FactNeeds]


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask others for what they know."""

    of: tuple[str, ...]
    expects: Mapping[str, tuple[str, ...]] | None
    """None: each role's facts that the asker needs and nobody has passed yet."""
    purposes: Mapping[str, str]
    right_purpose: str
    basis: tuple[str, ...]
    bases_offered: tuple[str, ...]
    if_refused: str
    answered_in: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refer:
    """Make a referral, or none, at a level."""

    to: str
    level: tuple[str, ...]
    urgency: tuple[str, ...]
    route: str
    parents: Mapping[str, Mode]
    unsafe_mode: Mapping[str, tuple[Mode, ...]]
    facts: tuple[str, ...] | None
    needed_here: Mapping[str, FactNeeds]


@dataclass(frozen=True, slots=True)
class RecordItem:
    """Where on the record a fact belongs, and under which label."""

    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Record:
    """Write down what belongs on the record, and leave out what does not."""

    items: Mapping[str, RecordItem]
    leave_out: tuple[str, ...]
    places: Mapping[str, str]
    """Place id -> words shown."""
    unsafe: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class IndexResult:
    """What a search of the Index shows of one child, and whom opening it tells what."""

    id: str
    text: str
    tells: Tells


@dataclass(frozen=True, slots=True)
class LookUp:
    """Look in the Index of children and the services that know them."""

    child: str
    purposes: Mapping[str, str]
    right_purpose: str
    results: Mapping[str, IndexResult]
    right_result: str
    """A result id, or `none` where nothing should be opened."""
    never_open: tuple[str, ...]
    authorised: bool | None
    """None: whether the deciding role is a trained index user."""
    mark: str
    """contact | information | empty: what should be added to the right record (shown, never marked)."""


@dataclass(frozen=True, slots=True)
class Meet:
    """Several seats bring what they know, give their views, and one decision stands."""

    seats: tuple[str, ...]
    bring: tuple[str, ...] | None
    """Facts that may be brought; None: all that the seats know. An empty list: nothing is brought here."""
    options: tuple[Option, ...]
    decided_by: str
    chair: str
    dissent: Mapping[str, str]
    restricted: Mapping[str, tuple[str, ...]]
    """Fact -> family members kept off whose copy it stays; empty tuple: everybody's."""
    needed_here: Mapping[str, FactNeeds]


Kind = Options | Share | Ask | Refer | Record | LookUp | Meet


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a scene: who decides, what is asked, how it is filled in, what is right."""

    roles: tuple[str, ...]
    """One role; several only in `meet`."""
    question: str
    kind: Kind
    tests: tuple[str, ...]
    """Competencies C1-C8; empty: those of the rules cited."""
    worth: int
    advice: Advice | None
    why: str
    cite: tuple[str, ...]
    effects: Effects
    mark_when_unsafe: str
    """Set when this decision crosses a red line: lets the story follow a leak."""
    editions: tuple[EditionBlock[Expected], ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
