"""What reports need of a board's profile: groups of agencies, and how small a number may be shown."""

from __future__ import annotations

from typing import Final

from scoring.guidance.board import Board
from simulator.reports.report import Area

ADULT: Final = "adult services"
"""The group of agencies that work mainly with adults."""


def area_of(board: Board) -> Area:
    """Every word for an agency, whatever its capitals, with its group."""
    groups: dict[str, str] = {}
    adult: set[str] = set()
    for agency in board.agencies.values():
        names = {agency.id, *agency.also, *(named.name for named in agency.names)}
        for name in map(str.casefold, names):
            groups.setdefault(name, board.groups.get(agency.group, agency.group))
            if agency.group == ADULT:
                adult.add(name)
    return Area(groups, frozenset(adult), board.smallest_shown, board.bands)
