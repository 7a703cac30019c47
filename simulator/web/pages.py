"""The pages a browser is given: the door, the seat, and a sentence where something is refused."""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from simulator.words import Phrase, say
from simulator.words import web as words

OWN: Final = Path(__file__).parent / "static"
SMALLEST, USUAL, LARGEST = 10, 16, 40
"""Sizes of text, in pixels."""
STEP: Final = 2


class Kind:
    """What the files are that a page loads."""

    CSS: Final = "text/css"
    SCRIPT: Final = "text/javascript"
    FONT: Final = "font/ttf"


@lru_cache(maxsize=1)
def loaded_files() -> dict[str, tuple[Path, str]]:
    """The only files that can be asked for: ours, and textual-serve's terminal and its font."""
    theirs = Path(str(files("textual_serve"))) / "static"
    return {
        "page.css": (OWN / "page.css", Kind.CSS),
        "seat.js": (OWN / "seat.js", Kind.SCRIPT),
        "terminal.css": (theirs / "css" / "xterm.css", Kind.CSS),
        "terminal.js": (theirs / "js" / "textual.js", Kind.SCRIPT),
        "mono.ttf": (theirs / "fonts" / "RobotoMono-VariableFont_wght.ttf", Kind.FONT),
    }


def join_page(problem: str = "") -> str:
    """The door: one field and a button."""
    told = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    return _page("join.html", problem=told)


def refused_page(told: Phrase) -> str:
    """A sentence on a page of its own."""
    return _page("refused.html", told=escape(say(told)))


def seat_page(size: int) -> str:
    """The app, in letters of a size."""
    dialogs = {
        name: [say(phrase) for phrase in phrases]
        for name, phrases in (
            ("taken", words.TAKEN),
            ("elsewhere", words.ELSEWHERE),
            ("left", words.LEFT),
            ("full", words.FULL),
            ("lost", words.LOST),
            ("stopped", words.STOPPED),
            ("closed", words.CLOSED),
        )
    }
    told = json.dumps(dialogs).replace("<", "\\u003c")
    smaller, larger = max(SMALLEST, size - STEP), min(LARGEST, size + STEP)
    return _page("seat.html", dialogs=told, size=str(size), smaller=str(smaller), larger=str(larger))


def letters(asked: str) -> int:
    """The size of text asked for in the address, within reason."""
    return max(SMALLEST, min(int(asked), LARGEST)) if asked.isdecimal() and len(asked) < 4 else USUAL


def _page(name: str, **values: str) -> str:
    said = {
        key.lower(): escape(say(Phrase(value)))
        for key, value in vars(words).items()
        if key.isupper() and isinstance(value, str) and "{" not in value
    }
    return _template(name).substitute({f"word_{key}": value for key, value in said.items()}, **values)


@lru_cache(maxsize=8)
def _template(name: str) -> Template:
    return Template((OWN / name).read_text("utf-8"))
