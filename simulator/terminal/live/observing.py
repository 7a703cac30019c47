"""Beside the table: who observes, and who keeps its notes. Both see what every seat there sees, the table's
talk, and who is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from simulator.terminal.forms.view import Button, View
from simulator.terminal.live.agreeing import ask_action
from simulator.terminal.live.awaiting import here_lines, waiting_for
from simulator.terminal.live.led import SAY, Led
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.seats import Said, header, public
from simulator.terminal.screens.room import DEBRIEF, Phase
from simulator.terminal.screens.room_layout import TALK
from simulator.terminal.widgets.ask import Ask
from simulator.terminal.widgets.edges import TopLine
from simulator.terminal.widgets.sheet import Sheet
from simulator.words import Phrase, say
from simulator.words import live as words
from simulator.words import wall as wall_words
from simulator.workshop.agreeing import Agreed, write_down
from simulator.workshop.seeing import everybody, is_open, view_of

if TYPE_CHECKING:
    from scoring.guidance.board import Board
    from simulator.terminal.live.link import Link
    from simulator.terminal.room.seats import Seats


AGREE, KNOWN = "agree", "known"


class Observing(Led):
    """An observer's screen."""

    called: ClassVar[Phrase] = words.OBSERVING
    does: ClassVar[Phrase] = words.OBSERVING_SAYS
    at_the_end: ClassVar[Phrase] = words.OBSERVING_ENDED
    can: ClassVar[tuple[Button, ...]] = (Button(SAY, say(words.SAY_SOMETHING)),)

    def __init__(self, seats: Seats, board: Board, link: Link) -> None:
        super().__init__(seats, board, None)
        self.link = link
        self.open_to = ""

    def is_asked(self) -> bool:
        """Nobody here decides."""
        return False

    async def go_on(self, *, fresh: bool = False) -> None:
        """As any room; what was said before is what the whole table heard."""
        if fresh and self._told:
            self._told = 0
            self._say(self.heard_since())
        await super().go_on()

    def heard_since(self) -> tuple[Said, ...]:
        """What every seat at the table sees."""
        table = everybody(self.link.attempt)
        lines = public(self.seats, lambda line: is_open(line, table), self._told)
        self._told = len(self.seats.lines)
        return lines

    async def _ask(self) -> None:
        """Who is waited for, or the end."""
        self.show_header()
        if self.seats.ended:
            view = View(say(self.at_the_end), buttons=(Button(DEBRIEF, say(words.NEXT)), *self.can))
            await self.enter(Phase.ENDED, view)
        else:
            await self.enter(Phase.WAITING, self.waiting())
        self.show_status()

    def waiting(self) -> View:
        """Who is waited for, who is there, and what there is to look for."""
        case = self.seats.attempt.game.case
        said = (say(self.does), *here_lines(case, self.present))
        return View(waiting_for(case, self.link.awaited()), said=said, buttons=self.can)

    def is_turn(self) -> bool:
        """Never an observer's."""
        return False

    def show_header(self, clock: int | None = None) -> None:
        """An observer has no seat."""
        top = header(self.seats, "", clock)
        self.query_one(TopLine).show(say(self.called), top.day)

    def show_panel(self) -> None:
        """What a seat has for itself is not for somebody who looks on; what the whole table knows is."""
        if self.panel not in (TALK, "family", KNOWN):
            self.simulator.tell_briefly(say(words.NOT_FOR_OBSERVERS))
            self.panel = TALK
        super().show_panel()
        if self.panel == KNOWN:
            self.query_one("#side", Sheet).show(self._known())

    def _known(self) -> list[Paragraph]:
        facts = view_of(self.link.attempt, "").facts
        found = [Paragraph(say(words.ALL_KNOW if facts else words.NOTHING_OPEN), Look.QUIET)]
        return found + [part for fact in facts for part in (Paragraph(""), Paragraph(fact.text))]

    def keep_draft(self) -> None:
        """Nothing is filled in here."""


class Scribing(Observing):
    """The scribe's: what the table notes and agrees is written down here, and everybody there reads it."""

    called = words.SCRIBING
    does = words.SCRIBING_SAYS
    at_the_end = words.SCRIBING_ENDED
    can = (Button(SAY, say(words.WRITE_A_NOTE)), Button(AGREE, say(wall_words.AGREE)))

    @on(Ask.Pressed)
    def _write_down(self, event: Ask.Pressed) -> None:
        if event.button.id == AGREE:
            event.prevent_default()
            self.query_one(Ask).listen()
            self.run_worker(self._agree(), exclusive=True, group="agree")

    async def _agree(self) -> None:
        """What, who, by when: in the record, and at the table."""
        link, agencies = self.link, self.board.agencies

        def keep(agreed: Agreed) -> None:
            write_down(link.store, link.attempt.open, link.ticket, agreed, agencies)

        if await ask_action(self.simulator, keep):
            await self.look_round()
