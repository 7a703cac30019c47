"""What one step of a decision shows: words, things to choose, buttons, a place to type."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Is(Enum):
    """What an item of a list is."""

    CHOICE = "choice"
    HEADING = "heading"
    """Over the choices of one of several fields."""


class Item(NamedTuple):
    """One line of a list."""

    id: str
    text: str
    before: str = ""
    """Its state as a mark: `[x]`, `( )`; empty where choosing it goes straight on. A heading's indent."""
    mark: str = ""
    """What kind of thing it is: `said`, `record`."""
    what: Is = Is.CHOICE


class Button(NamedTuple):
    """Something that leads on, back or away."""

    id: str
    label: str


class Entry(NamedTuple):
    """A place to type."""

    label: str
    text: str = ""
    """What stands there already."""
    optional: bool = False
    """Whether it may stay empty: Enter then leads to the buttons rather than pressing the first."""
    adds: bool = False
    """Whether what is typed here is added to what stands there, rather than put in its place."""


class View(NamedTuple):
    """One step, whole. The first button is what Enter does where nothing is to be chosen."""

    title: str
    part: str = ""
    """`page 2 of 4`; empty where there is one step only."""
    tally: str = ""
    """`2 ticked of 7`; empty where nothing is ticked."""
    said: tuple[str, ...] = ()
    """Read before choosing: a hint, or what is about to be sent."""
    items: tuple[Item, ...] = ()
    buttons: tuple[Button, ...] = ()
    entry: Entry | None = None
    notes: tuple[str, ...] = ()
    """Said beside the buttons: what is not filled in, what looks like a real person's details."""
