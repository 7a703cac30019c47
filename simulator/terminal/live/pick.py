"""A list beside what is said of the line at the cursor: seats to take, tables to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from simulator.terminal.forms.view import Item
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet


class Pick(Page[str | None]):
    """Gives the id of the line that was chosen; None where somebody went back."""

    DEFAULT_CSS = """
    Pick #sheets { height: 1fr; layout: horizontal; padding: 1; }
    Pick #list { width: 1fr; height: 1fr; }
    Pick #sheet { width: 1fr; height: 1fr; padding: 0 0 0 2; }
    Pick.-narrow #sheets { layout: vertical; }
    Pick.-narrow #list { width: 1fr; height: 1fr; min-height: 6; }
    Pick.-narrow #sheet { width: 1fr; height: 1fr; padding: 1 0 0 0; }
    """

    def __init__(
        self, items: Sequence[Item], said: Mapping[str, Sequence[Paragraph]], *top: str, start: int = 0
    ) -> None:
        super().__init__()
        self.start = start
        self.items = tuple(items)
        self.said = said
        self.top = top

    def body(self) -> ComposeResult:
        """The list and the sheet."""
        yield TopLine(*self.top, id="top")
        with Horizontal(id="sheets"):
            yield Rows(self.items, id="list")
            yield Sheet(id="sheet")

    def on_mount(self) -> None:
        """The line that somebody begins at is described."""
        rows = self.query_one(Rows)
        rows.cursor = self.start
        rows.focus()
        self._describe(self.items[self.start].id if self.items else "")
        self.call_after_refresh(self.simulator.painted.set)

    def _describe(self, item: str) -> None:
        self.query_one("#sheet", Sheet).show(self.said.get(item, ()))

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self._describe(event.item.id)

    @on(Rows.Pressed)
    def _picked(self, event: Rows.Pressed) -> None:
        self.dismiss(event.item.id)
