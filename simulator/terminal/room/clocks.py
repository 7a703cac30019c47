"""The statutory clocks that run for a seat: what began, when it falls due, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scoring.calendar import from_minutes, in_words
from scoring.timescales import Clocked, due_at
from simulator.play.cited import clocks_of
from simulator.play.events import Stamped
from simulator.terminal.room.seats import Seats
from simulator.text import clean
from simulator.words import room as words
from simulator.words import say


class Running(NamedTuple):
    """One clock that has begun."""

    what: str
    due: str
    """When it falls due, in words; or that it is done, or late."""
    counting: tuple[str, ...]
    """How the days were counted."""
    force: str
    """must, should, advice, local."""


def running(seats: Seats, role: str) -> tuple[Running, ...]:
    """The clocks that bind this seat and have begun, the next one due first."""
    game, state = seats.attempt.game, seats.attempt.state
    binds = game.case.roles[role].binds_as
    stamps = {
        event.milestone: event.clock for event in reversed(seats.attempt.events) if isinstance(event, Stamped)
    }
    found = []
    for clocked in clocks_of(game.case, game.rulebook, (role,)):
        begun = _earliest(stamps, clocked.begins)
        if begun is None or not clocked.rule.binds(binds):
            continue
        due, counting = due_at(clocked.rule, begun, game.rulebook.calendar)
        if due is not None:
            reached = _earliest(stamps, clocked.ends)
            found.append((due, _running(seats, clocked, due, reached, state.clock, counting)))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _earliest(stamps: dict[str, int], names: Iterable[str]) -> int | None:
    return min((stamps[name] for name in names if name in stamps), default=None)


def _running(
    seats: Seats, clocked: Clocked, due: int, reached: int | None, now: int, counting: tuple[str, ...]
) -> Running:
    moment = from_minutes(due)
    when = f"{in_words(moment.date())}, {moment:%H:%M}"
    if reached is not None:
        said = say(words.CLOCK_DONE if reached <= due else words.CLOCK_DONE_LATE, when=when)
    else:
        said = say(words.CLOCK_DUE if now <= due else words.CLOCK_LATE, when=when)
    title = seats.attempt.game.rulebook.titles.get(clocked.topic, clocked.topic.replace("_", " "))
    return Running(clean(title), said, tuple(map(clean, counting)), clocked.rule.force_word)
