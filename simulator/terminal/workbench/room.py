"""The case room while the case is being written: findings beside the play, and every save taken in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from scoring.guidance.board import Board
from simulator.author.checked import check_source
from simulator.author.preview.attempt import Preview
from simulator.author.preview.told import after_saving, finding_line, where
from simulator.errors import CaseError, SimulatorError
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.known import known_ids
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.reading.talk import from_the_top, talk_paragraphs
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import seen
from simulator.terminal.screens.page import WIDE, bindings_for
from simulator.terminal.screens.room import RoomScreen
from simulator.terminal.screens.room_layout import PANEL_ACTIONS, TALK, Left
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.bar import Bar
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.edges import Tabs, TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.terminal.workbench.editing import edit
from simulator.words import say
from simulator.words import workbench as words

EDIT, FINDINGS, FROM, BACK, CLOSE = "edit", "findings", "scene", "back one", "close"
SMALL_BUDGET = 20_000
"""Situations looked at after each save; a larger case is checked whole by `check`."""


class PreviewRoom(RoomScreen):
    """One author's sitting: nothing of it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Where.ROOM), *bindings_for(Where.WORKBENCH)]
    DEFAULT_CSS = """
    PreviewRoom #beside { width: 2fr; height: 1fr; }
    PreviewRoom #side { width: 1fr; }
    PreviewRoom #findings {
        height: 1fr; border: round $line; border-title-color: $heading; padding: 0 1;
    }
    PreviewRoom #author { padding: 0 1; }
    """

    def __init__(self, preview: Preview, board: Board) -> None:
        super().__init__(seats_of(preview, preview.seats), board)
        self.preview = preview
        self.found: tuple[Diagnostic, ...] = preview.draft_read.findings
        self._looked_at = ""
        """The version whose whole case was looked at last."""
        self._looking = False
        """Whether that is still going on."""
        self._greeted = False

    def body(self) -> ComposeResult:
        """As the room, with the findings under the side panel and the author's buttons below."""
        yield TopLine(id="top")
        yield Tabs(PANEL_ACTIONS, self.panel, id="tabs")
        with Horizontal(id="middle"):
            yield Sheet(id="talk")
            with Vertical(id="beside"):
                yield Sheet(id="side")
                yield Sheet(id="findings")
        yield Ask(id="ask")
        yield Bar(self._buttons(), id="author")

    @staticmethod
    def _buttons() -> Sequence[Button]:
        labels = (
            (EDIT, words.EDIT),
            (FINDINGS, words.SHOW_FINDINGS),
            (FROM, words.PLAY_FROM),
            (BACK, words.TAKE_BACK),
            (CLOSE, words.CLOSE),
        )
        return [Button(name, say(label)) for name, label in labels]

    async def on_mount(self) -> None:
        """Look at the whole case while the room says what there is."""
        self.query_one("#findings", Sheet).can_focus = True
        self._look_at_all()

    def show_panel(self) -> None:
        """The findings stand beside the play where the window is wide enough, else behind F3."""
        super().show_panel()
        wide = self.app.size.width >= WIDE
        self.query_one("#beside").display = wide or self.panel != TALK
        self.query_one("#findings").display = wide
        self._show_findings()

    def _show_findings(self) -> None:
        sheet = self.query_one("#findings", Sheet)
        count = len(self.found)
        sheet.border_title = plain(f"{say(words.SHOW_FINDINGS)} ({count})")
        sheet.show(list(self._findings()))

    def _findings(self) -> Iterator[Paragraph]:
        if self._looking:
            yield Paragraph(say(words.LOOKING), Look.NOTICE)
        elif not self.found:
            yield Paragraph(say(words.NO_FINDINGS), Look.QUIET)
        for finding in self.found:
            yield Paragraph(finding_line(finding), Look.NAME)
            if finding.remedy:
                yield Paragraph(finding.remedy, indent=2)

    def _notice(self, lines: Sequence[str]) -> None:
        self.query_one("#talk", Sheet).add([Paragraph(line, Look.NOTICE) for line in lines])

    # --- the author sees every seat: there is no curtain ---------------------------------------------

    async def go_on(self, *, fresh: bool = False) -> None:
        """As in the room; whoever's turn it is, the author may see all of it."""
        role = self.seats.whose_turn() or self.role
        fresh = fresh or role != self.role
        self.open_to = role
        await super().go_on(fresh=fresh)
        if not self._greeted:
            self._greeted = True
            self._notice(where(self.preview))

    # --- a save --------------------------------------------------------------------------------------

    async def _look(self) -> None:
        if self.preview.changed():
            await self.take_in()

    async def take_in(self) -> None:
        """Read the file again and be at the same place, or as near to it as the moves lead."""
        self.keep_draft()
        await asyncio.to_thread(self.preview.refresh)
        self.found = self.preview.draft_read.findings
        await self.lay_out(after_saving(self.preview))
        self._look_at_all()

    async def lay_out(self, told: Sequence[str]) -> None:
        """Show the play as it stands now, all of it said already."""
        self.seats = seats_of(self.preview, self.preview.seats)
        self.role = self.open_to = self.seats.whose_turn() or self.seats.roles[0]
        self.rhythm.rest()
        self.filling = None
        self._told = len(self.seats.lines)
        said = talk_paragraphs(seen(self.seats, self.role))
        self.query_one("#talk", Sheet).show(from_the_top(said), at_end=True)
        self._notice(told)
        self.show_panel()
        await self.go_on()

    def _look_at_all(self) -> None:
        """What only the whole case shows, beside the play, as soon as it is worked out."""
        source = self.preview.draft_read.source
        if source is None or self.preview.broken or source.sha256 == self._looked_at:
            return
        self._looked_at, self._looking = source.sha256, True
        self._show_findings()
        self.run_worker(self._checked(), exclusive=True, group="checks")

    async def _checked(self) -> None:
        source = self.preview.draft_read.source
        assert source is not None
        guidance, board = self.preview.guidance, self.preview.board
        checked = await asyncio.to_thread(
            check_source, source, guidance, known_ids(guidance), board, SMALL_BUDGET
        )
        if self._looked_at == source.sha256:
            self.found, self._looking = checked.findings, False
            self._show_findings()

    # --- what the author does --------------------------------------------------------------------------

    @on(Bar.Pressed, "#author")
    async def _author(self, event: Bar.Pressed) -> None:
        event.stop()
        button = event.button.id
        if button == EDIT:
            await self.action_edit()
        elif button == FINDINGS:
            self.action_findings()
        elif button == FROM:
            self.action_from_scene()
        elif button == BACK:
            await self.action_take_back()
        else:
            self.dismiss(Left.ENDED)

    async def action_edit(self) -> None:
        """Open the file in the author's editor, where the play stands, and come back to the same place."""
        state, game = self.preview.state, self.preview.game
        line = game.scenes[state.scene].scene.at[0] if state.scene < len(game.scenes) else 1
        try:
            edit(self.app, self.preview.file, line)
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
        if self.preview.changed():
            await self.take_in()

    def action_findings(self) -> None:
        """All findings over the play."""
        from simulator.terminal.workbench.boxes import reading_box

        self.app.push_screen(reading_box(say(words.SHOW_FINDINGS), tuple(self._findings())))

    def action_from_scene(self) -> None:
        """Begin in another scene."""
        self.run_worker(self._from_scene(), group="ask")

    async def _from_scene(self) -> None:
        from simulator.terminal.workbench.boxes import scene_box

        answer = await self.app.push_screen_wait(scene_box(self.preview.game.case))
        if answer is None or answer.id == CLOSE:
            return
        try:
            self.preview.begin_at(answer.id.removeprefix("scene "))
        except CaseError as problem:
            self.simulator.tell_problem(problem)
            return
        await self.lay_out(where(self.preview))

    async def action_take_back(self) -> None:
        """One move back."""
        if self.preview.moves:
            self.preview.take_back()
        else:
            self.simulator.tell_briefly(say(words.NOTHING_BACK))
        await self.lay_out(where(self.preview))

    def action_back(self) -> None:
        """Leave the preview: there is nothing to lose."""
        self.dismiss(Left.ENDED)
