"""The case room: the conversation, what one knows, and the decision that waits."""

from __future__ import annotations

import asyncio
from enum import Enum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from scoring.guidance.board import Board
from simulator.errors import NotSaved, RecordError, RoomMovedOn, SimulatorError
from simulator.play.marking import KIND_NAMES
from simulator.terminal.actions import ACTIONS, Where
from simulator.terminal.forms.filling import (
    Advised,
    Filling,
    Outcome,
    Sent,
    as_draft,
    begin,
    go,
    press,
    with_typed,
)
from simulator.terminal.forms.form import is_private
from simulator.terminal.forms.showing import view_of
from simulator.terminal.forms.view import Button, View
from simulator.terminal.reading.panels import PANELS, PRIVATE_PANELS
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.reading.talk import from_the_top, talk_paragraphs
from simulator.terminal.room.rhythm import Rhythm, pause_after
from simulator.terminal.room.seats import Said, Seats, header, seen
from simulator.terminal.screens.page import WIDE, Page, bindings_for
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.edges import Tabs, TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import actions as action_words
from simulator.words import panels as panel_words
from simulator.words import room as words
from simulator.words import say

SKIP, CARRY_ON, READY, DEBRIEF = "skip", "carry on", "ready", "debrief"
TALK = "talk"
PANEL_ACTIONS = tuple(action for action in ACTIONS if action.name in (TALK, *PANELS))
LOOK_SECONDS = 0.05
"""Between two looks whether another seat has moved."""
ALONE_LOOK_SECONDS = 1.0
DRAFT_SECONDS = 1.0
"""Between two savings of what is being filled in: a closed window loses less than two."""
LEAST_TALK = 6
"""Lines the conversation keeps while something is asked."""


class Phase(Enum):
    """What the lower part of the room is for."""

    SPEAKING = "speaking"
    STOP = "stop"
    CURTAIN = "curtain"
    DECIDING = "deciding"
    WAITING = "waiting"
    ENDED = "ended"


class Left(Enum):
    """How somebody left the room."""

    ENDED = "ended"
    STEPPED_OUT = "stepped out"
    LEFT = "left"


class RoomScreen(Page[Left]):
    """One sitting in the case room."""

    where: ClassVar[Where] = Where.ROOM
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Where.ROOM)
    CSS_PATH = "room.tcss"

    def __init__(self, seats: Seats, board: Board, learner: str | None = None) -> None:
        super().__init__()
        self.seats = seats
        self.board = board
        self.learner = learner
        self.role = seats.whose_turn() or seats.roles[0]
        """The seat whose view is shown."""
        self.open_to = "" if seats.shared else seats.roles[0]
        """The seat that has the screen to itself."""
        self.phase = Phase.SPEAKING
        self.rhythm = Rhythm()
        self.filling: Filling | None = None
        self.panel = TALK
        self._told = 0
        """Lines of the transcript that have been shown or are about to be."""
        self._kept_draft = ""
        self._client_id = ""

    # --- what stands on it ---------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Header, names of the panels, conversation and panel, question."""
        yield TopLine(id="top")
        yield Tabs(PANEL_ACTIONS, self.panel, id="tabs")
        with Horizontal(id="middle"):
            yield Sheet(id="talk")
            yield Sheet(id="side")
        yield Ask(id="ask")

    async def on_mount(self) -> None:
        """Show what was said before, then go on."""
        self.query_one("#talk").border_title = plain(say(action_words.TALK))
        self._share()
        others = set(self.seats.attempt.seats) - set(self.seats.roles)
        self.set_interval(LOOK_SECONDS if others else ALONE_LOOK_SECONDS, self._look)
        self.set_interval(DRAFT_SECONDS, self.keep_draft)
        if self.seats.attempt.draft(self.role) or self.simulator.resuming:
            self._told = len(self.seats.lines)
        await self.go_on(fresh=True)

    def on_unmount(self) -> None:
        """Leave nothing unsaved."""
        self.keep_draft()

    def on_screen_resume(self) -> None:
        """The window may have another size than before."""
        self._share()

    def _share(self) -> None:
        """The question gets what it needs, and the conversation the rest."""
        wide, height = self.app.size.width >= WIDE, self.app.size.height
        ask = self.query_one(Ask)
        ask.most_lines = max(height - 3 - (LEAST_TALK if wide or height >= 24 else 4), 8)
        ask.fit()
        if wide and self.panel == TALK:
            self.panel = "family"
        self._show_panel()

    # --- from one moment to the next -------------------------------------------------------------

    async def go_on(self, *, fresh: bool = False) -> None:
        """Show what is new, then whatever waits: a stop, the curtain, a decision, the others, the end."""
        role = self.seats.whose_turn() or self.role
        private = self.open_to == role
        if fresh or role != self.role:
            self.role, fresh = role, True
        if fresh:
            old = seen(self.seats, role, private=private, end=self._told)
            self.query_one("#talk", Sheet).show(from_the_top(talk_paragraphs(old)), at_end=True)
        new = seen(self.seats, role, private=private, start=self._told)
        self._told = len(self.seats.lines)
        self.rhythm.expect(new)
        self._show_panel()
        await self._speak()

    async def _speak(self) -> None:
        """The next line, or all of them; then the question."""
        if self.simulator.less_movement:
            self._say(self.rhythm.rest())
        elif self.rhythm.waiting and self.rhythm.at_stop is None:
            said = self.rhythm.next()
            self._say(said)
            if self.rhythm.waiting and self.rhythm.at_stop is None:
                self.set_timer(pause_after(said[-1]), self._speak_on)
                await self._enter(Phase.SPEAKING, View("", buttons=(Button(SKIP, say(words.SHOW_ALL)),)))
                return
        if self.rhythm.at_stop is not None:
            buttons = (Button(CARRY_ON, say(words.CARRY_ON)),)
            await self._enter(Phase.STOP, View(self.rhythm.at_stop.text, buttons=buttons))
        elif self.rhythm.idle:
            await self._ask()

    async def _speak_on(self) -> None:
        """A line has stood long enough; nothing is said while something lies over the room."""
        if self.phase is Phase.SPEAKING:
            if self.app.screen is not self:
                self.set_timer(0.5, self._speak_on)
            else:
                await self._speak()

    def _say(self, lines: tuple[Said, ...]) -> None:
        talk = self.query_one("#talk", Sheet)
        said = talk_paragraphs(lines)
        talk.add(said if talk.paragraphs else from_the_top(said))
        if lines:
            self._show_header(lines[-1].clock)

    async def _ask(self) -> None:
        """Whatever waits now that all is said."""
        seats = self.seats
        self._show_header()
        if seats.ended:
            buttons = (Button(DEBRIEF, say(words.TO_DEBRIEF)),)
            await self._enter(Phase.ENDED, View(say(words.CASE_ENDED), buttons=buttons))
            return
        role = seats.whose_turn()
        if not role:
            await self._enter(Phase.WAITING, View(say(words.WAITING)))
            return
        turn = seats.turn(role)
        title = header(seats, role).role
        if is_private(turn) and self.open_to != role:
            said = (say(words.CURTAIN_SAYS),)
            buttons = (Button(READY, say(words.CURTAIN_READY, role=title)),)
            await self._enter(Phase.CURTAIN, View(say(words.CURTAIN, role=title), said=said, buttons=buttons))
            return
        draft = seats.attempt.draft(role)
        self._kept_draft = draft
        self.filling = begin(turn, draft)
        await self._enter(Phase.DECIDING, view_of(self.filling))

    async def _enter(self, phase: Phase, view: View) -> None:
        same = (
            phase is Phase.SPEAKING
            and self.phase is Phase.SPEAKING
            and bool(self.query_one(Ask).view.buttons)
        )
        self.phase = phase
        if not same:
            await self.query_one(Ask).show(view)
            self._share()

    # --- what somebody does ----------------------------------------------------------------------

    @on(Ask.Chosen)
    async def _chosen(self, event: Ask.Chosen) -> None:
        if self.phase is Phase.DECIDING and self.filling is not None:
            await self._take(press(self.filling, event.item.id))

    @on(Ask.Pressed)
    async def _pressed(self, event: Ask.Pressed) -> None:
        button = event.button.id
        if button == SKIP:
            self._say(self.rhythm.rest())
            await self._speak()
        elif button == CARRY_ON:
            self.rhythm.go_on()
            await self._speak()
        elif button == READY:
            self.open_to = self.seats.whose_turn()
            await self.go_on(fresh=True)
        elif button == DEBRIEF:
            self.dismiss(Left.ENDED)
        elif self.phase is Phase.DECIDING and self.filling is not None:
            await self._take(go(self.filling, button, event.typed))

    @on(Ask.Typing)
    def _typing(self, event: Ask.Typing) -> None:
        if self.filling is not None:
            self.filling = with_typed(self.filling, event.typed)

    async def _take(self, outcome: Outcome) -> None:
        """The next step of the decision, or the move."""
        if isinstance(outcome, Filling):
            stay = self.filling is not None and outcome.at == self.filling.at
            self.filling = outcome
            await self.query_one(Ask).show(view_of(outcome), stay=stay)
            self._share()
        else:
            await self._play(outcome)

    async def _play(self, made: Sent | Advised) -> None:
        """The move is kept first; only then is anything of it shown."""
        from secrets import token_hex

        self._client_id = self._client_id or token_hex(8)
        role = made.move.role
        typed = made.words if isinstance(made, Sent) else ""
        try:
            attempt = self.seats.attempt
            await asyncio.to_thread(attempt.play, made.move, self._client_id, role, typed or None)
        except NotSaved as problem:
            self.simulator.tell_problem(problem)
            return
        except RoomMovedOn as moved:
            self.simulator.tell_problem(moved)
            await asyncio.to_thread(self.seats.attempt.refresh)
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
        self._client_id = ""
        self.filling = None
        self._kept_draft = ""
        if self.seats.shared and self.seats.whose_turn() not in ("", role):
            self.open_to = ""
        await self.go_on()

    async def _look(self) -> None:
        """Take in what other seats have done."""
        attempt = self.seats.attempt
        try:
            if attempt.changed():
                attempt.refresh()
                if self.phase in (Phase.WAITING, Phase.DECIDING):
                    await self.go_on()
        except RecordError as problem:
            self.simulator.tell_problem(problem)

    def keep_draft(self) -> None:
        """Keep what is being filled in, if it has changed."""
        if self.filling is None or self.phase is not Phase.DECIDING:
            return
        draft = as_draft(self.filling)
        if draft != self._kept_draft:
            self.seats.attempt.keep_draft(self.filling.turn.role, draft, self.learner)
            self._kept_draft = draft

    # --- header and side panel -----------------------------------------------------------------------

    def _show_header(self, clock: int | None = None) -> None:
        top = header(self.seats, self.role, clock)
        parts = (say(words.YOU_ARE, role=top.role), top.day, top.step)
        wide = self.app.size.width >= WIDE
        self.query_one(TopLine).show(*((top.title, *parts) if wide else parts))

    def _show_panel(self) -> None:
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
            width = side.scrollable_content_region.width or 36
            side.show(PANELS[self.panel](self.seats, self.role, self.board, width))

    def _panel(self, name: str) -> None:
        narrow = self.app.size.width < WIDE
        self.panel = TALK if narrow and name == self.panel else name
        self._show_panel()

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

    def action_older(self) -> None:
        """Back in the conversation, or in the panel that covers it."""
        self._read().scroll_page_up(animate=False)

    def action_newer(self) -> None:
        """Forward again."""
        self._read().scroll_page_down(animate=False)

    def _read(self) -> Sheet:
        return self.query_one("#talk" if self.query_one("#talk").display else "#side", Sheet)

    def action_form(self, kind: str) -> None:
        """To the form, when the decision is of that kind."""
        deciding = self.phase is Phase.DECIDING and self.filling is not None
        if deciding and self.filling and KIND_NAMES[type(self.filling.turn.decision.kind)] == kind:
            self.query_one(Ask).take_focus()
        else:
            self.simulator.tell_briefly(say(action_words.WRONG_KIND))

    def action_send(self) -> None:
        """On in the form, and at its end send it."""
        self.query_one(Ask).press_first()

    def action_pause(self) -> None:
        """Stop for as long as somebody likes."""
        self.simulator.open_pause()

    def action_back(self) -> None:
        """One step back in the decision; from its first step, ask whether to leave."""
        ask = self.query_one(Ask)
        back = next((button for button in ask.view.buttons if button.id == "back"), None)
        if self.phase is Phase.DECIDING and back is not None:
            ask.press(back)
        else:
            self.simulator.open_leave()
