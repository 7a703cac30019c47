"""What commands print: text that cannot act on a terminal, and one JSON document for programs.

Light enough for the commands that are answered before typer loads: what is large is loaded where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import lru_cache

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
    lines = wrapped_lines(safe(text))
    print("\n".join(f"\x1b[1m{line}\x1b[0m" for line in lines) if styled() else "\n".join(lines))


def document(data: object) -> None:
    """Print data as the one JSON document of a command: sorted keys, nothing that a terminal obeys."""
    import json

    print(json.dumps(data, sort_keys=True, ensure_ascii=True, indent=2))


def wrapped(text: str, indent: str = "", first: str | None = None) -> None:
    """Print running text, wrapped to the terminal; `first` stands before the first line."""
    print("\n".join(wrapped_lines(safe(text), indent, first)))


def listed(items: Iterable[str], indent: str = "  ") -> None:
    """Print each item on its own line or lines."""
    for item in items:
        wrapped(item, f"{indent}  ", f"{indent}- ")


def wrapped_lines(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """Running text in lines that fit the terminal. A word that is longer, such as an address, stays whole."""
    lines: list[str] = []
    lead, wide = indent if first is None else first, columns()
    for paragraph in text.split("\n"):
        line = lead + paragraph
        if len(line) > wide:
            line, lead = lead, indent
            begun = False
            for word in paragraph.split():
                if begun and len(line) + len(word) >= wide:
                    lines.append(line)
                    line, begun = indent, False
                line = f"{line} {word}" if begun else line + word
                begun = True
        lines.append(line.rstrip())
        lead = indent
    return lines


@lru_cache(maxsize=1)
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
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from simulator.text import clean

    return "\n".join(map(clean, text.split("\n")))
