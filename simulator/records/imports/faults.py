"""What is wrong with a file, and where."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.words import Phrase, say
from simulator.words import records_import as words

MOST_SHOWN: Final = 40
"""Characters of a cell that a message shows."""


class Fault(NamedTuple):
    """One thing wrong with a file."""

    line: int
    """From 1."""
    column: int
    """Character of the line at which the cell begins, from 1."""
    message: str

    def told(self, file: str) -> str:
        """As a line that editors can jump to."""
        return say(words.PLACE, file=file, line=self.line, column=self.column, message=self.message)


class Cell(NamedTuple):
    """One cell of a file, and where it stands."""

    text: str
    line: int
    column: int

    def fault(self, phrase: Phrase, **values: object) -> Fault:
        """What is wrong with it."""
        return Fault(self.line, self.column, say(phrase, **values))

    @property
    def shown(self) -> str:
        """Its text, short enough for a message."""
        return self.text if len(self.text) <= MOST_SHOWN else f"{self.text[: MOST_SHOWN - 1]}…"
