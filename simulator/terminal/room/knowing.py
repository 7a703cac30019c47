"""What a seat's agency knows: each fact, what kind of thing it is, and how it came."""

from __future__ import annotations

from typing import NamedTuple

from scoring.calendar import from_minutes, in_words
from scoring.terms import Level
from simulator.play.events import Passed
from simulator.play.state import level_at
from simulator.terminal.forms.passing import FACTS
from simulator.terminal.room.order import shuffled
from simulator.terminal.room.seats import Said, Seats, seen
from simulator.text import clean
from simulator.words import forms as form_words
from simulator.words import room as words
from simulator.words import say


class Known(NamedTuple):
    """One fact a seat knows."""

    text: str
    mark: str
    """fact, said, opinion, hearsay, record …"""
    how: str
    """Own file, or from whom and when."""
    own: bool
    """Whether it was in the seat's own file from the start."""


def known(seats: Seats, role: str) -> tuple[Known, ...]:
    """What a seat knows now: first what it holds itself, then what it was told."""
    attempt = seats.attempt
    game = attempt.game
    came = {event.fact: event for event in attempt.events if isinstance(event, Passed) and event.to == role}
    found = []
    for name in shuffled(attempt.family.seed, FACTS, game.case.facts):
        level = level_at(attempt.state.knows, game.layout.slot(role, name))
        if level is not Level.NONE:
            found.append((name in came, _known(seats, name, level, came.get(name))))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _known(seats: Seats, name: str, level: Level, came: Passed | None) -> Known:
    fact = seats.attempt.game.case.facts[name]
    text = fact.headline if level is Level.HEADLINE and fact.headline else fact.text
    mark = say(form_words.SOURCES[fact.source])
    return Known(clean(" ".join(seats.cast.fill(text).split())), mark, _how(seats, came), came is None)


def _how(seats: Seats, came: Passed | None) -> str:
    if came is None:
        return say(words.OWN_FILE)
    moment = from_minutes(came.clock)
    when = f"{in_words(moment.date()).rpartition(' ')[0]}, {moment:%H:%M}"
    if not came.source:
        return say(words.HEARD, when=when)
    return say(words.FROM, who=clean(seats.cast.name(came.source)), when=when)


def chronology(seats: Seats, role: str) -> tuple[Said, ...]:
    """What the seat did and was told, with dates, oldest first."""
    return tuple(
        line
        for line in seen(seats, role)
        if line.kind in ("scene", "decision", "learned", "declined", "advice", "meeting", "dissent")
    )
