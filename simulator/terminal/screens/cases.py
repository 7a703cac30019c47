"""The library: cases in a list, the one at the cursor described, filters in a line of buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from simulator.scenario.library import Summary
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button, Item
from simulator.terminal.reading.cases import by_title, case_line, summary_card
from simulator.terminal.reading.filters import FILTERS, Chosen, fits, next_choice, said_filter
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import cases as words
from simulator.words import say


class Cases(Page[str | None]):
    """Gives the path of the case that was picked."""

    where: ClassVar[Where] = Where.CASES
    DEFAULT_CSS = """
    Cases #sheets { height: 1fr; layout: horizontal; padding: 0 1; }
    Cases #list { width: 2fr; height: 1fr; }
    Cases #sheet { width: 3fr; height: 1fr; padding: 0 0 0 2; }
    Cases.-narrow #sheets { layout: vertical; }
    Cases.-narrow #list { width: 1fr; height: 2fr; min-height: 5; }
    Cases.-narrow #sheet { width: 1fr; height: 3fr; padding: 1 0 0 0; }
    Cases #filters { padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self, cases: Sequence[Summary]) -> None:
        super().__init__()
        self.cases = tuple(by_title(cases))
        self.chosen: Chosen = {}

    def body(self) -> ComposeResult:
        """Filters, list, card."""
        yield TopLine(say(words.TITLE), id="top")
        yield Bar(id="filters")
        with Horizontal(id="sheets"):
            yield Rows(id="list")
            yield Sheet(id="sheet")

    def on_mount(self) -> None:
        """Show all cases."""
        self._show()
        self.query_one(Rows).focus()

    def _shown(self) -> list[Summary]:
        return [case for case in self.cases if fits(case, self.chosen)]

    def _show(self) -> None:
        shown = self._shown()
        self.query_one(Rows).show([Item(case.path, case_line(case)) for case in shown])
        buttons = [Button(name, said_filter(name, self.chosen)) for name in FILTERS]
        self.query_one(Bar).show(buttons, stay=True)
        count = say(words.FILTERED, shown=len(shown), of=len(self.cases))
        self.query_one(TopLine).show(say(words.TITLE), count)
        self._describe(shown[0] if shown else None)

    def _describe(self, case: Summary | None) -> None:
        none = [Paragraph(say(words.NONE if self.cases else words.NO_CASES))]
        self.query_one("#sheet", Sheet).show(none if case is None else summary_card(case))

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self._describe(next((case for case in self.cases if case.path == event.item.id), None))

    @on(Rows.Pressed)
    def _picked(self, event: Rows.Pressed) -> None:
        case = next(case for case in self.cases if case.path == event.item.id)
        if not case.broken:
            self.dismiss(case.path)

    @on(Bar.Pressed)
    def _filter(self, event: Bar.Pressed) -> None:
        name = event.button.id
        self.chosen = {**self.chosen, name: next_choice(name, self.chosen.get(name, ""), self.cases)}
        self._show()
