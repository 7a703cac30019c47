"""Looking back: the parts of the debrief by name, the one that is read, and a way to try a decision again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from scoring.debrief import Debrief
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button, Item
from simulator.terminal.reading.debrief import Part, parts_of
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.page import WIDE, Page, bindings_for
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import looking_back as words
from simulator.words import say

NEXT, BEFORE, DONE, TRY = "next", "before", "done", "try"


class DebriefScreen(Page[str]):
    """Gives the scene from which somebody wants to try again; empty where they are done."""

    where: ClassVar[Where] = Where.DEBRIEF
    BINDINGS = bindings_for(Where.DEBRIEF)
    DEFAULT_CSS = """
    DebriefScreen #middle { height: 1fr; }
    DebriefScreen #contents { width: 34; height: 1fr; border: round $line; border-title-color: $heading; }
    DebriefScreen #sheet { width: 1fr; height: 1fr; border: round $line; border-title-color: $heading;
                           padding: 0 1; }
    DebriefScreen #bar { padding: 0 1; }
    DebriefScreen.-narrow #contents { display: none; }
    """

    def __init__(self, title: str, make: Callable[[], Debrief], mine: tuple[str, ...]) -> None:
        super().__init__()
        self.case_title = title
        self.make = make
        """Compares every way through the case with the one that was played: it takes a moment."""
        self.mine = mine
        self.debrief: Debrief | None = None
        self.parts: tuple[Part, ...] = ()
        self.place = 0
        """Of the part that is read."""

    def body(self) -> ComposeResult:
        """Names of the parts, the part, buttons."""
        yield TopLine(say(words.TITLE, title=self.case_title), id="top")
        with Horizontal(id="middle"):
            yield Rows(id="contents")
            yield Sheet(id="sheet")
        yield Bar(id="bar")

    def on_mount(self) -> None:
        """Say that it takes a moment, and work."""
        self.query_one("#contents").border_title = plain(say(words.CONTENTS))
        sheet = self.query_one("#sheet", Sheet)
        sheet.can_focus = True
        sheet.show([Paragraph(say(words.WORKING), Look.HEADING), Paragraph(say(words.WORKING_SAYS))])
        self.run_worker(self._work())

    async def _work(self) -> None:
        self.debrief = await asyncio.to_thread(self.make)
        self._lay_out()
        self.query_one(Bar).focus()

    def on_screen_resume(self) -> None:
        """The window may have another size than before."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self.debrief is None:
            return
        wide = self.app.size.width >= WIDE
        self.parts = parts_of(self.debrief, self.mine, self.app.size.width - (42 if wide else 6))
        self.query_one(Rows).show(
            [Item(str(at), part.title) for at, part in enumerate(self.parts)], stay=True
        )
        self._show(self.place)

    def _show(self, place: int) -> None:
        if not self.parts:
            return
        self.place = max(0, min(place, len(self.parts) - 1))
        part = self.parts[self.place]
        sheet = self.query_one("#sheet", Sheet)
        sheet.border_title = plain(part.title)
        sheet.show(part.paragraphs)
        number = say(words.PART, part=self.place + 1, parts=len(self.parts))
        self.query_one(TopLine).show(say(words.TITLE, title=self.case_title), number)
        last = self.place + 1 == len(self.parts)
        done = Button(DONE, say(words.DONE))
        buttons = [done if last else Button(NEXT, say(words.NEXT))]
        buttons += [Button(BEFORE, say(words.BEFORE))] if self.place else []
        buttons += [Button(TRY, say(words.TRY_FROM))] if part.scene else []
        self.query_one(Bar).show(buttons if last else [*buttons, done])
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        """Whether there is more of this part than is in sight, and the key to it."""
        sheet = self.query_one("#sheet", Sheet)
        sheet.border_subtitle = plain(say(words.MORE) if sheet.max_scroll_y else "")

    @on(Rows.Pressed)
    def _picked(self, event: Rows.Pressed) -> None:
        self._show(int(event.item.id))

    @on(Bar.Pressed)
    def _pressed(self, event: Bar.Pressed) -> None:
        button = event.button.id
        if button == DONE:
            self.dismiss("")
        elif button == TRY:
            self.dismiss(self.parts[self.place].scene)
        else:
            self._show(self.place + (1 if button == NEXT else -1))

    def action_next_part(self) -> None:
        """On to the next part."""
        self._show(self.place + 1)

    def action_part_before(self) -> None:
        """Back to the part before."""
        self._show(self.place - 1)

    def action_back(self) -> None:
        """Done."""
        self.dismiss("")
