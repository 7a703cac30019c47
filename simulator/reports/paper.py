"""A PDF's pages: headings, paragraphs, lists, numbers of pages, in type that has the letters of names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final
from weakref import finalize

from simulator.reports.typeface import NAME, borrow, close_type, lacks, set_type
from simulator.text import clean
from simulator.words import reports as words
from simulator.words import say

SIZE: Final = 9.5
MARGIN: Final = 15.0
"""Millimetres, as all lengths here."""
LINE: Final = 0.48
"""Millimetres from line to line for each point of the letters' size."""
_JOINED: Final = "\u0590"
"""From here on there are scripts that run from the right or join their letters."""


class Paper:
    """A PDF that is being written. `landscape`: across, for tables with many columns."""

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        from fpdf import FPDF

        self.sheet: Any = FPDF(orientation="landscape" if landscape else "portrait", format="A4")
        self.sheet.set_title(clean(title))
        self.sheet.set_lang("en-GB")
        self.sheet.set_creation_date(datetime.now(UTC))
        self.sheet.set_margin(MARGIN)
        self.sheet.set_auto_page_break(True, MARGIN)
        self.sheet.c_margin = 1.0
        set_type(self.sheet)
        finalize(self, close_type, self.sheet.fonts)
        self.sheet.add_page()
        self.write_in()

    @property
    def width(self) -> float:
        """Of what can be written on."""
        return float(self.sheet.epw)

    @property
    def room(self) -> float:
        """What is left above the lower margin."""
        return float(self.sheet.page_break_trigger - self.sheet.get_y())

    def write_in(self, size: float = SIZE, *, bold: bool = False) -> None:
        """Set the letters."""
        self.sheet.set_font(NAME, style="B" if bold else "", size=size)

    def ready(self, text: str) -> str:
        """Text that can be set: clean, its type at hand, its letters joined where they join."""
        shown = clean(text)
        if shown.isascii():
            self.sheet.set_text_shaping(False)
            return shown
        if lacks(self.sheet, shown):
            borrow(self.sheet, shown)
        self.sheet.set_text_shaping(any(_JOINED <= letter < "\u2000" for letter in shown))
        return shown

    def heading(self, text: str, level: int = 2) -> None:
        """A heading, kept with what follows."""
        size = {1: 15.0, 2: 11.5}.get(level, 10.0)
        if level > 1:
            self.space(3)
        if self.room < 25:
            self.sheet.add_page()
        self.write_in(size, bold=True)
        self.lines(text, size)
        self.space(1)
        self.write_in()

    def paragraph(self, text: str, size: float = SIZE, *, indent: float = 0, bold: bool = False) -> None:
        """A paragraph."""
        self.write_in(size, bold=bold)
        self.lines(text, size, indent)
        self.write_in()

    def items(self, entries: Iterable[str], size: float = SIZE) -> None:
        """A list."""
        for entry in entries:
            self.write_in(size)
            if self.room < size * LINE:
                self.sheet.add_page()
            self.sheet.set_x(self.sheet.l_margin)
            self.sheet.cell(4, size * LINE, "•")
            self.lines(entry, size, 4)
        self.write_in()

    def lines(self, text: str, size: float, indent: float = 0) -> None:
        """Running text in the letters that are set, from line to line."""
        self.sheet.set_x(self.sheet.l_margin + indent)
        shown = self.ready(text)
        self.sheet.multi_cell(0, size * LINE, shown, new_x="LMARGIN", new_y="NEXT", align="L")

    def space(self, high: float) -> None:
        """Leave some room."""
        self.sheet.set_y(self.sheet.get_y() + high)

    def as_bytes(self) -> bytes:
        """The file, its pages numbered."""
        self.sheet.set_text_shaping(False)
        self.sheet.set_auto_page_break(False)
        pages = self.sheet.pages_count
        for number in range(1, pages + 1):
            self.sheet.page = number
            self.write_in(7.5)
            self.sheet.set_xy(self.sheet.l_margin, self.sheet.h - 10)
            self.sheet.cell(0, 4, say(words.PAGE_OF, number=number, pages=pages), align="R")
        return bytes(self.sheet.output())
