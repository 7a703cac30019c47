"""From plain text to what the terminal gets: cleaned, never markup."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.content import Content
from textual.strip import Strip

from simulator.terminal.looks import BOLD, THEMES
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


def style(app: App[object], name: str) -> Style:
    """How something looks under the look in force: `ink`, `quiet`, `name`, `cursor` …"""
    return _style(app.theme, name)


@lru_cache(maxsize=256)
def _style(theme: str, name: str) -> Style:
    look = next((look for look in THEMES.values() if look.name == theme), THEMES["dark"])
    colours = look.variables
    if name == "cursor":
        return Style(color=colours["cursor-ink"], bgcolor=colours["cursor"])
    ground = "field" if name == "edge" else "paper"
    ink = "ink" if name == "edge" else name
    return Style(color=colours[ink], bgcolor=colours[ground], bold=name in BOLD)
