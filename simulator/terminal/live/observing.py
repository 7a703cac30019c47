"""Looking on: what every seat at the table sees, the table's talk, and who is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.terminal.forms.view import Button, View
from simulator.terminal.live.awaiting import here_lines, waiting_for
from simulator.terminal.live.led import SAY, Led
from simulator.terminal.room.seats import Said, header, public
from simulator.terminal.screens.room import DEBRIEF, Phase
from simulator.terminal.screens.room_layout import TALK
from simulator.terminal.widgets.edges import TopLine
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
        self.show_header()
        if self.seats.ended:
            view = View(say(words.OBSERVING_ENDED), buttons=(Button(DEBRIEF, say(words.NEXT)),))
            await self.enter(Phase.ENDED, view)
        else:
            await self.enter(Phase.WAITING, self.waiting())
        self.show_status()

    def waiting(self) -> View:
        """Who is waited for, who is there, and what there is to look for."""
        case = self.seats.attempt.game.case
        said = (say(words.OBSERVING_SAYS), *here_lines(case, self.present))
        buttons = (Button(SAY, say(words.SAY_SOMETHING)),)
        return View(waiting_for(case, self.link.awaited()), said=said, buttons=buttons)

    def is_turn(self) -> bool:
        """Never an observer's."""
        return False

    def show_header(self, clock: int | None = None) -> None:
        """An observer has no seat."""
        top = header(self.seats, "", clock)
        self.query_one(TopLine).show(say(words.OBSERVING), top.day)

    def show_panel(self) -> None:
        """What a seat has for itself is not for somebody who looks on."""
        if self.panel not in (TALK, "family"):
            self.simulator.tell_briefly(say(words.NOT_FOR_OBSERVERS))
            self.panel = TALK
        super().show_panel()

    def keep_draft(self) -> None:
        """Nothing is filled in here."""
