"""Where the moves of `--moves` come from: the words themselves, a file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.cli.usage import wrong
from simulator.play.strategies import NAIVE
from simulator.solver.walking import BEST, WORST
from simulator.words import cli as words
from simulator.words import say

RANDOM = "random"
WHOLE = (*NAIVE, RANDOM, BEST, WORST)
"""Words that stand for a decision, or alone for a whole play."""
LARGEST = 1_000_000
"""Characters of moves that are read."""


def moves_text(given: str) -> str:
    """The moves as text. Raises WrongUsage where a file cannot be read."""
    if given in WHOLE:
        return given
    try:
        if given == "-":
            return sys.stdin.read(LARGEST)
        if _is_file(given):
            with Path(given).open(encoding="utf-8-sig") as opened:
                return opened.read(LARGEST)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise wrong(say(words.NO_MOVES_FILE, file=given, reason=reason), say(words.MOVES_LIKE)) from None
    return given


def _is_file(given: str) -> bool:
    """A path has no move's separators; a missing one with a folder or an ending in it was meant as a file."""
    if any(sign in given for sign in "|\n"):
        return False
    return Path(given).is_file() or (" " not in given and any(sign in given for sign in "/\\."))
