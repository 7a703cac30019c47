"""What a table says to itself: a box with the last lines and a place to type, over the room."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on

from simulator.errors import SimulatorError
from simulator.records.tables import PlaceKind
from simulator.scenario.model import Case
from simulator.terminal.forms.view import Button, Entry, View
from simulator.terminal.live.awaiting import title_of
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.step import Notice
from simulator.terminal.widgets.ask import Ask
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records.rooms_talk import TalkLine
    from simulator.terminal.live.link import Link

SEND, CLOSE = "send", "close"
LAST = 30
"""Lines that are shown."""


def said_lines(case: Case, lines: Iterable[TalkLine]) -> tuple[Paragraph, ...]:
    """Lines of the table's talk as paragraphs."""
    found: list[Paragraph] = []
    for line in lines:
        who = title_of(case, line.role) if line.role in case.roles else line.role
        when = f"{line.at.astimezone():%H:%M}"
        over = say(words.TALK_LINE, when=when, who=who[:1].upper() + who[1:])
        found.append(Paragraph(over, Look.NAME))
        found.append(Paragraph(clean(line.said), indent=2))
    return tuple(found)


class TalkBox(Notice):
    """The table's talk."""

    def __init__(self, case: Case, link: Link) -> None:
        self.case = case
        self.link = link
        super().__init__(say(words.TABLE_TALK), self._last(), self._view())

    def _last(self) -> tuple[Paragraph, ...]:
        return said_lines(self.case, self.link.talk[-LAST:]) or (Paragraph(say(words.NOTHING_SAID)),)

    def _view(self) -> View:
        buttons = (Button(SEND, say(words.SAY_IT)), Button(CLOSE, say(words.CLOSE)))
        scribe = self.link.ticket.kind is PlaceKind.SCRIBE
        return View("", buttons=buttons, entry=Entry(say(words.A_NOTE if scribe else words.TO_THE_TABLE)))

    @on(Ask.Pressed)
    async def _say(self, event: Ask.Pressed) -> None:
        event.stop()
        event.prevent_default()
        typed = (event.typed or "").strip()
        if event.button.id == SEND and typed:
            try:
                await asyncio.to_thread(self.link.speak, typed)
            except SimulatorError as problem:
                self.simulator.tell_problem(problem)
                self.query_one(Ask).listen()
                return
        self.dismiss(None)
