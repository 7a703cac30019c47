"""The case room in a workshop, line by line: of one seat, or of a table round one screen."""

from __future__ import annotations

from dataclasses import replace

from simulator.play.moves import Choose, Move, Vote
from simulator.play.room import is_paused
from simulator.terminal.live.awaiting import here_lines, waiting_for
from simulator.terminal.live.link import Link
from simulator.terminal.plain.asides import Here, SteppedOut, ask
from simulator.terminal.plain.room import Room
from simulator.terminal.plain.table import TableRoom
from simulator.terminal.room.seats import Seats
from simulator.terminal.room.table import Table
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say
from simulator.workshop.awaiting import What


class SeatRoom(Room):
    """The case room of one seat in a workshop."""

    def __init__(self, here: Here, seats: Seats, link: Link, learner: str | None) -> None:
        super().__init__(here, seats, learner)
        self.link = link

    def play(self) -> None:
        """Until the case ends: decide when asked, listen while others are."""
        (role,) = self.seats.roles
        try:
            while not self.seats.ended:
                self._tell(role)
                if self.link.asked(role) is None:
                    self._wait()
                else:
                    self._decide(role)
        except SteppedOut:
            self.link.leave()
            raise
        self._tell(role)

    def _say_where(self, role: str) -> None:
        """And that a vote is one."""
        super()._say_where(role)
        if self.link.asked(role) is What.VOTE:
            decides = self.seats.turn(role).decision.roles[0]
            title = clean(self.seats.attempt.game.case.roles[decides].title)
            self.console.say(say(words.OWN_VOTE, role=title))

    def as_sent(self, move: Move) -> Move:
        """A choice while votes are asked for is a vote."""
        role = getattr(move, "role", "")
        if isinstance(move, Choose) and self.link.asked(role) is What.VOTE:
            return Vote(move.scene, move.role, move.option)
        return move

    def _wait(self) -> None:
        _wait(replace(self.here, role=self.seats.roles[0]), self.seats, self.link)


class LiveTable(TableRoom):
    """The case room of a table of a workshop."""

    def __init__(self, here: Here, seats: Seats, link: Link, table: Table) -> None:
        super().__init__(here, seats, None, table)
        self.link = link

    def _take_turn(self, role: str) -> None:
        """As at any table, once the room is as the trainer has left it."""
        self.seats.attempt.refresh()
        if self.link.asked(role) is not None:
            super()._take_turn(role)
        else:
            self._tell(role)
            self._wait()

    def _wait(self) -> None:
        _wait(replace(self.here, role=self.seats.roles[0], private=False), self.seats, self.link)

    def _leave(self, roles: tuple[str, ...]) -> None:
        """Their seats are free for whoever comes late."""
        if set(roles) == set(self.seats.roles):
            self.link.leave()
        else:
            self.link.step_out(roles)


def _wait(here: Here, seats: Seats, link: Link) -> None:
    """Who is waited for; what is typed is said to the table, Enter alone looks again."""
    case, console = seats.attempt.game.case, here.console
    console.say(
        say(words.HELD_TITLE) if is_paused(seats.attempt.state) else waiting_for(case, link.awaited())
    )
    for line in here_lines(case, link.present()):
        console.say(line, indent=2)
    if typed := ask(here, say(words.SAY_OR_LOOK)):
        link.speak(typed)
    for said in link.hear():
        console.say(say(words.NEW_LINE, who=clean(said.role), text=clean(said.said)))
    seats.attempt.refresh()
