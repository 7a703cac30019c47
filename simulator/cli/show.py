"""What commands print: text that cannot act on a terminal, and one JSON document for programs.

Light enough for the commands that are answered before typer loads: what is large is loaded where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

WIDEST = 100
"""Columns of running text, however wide the terminal is."""
NARROWEST = 40
USUAL = 80


def out(text: str = "") -> None:
    """Print text, line by line, to standard output."""
    print(safe(text))


def err(text: str) -> None:
    """Print a message to standard error."""
    print(safe(text), file=sys.stderr)


def heading(text: str) -> None:
    """Print a heading, in bold where the terminal can show it."""
    print(f"\x1b[1m{safe(text)}\x1b[0m" if styled() else safe(text))


def document(data: object) -> None:
    """Print data as the one JSON document of a command: sorted keys, nothing that a terminal obeys."""
    import json

    print(json.dumps(data, sort_keys=True, ensure_ascii=True, indent=2))


def wrapped(text: str, indent: str = "", first: str | None = None) -> None:
    """Print running text, wrapped to the terminal; `first` stands before the first line."""
    lead = indent if first is None else first
    for paragraph in safe(text).split("\n"):
        out("\n".join(_wrapped(paragraph, lead, indent)))
        lead = indent


def listed(items: Iterable[str], indent: str = "  ") -> None:
    """Print each item on its own line or lines."""
    for item in items:
        wrapped(item, f"{indent}  ", f"{indent}- ")


def _wrapped(paragraph: str, lead: str, indent: str) -> list[str]:
    whole = lead + paragraph
    if len(whole) <= columns():
        return [whole.rstrip()]
    import textwrap

    return textwrap.wrap(
        paragraph,
        columns(),
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words=False,  # an address stays one that can be followed
        break_on_hyphens=False,
    )


def columns() -> int:
    """How wide running text is printed here."""
    wide = os.environ.get("COLUMNS", "")
    if wide.isdecimal():
        return max(NARROWEST, min(int(wide), WIDEST))
    try:
        return max(NARROWEST, min(os.get_terminal_size(sys.stdout.fileno()).columns or USUAL, WIDEST))
    except (OSError, ValueError, AttributeError):
        return USUAL


def styled() -> bool:
    """Whether standard output is a terminal that wants more than plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def safe(text: str) -> str:
    """The text with nothing in it that a terminal obeys but its line breaks."""
    lines = text.split("\n")
    if all(line.isascii() and line.isprintable() for line in lines):
        return text
    from simulator.text import clean

    return "\n".join(map(clean, lines))
