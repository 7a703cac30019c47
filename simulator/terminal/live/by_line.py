"""Beside a table, line by line: what everybody there hears, and for its scribe what is written down."""

from __future__ import annotations

from collections.abc import Collection

from simulator.errors import SimulatorError
from simulator.records.tables import PlaceKind
from simulator.terminal.live.agreeing import day_of
from simulator.terminal.live.awaiting import here_lines, waiting_for
from simulator.terminal.live.link import Link
from simulator.terminal.plain.asides import Here, SteppedOut, ask, choose
from simulator.terminal.reading.talk import said_paragraphs
from simulator.terminal.room.seats import Seats, public
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say
from simulator.words import wall as wall_words
from simulator.workshop.agreeing import Agreed, write_down
from simulator.workshop.seeing import everybody, is_open

AGREE = "agree"
"""Typed by a scribe."""


class BesideRoom:
    """The case room of somebody without a seat."""

    def __init__(self, here: Here, seats: Seats, link: Link, agencies: Collection[str]) -> None:
        self.here = here
        self.seats = seats
        self.link = link
        self.agencies = agencies
        self.scribe = link.ticket.kind is PlaceKind.SCRIBE
        self._told = 0

    def play(self) -> None:
        """Until the case has ended, and the scribe has written everything down."""
        try:
            self.here.console.say(say(words.SCRIBING_SAYS if self.scribe else words.OBSERVING_SAYS))
            while not self.seats.ended:
                self._tell()
                self._wait()
            self._tell()
            self._at_the_end()
        except SteppedOut:
            self.link.leave()
            raise

    def _tell(self) -> None:
        table = everybody(self.link.attempt)
        for line in public(self.seats, lambda line: is_open(line, table), self._told):
            self.here.console.tell(said_paragraphs(line))
        self._told = len(self.seats.lines)

    def _wait(self) -> None:
        """Who is waited for and who is there; what is typed is said or written down, Enter looks again."""
        case, console = self.seats.attempt.game.case, self.here.console
        console.say(waiting_for(case, self.link.awaited()))
        for line in here_lines(case, self.link.present()):
            console.say(line, indent=2)
        typed = ask(self.here, say(words.NOTE_OR_LOOK if self.scribe else words.SAY_OR_LOOK))
        if self.scribe and typed.lower() == AGREE:
            self._agree()
        elif typed:
            self.link.speak(typed)
        for said in self.link.hear():
            console.say(say(words.NEW_LINE, who=clean(said.role), text=clean(said.said)))
        self.seats.attempt.refresh()

    def _at_the_end(self) -> None:
        if not self.scribe:
            self.here.console.say(say(words.OBSERVING_ENDED))
            return
        while True:
            self.here.console.say(say(words.SCRIBING_ENDED))
            chosen = choose(self.here, [say(wall_words.AGREE), say(words.WRITE_A_NOTE), say(words.NEXT)])
            if chosen == 2:
                return
            if chosen == 0:
                self._agree()
            elif typed := ask(self.here, say(words.A_NOTE), free=True):
                self.link.speak(typed)

    def _agree(self) -> None:
        labels = (wall_words.WHAT, wall_words.WHO, wall_words.WHEN)
        what, who, when = (ask(self.here, say(label), free=True) for label in labels)
        link = self.link
        try:
            agreed = Agreed(what, who, day_of(when))
            write_down(link.store, link.attempt.open, link.ticket, agreed, self.agencies)
        except ValueError:
            self.here.console.say(say(wall_words.NOT_A_DAY, typed=when))
        except SimulatorError as problem:
            self.here.console.say(str(problem))
