"""The debrief."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from simulator.terminal.actions import Where
from simulator.terminal.reading.debrief import debrief_paragraphs
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.screens.page import Page
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet


class DebriefScreen(Page[None]):
    """All parts."""

    where: ClassVar[Where] = Where.DEBRIEF
    DEFAULT_CSS = "DebriefScreen #sheet { height: 1fr; padding: 0 1; }"

    def __init__(self, attempt: Attempt, roles: tuple[str, ...]) -> None:
        super().__init__()
        self.attempt = attempt
        self.roles = roles

    def body(self) -> ComposeResult:
        """The sheet."""
        yield TopLine(self.attempt.game.case.title, id="top")
        yield Sheet(debrief_paragraphs(self.attempt, self.roles), id="sheet")

    def on_mount(self) -> None:
        """It scrolls with the arrows."""
        sheet = self.query_one("#sheet", Sheet)
        sheet.can_focus = True
        sheet.focus()
