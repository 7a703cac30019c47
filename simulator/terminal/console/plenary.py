"""The plenary on screen: parts by name, the one that is looked at, and actions that are agreed. No names."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from simulator.records import Store
from simulator.terminal.actions import Where
from simulator.terminal.console.compared import Part, parts_of
from simulator.terminal.forms.view import Button, Item
from simulator.terminal.live.agreeing import ask_action
from simulator.terminal.screens.page import WIDE, Page, bindings_for
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import say
from simulator.words import wall as words
from simulator.workshop.agreeing import actions_of, agree
from simulator.workshop.plenary import Plenary, compare, tables_of_room

if TYPE_CHECKING:
    from textual import events

    from simulator.terminal.app import SimulatorApp

NEXT, BEFORE, AGREE, BACK = "next", "before", "agree", "back"


async def open_plenary(app: SimulatorApp, store: Store, room: str) -> None:
    """Compare the room's tables. Raises RecordError where none has begun."""
    compared = await asyncio.to_thread(compared_room, store, room)
    await app.push_screen_wait(PlenaryScreen(store, room, compared))


def compared_room(store: Store, room: str) -> Plenary:
    """The tables side by side, without anybody's name."""
    from simulator.records import rooms

    return compare(tables_of_room(store, room), rooms.find_room(store, room).title)


class PlenaryScreen(Page[str]):
    """Tables side by side."""

    where: ClassVar[Where] = Where.DEBRIEF
    BINDINGS = bindings_for(Where.DEBRIEF)
    DEFAULT_CSS = """
    PlenaryScreen #middle { height: 1fr; }
    PlenaryScreen #contents { width: 34; height: 1fr; border: round $line; border-title-color: $heading; }
    PlenaryScreen #sheet { width: 1fr; height: 1fr; border: round $line; border-title-color: $heading;
                           padding: 0 1; }
    PlenaryScreen #bar { padding: 0 1; }
    PlenaryScreen.-narrow #contents { display: none; }
    """

    def __init__(self, store: Store, room: str, compared: Plenary) -> None:
        super().__init__()
        self.store = store
        self.room = room
        self.compared = compared
        self.parts: tuple[Part, ...] = ()
        self.place = 0

    def body(self) -> ComposeResult:
        """Names of the parts, the part, buttons."""
        yield TopLine(say(words.TITLE, title=self.compared.title), say(words.NO_NAMES), id="top")
        with Horizontal(id="middle"):
            yield Rows(id="contents")
            yield Sheet(id="sheet")
        labels = ((NEXT, words.NEXT), (BEFORE, words.BEFORE), (AGREE, words.AGREE), (BACK, words.BACK))
        yield Bar([Button(button, say(label)) for button, label in labels], id="bar")

    async def on_mount(self) -> None:
        """The first part."""
        await self._make()
        self.query_one(Bar).focus()

    async def _make(self) -> None:
        agreed = await asyncio.to_thread(actions_of, self.store, self.room)
        self.parts = parts_of(self.compared, agreed)
        self.query_one(Rows).show([Item(str(n), part.title) for n, part in enumerate(self.parts)], stay=True)
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        sheet = self.query_one("#sheet", Sheet)
        part = self.parts[self.place]
        width = sheet.scrollable_content_region.width or self.app.size.width - 4
        sheet.border_title = plain(part.title if self.app.size.width < WIDE else "")
        sheet.show(part.at(width))

    def on_resize(self, event: events.Resize) -> None:
        """Columns anew."""
        if self.parts:
            self.call_after_refresh(self._show)

    def _go_to(self, place: int) -> None:
        self.place = max(0, min(place, len(self.parts) - 1))
        self.query_one(Rows).go_to(str(self.place))
        self._show()

    def action_next_part(self) -> None:
        """The next part."""
        self._go_to(self.place + 1)

    def action_part_before(self) -> None:
        """The part before."""
        self._go_to(self.place - 1)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if int(event.item.id) != self.place:
            self._go_to(int(event.item.id))

    @on(Bar.Pressed)
    def _pressed(self, event: Bar.Pressed) -> None:
        button = event.button.id
        if button == NEXT:
            self.action_next_part()
        elif button == BEFORE:
            self.action_part_before()
        elif button == AGREE:
            self.run_worker(self._agree(), exclusive=True, group="agree")
        else:
            self.dismiss("")

    async def _agree(self) -> None:
        """What, who, by when: three lines, and it is in the record."""
        app = self.simulator
        agencies = app.desk.board.agencies if app.desk is not None else ()
        if not await ask_action(app, lambda agreed: agree(self.store, self.room, agreed, agencies)):
            return
        app.tell_briefly(say(words.KEPT))
        await self._make()
        self._go_to(len(self.parts) - 1)
