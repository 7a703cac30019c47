"""The board's record on one screen: reports in a list, the one at the cursor to read."""

from __future__ import annotations

import asyncio
from time import sleep
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from scoring.guidance.board import Board
from simulator.errors import SimulatorError
from simulator.records import Store
from simulator.reports.kept_plays import KeptPlays
from simulator.reports.listed import REPORTS, TITLES, called
from simulator.reports.report import Asked
from simulator.settings import Settings
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button, Item
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.register.asking import Heard, asked, made
from simulator.terminal.register.doing import AGENCY, BACK, COURSE, EXPORT, FIND, PERIOD, HowFar, do
from simulator.terminal.register.reading import report_paragraphs
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.progress import Progress
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import register as words
from simulator.words import say, say_count

PAUSE: Final = 0.15
"""Seconds on a report before it is worked out."""


class Register(Page[None]):
    """What a board's training lead looks up."""

    where: ClassVar[Where] = Where.RECORDS
    DEFAULT_CSS = """
    Register #sheets { height: 1fr; layout: horizontal; padding: 0 1; }
    Register #list { width: 26; height: 1fr; }
    Register #sheet { width: 1fr; height: 1fr; padding: 0 0 0 2; }
    Register.-narrow #sheets { layout: vertical; }
    Register.-narrow #list { width: 1fr; height: 5; }
    Register.-narrow #sheet { width: 1fr; height: 1fr; padding: 1 0 0 0; }
    Register #filters { padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self, store: Store, settings: Settings, board: Board) -> None:
        super().__init__()
        self.store, self.settings, self.board = store, settings, board
        self.report = next(iter(REPORTS))
        self.chosen: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """What to ask for, reports, the report."""
        yield TopLine(say(words.TITLE), id="top")
        yield Progress(id="how-far")
        yield Bar(id="filters")
        with Horizontal(id="sheets"):
            yield Rows(id="list")
            yield Sheet(id="sheet")

    def on_mount(self) -> None:
        """Begin with the first report."""
        self.query_one(Rows).show([Item(name, _short(name)) for name in REPORTS])
        self.query_one("#sheet", Sheet).can_focus = True
        self.query_one(Rows).focus()
        self._show_filters()
        self.make_report()

    def _show_filters(self) -> None:
        said = {name: self.chosen.get(name) or say(words.ALL) for name in (PERIOD, AGENCY, COURSE)}
        buttons = [
            Button(PERIOD, say(words.PERIOD, period=said[PERIOD])),
            Button(AGENCY, say(words.AGENCY, agency=said[AGENCY])),
            Button(COURSE, say(words.COURSE, course=said[COURSE])),
            Button(FIND, say(words.FIND)),
            Button(EXPORT, say(words.EXPORT)),
            Button(BACK, say(words.BACK)),
        ]
        self.query_one(Bar).show(buttons, stay=True)

    @work(exclusive=True, group="report")
    async def make_report(self) -> None:
        """Work the report out beside the screen, and show it."""
        sheet, name = self.query_one("#sheet", Sheet), self.report
        self.say_how_far(say(words.WORKING))
        how_far = HowFar(self, words.MARKED, words.MARKED)

        def heard(done: int, of: int) -> None:
            if self.report == name:
                how_far(done, of)

        try:
            await asyncio.to_thread(sleep, PAUSE)  # whoever goes down the list wants where they stop
            report, number = await asyncio.to_thread(made, self.store, name, self.asked(heard))
        except SimulatorError as problem:
            sheet.show([Paragraph(str(problem), Look.NOTICE)])
            return
        finally:
            self.show_bar(0, 0)
        self.say_how_far(say_count(number, words.ROWS_ONE, words.ROWS))
        sheet.show(report_paragraphs(report, number, max(sheet.size.width - 3, 30)))

    def asked(self, heard: Heard = lambda *_: None) -> Asked:
        """What the next report is asked for."""
        period, agency, course = (self.chosen.get(name, "") for name in (PERIOD, AGENCY, COURSE))
        what = asked(self.board, period, agency, course, heard)
        return what._replace(kept=KeptPlays(self.settings))

    def choose(self, name: str, value: str) -> None:
        """Ask for something else, and work the report out again."""
        self.chosen[name] = value
        self._show_filters()
        self.make_report()

    def say_how_far(self, text: str) -> None:
        """Beside the title."""
        self.query_one(TopLine).show(say(words.TITLE), text)

    def show_bar(self, done: int, of: int, text: str = "") -> None:
        """How much is done of how much; of nothing, nothing is shown."""
        if self.is_attached:
            self.query_one(Progress).show(done, of)
        if text and self.is_attached:
            self.say_how_far(text)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if event.item.id != self.report:
            self.report = event.item.id
            self.make_report()

    @on(Rows.Pressed)
    def _read(self, event: Rows.Pressed) -> None:
        self.query_one("#sheet", Sheet).focus()

    @on(Bar.Pressed)
    def _press(self, event: Bar.Pressed) -> None:
        if event.button.id == BACK:
            self.dismiss(None)
        else:
            self.run_worker(do(self, event.button.id), exclusive=True, group="asking")


def _short(name: str) -> str:
    """A report in the list: its name, and what its title says before the colon."""
    title = say(TITLES[name]).partition(":")[0].rstrip(".")
    return f"{name} {title}" if called(name) == name else title
