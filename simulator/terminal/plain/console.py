"""Saying and asking, one line at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from getpass import getpass
from typing import TextIO

from simulator.terminal.reading.paragraph import Look, Paragraph, wrapped
from simulator.text import clean
from simulator.words import plain as words
from simulator.words import say

WIDTH = 78
"""Cells a line has at most; a pipe gets the same, so that equal plays are equal texts."""
SCREEN = 60
"""Empty lines after which nothing of before is on any screen."""
LONGEST_LINE = 4_000
"""Characters read of one typed line."""


class EndOfInput(Exception):
    """Nothing more will be typed."""


@dataclass
class Console:
    """Two streams of text."""

    read: TextIO
    write: TextIO

    def say(self, text: str = "", *, indent: int = 0) -> None:
        """Print a text, wrapped; nothing in it acts on the terminal."""
        self.tell((Paragraph(text, indent=indent),))

    def tell(self, paragraphs: Iterable[Paragraph]) -> None:
        """Print paragraphs; a heading has an empty line before it."""
        for paragraph in paragraphs:
            if paragraph.look is Look.HEADING:
                self._line("")
            for line in wrapped(paragraph, WIDTH):
                self._line(line)
        self.write.flush()

    def hear(self, prompt: str, *, hidden: bool = False) -> str:
        """What is typed next; with `hidden` it does not stand on the terminal. Raises EndOfInput."""
        *lines, last = wrapped(Paragraph(clean(prompt)), WIDTH)
        for line in lines:
            self._line(line)
        self.write.write(f"{last} ")
        self.write.flush()
        typed = self._unseen() if hidden and self.read.isatty() else self.read.readline(LONGEST_LINE)
        if not typed:
            self._line("")
            raise EndOfInput
        if not typed.endswith("\n"):
            self._line("")
        return clean(typed.rstrip("\r\n"), LONGEST_LINE).strip()

    def _unseen(self) -> str:
        try:
            return getpass("") + "\n"
        except EOFError:
            return ""

    def hide(self) -> None:
        """Move what stands on the screen out of sight, for whoever looks at it next."""
        self.write.write("\n" * SCREEN)
        self.write.flush()

    def list_choices(self, choices: Sequence[str], first: int = 1) -> None:
        """Print choices with their numbers."""
        for number, choice in enumerate(choices, first):
            lines = wrapped(Paragraph(choice), WIDTH - 6)
            self._line(f"{number:>3}. {lines[0]}")
            for line in lines[1:]:
                self._line(f"     {line}")
        self.write.flush()

    def number(self, typed: str, of: int) -> int | None:
        """The place (from 0) of a number that was typed; None where it is not one of the choices."""
        return int(typed) - 1 if typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) <= of else None

    def not_understood(self, of: int) -> None:
        """Say what can be typed."""
        self.say(say(words.NOT_UNDERSTOOD, of=of) if of else say(words.NOT_UNDERSTOOD_WORD))

    def _line(self, line: str) -> None:
        self.write.write(clean(line) + "\n")
