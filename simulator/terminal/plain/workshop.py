"""A seat in a workshop, line by line: the code, a seat, and the case as that seat hears it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from simulator.errors import AccessRefused, SimulatorError
from simulator.play.moves import Choose, Move, Vote
from simulator.play.room import is_paused
from simulator.records import Store
from simulator.terminal.desk.asking import asking_in
from simulator.terminal.desk.model import Learner
from simulator.terminal.live.awaiting import here_lines, waiting_for
from simulator.terminal.live.by_line import BesideRoom
from simulator.terminal.live.here import by_line
from simulator.terminal.live.link import Link, link_to
from simulator.terminal.live.places import place_lines, take
from simulator.terminal.live.tickets import Kept, forget_place, keep_place, kept_places
from simulator.terminal.plain.asides import Here, Left, SteppedOut, ask, choose
from simulator.terminal.plain.asking import ask_round
from simulator.terminal.plain.room import Room
from simulator.terminal.reading.panels import role_pack
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from simulator.text import clean
from simulator.words import cases as case_words
from simulator.words import live as words
from simulator.words import plain as plain_words
from simulator.words import say
from simulator.workshop import joining, table
from simulator.workshop.awaiting import What
from simulator.workshop.joining import DoorTable, Ticket

WINDOW = "line by line"


@dataclass
class Joining:
    """Somebody who joins."""

    here: Here
    store: Store
    home: Path
    learner: Learner | None

    def join(self, code: str) -> Seats:
        """Play from the code to the end; gives the seats that were played."""
        room = self._room(code)
        back = self._come_back(room)
        ticket = back or self._sit(room)
        with by_line(self.store, ticket):
            return self._play_at(room, ticket, fresh=back is None)

    def _play_at(self, room: str, ticket: Ticket, *, fresh: bool) -> Seats:
        if fresh:
            ask_round(self.here, asking_in(self.store, ticket), before=True)
        while joining.attempt_of(self.store, room, ticket.number) is None:
            self.here.console.say(say(words.WAITING_TITLE))
            if choose(self.here, [say(words.LOOK_AGAIN), say(words.WE_BEGIN)]) == 1:
                table.begin(self.store, room, ticket.number)
        link = link_to(self.store, ticket)
        try:
            return self._play(link, fresh=fresh)
        finally:
            link.close()

    def _room(self, code: str) -> str:
        while True:
            typed = code or ask(self.here, say(plain_words.TYPE, label=say(words.CODE)), free=True)
            try:
                return joining.enter(self.store, typed, WINDOW)
            except AccessRefused as refused:
                self.here.console.say(str(refused))
                code = ""

    def _come_back(self, room: str) -> Ticket | None:
        """The place this device holds there, if it is still its own."""
        for kept in kept_places(self.home, room)[:1]:
            place = words.CARRY_ON_AS if kept.role else words.CARRY_ON_BESIDE
            self.here.console.say(say(place, role=clean(kept.role), table=clean(kept.table)))
            if choose(self.here, [say(words.TAKE_OVER), say(words.ANOTHER_PLACE)]) == 1:
                return None
            try:
                return joining.come_back(self.store, kept.token, WINDOW, take_over=True)
            except AccessRefused as refused:
                self.here.console.say(str(refused))
                forget_place(self.home, kept.token)
        return None

    def _sit(self, room: str) -> Ticket:
        console = self.here.console
        door = joining.door(self.store, room)
        if door.content_notes:
            console.say(say(words.NOTES, notes="; ".join(map(clean, door.content_notes))))
        console.tell(Paragraph(f"- {say(rule)}") for rule in words.GROUND_RULES)
        while True:
            at = self._table(joining.door(self.store, room).tables)
            chosen = self._place(at)
            try:
                ticket = self._take(room, at, chosen)
            except SimulatorError as problem:
                console.say(str(problem))
                continue
            title = next((seat.title for seat in at.seats if seat.role == chosen), "")
            keep_place(self.home, Kept(room, ticket.token, title, at.name))
            return ticket

    def _take(self, room: str, at: DoorTable, chosen: str) -> Ticket:
        """Raises PlaceHeld where somebody sits there, and it stays so."""
        learner = self.learner.id if self.learner else None
        sit = partial(take, self.store, room, at.number, chosen, learner, WINDOW)
        try:
            return sit()
        except joining.PlaceHeld as held:
            if not held.may_take_over:
                raise
            self.here.console.say(str(held))
            if choose(self.here, [say(words.TAKE_SEAT_OVER), say(words.BACK)]) == 1:
                raise
        return sit(take_over=True)

    def _table(self, tables: tuple[DoorTable, ...]) -> DoorTable:
        if len(tables) == 1:
            return tables[0]
        self.here.console.say(say(words.WHICH_TABLE))
        return tables[choose(self.here, [each.name for each in tables])]

    def _place(self, at: DoorTable) -> str:
        """A role, or what there is beside them."""
        self.here.console.say(say(words.WHICH_SEAT))
        places = place_lines(at)
        return list(places)[choose(self.here, list(places.values()))]

    def _play(self, link: Link, *, fresh: bool) -> Seats:
        if not link.ticket.roles:
            self._beside(link)
        seats = seats_of(link.attempt, link.ticket.roles)
        role = seats.roles[0]
        if fresh:
            title = clean(link.attempt.game.case.roles[role].title)
            self.here.console.say(say(case_words.BRIEF_TITLE, role=title))
            self.here.console.tell(role_pack(seats, role))
        SeatRoom(self.here, seats, link, self.learner.id if self.learner else None).play()
        ask_round(self.here, asking_in(self.store, link.ticket), before=False)
        forget_place(self.home, link.ticket.token)
        return seats

    def _beside(self, link: Link) -> None:
        """Without a seat there is nothing to look back on. Raises Left once the case has ended."""
        seats = seats_of(link.attempt, link.attempt.seats)
        BesideRoom(self.here, seats, link, self.here.board.agencies).play()
        ask_round(self.here, asking_in(self.store, link.ticket), before=False)
        forget_place(self.home, link.ticket.token)
        raise Left


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

    def as_sent(self, move: Move) -> Move:
        """A choice while votes are asked for is a vote."""
        role = getattr(move, "role", "")
        if isinstance(move, Choose) and self.link.asked(role) is What.VOTE:
            return Vote(move.scene, move.role, move.option)
        return move

    def _wait(self) -> None:
        """Who is waited for; what is typed is said to the table, Enter alone looks again."""
        case, console = self.seats.attempt.game.case, self.console
        if is_paused(self.seats.attempt.state):
            console.say(say(words.HELD_TITLE))
        else:
            console.say(waiting_for(case, self.link.awaited()))
        for line in here_lines(case, self.link.present()):
            console.say(line, indent=2)
        typed = ask(replace(self.here, role=self.seats.roles[0]), say(words.SAY_OR_LOOK))
        if typed:
            self.link.speak(typed)
        for said in self.link.hear():
            console.say(say(words.NEW_LINE, who=clean(said.role), text=clean(said.said)))
        self.seats.attempt.refresh()
