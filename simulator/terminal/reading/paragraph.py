"""A piece of text to read, and how it is meant; wrapping it to a width."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

from simulator.text import width as cells

LIST_MARKER: Final = re.compile(r"(?:- |[0-9]{1,2}\. |[> ] *[0-9]+  +(?:- )?)(?=\S)")
"""What the lines of a list begin with, and the numbered lines of a file; the text hangs behind it."""


class Look(Enum):
    """How a paragraph is meant. Nothing is said by its look alone."""

    PLAIN = "plain"
    HEADING = "heading"
    QUIET = "quiet"
    """Beside the point: times, hints."""
    NAME = "name"
    """Who speaks."""
    MINE = "mine"
    """What the seat itself said or did."""
    NOTICE = "notice"
    """To be noticed: a stop, something late, something the product says."""
    DRAWING = "drawing"
    """Lines that keep their places, such as a family tree."""


class Paragraph(NamedTuple):
    """One paragraph, or one line of a drawing."""

    text: str
    look: Look = Look.PLAIN
    indent: int = 0


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells. A word longer than a line is broken; no text is one empty line."""
    lines: list[str] = []
    for each in text.split("\n"):
        lines += _wrap_line(each, max(width, 2))
    return lines


def _wrap_line(text: str, width: int) -> list[str]:
    if cells(text) <= width:
        return [text.rstrip()]
    lines, line, taken = [], "", 0
    for word in re.findall(r"\S+", text):
        size = cells(word)
        if line and taken + 1 + size > width:
            lines.append(line)
            line, taken = "", 0
        if line:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        *broken, line = _broken(word, width) if size > width else [word]
        lines += broken
        taken = cells(line)
    return [*lines, line]


def _broken(word: str, width: int) -> list[str]:
    parts, part, taken = [], "", 0
    for character in word:
        size = cells(character)
        if taken + size > width:
            parts.append(part)
            part, taken = "", 0
        part, taken = part + character, taken + size
    return [*parts, part]


def wrapped(paragraph: Paragraph, width: int) -> list[str]:
    """A paragraph's lines, indented."""
    space = " " * paragraph.indent
    if paragraph.look is Look.DRAWING:
        return [space + paragraph.text]
    marker = LIST_MARKER.match(paragraph.text)
    hang = len(marker[0]) if marker else 0
    first, *rest = wrap(paragraph.text[hang:], width - paragraph.indent - hang)
    lines = [f"{space}{paragraph.text[:hang]}{first}", *(f"{space}{' ' * hang}{line}" for line in rest)]
    return [line.rstrip() for line in lines]
