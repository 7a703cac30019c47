"""Sheets as plain text, for a screen reader, a pipe, or somebody who prints from an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.author.pack.blocks import Block, Heading, Lines, Rule, Sheet, Table, Words

TITLE = 1
TO_WRITE_ON = "_" * 60


def pack_text(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Line by line; the sheets are parted by empty lines."""
    for sheet in sheets:
        for block in sheet.blocks:
            yield from _block(block)
        yield from ("", "")


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield ""
        yield block.words.upper() if block.level == TITLE else block.words
        yield ("=" if block.level == TITLE else "-") * len(block.words)
    elif isinstance(block, Words):
        yield block.text
    elif isinstance(block, Rule):
        yield f"- {block.text}"
        yield f"  ({block.source})"
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Lines):
        yield from [TO_WRITE_ON] * block.number
    else:
        for name, text in block.entries:
            yield f"- {name}: {text}" if name else f"- {text}"


def _table(table: Table) -> Iterator[str]:
    """A row is said with its headings, so that it can be listened to."""
    yield ""
    yield table.caption
    for row in table.rows:
        first, *rest = row
        said = [f"{head}: {cell}" for head, cell in zip(table.heads[1:], rest, strict=True) if cell]
        yield f"- {'; '.join([first, *said])}"
