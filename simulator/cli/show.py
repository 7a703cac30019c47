"""What commands print: text that cannot act on a terminal, and one JSON document for programs."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from typing import Any

from simulator.text import clean

WIDEST = 100
"""Columns of running text, however wide the terminal is."""
NARROWEST = 40


def out(text: str = "") -> None:
    """Print text, line by line, to standard output."""
    print(_safe(text))


def err(text: str) -> None:
    """Print a message to standard error."""
    print(_safe(text), file=sys.stderr)


def document(data: Any) -> None:
    """Print data as the one JSON document of a command: sorted keys, nothing that a terminal obeys."""
    print(json.dumps(data, sort_keys=True, ensure_ascii=True, indent=2))


def wrapped(text: str, indent: str = "", first: str | None = None) -> None:
    """Print running text, wrapped to the terminal; `first` stands before the first line."""
    begun = indent if first is None else first
    for number, paragraph in enumerate(clean(text, lines=True).split("\n")):
        lead = indent if number else begun
        lines = textwrap.wrap(paragraph, columns(), initial_indent=lead, subsequent_indent=indent)
        out("\n".join(lines) if lines else lead.rstrip())


def columns() -> int:
    """How wide running text is printed here."""
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def bold(text: str) -> str:
    """The text as a heading where the terminal can show one."""
    return f"\x1b[1m{text}\x1b[0m" if styled() else text


def styled() -> bool:
    """Whether standard output is a terminal that wants more than plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def heading(text: str) -> None:
    """Print a heading."""
    print(bold(_safe(text)))


def _safe(text: str) -> str:
    return "\n".join(clean(line) for line in text.split("\n"))
