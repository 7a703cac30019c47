"""Who else is in the case, and what has passed between them and this seat."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scoring.calendar import from_minutes
from scoring.errors import GuidanceError
from scoring.guidance.board import Board, agency_name
from simulator.play.events import Passed
from simulator.terminal.room.seats import Seats
from simulator.text import clean
from simulator.words import room as words
from simulator.words import say, say_count


class Other(NamedTuple):
    """One of the others."""

    name: str
    agency: str
    """As it was called on the day."""
    between: str
    """What they told this seat, and what it told them."""


def others(seats: Seats, role: str, board: Board) -> tuple[Other, ...]:
    """Everybody else with a seat, in the order of the case."""
    game = seats.attempt.game
    on = from_minutes(game.case.set_on).date()
    return tuple(
        Other(
            clean(seats.cast.name(other.id)),
            _agency(board, other.agency, on),
            _between(seats, role, other.id),
        )
        for other in game.case.roles.values()
        if other.id != role
    )


def _agency(board: Board, agency: str, on: date) -> str:
    try:
        return agency_name(board, agency, on)
    except GuidanceError:
        return clean(agency)


def _between(seats: Seats, role: str, other: str) -> str:
    passed = [event for event in seats.attempt.events if isinstance(event, Passed)]
    came = sum(1 for event in passed if event.source == other and event.to == role)
    went = sum(1 for event in passed if event.source == role and event.to == other)
    parts = []
    if came:
        parts.append(say_count(came, words.TOLD_YOU_ONE, words.TOLD_YOU))
    if went:
        parts.append(say_count(went, words.YOU_TOLD_ONE, words.YOU_TOLD))
    return " ".join(parts) or say(words.NOTHING_BETWEEN)
