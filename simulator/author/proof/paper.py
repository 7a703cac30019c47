"""A proof as a PDF, to be printed and signed. The HTML page is the accessible form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.author.pack import blocks as sheets
from simulator.author.pack.as_pdf import pack_pdf
from simulator.author.proof.blocks import Block, Heading, Points, Rule, ToSign, Words


def pdf(title: str, blocks: Iterable[Block]) -> bytes:
    """The PDF as bytes, its headings in the reader's outline."""
    printed = tuple(one for block in blocks for one in _printed(block))
    return pack_pdf(title, (sheets.Sheet(title, printed),))


def _printed(block: Block) -> Iterator[sheets.Block]:
    if isinstance(block, Heading):
        yield sheets.Heading(block.level, block.words)
    elif isinstance(block, Words):
        yield sheets.Words(block.text)
    elif isinstance(block, Points):
        yield sheets.Points(block.entries)
    elif isinstance(block, Rule):
        yield sheets.Rule(block.text, block.source)
    elif isinstance(block, ToSign):
        for label in block.labels:
            yield sheets.Words(label)
            yield sheets.Lines(1)
