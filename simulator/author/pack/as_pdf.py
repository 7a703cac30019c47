"""Sheets as a PDF, each beginning on a page of its own. The HTML page is the accessible form.

A sheet made for one page is set in smaller type until it fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.author.pack.blocks import Block, Heading, Lines, Points, Rule, Sheet, Table, Words
from simulator.reports.paper import LINE, Paper

USUAL: Final = 9.5
SIZES: Final = (10.0, USUAL, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
"""Points; the first that fits one page, else the last."""
LARGER: Final = {1: 1.5, 2: 1.18, 3: 1.05}
INK, QUIET, STROKE = 0, 80, 150
"""Greys."""
TO_WRITE_ON: Final = 0.8
"""Room to write in, in millimetres for each point of the letters' size, as the lengths below."""
AFTER_TITLE: Final = 0.1
BEFORE_TITLE: Final = 0.25
AFTER_TEXT: Final = 0.12
INDENT: Final = 0.4
ALONE: Final = 5
"""Lines that must be left on a page below a heading."""


def pack_pdf(title: str, sheets: Iterable[Sheet]) -> bytes:
    """The PDF as bytes, with an outline."""
    paper, scratch = Paper(title), Paper(title)
    for number, sheet in enumerate(sheets):
        if number:
            paper.sheet.add_page()
        _print(paper, sheet, _size_of(scratch, sheet), outlined=True)
    for font in scratch.sheet.fonts.values():
        font.ttfont.close()
    return paper.as_bytes()


def _size_of(scratch: Paper, sheet: Sheet) -> float:
    """The size of type in which a sheet is set, tried out on paper that is thrown away."""
    if not sheet.one_page:
        return USUAL
    for size in SIZES:
        scratch.sheet.add_page()
        first = scratch.sheet.page
        _print(scratch, sheet, size, outlined=False)
        if scratch.sheet.page == first:
            return size
    return SIZES[-1]


def _print(paper: Paper, sheet: Sheet, size: float, *, outlined: bool) -> None:
    for block in sheet.blocks:
        if isinstance(block, Heading):
            _heading(paper, block, size, outlined=outlined)
        else:
            _block(paper, block, size)
    paper.write_in()


def _block(paper: Paper, block: Block, size: float) -> None:
    if isinstance(block, Words):
        _text(paper, block.text, size * (0.9 if block.quiet else 1), grey=QUIET if block.quiet else INK)
    elif isinstance(block, Rule):
        _text(paper, block.text, size * 0.95, indent=size * INDENT)
        _text(paper, block.source, size * 0.78, grey=QUIET, indent=size * INDENT)
    elif isinstance(block, Table):
        _table(paper, block, size)
    elif isinstance(block, Lines):
        for _ in range(block.number):
            _line(paper, size)
    elif isinstance(block, Points):
        for name, text in block.entries:
            _point(paper, name, text, size)
    paper.space(size * AFTER_TEXT)


def _heading(paper: Paper, block: Heading, size: float, *, outlined: bool) -> None:
    """A heading is not left alone at the foot of a page, and stands in the reader's outline."""
    larger = size * LARGER[block.level]
    if paper.room < larger * LINE * ALONE:
        paper.sheet.add_page()
    paper.space(size * (BEFORE_TITLE if block.level > 1 else 0))
    if outlined:
        paper.sheet.start_section(paper.ready(block.words), level=block.level - 1, strict=False)
    _ink(paper, INK)
    paper.write_in(larger, bold=True)
    paper.lines(block.words, larger)
    paper.space(size * AFTER_TITLE)


def _ink(paper: Paper, grey: int) -> None:
    paper.sheet.set_text_color(grey)


def _text(paper: Paper, text: str, size: float, *, grey: int = INK, indent: float = 0) -> None:
    _ink(paper, grey)
    paper.paragraph(text, size, indent=indent)
    _ink(paper, INK)


def _line(paper: Paper, size: float) -> None:
    """An empty line to write on."""
    sheet = paper.sheet
    if paper.room < size * TO_WRITE_ON:
        sheet.add_page()
    paper.space(size * TO_WRITE_ON)
    sheet.set_draw_color(STROKE)
    sheet.line(sheet.l_margin, sheet.get_y(), sheet.l_margin + paper.width, sheet.get_y())


def _point(paper: Paper, name: str, text: str, size: float) -> None:
    """`• Name: text`, wrapped beneath its own beginning."""
    sheet, indent, high = paper.sheet, size * INDENT, size * LINE
    if paper.room < high:
        sheet.add_page()
    paper.write_in(size)
    margin = sheet.l_margin
    sheet.set_x(margin)
    sheet.cell(indent, high, "•")
    sheet.set_left_margin(margin + indent)
    if name:
        paper.write_in(size, bold=True)
        sheet.write(high, paper.ready(f"{name}: "))
        paper.write_in(size)
    sheet.write(high, paper.ready(text))
    sheet.set_left_margin(margin)
    sheet.ln(high * 1.1)


def _table(paper: Paper, table: Table, size: float) -> None:
    small = size * 0.92
    _caption(paper, table.caption, small)
    paper.write_in(small)
    sheet = paper.sheet
    sheet.set_draw_color(STROKE)
    with sheet.table(
        col_widths=table.shares, line_height=small * LINE, text_align="LEFT", padding=0.8
    ) as printed:
        for number, cells in enumerate((table.heads, *table.rows)):
            to_fill_in = number > 0 and not any(cells[1:])
            row = printed.row(min_height=size * TO_WRITE_ON if to_fill_in else None)
            for cell in cells:
                row.cell(paper.ready(cell))
    paper.space(size * AFTER_TEXT)


def _caption(paper: Paper, caption: str, size: float) -> None:
    if paper.room < size * LINE * ALONE:
        paper.sheet.add_page()
    paper.space(1)
    paper.write_in(size, bold=True)
    paper.lines(caption, size)
    paper.space(0.5)
