"""One's own training record: what was completed, and the transcript a board would hand out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from simulator.terminal.actions import Where
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import say
from simulator.words import welcome as words


class Records(Page[None]):
    """Reading only."""

    where: ClassVar[Where] = Where.RECORDS
    DEFAULT_CSS = "Records #sheet { height: 1fr; padding: 0 1; }"

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    def body(self) -> ComposeResult:
        """The rows."""
        yield TopLine(say(words.RECORDS), id="top")
        yield Sheet([Paragraph(", ".join(row), Look.PLAIN) for row in self.rows], id="sheet")

    def on_mount(self) -> None:
        """It scrolls with the arrows."""
        sheet = self.query_one("#sheet", Sheet)
        sheet.can_focus = True
        sheet.focus()
