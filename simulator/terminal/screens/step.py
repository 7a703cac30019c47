"""A screen that shows something to read and asks one thing: welcome, signing in, a case's card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from simulator.terminal.forms.view import View
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.page import Box, Page
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import say
from simulator.words import welcome as words


class Answer(NamedTuple):
    """What somebody did."""

    id: str
    """Of the item or the button."""
    typed: str = ""


class Step(Page[Answer | None]):
    """One thing asked on a whole screen. Back gives None."""

    DEFAULT_CSS = """
    Step > #body { height: 1fr; padding: 0 1; }
    Step #sheet { height: 1fr; min-height: 2; }
    Step #ask { margin-top: 1; }
    """

    def __init__(self, paragraphs: Iterable[Paragraph], view: View, top: str = "", hint: str = "") -> None:
        super().__init__()
        self.paragraphs = tuple(paragraphs)
        self.view = view
        self.top = (top or say(words.NAME), hint or say(words.INVENTED))

    def body(self) -> ComposeResult:
        """The sheet, and the question under it."""
        yield TopLine(*self.top, id="top")
        with Vertical(id="body"):
            yield Sheet(self.paragraphs, id="sheet")
            yield Ask(self.view, id="ask")

    def on_mount(self) -> None:
        """Leave the sheet its share of the screen; without text it needs none."""
        self.query_one("#sheet", Sheet).display = bool(self.paragraphs)
        self._share()
        self.call_after_refresh(self.simulator.painted.set)

    def on_screen_resume(self) -> None:
        """The window may have another size than before."""
        self._share()

    def _share(self) -> None:
        ask = self.query_one(Ask)
        height = self.app.size.height - 3
        ask.most_lines = height if not self.paragraphs else max(height * 2 // 3, 9)
        ask.fit()
        sheet = self.query_one("#sheet", Sheet)
        sheet.can_focus = sheet.virtual_size.height > sheet.size.height > 0

    async def ask(self, view: View) -> None:
        """Ask something else instead."""
        self.view = view
        await self.query_one(Ask).show(view)

    @on(Ask.Chosen)
    def _chosen(self, event: Ask.Chosen) -> None:
        self.dismiss(Answer(event.item.id))

    @on(Ask.Pressed)
    def _pressed(self, event: Ask.Pressed) -> None:
        self.dismiss(Answer(event.button.id, event.typed or ""))


class Notice(Box[Answer | None]):
    """Something to read over a screen, with buttons or a short list."""

    DEFAULT_CSS = """
    Notice { align: center middle; background: $paper; }
    Notice > #box { width: 90%; max-width: 84; height: auto; max-height: 100%; border: round $line;
                    border-title-color: $heading; padding: 0 1; background: $paper; }
    Notice #sheet { height: auto; }
    Notice #ask { border: none; padding: 0; margin-top: 1; }
    """

    def __init__(self, title: str, paragraphs: Iterable[Paragraph], view: View) -> None:
        super().__init__()
        self.heading = title
        self.paragraphs = tuple(paragraphs)
        self.view = view

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(id="box"):
            yield Sheet(self.paragraphs, id="sheet")
            yield Ask(self.view, id="ask")

    def on_mount(self) -> None:
        """Its title, and as many lines as there are."""
        from simulator.terminal.widgets.drawing import plain

        self.query_one("#box").border_title = plain(self.heading)
        self._share()

    def on_resize(self) -> None:
        """Share the lines anew."""
        self._share()

    def _share(self) -> None:
        sheet, ask = self.query_one("#sheet", Sheet), self.query_one(Ask)
        width = min(84, self.app.size.width * 9 // 10) - 5
        height = self.app.size.height - 3
        ask.most_lines = max(height // 2, 6)
        ask.fit()
        wanted = sheet.lines_at(width)
        left = max(height - ask.most_lines if self.view.items else height - 4, 3)
        sheet.styles.height = min(wanted, left)
        sheet.can_focus = wanted > left

    @on(Ask.Chosen)
    def _chosen(self, event: Ask.Chosen) -> None:
        self.dismiss(Answer(event.item.id))

    @on(Ask.Pressed)
    def _pressed(self, event: Ask.Pressed) -> None:
        self.dismiss(Answer(event.button.id, event.typed or ""))
