"""The case room at a screen that a table shares. The laptop goes round only where something is one seat's
own, and before a joint decision each says what they would do."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from simulator.errors import RecordError
from simulator.play.moves import OpenVotes, Poll, TakeAdvice
from simulator.terminal.forms.filling import ADVICE, Advised, Sent
from simulator.terminal.forms.showing import advice_label
from simulator.terminal.forms.view import Button, View
from simulator.terminal.reading.talk import from_the_top, talk_paragraphs
from simulator.terminal.room.round import AGAIN, Outcome, Round, Settled, can_vote, go, press
from simulator.terminal.room.round_draft import KEPT_FOR, as_draft, resumed_round
from simulator.terminal.room.round_moves import (
    ASKED,
    views_of,
    voters_at,
    votes_are_sealed,
    votes_of,
    with_decision,
)
from simulator.terminal.room.round_view import view_of_round
from simulator.terminal.room.seats import seen
from simulator.terminal.room.table import (
    Table,
    curtain,
    heard_alone,
    named,
    needs_curtain,
    unread,
    who_is_ready,
    writer,
)
from simulator.terminal.screens.room import Phase, RoomScreen
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.sheet import Sheet
from simulator.text import clean
from simulator.words import room as room_words
from simulator.words import say
from simulator.words import table as words

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from simulator.terminal.room.seats import Seats

READY, READ = "ready", "read"


class TableRoom(RoomScreen):
    """One sitting of a table."""

    def __init__(self, seats: Seats, board: Board, table: Table, learner: str | None = None) -> None:
        super().__init__(seats, board, learner)
        self.table = table
        self.open_to = ""
        self.round: Round | None = None
        self.settled: Settled | None = None
        """What came of the round about the decision that waits."""
        self._read = {role: heard_alone(seats, role) for role in seats.roles}
        """Up to which line each seat has read what is for it alone."""

    @property
    def _named(self) -> partial[str]:
        return partial(named, self.table, self.seats.attempt.game.case)

    async def begin(self) -> None:
        """As alone. A table that has not begun says here whether it is asked round."""
        attempt = self.seats.attempt
        if self.table.asks_round and not attempt.moves and not attempt.state.room:
            await self.keep(Poll(ASKED))
        await super().begin()

    # --- whose eyes ------------------------------------------------------------------------------

    async def go_on(self, *, fresh: bool = False) -> None:
        """As alone; whoever has the screen to themselves reads all there is for them."""
        if not self.seats.shared:
            self.open_to = self.seats.roles[0]
        self.round = None
        await super().go_on(fresh=fresh)
        if self.open_to:
            self._read[self.open_to] = len(self.seats.lines)

    async def ask_seat(self, role: str) -> None:
        """The curtain where something is private, a round where a table can be asked, then the decision."""
        turn = self.seats.turn(role)
        alone = needs_curtain(self.seats, turn)
        if self.open_to != role and (alone or unread(self.seats, role, self._read.get(role, 0))):
            await self._curtain(role, new=not alone)
        elif self.open_to == role and self.seats.shared and not alone:
            await self.enter(Phase.CURTAIN, View("", buttons=(Button(READ, say(words.I_HAVE_READ)),)))
        elif (voters := voters_at(self.seats)) and can_vote(turn) and not self.settled:
            kept = await asyncio.to_thread(self.seats.attempt.draft, KEPT_FOR)
            await self._ask_round(resumed_round(turn, voters, kept))
        else:
            await super().ask_seat(role)

    async def _curtain(self, role: str, *, new: bool) -> None:
        case = self.seats.attempt.game.case
        said = [say(words.READ_PRIVATE, role=clean(case.roles[role].title))] if new else []
        buttons = (Button(READY, who_is_ready(case, role)),)
        asked = curtain(self.table, case, role)
        view = View(asked, said=(*said, say(room_words.CURTAIN_SAYS)), buttons=buttons)
        await self.enter(Phase.CURTAIN, view)

    # --- asking round ----------------------------------------------------------------------------

    async def _ask_round(self, round_: Round) -> None:
        if round_.meeting and not self.round:
            said = seen(self.seats, round_.turn.role, private=False)
            self.query_one("#talk", Sheet).show(from_the_top(talk_paragraphs(said)), at_end=True)
        self.round = round_
        self.open_to = ""
        view = view_of_round(round_, self._named, writer(self.table, self.seats.roles))
        advice = round_.turn.advice
        if advice is not None and not round_.votes:
            view = view._replace(buttons=(*view.buttons, Button(ADVICE, advice_label(advice))))
        await self.enter(Phase.VOTING, view)

    async def _take_round(self, outcome: Outcome) -> None:
        if isinstance(outcome, Round):
            await self._keep_round(outcome)
            await self._ask_round(outcome)
            return
        assert self.round is not None
        turn, meeting = self.round.turn, self.round.meeting
        if meeting:
            await self._send_views(turn.scene.scene.id, outcome)
            return
        self.settled = outcome
        await super().ask_seat(turn.role)
        if outcome.option and self.filling is not None:
            self.filling = with_decision(self.filling, outcome)
            await self.query_one(Ask).show(self.view(self.filling))
            self.share()

    async def _keep_round(self, round_: Round) -> None:
        """What a table has said so far is there after a closed window, though it is no move yet."""
        try:
            await asyncio.to_thread(self.seats.attempt.keep_draft, KEPT_FOR, as_draft(round_), self.learner)
        except RecordError as problem:
            self.simulator.tell_briefly(str(problem))

    async def _send_views(self, scene: str, settled: Settled) -> None:
        """Each seat's view; what could not be kept is asked once more."""
        for view in views_of(settled, scene):
            if not await self.keep(view):
                return
        await self.go_on()

    async def _send_votes(self, scene: str, settled: Settled) -> bool:
        """What each would have done, sealed in the journal before the decision itself; False: once more."""
        for vote, why in votes_of(self.seats, settled):
            if not await self.keep(vote, why):
                return False
        return await self.keep(OpenVotes(scene)) if votes_are_sealed(self.seats) else True

    async def _play(self, made: Sent | Advised) -> None:
        """The votes, then the move; afterwards the laptop goes to whoever is next."""
        move, settled, filling = made.move, self.settled, self.filling
        if settled and isinstance(made, Sent):
            if not await self._send_votes(move.scene, settled):
                return
            self.filling = filling
        if not await self.keep(move, made.words if isinstance(made, Sent) else ""):
            return
        self.settled = None
        if self.seats.shared and self.seats.whose_turn() not in ("", move.role):
            self.open_to = ""
        await self.go_on()

    def who_steps_out(self, role: str) -> str:
        """By name, where it is known."""
        if not self.table.names.get(role):
            return super().who_steps_out(role)
        return say(words.STEPS_OUT, who=self._named(role))

    def action_send(self) -> None:
        """As alone; but nobody asks round again with the key that leads on."""
        buttons = self.query_one(Ask).view.buttons
        if not buttons or buttons[0].id != AGAIN:
            super().action_send()

    # --- what somebody does ----------------------------------------------------------------------

    @on(Ask.Chosen)
    async def _vote(self, event: Ask.Chosen) -> None:
        if self.phase is Phase.VOTING and self.round is not None:
            event.prevent_default()  # what comes of it may be a decision: this key is not its answer, too
            await self._take_round(press(self.round, event.item.id))

    @on(Ask.Pressed)
    async def _pass(self, event: Ask.Pressed) -> None:
        button = event.button.id
        if button == READY:
            event.prevent_default()
            self.open_to = self.seats.whose_turn()
            await self.go_on(fresh=True)
        elif button == READ:
            event.prevent_default()
            self._read[self.open_to] = len(self.seats.lines)
            self.open_to = ""
            await self.go_on(fresh=True)
        elif self.phase is Phase.VOTING and self.round is not None:
            event.prevent_default()
            if button == ADVICE:
                turn = self.round.turn
                await self._play(Advised(TakeAdvice(turn.scene.scene.id, turn.role)))
            else:
                await self._take_round(go(self.round, button, event.typed))
