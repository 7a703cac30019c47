"""The case room: people speak, somebody decides, the move is kept, and only then is anything of it shown."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import Enum
from secrets import token_hex
from typing import TYPE_CHECKING

from textual import on

from scoring.guidance.board import Board
from simulator.errors import NotSaved, RecordError, RoomMovedOn, SimulatorError
from simulator.play.marking import KIND_NAMES
from simulator.play.moves import Move, StepOut
from simulator.terminal.forms.filling import (
    BACK,
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
from simulator.terminal.forms.showing import view_of
from simulator.terminal.forms.view import Button, View
from simulator.terminal.reading.talk import from_the_top, talk_paragraphs
from simulator.terminal.room.rhythm import Rhythm, pause_after
from simulator.terminal.room.seats import TRAINER, Said, Seats, seen
from simulator.terminal.screens.room_layout import Left, RoomLayout
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.drawing import plain
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import actions as action_words
from simulator.words import app as app_words
from simulator.words import asides as aside_words
from simulator.words import room as words
from simulator.words import say

if TYPE_CHECKING:
    from textual import events

SKIP, CARRY_ON, DEBRIEF = "skip", "carry on", "debrief"
LOOK_SECONDS, ALONE_LOOK_SECONDS = 0.05, 1.0
"""Between two looks whether another seat, or another window, has moved."""
DRAFT_SECONDS = 1.0
"""Between two savings of what is being filled in: a closed window loses less than two."""


class Phase(Enum):
    """What the lower part of the room is for."""

    SPEAKING = "speaking"
    STOP = "stop"
    CURTAIN = "curtain"
    VOTING = "voting"
    DECIDING = "deciding"
    WAITING = "waiting"
    HELD = "held"
    """The trainer has paused the room."""
    RESTING = "resting"
    """A colleague plays the seat for a while."""
    ENDED = "ended"


class RoomScreen(RoomLayout):
    """One sitting in the case room."""

    look_seconds: float = 0.0
    """Between two looks; 0: as often as the others at this attempt ask for."""

    def __init__(self, seats: Seats, board: Board, learner: str | None = None) -> None:
        super().__init__(seats, board)
        self.learner = learner
        self.phase = Phase.SPEAKING
        self.rhythm = Rhythm()
        self.filling: Filling | None = None
        self._told = 0
        """Lines of the transcript that have been shown or are about to be."""
        self._kept_draft = ""
        self._client_id = ""
        """Of the move that is being sent: the same until it is known to be kept."""

    async def on_mount(self) -> None:
        """Begin."""
        await self.begin()

    async def begin(self) -> None:
        """Show what was said before, then go on."""
        self.query_one("#talk").border_title = plain(say(action_words.TALK))
        self.share()
        others = set(self.seats.attempt.seats) - set(self.seats.roles)
        self.set_interval(self.look_seconds or (LOOK_SECONDS if others else ALONE_LOOK_SECONDS), self.look)
        self.set_interval(DRAFT_SECONDS, self.keep_draft)
        if self.simulator.resuming:
            self.seats.catch_up()
            self._told = len(self.seats.lines)
        await self.go_on(fresh=True)

    def on_unmount(self) -> None:
        """Leave nothing unsaved."""
        self.keep_draft()

    # --- from one moment to the next -------------------------------------------------------------

    async def go_on(self, *, fresh: bool = False) -> None:
        """Show what is new, then whatever waits: a stop, the curtain, a decision, the others, the end."""
        role = self.seats.whose_turn() or self.role
        fresh = fresh or role != self.role
        self.role = role
        private = self.open_to == role
        talk = self.query_one("#talk", Sheet)
        if fresh:
            old = seen(self.seats, role, private=private, end=self._told)
            talk.show(from_the_top(talk_paragraphs(old)), at_end=True)
        self.rhythm.expect(self.heard_since())
        self.show_panel()
        await self._speak()

    async def _speak(self) -> None:
        """The next line, or all of them; then the question."""
        rhythm = self.rhythm
        if self.simulator.less_movement:
            self._say(rhythm.rest())
        elif rhythm.waiting and rhythm.at_stop is None:
            said = rhythm.next()
            self._say(said)
            if rhythm.waiting and rhythm.at_stop is None:
                self.set_timer(pause_after(said[-1]), self._speak_on)
                if self.phase is not Phase.SPEAKING or not self.query_one(Ask).view.buttons:
                    await self.enter(Phase.SPEAKING, View("", buttons=(Button(SKIP, say(words.SHOW_ALL)),)))
                return
        if rhythm.at_stop is not None:
            buttons = (Button(CARRY_ON, say(words.CARRY_ON)),)
            await self.enter(Phase.STOP, View(rhythm.at_stop.text, buttons=buttons))
        elif rhythm.idle and (lines := self.heard_since()):
            rhythm.expect(lines)  # somebody else moved while people spoke here
            await self._speak()
        elif rhythm.idle:
            await self._ask()

    async def _speak_on(self) -> None:
        """A line has stood long enough; nothing is said while something lies over the room."""
        if self.phase is not Phase.SPEAKING:
            return
        if self.app.screen is self:
            await self._speak()
            if not self.rhythm.waiting or self.rhythm.at_stop:  # the key for all of it may be on its way
                self.query_one(Ask).not_yet()
        else:
            self.set_timer(0.5, self._speak_on)

    async def _say_all(self) -> None:
        self._say(self.rhythm.rest())
        await self._speak()

    def _say(self, lines: tuple[Said, ...]) -> None:
        talk = self.query_one("#talk", Sheet)
        said = talk_paragraphs(lines)
        talk.add(said if talk.paragraphs else from_the_top(said))
        if lines:
            self.show_header(lines[-1].clock)

    async def _ask(self) -> None:
        """Whatever waits now that all is said."""
        seats = self.seats
        role = seats.whose_turn()
        self.show_header()
        if seats.ended:
            buttons = (Button(DEBRIEF, say(words.TO_DEBRIEF)),)
            await self.enter(Phase.ENDED, View(say(words.CASE_ENDED), buttons=buttons))
        elif not role:
            await self.enter(Phase.WAITING, View(say(words.WAITING)))
        else:
            await self.ask_seat(role)

    async def ask_seat(self, role: str) -> None:
        """The decision that waits for a seat here, where it was left."""
        self._kept_draft = self.seats.attempt.draft(role)
        self.filling = begin(self.seats.turn(role), self._kept_draft)
        await self.enter(Phase.DECIDING, self.view(self.filling))

    def view(self, filling: Filling) -> View:
        """What a step of the decision shows."""
        return view_of(filling)

    async def enter(self, phase: Phase, view: View) -> None:
        """Another use of the lower part."""
        self.phase = phase
        await self.query_one(Ask).show(view)
        self.share()

    # --- what somebody does ----------------------------------------------------------------------

    @on(Ask.Chosen)
    async def _chosen(self, event: Ask.Chosen) -> None:
        if self.phase is Phase.DECIDING and self.filling is not None:
            await self._take(press(self.filling, event.item.id))

    @on(Ask.Pressed)
    async def _pressed(self, event: Ask.Pressed) -> None:
        button = event.button.id
        if button == SKIP:
            await self._say_all()
        elif button == CARRY_ON:
            self.rhythm.go_on()
            await self._speak()
        elif button == DEBRIEF:
            self.dismiss(Left.ENDED)
        elif self.phase is Phase.DECIDING and self.filling is not None:
            await self._take(go(self.filling, button, event.typed))

    @on(Ask.Typing)
    def _typing(self, event: Ask.Typing) -> None:
        if self.filling is not None:
            self.filling = with_typed(self.filling, event.typed)

    async def on_key(self, event: events.Key) -> None:
        """While people speak, a key shows the rest of what they say."""
        if self.phase is Phase.SPEAKING and event.is_printable:
            event.stop()
            await self._say_all()

    async def _take(self, outcome: Outcome) -> None:
        """The next step of the decision, or the move."""
        if isinstance(outcome, Filling):
            stay = self.filling is not None and outcome.at == self.filling.at
            self.filling = outcome
            await self.query_one(Ask).show(self.view(outcome), stay=stay)
            self.share()
        else:
            await self._play(outcome)

    async def _play(self, made: Sent | Advised) -> None:
        """Keep the move, then go on. What could not be kept may be sent once more."""
        if await self.keep(made.move, made.words if isinstance(made, Sent) else ""):
            await self.go_on()

    async def keep(self, move: Move, typed: str = "") -> bool:
        """Keep a move. False where it could not be kept: then the same may be sent once more."""
        self._client_id = self._client_id or token_hex(8)
        role, attempt = getattr(move, "role", TRAINER), self.seats.attempt
        try:
            await asyncio.to_thread(attempt.play, move, self._client_id, role, typed or None)
        except NotSaved as problem:
            self.simulator.tell_problem(problem)
            self.query_one(Ask).listen()
            return False
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
            if isinstance(problem, RoomMovedOn):
                await asyncio.to_thread(attempt.refresh)
        self._client_id = self._kept_draft = ""
        self.filling = None
        return True

    async def look(self) -> None:
        """Take in what other seats have done; what is being filled in here stays."""
        attempt = self.seats.attempt
        try:
            if not attempt.changed():
                return
            attempt.refresh()
        except RecordError as problem:
            self.simulator.tell_briefly(str(problem))
            return
        await self.take_in()

    async def take_in(self) -> None:
        """Others have moved: what was said is shown, and what is being filled in here stays."""
        filling = self.filling
        if self.phase is Phase.DECIDING and filling is not None and self.is_asked():
            turn = self.seats.turn(self.role)
            here = (turn.scene.index, turn.state.part.viewing)
            if here == (filling.turn.scene.index, filling.turn.state.part.viewing):
                self.filling = replace(filling, turn=turn)
                self._say(self.heard_since())
                return
        if self.phase in (Phase.WAITING, Phase.DECIDING):
            await self.go_on()

    def is_asked(self) -> bool:
        """Whether the seat that is shown is asked to decide now."""
        return self.seats.whose_turn() == self.role

    def heard_since(self) -> tuple[Said, ...]:
        """The lines that this seat has not been shown yet; from here on they count as shown."""
        lines = seen(self.seats, self.role, private=self.open_to == self.role, start=self._told)
        self._told = len(self.seats.lines)
        return lines

    def keep_draft(self) -> None:
        """Keep what is being filled in, if it has changed."""
        if self.filling is None or self.phase is not Phase.DECIDING:
            return
        draft = as_draft(self.filling)
        if draft == self._kept_draft:
            return
        try:
            self.seats.attempt.keep_draft(self.filling.turn.role, draft, self.learner)
        except RecordError as problem:
            self.simulator.tell_briefly(str(problem))
        self._kept_draft = draft

    async def step_out(self, roles: tuple[str, ...]) -> None:
        """Seats here step out. Raises MoveRefused or NotSaved."""
        for role in roles:
            await asyncio.to_thread(self.seats.attempt.play, StepOut(role), token_hex(8), role)

    def who_steps_out(self, role: str) -> str:
        """`The teacher steps out`."""
        title = self.seats.attempt.game.case.roles[role].title
        return say(aside_words.STEP_OUT_SEAT, role=title)

    def how_to_come_back(self, *, crashed: bool = False) -> str:
        """Said on the terminal after the app is gone."""
        phrase = app_words.CRASHED_KEPT if crashed else app_words.KEPT
        return say(phrase, attempt=self.seats.attempt.id)

    # --- keys --------------------------------------------------------------------------------------

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
        back = next((button for button in ask.view.buttons if button.id == BACK), None)
        if self.phase is Phase.DECIDING and back is not None:
            ask.press(back)
        else:
            self.simulator.open_leave()


__all__ = ["Left", "RoomScreen"]
