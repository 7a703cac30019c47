"""The room for everybody to see: how far each table is, the time, what to talk about; nobody's name."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime
from math import ceil

from textual.app import ComposeResult

from simulator.errors import SimulatorError
from simulator.records import OpenAttempt, Store
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import say
from simulator.words import wall as words
from simulator.workshop.watching import RoomSeen, TableSeen, room_seen

LOOK_SECONDS = 2.0
BAR = 24
"""Cells of a table's bar."""


class Wall(Page[None]):
    """For the projector."""

    DEFAULT_CSS = "Wall #sheet { height: 1fr; padding: 1 4; }"

    def __init__(self, store: Store, room: str, seen: RoomSeen) -> None:
        super().__init__()
        self.store = store
        self.room = room
        self.seen = seen
        self.known: dict[str, OpenAttempt] = {}

    def body(self) -> ComposeResult:
        """One sheet."""
        yield TopLine(say(words.WALL_TITLE, title=self.seen.title), self.seen.case_title, id="top")
        yield Sheet(id="sheet")

    def on_mount(self) -> None:
        """Show, and go on looking."""
        self._show()
        self.set_interval(LOOK_SECONDS, self._look)

    async def _look(self) -> None:
        try:
            self.seen = await asyncio.to_thread(room_seen, self.store, self.room, self.known)
        except SimulatorError:
            return  # the wall shows what it knew; the console says what is wrong
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        self.query_one("#sheet", Sheet).show(wall_paragraphs(self.seen, self.store.given.now()))


def wall_paragraphs(seen: RoomSeen, now: datetime) -> tuple[Paragraph, ...]:
    """Tables in the room's order, each with how far it is."""
    found = [Paragraph("")]
    for table in seen.tables:
        found += [Paragraph(table.name, Look.HEADING), Paragraph(_line(table, now), indent=2), Paragraph("")]
    if seen.tables and all(table.ended for table in seen.tables):
        found.append(Paragraph(say(words.COME_TO_DEBRIEF), Look.NOTICE))
    return (*found, Paragraph(say(words.NO_NAMES), Look.QUIET))


def _line(table: TableSeen, now: datetime) -> str:
    return "   ".join(_parts(table, now))


def _parts(table: TableSeen, now: datetime) -> Iterator[str]:
    if not table.attempt:
        yield say(words.STATE_WAITING)
        return
    about = max(table.about, table.step, 1)
    done = BAR if table.ended else BAR * table.step // about
    yield "#" * done + "." * (BAR - done)
    if table.ended:
        yield say(words.STATE_ENDED)
        return
    yield say(words.STATE_PLAYING, step=table.step + 1, about=max(about, table.step + 1))
    if table.paused:
        yield say(words.STATE_PAUSED)
    if table.box is not None:
        minutes = ceil((table.box.until - now).total_seconds() / 60)
        if minutes > 0:
            yield say(words.LEFT, minutes=minutes)
