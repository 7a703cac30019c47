"""What the reader tells an author: a place, what is wrong there, what to do, and the line itself."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from simulator.text import clean, width
from simulator.words import Phrase, say

WIDEST: Final = 100
"""Cells of a terminal that a shown source line may take; longer lines are cut round the caret."""
LONGEST_QUOTE: Final = 40
"""Characters of an author's own words repeated inside a message."""
LONGEST_WORD: Final = 60
"""Longer words are sentences or junk: nothing is suggested for them, and comparing them takes long."""
_TAB_STOP: Final = 4
_BEFORE_THE_CARET: Final = 40

DID_YOU_MEAN: Final = Phrase("did you mean “{word}”?")


class Severity(StrEnum):
    """How much a finding matters; the value is what the author reads."""

    STOP = "stop"
    """The case cannot be played."""
    FIX = "fix before a workshop"
    THINK = "think about it"
    NOTE = "note"


class Place(NamedTuple):
    """A place in a file; line and column count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is stable and explained in the catalogue; no author's mistake is an exception."""

    code: str
    severity: Severity
    place: Place
    message: str
    """What is wrong, a sentence."""
    remedy: str = ""
    """What to do, a sentence or two."""
    line_text: str = ""
    """The whole source line; empty where the finding is about the file."""
    caret_length: int = 1

    @property
    def headline(self) -> str:
        """The one line editors can jump from: `file:line:col: CODE severity: what is wrong. What to do.`"""
        said = " ".join(part for part in (self.message, self.remedy) if part)
        return f"{self.place}: {self.code} {say(Phrase(self.severity.value))}: {said}"

    def render(self) -> str:
        """The headline, then the source line and a caret under the spot, all safe for a terminal."""
        if not self.line_text.strip():
            return self.headline
        shown, caret = _pointed(self.line_text, self.place.column - 1, self.caret_length)
        return f"{self.headline}\n    {shown}\n    {caret}"

    def as_data(self) -> dict[str, str | int]:
        """For `--json`; the keys are a contract."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "remedy": self.remedy,
        }


def quoted(words: str, limit: int = LONGEST_QUOTE) -> str:
    """An author's own words inside a message: shortened, one line, safe for a terminal, in curly quotes."""
    return f"“{clean(words, limit)}”"


def suggestion(word: str, known: Iterable[str]) -> str:
    """`did you mean “weigh_in”?` for the nearest known word, or an empty string where none is near.

    Case, and whether words are joined by a space, a hyphen or an underscore, make no difference.
    """
    if len(word) > LONGEST_WORD:
        return ""
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(_joined(name), name)
    near = difflib.get_close_matches(_joined(word), names, n=1, cutoff=0.6)
    return say(DID_YOU_MEAN, word=names[near[0]]) if near else ""


def _joined(word: str) -> str:
    return "_".join(word.casefold().replace("-", " ").replace("_", " ").split())


def _pointed(line: str, start: int, length: int) -> tuple[str, str]:
    """The line as a terminal shows it, cut round the caret, and the line of carets beneath."""
    first = max(start - WIDEST, 0)
    cells, widths = _cells(line[first : start + max(length, 1) + WIDEST], first)
    start -= first
    left, right = _window(widths, start)
    shown = ("…" if first or left else "") + "".join(cells[left:right])
    if first + right < len(line):
        shown += "…"
    indent = sum(widths[left:start]) + (1 if first or left else 0)
    marked = sum(widths[start : min(start + length, right)])
    return shown.rstrip(), " " * indent + "^" * max(marked, 1)


def _cells(line: str, first: int) -> tuple[list[str], list[int]]:
    """Each character as it can be shown, with its width; nothing in it acts on a terminal."""
    cells: list[str] = []
    widths: list[int] = []
    column = 0
    for character in line:
        if character == "\t":
            cell = " " * (_TAB_STOP - (first + column) % _TAB_STOP)
        elif character in "\u00a0\u2007\u202f":
            cell = "␣"  # otherwise nobody can see what the message talks about
        elif character.isprintable():
            cell = character
        else:
            cell = "\ufffd"
        wide = width(cell)
        if wide == 0:
            cell = ""  # an accent without its letter would land on its neighbour
        cells.append(cell)
        widths.append(wide)
        column += wide
    return cells, widths


def _window(widths: list[int], start: int) -> tuple[int, int]:
    """From which to which character to show, so that the caret is in view and the whole fits."""
    left, before = min(start, len(widths)), 0
    fits = sum(widths) <= WIDEST
    while left > 0 and (fits or before + widths[left - 1] <= _BEFORE_THE_CARET):
        left -= 1
        before += widths[left]
    right, room = left, WIDEST
    while right < len(widths) and widths[right] <= room:
        room -= widths[right]
        right += 1
    return left, right
