"""From plain text to what the terminal gets: cleaned, never markup."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from simulator.text import clean, width

Span = tuple[str, Style]
"""A stretch of one line and how it looks."""


def strip_of(spans: Iterable[Span], size: int, ground: Style) -> Strip:
    """One line of a widget, filled up to its width."""
    segments = [Segment(clean(text), style) for text, style in spans]
    taken = sum(width(segment.text) for segment in segments)
    if taken < size:
        segments.append(Segment(" " * (size - taken), ground))
    return Strip(segments).crop(0, size)


def plain(text: str) -> Content:
    """A text for one of Textual's own widgets."""
    return Content(clean(text, lines=True))
