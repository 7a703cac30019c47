"""What a room has that is part of a workshop: the trainer's hand, the others, the table's talk, the place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.css.query import NoMatches

from simulator.errors import SimulatorError
from simulator.play.room import is_paused
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.live.awaiting import Present, here_count, here_lines, time_left, waiting_for
from simulator.terminal.live.talk import TalkBox, said_lines
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.page import bindings_for
from simulator.terminal.screens.room import Phase, RoomScreen
from simulator.terminal.screens.room_layout import AROUND, Left
from simulator.terminal.screens.step import Answer, Notice
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from textual.timer import Timer

    from simulator.terminal.live.link import Link

SAY, REST, STAY, TAKE_BACK = "say", "rest", "stay", "take back"
SLOW_LOOK_SECONDS = 1.0
"""Beneath the notices, which tell within a twentieth of a second."""
PRESENT_SECONDS = 5.0
ROUND_SECONDS = 0.3
"""From a notice to a look at who is there and what was said."""


class Led(RoomScreen):
    """A room in a workshop."""

    where: ClassVar[Where] = Where.LIVE
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Where.LIVE)
    around: ClassVar[int] = AROUND + 1
    look_seconds = SLOW_LOOK_SECONDS
    link: Link
    present: tuple[Present, ...] = ()
    _round: Timer | None = None
    """Set while a look round is due."""

    def body(self) -> ComposeResult:
        """As any room, and a line about the others over the question."""
        for widget in super().body():
            if widget.id == "ask":
                yield TopLine(id="status")
            yield widget

    async def begin(self) -> None:
        """As any room; then listen."""
        self.present = await asyncio.to_thread(self.link.present)
        await asyncio.to_thread(self.link.hear)
        self.link.read = len(self.link.talk)
        await super().begin()
        self.set_interval(PRESENT_SECONDS, self.look_round)
        self.run_worker(self._listen(), group="notices")
        self.show_status()

    async def look(self) -> None:
        """As any room; one that is being left while the others move need not show it any more."""
        try:
            await super().look()
        except NoMatches:
            if self.is_open:
                raise

    @property
    def is_open(self) -> bool:
        """Whether nobody has left it: then its parts go one by one while the room itself is still there."""
        return self.is_attached and self in self.app.screen_stack

    async def _listen(self) -> None:
        """Whatever changes at the table or in the room."""
        async for _ in self.link.notices.changes(self.link.keys):
            await self.look()
            if self._round is None:  # thirty seats that each say that they are there are not thirty looks
                self._round = self.set_timer(ROUND_SECONDS, self.look_round)

    # --- the others ------------------------------------------------------------------------------

    async def look_round(self) -> None:
        """Who is there now, and what has been said to the table."""
        self._round = None
        try:
            self.present = await asyncio.to_thread(self.link.present)
            new = await asyncio.to_thread(self.link.hear)
        except SimulatorError as problem:
            self.simulator.tell_briefly(str(problem))
            return
        if not self.is_open:
            return  # the room has been left, or the app is closing
        if new:
            said = said_lines(self.seats.attempt.game.case, new)
            self.query_one("#talk", Sheet).add(said)
        if self.phase is Phase.WAITING and not self.query_one(Ask).view.items:
            await self.query_one(Ask).show(self.waiting(), stay=True)
        self.show_status()

    def show_status(self) -> None:
        """Whose turn it is, how long there is, who is here, whether anything was said."""
        case = self.seats.attempt.game.case
        own = self.link.ticket.roles or (self.link.ticket.kind.value,)
        unread = sum(1 for line in self.link.talk[self.link.read :] if line.role not in own)
        talk = say(words.TALK_NEW, number=unread) if unread else say(words.TALK_KEY)
        turn = say(words.YOUR_TURN) if self.is_turn() else waiting_for(case, self.link.awaited(), most=2)
        if self.seats.ended or self.phase is Phase.HELD:
            turn = ""
        parts = (time_left(self.link.minutes_left()), talk, here_count(self.present))
        self.query_one("#status", TopLine).show(turn or say(words.TABLE_TALK), *parts)

    def is_turn(self) -> bool:
        """Whether a seat here is asked anything now."""
        return any(self.link.asked(role) for role in self.seats.roles)

    def waiting(self) -> View:
        """What stands there while others act: who is waited for, and who is there."""
        case = self.seats.attempt.game.case
        title = waiting_for(case, self.link.awaited())
        buttons = (Button(SAY, say(words.SAY_SOMETHING)),)
        heard = self.query_one("#talk", Sheet).paragraphs
        hint = () if heard else (say(words.ELSEWHERE),)
        return View(title, said=(*hint, *here_lines(case, self.present)), buttons=buttons)

    def action_talk(self) -> None:
        """The conversation where it is hidden; else what the table says to each other."""
        if not self.query_one("#talk").display:
            super().action_talk()
            return
        self.link.read = len(self.link.talk)
        box = TalkBox(self.seats.attempt.game.case, self.link)
        self.app.push_screen(box, lambda _: self.show_status())

    # --- the trainer's hand ----------------------------------------------------------------------

    async def take_in(self) -> None:
        """Others have moved, or the trainer has paused the room or let it go on."""
        paused = is_paused(self.seats.attempt.state)
        if self.seats.ended and self.phase is not Phase.ENDED:
            self.filling = None
            await self.go_on()
        elif paused and self.phase not in (Phase.HELD, Phase.SPEAKING, Phase.RESTING):
            self.keep_draft()
            self._say(self.heard_since())
            await self.hold()
        elif self.phase in (Phase.VOTING, Phase.RESTING) or (self.phase is Phase.HELD and paused):
            self._say(self.heard_since())
        elif self.phase is Phase.HELD:
            self.filling = None
            await self.go_on()
        else:
            await super().take_in()
        self.show_status()

    async def hold(self) -> None:
        """Nothing can be sent while the room is paused; what was begun is kept."""
        scene = self.seats.attempt.game.scenes[self.seats.attempt.state.scene].scene
        prompt = " ".join(self.seats.cast.fill(scene.stop).split()) if scene.stop else ""
        said = (prompt, say(words.AT_STOP)) if prompt else (say(words.HELD_SAYS),)
        buttons = (Button(SAY, say(words.SAY_SOMETHING)),)
        await self.enter(Phase.HELD, View(say(words.HELD_TITLE), said=said, buttons=buttons))
        self.show_status()

    async def _ask(self) -> None:
        """Whatever waits, unless the room is paused."""
        if is_paused(self.seats.attempt.state) and not self.seats.ended:
            self.show_header()
            await self.hold()
        else:
            await super()._ask()
        self.show_status()

    # --- the place -------------------------------------------------------------------------------

    def lose_place(self) -> None:
        """The place is no longer this window's own; whoever has come to the end may still look back."""
        if self.seats.ended:
            return
        self.filling = None
        self.dismiss(Left.LOST)

    async def step_out(self, roles: tuple[str, ...]) -> None:
        """The place is left: a colleague plays on, and only the trainer sees it."""
        if set(roles) == set(self.seats.roles):
            await asyncio.to_thread(self.link.leave)
        else:
            await asyncio.to_thread(self.link.step_out, roles)

    def how_to_come_back(self, *, crashed: bool = False) -> str:
        """With the code: the place is this device's as long as the workshop is open."""
        return say(words.KEPT)

    def action_pause(self) -> None:
        """A moment for oneself; the room goes on."""
        items = (Item(STAY, say(words.JUST_A_MOMENT)), Item(REST, say(words.COLLEAGUE)))
        view = View("", items=items)
        notice = Notice(say(words.PAUSE_TITLE), [Paragraph(say(words.PAUSE_SAYS))], view)
        self.app.push_screen(notice, self._paused)

    async def _paused(self, answer: Answer | None) -> None:
        if answer is None or answer.id != REST:
            return
        try:
            for role in self.seats.roles:
                await asyncio.to_thread(self.link.rest, role)
        except SimulatorError as problem:
            self.simulator.tell_problem(problem)
            return
        self.keep_draft()
        self.filling = None
        buttons = (Button(TAKE_BACK, say(words.TAKE_BACK)),)
        said = (say(words.RESTING_SAYS),)
        await self.enter(Phase.RESTING, View(say(words.RESTING), said=said, buttons=buttons))

    @on(Ask.Pressed)
    async def _of_the_room(self, event: Ask.Pressed) -> None:
        if event.button.id == SAY:
            event.prevent_default()
            self.query_one(Ask).listen()
            self.action_talk()
        elif event.button.id == TAKE_BACK:
            event.prevent_default()
            for role in self.seats.roles:
                await asyncio.to_thread(self.link.take_back, role)
            await asyncio.to_thread(self.seats.attempt.refresh)
            await self.go_on()
