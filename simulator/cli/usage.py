"""Words on the command line that cannot be used: the errors that end with exit code 2."""

from __future__ import annotations

from simulator.errors import SimulatorError
from simulator.words import cli as words
from simulator.words import say


class WrongUsage(SimulatorError):
    """What was typed names nothing, or does not go together."""


def wrong(message: str, remedy: str = "") -> WrongUsage:
    """A WrongUsage with the usual title."""
    return WrongUsage(say(words.USAGE), message, remedy)
