"""The console: tables and seats, the one at the cursor beside them, and what can be done to them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from simulator.errors import SimulatorError
from simulator.play.cast import Cast, cast_of
from simulator.records import OpenAttempt, Store
from simulator.terminal.actions import ACTIONS, Where
from simulator.terminal.console import doing
from simulator.terminal.console.reading import ALL, counts, items_of, table_paragraphs
from simulator.terminal.forms.view import Button
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.page import Page, bindings_for
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.text import clean
from simulator.words import console as words
from simulator.words import say
from simulator.workshop.leading import Console
from simulator.workshop.noticing import Notices, key_of
from simulator.workshop.watching import RoomSeen, TableSeen, room_seen

if TYPE_CHECKING:
    from simulator.records.rooms_talk import TalkLine

LOOK_SECONDS = 2.0
"""Beneath the notices; minutes of quiet and of time boxes go on meanwhile."""
BUTTONS = ("begin", "pause", "go_on", "inject", "write", "time_box", "move_on", "plenary", "end_play")
"""What has a button of its own; the rest has a key, and stands in the list of commands."""


class ConsoleScreen(Page[str]):
    """Gives nothing; it closes where the trainer leaves."""

    where: ClassVar[Where] = Where.CONSOLE
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Where.CONSOLE)
    DEFAULT_CSS = """
    ConsoleScreen #middle { height: 1fr; }
    ConsoleScreen #list, ConsoleScreen #sheet {
        width: 1fr; height: 1fr; border: round $line; border-title-color: $heading; padding: 0 1;
    }
    ConsoleScreen #bar { padding: 0 1; }
    ConsoleScreen.-narrow #middle { layout: vertical; }
    ConsoleScreen.-narrow #list { height: 3fr; }
    ConsoleScreen.-narrow #sheet { height: 2fr; }
    """

    def __init__(self, store: Store, room: str, seen: RoomSeen) -> None:
        super().__init__()
        self.store = store
        self.room = room
        self.seen = seen
        self.console = Console(store, room)
        self.known: dict[str, OpenAttempt] = {}
        self.casts: dict[str, Cast] = {}
        self.notices = Notices(store)
        self.chosen = ALL

    def body(self) -> ComposeResult:
        """Tables, the one that is chosen, buttons."""
        yield TopLine(id="top")
        with Horizontal(id="middle"):
            yield Rows(first=0, id="list")
            yield Sheet(id="sheet")
        actions = {action.name: action for action in ACTIONS if action.where is Where.CONSOLE}
        yield Bar([Button(name, say(actions[name].label)) for name in BUTTONS], id="bar")

    def on_mount(self) -> None:
        """Look, and go on looking."""
        self.query_one("#list").border_title = plain(clean(self.seen.case_title))
        self.set_interval(LOOK_SECONDS, self.look)
        self.run_worker(self._listen(), group="notices")
        self._show(())
        self.run_worker(self.look())
        self.query_one(Rows).focus()
        self.call_after_refresh(self.simulator.painted.set)

    def on_unmount(self) -> None:
        """Look no longer."""
        self.notices.close()

    async def _listen(self) -> None:
        """Whatever changes in the room, and at its tables."""
        async for _ in self.notices.changes([key_of(self.room)]):
            await self.look()

    async def look(self) -> None:
        """The room as it is now."""
        try:
            self.seen = await asyncio.to_thread(room_seen, self.store, self.room, self.known)
            talk = await asyncio.to_thread(self._talk)
        except SimulatorError as problem:
            self.simulator.tell_briefly(str(problem))
            return
        if self.is_attached and self.query("#sheet"):  # the app may be closing
            self._show(talk)

    def _show(self, talk: tuple[TalkLine, ...]) -> None:
        now = self.store.given.now()
        rows = self.query_one("#list", Rows)
        items = items_of(self.seen, now)
        if items != rows.items:
            rows.show(items, stay=True)
        self.query_one(TopLine).show(say(words.TITLE), self.seen.title, counts(self.seen))
        table = self.table
        sheet = self.query_one("#sheet", Sheet)
        sheet.border_title = plain(say(words.CHOSEN, what=self.chosen_words()))
        if table is None:
            sheet.show([Paragraph(say(words.HINT), Look.QUIET)])
        else:
            attempt = self.attempt(table)
            case = attempt.game.case if attempt is not None else None
            sheet.show(table_paragraphs(table, case, talk, self._question(table), now))

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def table(self) -> TableSeen | None:
        """The table that is chosen; None for all of them."""
        return next((each for each in self.seen.tables if str(each.number) == self.chosen), None)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The tables that are chosen, as the console takes them: none means all."""
        return () if self.table is None else (self.table.number,)

    def chosen_words(self) -> str:
        """What is chosen, in words."""
        return self.table.name if self.table is not None else say(words.ALL_TABLES)

    def _talk(self) -> tuple[TalkLine, ...]:
        table = self.table
        return tuple(self.console.talk(table.number)) if table is not None and table.attempt else ()

    def attempt(self, table: TableSeen) -> OpenAttempt | None:
        """A table's attempt, as far as it has been looked at."""
        return self.known.get(table.attempt)

    def _question(self, table: TableSeen) -> str:
        attempt = self.attempt(table)
        if attempt is None or not table.scene:
            return ""
        if attempt.id not in self.casts:
            self.casts[attempt.id] = cast_of(attempt.game.case, attempt.family)
        decision = attempt.game.case.scenes[table.scene].decision
        return clean(" ".join(self.casts[attempt.id].fill(decision.question).split())) if decision else ""

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self.chosen = event.item.id
        self.run_worker(self.look(), group="look", exclusive=True)

    @on(Rows.Pressed)
    def _pressed(self, event: Rows.Pressed) -> None:
        self.chosen = event.item.id
        if self.table is not None:
            self.action_table_talk()

    @on(Bar.Pressed)
    async def _button(self, event: Bar.Pressed) -> None:
        await self.run_action(event.button.id)

    def tell(self, text: str) -> None:
        """What was done last; what was done before need not stand there any longer."""
        self.app.clear_notifications()
        self.simulator.tell_briefly(text)

    # --- what can be done ------------------------------------------------------------------------

    def do(self, work: Callable[[ConsoleScreen], Awaitable[None]]) -> None:
        """Something that may ask first; what goes wrong is said."""
        self.run_worker(self._done(work), group="doing", exclusive=True)

    async def _done(self, work: Callable[[ConsoleScreen], Awaitable[None]]) -> None:
        try:
            await work(self)
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
        await self.look()

    def action_begin(self) -> None:
        """Begin the tables."""
        self.do(doing.begin)

    def action_pause(self) -> None:
        """Freeze what is chosen."""
        self.do(doing.pause)

    def action_go_on(self) -> None:
        """Let it go on."""
        self.do(doing.go_on)

    def action_stops(self) -> None:
        """Pause at discussion points, or no longer."""
        self.do(doing.stops)

    def action_votes(self) -> None:
        """Who votes."""
        self.do(doing.votes)

    def action_open_votes(self) -> None:
        """Open what is in."""
        self.do(doing.open_votes)

    def action_time_box(self) -> None:
        """So many minutes."""
        self.do(doing.time_box)

    def action_inject(self) -> None:
        """A message of the case."""
        self.do(doing.inject)

    def action_write(self) -> None:
        """Words typed on the spot."""
        self.do(doing.write)

    def action_move_on(self) -> None:
        """Move a quiet table on."""
        self.do(doing.move_on)

    def action_stand(self) -> None:
        """Say what stands."""
        self.do(doing.stand)

    def action_table_talk(self) -> None:
        """What a table says to itself."""
        self.do(doing.table_talk)

    def action_support(self) -> None:
        """Who stepped out."""
        self.do(doing.support)

    def action_attendance(self) -> None:
        """Who has been there."""
        self.do(doing.attendance)

    def action_free_seat(self) -> None:
        """Free a seat."""
        self.do(doing.free_seat)

    def action_new_code(self) -> None:
        """Another join code."""
        self.do(doing.new_code)

    def action_plenary(self) -> None:
        """Compare the tables."""
        self.do(doing.plenary)

    def action_wall(self) -> None:
        """The room for everybody to see."""
        self.do(doing.wall)

    def action_end_play(self) -> None:
        """End, and to the debrief."""
        self.do(doing.end_play)

    def action_close_room(self) -> None:
        """End the workshop."""
        self.do(doing.close_room)

    def action_back(self) -> None:
        """Leave the console; the workshop stays open."""
        self.simulator.open_leave()
