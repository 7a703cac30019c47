"""From an attempt to the seats at this screen."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.errors import GuidanceError
from scoring.guidance.board_reading import read_board
from simulator.play.cast import cast_of
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.seats import Seats


def seats_of(attempt: Attempt, roles: tuple[str, ...]) -> Seats:
    """The seats at this screen, with everybody's names and the board's words."""
    cast = cast_of(attempt.game.case, attempt.family)
    seats = Seats(attempt, cast, roles, level_names(attempt.profile))
    seats.catch_up()
    return seats


def level_names(profile: str) -> Mapping[str, str]:
    """What a board calls each level; nothing without a profile, or for one that cannot be read."""
    try:
        board = read_board(profile) if profile else None
    except GuidanceError:
        return {}  # of another version of the simulator: the levels have words of their own
    return {level: each.name for level, each in board.thresholds.items()} if board else {}
