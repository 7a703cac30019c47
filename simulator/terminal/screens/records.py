"""One's own training record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button
from simulator.terminal.reading.records import Entry, record_paragraphs
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import looking_back as words
from simulator.words import say


class Records(Page[None]):
    """Reading only."""

    where: ClassVar[Where] = Where.RECORDS
    DEFAULT_CSS = "Records #sheet { height: 1fr; margin: 0 1; }"

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self.entries = tuple(entries)

    def body(self) -> ComposeResult:
        """The plays, and a way out."""
        yield TopLine(say(words.RECORDS_TITLE), id="top")
        yield Sheet(record_paragraphs(self.entries), id="sheet")
        yield Bar([Button("done", say(words.DONE))], id="bar")

    def on_mount(self) -> None:
        """Begin at the way out; the sheet scrolls once it is gone to."""
        self.query_one("#sheet", Sheet).can_focus = True
        self.query_one(Bar).focus()

    def on_bar_pressed(self) -> None:
        """Done."""
        self.dismiss(None)
