"""From an attempt to the seats at this screen."""

from __future__ import annotations

from simulator.play.cast import cast_of
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.seats import Seats


def seats_of(attempt: Attempt, roles: tuple[str, ...]) -> Seats:
    """The seats at this screen, with everybody's names."""
    seats = Seats(attempt, cast_of(attempt.game.case, attempt.family), roles)
    seats.catch_up()
    return seats
