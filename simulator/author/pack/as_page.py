"""Sheets as one page for a browser: headings in order, tables with captions, each sheet on its own paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.author.pack.blocks import Block, Heading, Lines, Rule, Sheet, Table, Words
from simulator.reports import page
from simulator.words import pack as words
from simulator.words import say

STYLE: Final = (
    "<style>.sheet { break-before: page; } .sheet:first-of-type { break-before: auto; }"
    " .lines { border-bottom: 1px solid var(--line); height: 1.7rem; }"
    " .sheet td:empty { height: 1.9rem; border: 1px solid var(--line); }"
    " .rule { break-inside: avoid; } .sheet h2 { margin-top: 1.5rem; } li { margin: .2rem 0; }"
    "</style>"
)


def pack_page(title: str, sheets: Iterable[Sheet]) -> str:
    """A page that stands alone. The sheets' titles stand below the title of the whole."""
    listed = list(sheets)
    contents = "".join(_link(number, sheet) for number, sheet in enumerate(listed))
    nav = f"<nav><ul>{contents}</ul></nav>"
    whole = page.heading(1, say(words.TITLE, title=title))
    return page.page(title, [STYLE, whole, nav, *map(_sheet, range(len(listed)), listed)])


def _link(number: int, sheet: Sheet) -> str:
    return f'<li><a href="#sheet{number}">{page.text(sheet.title)}</a></li>'


def _sheet(number: int, sheet: Sheet) -> str:
    return f'<section class="sheet" id="sheet{number}">{"".join(map(_block, sheet.blocks))}</section>'


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return page.heading(block.level + 1, block.words)
    if isinstance(block, Words):
        return page.paragraph(block.text, "quiet" if block.quiet else "")
    if isinstance(block, Table):
        return page.table(block.caption, block.heads, block.rows)
    if isinstance(block, Rule):
        return f'<div class="rule">{page.paragraph(block.text)}{page.paragraph(block.source, "quiet")}</div>'
    if isinstance(block, Lines):
        return '<div class="lines"></div>' * block.number
    return f"<ul>{''.join(_point(name, text) for name, text in block.entries)}</ul>"


def _point(name: str, text: str) -> str:
    called = f"<strong>{page.text(name)}:</strong> " if name else ""
    return f"<li>{called}{page.text(text)}</li>"
