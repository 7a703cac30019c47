"""The desk the screens come to: cases to pick, a name to sign in with, attempts to begin and to carry on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from scoring.guidance.board import Board
from simulator.scenario.library import Summary
from simulator.scenario.model import Case
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.table import Table


class Learner(NamedTuple):
    """Who sits at this screen."""

    id: str
    """Pseudonym; empty where nothing of them is kept."""
    name: str
    agency: str


class SignIn(NamedTuple):
    """What somebody types to sign in."""

    name: str
    agency: str
    job_title: str = ""
    email: str = ""
    """Work address; empty where none was given."""


class SignedIn(NamedTuple):
    """Somebody is signed in."""

    learner: Learner
    phrase: str = ""
    """The words with which they find their place again; shown once, empty where they had some already."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to begin."""

    path: str
    """Of the case's file."""
    roles: tuple[str, ...]
    """Seats played at this screen."""
    seed: str = ""
    """Empty draws one."""
    on: date | None = None
    cut: str = ""
    table: str = ""
    learners: tuple[Learner, ...] = ()
    """Who sits at this screen; nobody: practice, of which nothing is kept about anybody."""
    taken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Learner's id -> the seats they take, where a table has said who sits where."""
    seating: Table | None = None
    """Of a table: who sits where, by name."""


class Unfinished(NamedTuple):
    """An attempt that can be carried on."""

    attempt: str
    title: str
    roles: tuple[str, ...]
    step: int
    """The decision that waits, counted from 1."""
    last: str
    """`Thu 12 Mar`: when it was last played."""
    table: str = ""


class Resumed(NamedTuple):
    """An attempt that is open again, and the seats at this screen."""

    attempt: Attempt
    roles: tuple[str, ...]
    seating: Table | None = None
    """Of a table: who sits where, as far as the record knows their names."""


class Again(NamedTuple):
    """A training some weeks ago, about which somebody is asked again."""

    title: str
    weeks: int
    intention: str
    """What they wrote that they would do; empty where they wrote nothing."""
    workshop: str | None
    attempt: str | None
    """Where it was no workshop."""


class Said(NamedTuple):
    """What somebody answers weeks later."""

    answers: Mapping[str, int]
    done: bool | None = None
    """Whether they did what they meant to; None where they do not say."""
    confirmed: bool | None = None
    """Whether their manager confirms it."""


class Asking(Protocol):
    """Where the answers go that people give before and after a training."""

    @property
    def people(self) -> tuple[Learner, ...]:
        """Everybody at this screen of whom something is kept, in the order of their seats."""
        ...

    def keep(self, learner: Learner, answers: Mapping[str, int], *, before: bool) -> None:
        """Keep what somebody answered; nothing where they left all out. Raises NotSaved."""
        ...

    def intend(self, learner: Learner, text: str) -> None:
        """Keep what somebody means to do; nothing where they wrote nothing. Raises NotSaved."""
        ...


class Desk(Protocol):
    """Everything the screens need that is not drawn."""

    @property
    def board(self) -> Board: ...

    def cases(self) -> tuple[Summary, ...]:
        """The library, a broken case among the others."""
        ...

    def case(self, path: str) -> Case:
        """One case whole. Raises CaseError."""
        ...

    def sign_in(self, who: SignIn) -> SignedIn:
        """Find or enter somebody. Raises SimulatorError with what to do."""
        ...

    def come_back(self, name: str, phrase: str) -> Learner:
        """The learner of a name and a phrase. Raises AccessRefused."""
        ...

    def remembered(self) -> Learner | None:
        """Whom this machine remembers."""
        ...

    def remember(self, learner: Learner | None) -> None:
        """Let this machine remember somebody, or nobody."""
        ...

    def unfinished(self, learner: Learner | None) -> tuple[Unfinished, ...]:
        """What somebody can carry on with, the last played first; None: practice, which is nobody's."""
        ...

    def begin(self, wish: Wish) -> Attempt:
        """Begin. Raises CaseError, MoveRefused or NotSaved."""
        ...

    def resume(self, attempt: str) -> Resumed:
        """Carry on. Raises RecordError."""
        ...

    def try_from(self, attempt: Attempt, scene: str) -> Attempt | None:
        """A practice attempt that begins where another one decided in a scene; None where it did not."""
        ...

    def asking(self, attempt: Attempt) -> Asking | None:
        """Who is asked before and after an attempt outside a workshop; None where nothing is kept."""
        ...

    def asked_again(self, learner: Learner) -> Again | None:
        """The training about which somebody is to be asked again now; of each person once in a sitting."""
        ...

    def answer_again(self, learner: Learner, again: Again, said: Said | None) -> None:
        """Keep what they answered. None, or nothing answered: they would rather not be asked again."""
        ...

    def transcript(self, learner: Learner) -> tuple[Mapping[str, str], ...]:
        """The person's own training transcript (report R4): column -> what it says, a row a play."""
        ...
