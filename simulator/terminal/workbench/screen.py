"""The workbench of one case: its findings and the lines they are about, its score page, its map, its play."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from scoring.guidance import library
from scoring.guidance.board import Board
from simulator.author.preview.attempt import Preview
from simulator.author.preview.beginning import Beginning
from simulator.errors import SimulatorError
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.page import Page, bindings_for
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from simulator.terminal.workbench.boxes import CLOSE, scene_box
from simulator.terminal.workbench.editing import edit
from simulator.terminal.workbench.looking import (
    Looked,
    count,
    finding_page,
    look_at,
    map_page,
    rows,
    score_page,
)
from simulator.terminal.workbench.room import PreviewRoom
from simulator.words import Phrase, say
from simulator.words import workbench as words

FINDINGS, SCORE, MAP, PLAY, FROM, EDIT = "findings", "score", "map", "play", "from", "edit"
EVERY = 1.0
"""Seconds between two looks whether the file was saved."""
BUTTONS: Sequence[tuple[str, Phrase]] = (
    (FINDINGS, words.SHOW_FINDINGS),
    (SCORE, words.SHOW_SCORE),
    (MAP, words.SHOW_MAP),
    (PLAY, words.PLAY),
    (FROM, words.PLAY_FROM),
    (EDIT, words.EDIT),
    (CLOSE, words.CLOSE),
)


class Workbench(Page[None]):
    """One case under an author's eyes. It looks again whenever the file is saved."""

    where: ClassVar[Where] = Where.WORKBENCH
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Where.WORKBENCH)
    DEFAULT_CSS = """
    Workbench #sheets { height: 1fr; layout: horizontal; padding: 0 1; }
    Workbench #list { width: 2fr; height: 1fr; }
    Workbench #sheet { width: 3fr; height: 1fr; padding: 0 0 0 2; }
    Workbench.-narrow #sheets { layout: vertical; }
    Workbench.-narrow #list { width: 1fr; height: 5; }
    Workbench.-narrow #sheet { width: 1fr; height: 1fr; padding: 1 0 0 0; }
    Workbench #bar { padding: 0 1; }
    """

    def __init__(self, file: Path, board: Board) -> None:
        super().__init__()
        self.file = file
        self.board = board
        self.looked: Looked | None = None
        self.shown = FINDINGS
        self._saved = 0.0

    def body(self) -> ComposeResult:
        """Findings, what is read of them, buttons."""
        yield TopLine(self.file.name, id="top")
        with Horizontal(id="sheets"):
            yield Rows(id="list")
            yield Sheet(id="sheet")
        yield Bar([Button(name, say(label)) for name, label in BUTTONS], id="bar")

    def on_mount(self) -> None:
        """Look at the file, and again at every save."""
        self.query_one("#sheet", Sheet).can_focus = True
        self.query_one(Bar).focus()
        self._look_again()
        self.set_interval(EVERY, self._look_again)

    def _look_again(self) -> None:
        try:
            saved = self.file.stat().st_mtime
        except OSError:
            saved = -1.0
        if saved != self._saved:
            self._saved = saved
            self._say([Paragraph(say(words.LOOKING), Look.NOTICE)])
            self.run_worker(self._work(), exclusive=True, group="checks")

    async def _work(self) -> None:
        self.looked = await asyncio.to_thread(look_at, self.file, self.board)
        self.query_one(TopLine).show(self.file.name, count(self.looked))
        self.query_one(Rows).show(rows(self.looked), stay=True)
        self._show(self.shown)

    def _say(self, paragraphs: Iterable[Paragraph]) -> None:
        self.query_one("#sheet", Sheet).show(paragraphs)

    def _show(self, shown: str) -> None:
        self.shown = shown
        if self.looked is None:
            return
        if shown == SCORE:
            self._say(score_page(self.looked))
        elif shown == MAP:
            self._say(map_page(self.looked))
        else:
            self._say(finding_page(self.looked, self.query_one(Rows).cursor))

    # --- what the author does --------------------------------------------------------------------------

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self._show(FINDINGS)

    @on(Rows.Pressed)
    def _picked(self, event: Rows.Pressed) -> None:
        """Enter: the lines of the file, to be scrolled."""
        self._show(FINDINGS)
        self.query_one("#sheet", Sheet).focus()

    @on(Bar.Pressed)
    def _pressed(self, event: Bar.Pressed) -> None:
        button = event.button.id
        if button == FINDINGS:
            self.action_findings()
        elif button in (SCORE, MAP):
            self._show(button)
        elif button == PLAY:
            self.run_worker(self._play(""), group="play")
        elif button == FROM:
            self.action_from_scene()
        elif button == EDIT:
            self.action_edit()
        else:
            self.dismiss(None)

    def action_findings(self) -> None:
        """To the list of findings."""
        self._show(FINDINGS)
        self.query_one(Rows).focus()

    def action_edit(self) -> None:
        """Open the file in the author's editor, at the finding under the cursor, and come back."""
        line = 1
        if self.looked is not None and self.looked.findings:
            line = self.looked.findings[self.query_one(Rows).cursor].place.line
        try:
            edit(self.app, self.file, line)
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
        self._look_again()

    def action_from_scene(self) -> None:
        """Pick a scene, and play from there."""
        self.run_worker(self._from_scene(), group="play")

    async def _from_scene(self) -> None:
        preview = self._opened("")
        if preview is None:
            return
        answer = await self.app.push_screen_wait(scene_box(preview.game.case))
        if answer is not None and answer.id != CLOSE:
            await self._play(answer.id.removeprefix("scene "))

    async def _play(self, scene: str) -> None:
        preview = self._opened(scene)
        if preview is not None:
            await self.app.push_screen_wait(PreviewRoom(preview, self.board))
            self._look_again()

    def _opened(self, scene: str) -> Preview | None:
        try:
            return Preview(self.file, library(), self.board, Beginning(scene=scene))
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
            return None
