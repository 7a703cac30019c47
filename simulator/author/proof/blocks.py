"""What a proof is made of, and how it is written as a page and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from simulator.reports import page
from simulator.text import clean


class Heading(NamedTuple):
    """A heading; level 1 is the title."""

    level: int
    words: str


class Words(NamedTuple):
    """A paragraph."""

    text: str


class Points(NamedTuple):
    """A list of entries, each with what it is called; the name may be empty."""

    entries: tuple[tuple[str, str], ...]


class Rule(NamedTuple):
    """What a cited rule says, set apart."""

    text: str
    source: str


class ToSign(NamedTuple):
    """Lines to fill in by hand."""

    labels: tuple[str, ...]


Block = Heading | Words | Points | Rule | ToSign

STYLE: Final = (
    "<style>.sign td{height:2.2rem;border-bottom:1px solid #888} .rule{border-left:3px solid}</style>"
)


def html(title: str, blocks: Iterable[Block]) -> str:
    """A page that stands alone."""
    return page.page(title, [STYLE, *map(_html, blocks)])


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return page.heading(block.level, block.words)
    if isinstance(block, Words):
        return page.paragraph(block.text)
    if isinstance(block, Rule):
        return f'<div class="rule">{page.paragraph(block.text)}{page.paragraph(block.source, "quiet")}</div>'
    if isinstance(block, ToSign):
        rows = "".join(f'<tr><th scope="row">{page.text(one)}</th><td></td></tr>' for one in block.labels)
        return f'<table class="sign">{rows}</table>'
    rows = "".join(_point(name, words) for name, words in block.entries)
    return f"<ul>{rows}</ul>"


def _point(name: str, words: str) -> str:
    called = f"<strong>{page.text(name)}</strong>: " if name else ""
    return f"<li>{called}{page.text(words)}</li>"


def markdown(blocks: Iterable[Block]) -> str:
    """Markdown in which nothing of the case is markup."""
    return "\n\n".join(map(_markdown, blocks)) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_plain(block.words)}"
    if isinstance(block, Words):
        return _plain(block.text)
    if isinstance(block, Rule):
        return f"> {_plain(block.text)}\n>\n> *{_plain(block.source)}*"
    if isinstance(block, ToSign):
        return "\n".join(f"- {_plain(one)}: ______________________" for one in block.labels)
    return _listed(block.entries)


def _listed(entries: Sequence[tuple[str, str]]) -> str:
    return "\n".join(
        f"- **{_plain(name)}**: {_plain(words)}" if name else f"- {_plain(words)}" for name, words in entries
    )


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(clean(text).split()))
