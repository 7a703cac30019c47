"""What printed sheets are made of. How they look is the business of the page, the PDF and the plain text."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading; 1 is the title of a sheet."""

    level: int
    words: str


class Words(NamedTuple):
    """A paragraph."""

    text: str
    quiet: bool = False


class Points(NamedTuple):
    """A list of entries, each with what it is called; the name may be empty."""

    entries: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """Rows under headings; the first cell of a row names it. Empty cells are for writing in."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    """How wide the columns are, each as a share of them all."""


class Rule(NamedTuple):
    """What a rule says, and where it stands."""

    text: str
    source: str


class Lines(NamedTuple):
    """Empty lines to write on."""

    number: int


Block = Heading | Words | Points | Table | Rule | Lines


class Sheet(NamedTuple):
    """One thing to print, beginning on a page of its own."""

    title: str
    blocks: tuple[Block, ...]
    one_page: bool = False
    """Whether it is made to fit one page, in smaller type if need be."""
