"""How small things of a case are called on the screen."""

from __future__ import annotations

from simulator.text import clean
from simulator.words import cases as words
from simulator.words import say


def level_name(level: str) -> str:
    """A level as it is said."""
    return say(words.LEVELS[level]) if level in words.LEVELS else clean(level)
