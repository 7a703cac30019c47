"""What `step` says happened. Text is not in here: the transcript fills it in from the case and the family."""

from __future__ import annotations

from typing import NamedTuple

from scoring.terms import Level
from simulator.play.moves import DecisionMove
from simulator.play.state import State


class Entered(NamedTuple):
    """A scene begins; `heard` are the indexes of its lines whose conditions hold."""

    scene: int
    clock: int
    heard: tuple[int, ...]


class Decided(NamedTuple):
    """A decision was made. `before` is the state it was made in: all evidence can be drawn from the two."""

    move: DecisionMove
    before: State
    by_habit: bool = False


class Stood(NamedTuple):
    """A meeting's decision stands, or there is nothing to decide and the bringing is over."""

    scene: int
    option: int
    clock: int
    dissents: tuple[tuple[str, str], ...]
    """(role, reason code) of the seats that differ."""


class Passed(NamedTuple):
    """A fact reached somebody."""

    fact: str
    level: Level
    source: str
    """The role that passed it; empty where the story told it."""
    to: str
    how: str
    """shared | asked | referred | brought | told"""
    clock: int
    scene: int


class Stamped(NamedTuple):
    """A milestone was reached for the first time."""

    milestone: str
    clock: int
    scene: int
    role: str


class Advised(NamedTuple):
    """A seat asked the person whom one can ask before this decision."""

    scene: int
    role: str
    clock: int


class Declined(NamedTuple):
    """A colleague did not answer a request."""

    scene: int
    role: str
    asker: str
    clock: int


class Injected(NamedTuple):
    """`inject` is empty for a trainer's typed words, whose hash is in `words`."""

    inject: str
    to: tuple[str, ...]
    clock: int
    words: str = ""


class Seated(NamedTuple):
    """A seat changed hands, or somebody stepped out."""

    role: str
    played: bool
    stepped_out: bool
    clock: int


class Ended(NamedTuple):
    """The case is over. `ending` counts the endings in the order of the file, from 0."""

    ending: int
    clock: int


class Voted(NamedTuple):
    """A seat has voted; for what is sealed until the votes are opened."""

    role: str
    scene: int
    clock: int


class VotesOpened(NamedTuple):
    """The votes before a decision, seat by seat in the case's order."""

    scene: int
    votes: tuple[tuple[str, str], ...]
    """(role, option)"""
    to: tuple[str, ...]
    """Who was asked."""
    clock: int


class Polling(NamedTuple):
    """Who votes before an option is chosen, from here on."""

    voters: str
    clock: int


class Held(NamedTuple):
    """The room is paused, or goes on; `at_stop` where it paused by itself at a discussion point."""

    paused: bool
    at_stop: bool
    clock: int


class Boxed(NamedTuple):
    """So many minutes are left from now; 0: as many as it takes."""

    minutes: int
    clock: int


class MovedOn(NamedTuple):
    """The trainer moved the room on: these seats act once as their colleague would."""

    scene: int
    roles: tuple[str, ...]
    clock: int


class Closed(NamedTuple):
    """The trainer ended the play."""

    clock: int
    words: str = ""


Aside = Voted | VotesOpened | Polling | Held | Boxed | MovedOn | Closed
"""What concerns the room and not the story."""
Event = Entered | Decided | Stood | Passed | Stamped | Advised | Declined | Injected | Seated | Ended | Aside
