"""How small things of a case are called on the screen."""

from __future__ import annotations

from datetime import datetime

from scoring.errors import GuidanceError
from scoring.guidance.board import Board, agency_name
from simulator.text import clean
from simulator.words import cases as words
from simulator.words import say


def level_name(level: str) -> str:
    """A level as it is said."""
    return say(words.LEVELS[level]) if level in words.LEVELS else clean(level)


def called(board: Board, agency: str) -> str:
    """An agency by the word it goes by; as its name is spelt where that is a name (Cafcass, NSPCC)."""
    try:
        name = agency_name(board, agency, datetime.now().astimezone().date())
    except GuidanceError:
        return agency  # typed by somebody, or of another board
    return name if name.casefold() == agency else agency
