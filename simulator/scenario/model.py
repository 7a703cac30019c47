"""A case as typed, frozen data: what the reader makes of a trainer's YAML and what everything else reads.

Prose is kept as the trainer typed it, with its placeholders (`<child's>`); it is filled in only where it is
shown.
Times inside a case are whole minutes; a moment is minutes since the first of January of year 1 (see
`scoring.calendar.to_minutes`). Every piece knows its line and column, so that any check can point at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from scoring.terms import Grade, Level, Mode

Change = TypeVar("Change")

Position = tuple[int, int]
"""Line and column, both from 1; (0, 0) where nothing was written."""

NOWHERE: Position = (0, 0)


class Habit(StrEnum):
    """How a seat that nobody plays behaves. A habit never looks ahead and is never unsafe."""

    BY_THE_BOOK = "by the book"
    SLOW = "slow"
    GUARDED = "guarded"
    MINIMAL = "minimal"


SOURCES = ("seen", "said", "reported", "hearsay", "opinion", "record")
SENSITIVITIES = ("health", "police", "third party", "location")
OUTCOMES = ("good", "mixed", "poor")
CASE_LEVELS = ("introductory", "core", "advanced")
DECIDERS = ("chair", "majority", "trainer")
JUDGEMENT = "judgement"
"""Cited instead of a topic where no rule is claimed: shown as professional judgement, never a red line."""
NARRATOR = "narrator"
START = "start"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a trainer writes it: `20 minutes`, `3 working days`."""

    amount: int
    unit: str
    """minutes | hours | days | weeks | working days; `working days` end at 09:00 of the day reached."""

    @property
    def minutes(self) -> int:
        """Length in minutes of clock time; 0 for working days, which only the calendar can place."""
        return self.amount * {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}.get(self.unit, 0)


# --- who -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the family, invented afresh for each attempt."""

    id: str
    age: str
    """`11 weeks`, `3`, `21-24`, `unborn`: checked by the reader, drawn by simulator.family."""
    sex: str = "any"
    focus: bool = False
    parent_of: tuple[str, ...] = ()
    child_of: tuple[str, ...] = ()
    partner_of: tuple[str, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks and is neither family nor a role."""

    id: str
    title: str = ""
    """Shown instead of an invented name, where given: `the duty doctor`."""
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """A seat at the table: one agency's person in this case."""

    id: str
    agency: str
    title: str
    play: bool
    """True where a trainee may take the seat."""
    habit: Habit
    brief: str
    binds_as: str
    """The role's name in the guidance packs, for timescales that bind certain roles."""
    index_user: bool = False
    at: Position = field(default=NOWHERE, compare=False)


# --- what is known ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Need:
    """What one recipient needs of one fact."""

    level: Level
    before: str = ""
    """A milestone: passed after it, the fact comes late (half a hit)."""


@dataclass(frozen=True, slots=True)
class FactNeeds:
    """Who needs a fact and who must not have it, under one edition."""

    needed_by: Mapping[str, Need]
    nobody: bool = False
    """Said outright to be needed by nobody: passing it counts as a sensitive excess."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of the picture, held by somebody until it is passed on."""

    id: str
    text: str
    headline: str
    """The limited form; empty where the fact has none."""
    held_by: tuple[str, ...]
    """Roles, family members or people."""
    about: tuple[str, ...]
    source: str
    sensitive: str
    vital: bool
    needs: FactNeeds
    may_know: tuple[str, ...]
    """Roles for whom it is neither needed nor excessive."""
    any_agency_may_know: bool
    never_to: tuple[str, ...]
    only_if_asked: bool
    prompted_by: tuple[str, ...]
    editions: tuple[EditionBlock[FactNeeds], ...] = ()
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class EditionBlock(Generic[Change]):
    """`in wt2023:` (that edition) or `from wt2018:` (it and later ones): what changes then."""

    edition: str
    and_later: bool
    change: Change


# --- conditions ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Knows:
    party: str
    fact: str
    level: Level = Level.HEADLINE
    negated: bool = False


@dataclass(frozen=True, slots=True)
class KnowsSome:
    party: str
    facts: tuple[str, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Chose:
    """`chose SCENE WHAT`: WHAT is an option, a referral level, a look-up result or a `meet` option."""

    scene: str
    choice: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    marks: tuple[str, ...]
    at_least: int = 1
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    milestone: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """`REACHED within 3 working days of SINCE`; false while either is unreached. SINCE may be `start`."""

    milestone: str
    span: Span
    since: str


@dataclass(frozen=True, slots=True)
class Clock:
    """`clock before|after` a moment, a time of day on the first day, or a span since a milestone."""

    before: bool
    moment: int | None
    span: Span | None = None
    since: str = START


@dataclass(frozen=True, slots=True)
class Playing:
    role: str
    negated: bool = False
    """`ROLE is a colleague` is `playing ROLE` negated."""


@dataclass(frozen=True, slots=True)
class EditionIs:
    edition: str
    relation: str
    """is | before | from"""


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple[Condition, ...]


Condition = Knows | KnowsSome | Chose | Marked | Reached | Within | Clock | Playing | EditionIs | AnyOf
Conditions = tuple[Condition, ...]
"""All must hold; empty always holds."""


# --- what comes next -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Next:
    """One way on: a scene, or an ending (`end` alone picks the first ending whose `when` holds)."""

    scene: str = ""
    ends: bool = False
    ending: str = ""
    when: Conditions = ()


Then = tuple[Next, ...]
"""Tried in order; empty means: nothing said here."""

Tells = Mapping[str, tuple[str, ...]]
"""Party -> facts that the party now knows in full; never marked as sharing."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What a choice, a decision or a line does besides being chosen."""

    takes: Span | None = None
    milestone: str = ""
    mark: str = ""
    tells: Tells = field(default_factory=dict)
    then: Then = ()


# --- decisions -------------------------------------------------------------------------------------


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
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Share:
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
    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Record:
    items: Mapping[str, RecordItem]
    leave_out: tuple[str, ...]
    places: Mapping[str, str]
    """Place id -> words shown."""
    unsafe: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class IndexResult:
    id: str
    text: str
    tells: Tells


@dataclass(frozen=True, slots=True)
class LookUp:
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


# --- scenes and the rest -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chat."""

    speaker: str
    """A role, a family member, a person, or `narrator`."""
    text: str
    to: tuple[str, ...]
    """Roles that hear it; empty: all who are present."""
    when: Conditions
    tells: Tells
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Scene:
    id: str
    when: Conditions
    time: Time | None
    present: tuple[str, ...]
    """Roles in the scene; empty: the deciding roles and those who speak, or all where nobody decides."""
    say: tuple[Line, ...]
    stop: str
    """A prompt at which the room pauses for talk."""
    decision: Decision | None
    effects: Effects
    again: int
    makes_good: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Time:
    """When a scene begins: one of three; a time already past changes nothing."""

    moment: int | None = None
    after: Span | None = None
    """A span after the clock on entering the scene."""
    time_of_day: int | None = None
    """Minutes after midnight of the clock's own day."""


@dataclass(frozen=True, slots=True)
class Ending:
    id: str
    when: Conditions
    outcome: str
    text: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Inject:
    """A message that arrives from outside. Never moves, marks or stamps."""

    id: str
    when: Conditions | None
    """None: the trainer sends it."""
    to: tuple[str, ...]
    say: tuple[Line, ...]
    tells: Tells
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cut:
    """A shorter version of the case."""

    id: str
    minutes: int
    leave_out: tuple[str, ...]
    knowing: Tells
    marks: tuple[str, ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class TimedTopic:
    """A timescale that is marked."""

    topic: str
    reasons_recorded: str = ""
    """A mark that says the reasons for lateness were recorded, where the rule then counts it as met."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an author's check expects of a play."""

    ending: str = ""
    score: str = ""
    """`best`, or a least share of best such as `at least 0.8`, or `under 0.4`; empty: not checked."""
    red_lines: int | None = None
    milestones: tuple[str, ...] = ()
    known: Tells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """The author's own test: moves in words, and what must come of them."""

    play: tuple[str, ...]
    roles: tuple[str, ...]
    expect: Expectation
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding the author has accepted, with the reason."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Case:
    format: int
    id: str
    title: str
    summary: str
    level: str
    minutes: int
    content_notes: tuple[str, ...]
    review: Review | None
    """None: unreviewed, and shown as such."""
    set_on: int
    """Minutes; picks the editions in force."""
    guidance: tuple[str, ...]
    clocks: tuple[TimedTopic, ...]
    learning: tuple[str, ...]
    trainer_notes: str
    family: Mapping[str, Member]
    people: Mapping[str, Person]
    roles: Mapping[str, Role]
    facts: Mapping[str, Fact]
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    afterwards: tuple[str, ...]
    injects: Mapping[str, Inject]
    cuts: Mapping[str, Cut]
    debrief: tuple[str, ...]
    checks: tuple[Check, ...]
    accepted: tuple[Accepted, ...]
    version: str
    """sha256 of the text."""

    @property
    def playable(self) -> tuple[str, ...]:
        """Roles a trainee may take, in file order."""
        return tuple(role.id for role in self.roles.values() if role.play)
