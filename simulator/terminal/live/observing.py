"""Looking on: what every seat at the table sees, the table's talk, and who is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.terminal.forms.view import Button, View
from simulator.terminal.live.awaiting import here_lines, waiting_for
from simulator.terminal.live.led import SAY, Led
from simulator.terminal.room.seats import Said, public
from simulator.terminal.screens.room import DEBRIEF, Phase
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from simulator.terminal.live.link import Link
    from simulator.terminal.room.seats import Seats


class Observing(Led):
    """An observer's or a scribe's screen."""

    def __init__(self, seats: Seats, board: Board, link: Link) -> None:
        super().__init__(seats, board, None)
        self.link = link
        self.open_to = ""

    def is_asked(self) -> bool:
        """Nobody here decides."""
        return False

    def heard_since(self) -> tuple[Said, ...]:
        """What every seat at the table sees."""
        lines = public(self.seats, self._told)
        self._told = len(self.seats.lines)
        return lines

    async def _ask(self) -> None:
        """Who is waited for, or the end."""
        case = self.seats.attempt.game.case
        if self.seats.ended:
            view = View(say(words.OBSERVING), buttons=(Button(DEBRIEF, say(words.NEXT)),))
            await self.enter(Phase.ENDED, view)
            return
        said = (say(words.OBSERVING_SAYS), *here_lines(case, self.present))
        title = waiting_for(case, self.link.awaited())
        buttons = (Button(SAY, say(words.SAY_SOMETHING)),)
        await self.enter(Phase.WAITING, View(title, said=said, buttons=buttons))
        self.show_status()

    def keep_draft(self) -> None:
        """Nothing is filled in here."""
