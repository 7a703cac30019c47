"""What stands in the case room: header, conversation, side panel, question; and moving about in it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from scoring.guidance.board import Board
from simulator.terminal.actions import ACTIONS, Where
from simulator.terminal.reading.panels import PANELS, PRIVATE_PANELS
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.seats import Seats, header
from simulator.terminal.screens.page import WIDE, Page, bindings_for
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.edges import Tabs, TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import panels as panel_words
from simulator.words import room as words
from simulator.words import say

if TYPE_CHECKING:
    from textual import events

TALK = "talk"
PANEL_ACTIONS = tuple(
    action for action in ACTIONS if action.where is Where.ROOM and action.name in (TALK, *PANELS)
)
LEAST_TALK, LEAST_TALK_LOW = 6, 4
"""Lines the conversation keeps while something is asked; fewer where the window is low."""
LOW = 24
AROUND = 3
"""Lines of header, names of panels and keys."""
SIDES = 5
"""Cells that the side panel's frame, padding and scroll bar take of its width."""


class Left(Enum):
    """How somebody left the room."""

    ENDED = "ended"
    STEPPED_OUT = "stepped out"
    LOST = "lost"
    """The place is no longer this window's."""


class RoomLayout(Page[Left]):
    """The room as it stands; what happens in it is RoomScreen's."""

    around: ClassVar[int] = AROUND
    where: ClassVar[Where] = Where.ROOM
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Where.ROOM)
    DEFAULT_CSS = """
    RoomLayout #middle { height: 1fr; min-height: 4; }
    RoomLayout #talk, RoomLayout #side {
        width: 3fr; height: 1fr; border: round $line; border-title-color: $heading; padding: 0 1;
    }
    RoomLayout #side { width: 2fr; }
    """

    def __init__(self, seats: Seats, board: Board) -> None:
        super().__init__()
        self.seats = seats
        self.board = board
        self.role = seats.whose_turn() or seats.roles[0]
        """The seat whose view is shown."""
        self.open_to = "" if seats.shared else seats.roles[0]
        """The seat that has the screen to itself."""
        self.panel = TALK

    def body(self) -> ComposeResult:
        """Header, names of the panels, conversation and panel, question."""
        yield TopLine(id="top")
        yield Tabs(PANEL_ACTIONS, self.panel, id="tabs")
        with Horizontal(id="middle"):
            yield Sheet(id="talk", back=say(words.READ_BACK))
            yield Sheet(id="side")
        yield Ask(id="ask")

    def on_screen_resume(self) -> None:
        """The window may have another size than before."""
        self.share()

    _was_wide = False

    def on_resize(self, event: events.Resize) -> None:
        """Columns come and go with the width."""
        if self.query(Ask):
            self.call_after_refresh(self.share)

    def share(self) -> None:
        """The question gets what it needs, and the conversation the rest."""
        wide, height = self.app.size.width >= WIDE, self.app.size.height
        ask = self.query_one(Ask)
        if self._was_wide and not wide:
            self.panel = TALK  # one of two columns is left: what is said comes first
        kept = LEAST_TALK if height >= LOW else LEAST_TALK_LOW
        if self.panel != TALK and not wide:
            kept = height // 2  # somebody reads what they know, over a form that is half filled in
        ask.most_lines = max(height - self.around - kept, 8)
        ask.fit()
        if wide and self.panel == TALK:
            self.panel = "family"
        self._was_wide = wide
        self.show_panel()

    def show_header(self, clock: int | None = None) -> None:
        """Whose seat, when and how far; at the moment of a line that is shown, or now."""
        top = header(self.seats, self.role, clock)
        whose = words.YOU_ARE if self.open_to == self.role else words.TURN_OF
        who = "" if self.seats.ended and self.seats.shared else say(whose, role=top.role)
        parts = tuple(part for part in (who, top.day, top.step) if part)
        wide = self.app.size.width >= WIDE
        self.query_one(TopLine).show(*((top.title, *parts) if wide else parts))

    def show_panel(self) -> None:
        """The conversation, the panel that was picked, or both side by side."""
        wide = self.app.size.width >= WIDE
        self.query_one("#side").display = wide or self.panel != TALK
        self.query_one("#talk").display = wide or self.panel == TALK
        self.query_one(Tabs).show(self.panel)
        if self.panel == TALK:
            return
        side = self.query_one("#side", Sheet)
        action = next(action for action in PANEL_ACTIONS if action.name == self.panel)
        side.border_title = plain(say(action.label))
        if self.panel in PRIVATE_PANELS and self.open_to != self.role:
            side.show(
                [Paragraph(say(panel_words.ONLY_FOR, role=header(self.seats, self.role).role), Look.QUIET)]
            )
        else:
            room = self.app.size.width * 2 // 5 if wide else self.app.size.width
            side.show(PANELS[self.panel](self.seats, self.role, self.board, room - SIDES))

    def _panel(self, name: str) -> None:
        narrow = self.app.size.width < WIDE
        self.panel = TALK if narrow and name == self.panel else name
        self.share()

    def action_talk(self) -> None:
        """Show the conversation, at its end."""
        if self.app.size.width < WIDE:
            self._panel(TALK)
        self.query_one("#talk", Sheet).scroll_end(animate=False)

    def action_family(self) -> None:
        """Show the family."""
        self._panel("family")

    def action_known(self) -> None:
        """Show what this seat knows."""
        self._panel("known")

    def action_others(self) -> None:
        """Show who else is there."""
        self._panel("others")

    def action_clock(self) -> None:
        """Show the date and the timescales."""
        self._panel("clock")

    def action_notes(self) -> None:
        """Show what this seat did and was told."""
        self._panel("notes")

    def reading(self) -> Sheet:
        """The conversation, or the panel that covers it."""
        return self.query_one("#talk" if self.query_one("#talk").display else "#side", Sheet)
