"""The case room of one seat in a workshop: its own facts, its own vote, and everybody waited for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.play.moves import Choose, Vote
from simulator.play.room import is_paused
from simulator.terminal.forms.filling import Advised, Filling, Sent
from simulator.terminal.forms.view import View
from simulator.terminal.live.led import Led
from simulator.terminal.screens.room import Phase
from simulator.terminal.screens.room_table import TableRoom
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from simulator.terminal.live.link import Link
    from simulator.terminal.room.seats import Seats
    from simulator.terminal.room.table import Table
    from simulator.workshop.awaiting import What


class LiveRoom(Led):
    """One seat at its own screen."""

    def __init__(self, seats: Seats, board: Board, link: Link, learner: str | None) -> None:
        super().__init__(seats, board, learner)
        self.link = link
        self._asked: What | None = None
        """What the seat is shown as being asked."""

    @property
    def _votes(self) -> bool:
        """Whether this seat is asked for its own vote, before somebody decides."""
        asked = self.link.asked(self.role)
        return asked is not None and asked.value == "vote"

    def is_asked(self) -> bool:
        """Whether this seat is asked anything now."""
        return self.link.asked(self.role) is not None

    async def take_in(self) -> None:
        """As any room; what one was asked may have become something else, such as a vote."""
        if self.phase is Phase.DECIDING and self.link.asked(self.role) is not self._asked:
            self.keep_draft()
            self.filling = None
            await self.go_on()
        await super().take_in()

    async def _ask(self) -> None:
        """The decision or the vote that waits for this seat, or whom the room waits for."""
        if self.seats.ended or is_paused(self.seats.attempt.state):
            await super()._ask()
            return
        self.show_header()
        self._asked = self.link.asked(self.role)
        if self._asked is not None:
            await self.ask_seat(self.role)
        else:
            await self.enter(Phase.WAITING, self.waiting())
        self.show_status()

    def view(self, filling: Filling) -> View:
        """A vote says that it is one."""
        view = super().view(filling)
        if not self._votes:
            return view
        decides = filling.turn.decision.roles[0]
        title = clean(self.seats.attempt.game.case.roles[decides].title)
        return view._replace(said=(say(words.OWN_VOTE, role=title), *view.said))

    async def _play(self, made: Sent | Advised) -> None:
        """A choice while votes are asked for is a vote."""
        if self._votes and isinstance(made, Sent) and isinstance(made.move, Choose):
            move = Vote(made.move.scene, made.move.role, made.move.option)
            if await self.keep(move, made.words):
                await self.go_on()
            return
        await super()._play(made)


class LiveTable(Led, TableRoom):
    """A table of a workshop round one screen."""

    def __init__(
        self,
        seats: Seats,
        board: Board,
        link: Link,
        table: Table,
        learner: str | None,
    ) -> None:
        TableRoom.__init__(self, seats, board, table, learner)
        self.link = link

    async def take_in(self) -> None:
        """As any room; a round is over where the trainer has moved the table on or opened the votes."""
        state = self.seats.attempt.state
        asked = self.round.turn.scene.index if self.round is not None else state.scene
        if self.phase is Phase.VOTING and (asked != state.scene or state.part.opened):
            await self.go_on()
        await super().take_in()
