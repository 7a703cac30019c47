"""A seat in a workshop, or a whole table, line by line: the code, who sits where, and the case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from simulator.errors import AccessRefused, SimulatorError
from simulator.records import OpenAttempt, Store, rooms
from simulator.settings import Settings
from simulator.terminal.desk.asking import asking_in
from simulator.terminal.desk.model import Learner
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.live.by_line import BesideRoom
from simulator.terminal.live.done import DONE, begin_in, other_chairs_of, out_of_the_role
from simulator.terminal.live.here import by_line
from simulator.terminal.live.link import Link, link_to
from simulator.terminal.live.places import SCRIBE, place_lines, seated_at, sit_together, take
from simulator.terminal.live.tickets import Kept, forget_place, keep_place, kept_places
from simulator.terminal.plain.asides import Here, Left, ask, choose
from simulator.terminal.plain.asking import ask_round
from simulator.terminal.plain.coming_in import who
from simulator.terminal.plain.console import EndOfInput
from simulator.terminal.plain.live_rooms import LiveTable, SeatRoom
from simulator.terminal.plain.seating import Entering, read_own_pages, seat_table
from simulator.terminal.reading.asides import ground_rules, support
from simulator.terminal.reading.panels import role_pack
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from simulator.terminal.room.table import Table
from simulator.text import clean
from simulator.words import cases as case_words
from simulator.words import live as words
from simulator.words import plain as plain_words
from simulator.words import say
from simulator.workshop import entering, joining, table
from simulator.workshop.entering import Door, DoorTable
from simulator.workshop.joining import Ticket

WINDOW = "line by line"


class Came(NamedTuple):
    """Somebody, or a whole table, who has come in."""

    ticket: Ticket
    fresh: bool
    """Just sat down, rather than come back."""
    table: Table | None
    """Who sits where, as a table that shares the screen has just said."""


@dataclass
class Joining:
    """Somebody who joins."""

    here: Here
    desk: StoredDesk
    settings: Settings
    learner: Learner | None
    """Whoever is known already; else asked, once a place is theirs to choose."""
    room: str = ""
    """Once a code has let them in."""

    @property
    def store(self) -> Store:
        """The record."""
        return self.desk.store

    @property
    def home(self) -> Path:
        """Where this device keeps the places it holds."""
        return self.settings.home

    def join(self, code: str) -> tuple[Seats, Table | None]:
        """Play from the code to the end; gives the seats that were played, and who sat where at a table."""
        self.room = self._room(code)
        came = self._come_in(self.room)
        try:
            with by_line(self.store, came.ticket):
                return self._play_at(came)
        except (EndOfInput, Left):
            if any(kept.token == came.ticket.token for kept in kept_places(self.home)):
                self.here.console.say(say(words.KEPT))
            raise

    def _come_in(self, room: str) -> Came:
        """Back to a place; else a new one, or a whole table where tables share screens."""
        if back := self._come_back(room):
            return Came(back, False, None)
        door = entering.door(self.store, room)
        if door.one_screen:
            return self._sit_together(door)
        if self.learner is None:
            somebody = who(self.here, self.desk, room, self.home, WINDOW)
            if isinstance(somebody, Ticket):
                return Came(somebody, False, None)
            self.learner = somebody
        return Came(self._sit(door), True, None)

    def _play_at(self, came: Came) -> tuple[Seats, Table | None]:
        ticket = came.ticket
        if came.fresh:
            ask_round(self.here, asking_in(self.store, ticket), before=True)
        while joining.attempt_of(self.store, ticket.room, ticket.number) is None:
            self.here.console.say(say(words.WAITING_TITLE))
            if choose(self.here, [say(words.LOOK_AGAIN), say(words.WE_BEGIN)]) == 1:
                table.begin(self.store, ticket.room, ticket.number)
        link = link_to(self.store, ticket)
        try:
            return self._play(link, came)
        finally:
            link.close()

    def _room(self, code: str) -> str:
        while True:
            typed = code or ask(self.here, say(plain_words.TYPE, label=say(words.CODE)), free=True)
            try:
                return entering.enter(self.store, typed, WINDOW)
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

    def _good_to_know(self, door: Door) -> None:
        """Content notes and ground rules."""
        console = self.here.console
        if door.content_notes:
            console.say(say(words.NOTES, notes="; ".join(map(clean, door.content_notes))))
        console.tell(ground_rules(plain=True))

    def _sit_together(self, door: Door) -> Came:
        """A whole table, with whoever takes its free seats. Raises Left where they go back."""
        self._good_to_know(door)
        at = self._table(door.tables)
        kept = rooms.find_room(self.store, door.room)
        self.here.console.say(say(words.RECORD_TITLE))
        recorded = choose(self.here, [say(words.RECORDED_TABLE), say(words.PRACTICE_TABLE)]) == 0
        me, years = self.learner if recorded else None, self.settings.retention_years
        case = entering.case_of(kept.case_text, kept.case_name)
        seated = seat_table(Entering(self.here, self.desk, me, years, recorded, led=True), case)
        if seated is None:
            raise Left
        return Came(sit_together(self.store, door.room, at, seated, WINDOW, self.home), True, seated.table)

    def _sit(self, door: Door) -> Ticket:
        self._good_to_know(door)
        console, room = self.here.console, door.room
        while True:
            at = self._table(entering.door(self.store, room).tables)
            chosen = self._place(at)
            try:
                ticket = self._take(room, at, chosen)
            except SimulatorError as problem:
                console.say(str(problem))
                continue
            titles = {seat.role: seat.title for seat in at.seats}
            title = say(words.THE_SCRIBE) if chosen == SCRIBE else titles.get(chosen, "")
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

    def _play(self, link: Link, came: Came) -> tuple[Seats, Table | None]:
        if not link.ticket.roles:
            self._beside(link)
        seats = seats_of(link.attempt, link.ticket.roles)
        sits = seated_at(link, came.table) if seats.shared else None
        if sits is not None:
            if came.fresh and sits.own_pages:
                read_own_pages(self.here, seats, sits)
            LiveTable(self.here, seats, link, sits).play()
        else:
            if came.fresh:
                self._brief(seats)
            SeatRoom(self.here, seats, link, self.learner.id if self.learner else None).play()
        self._out_of_the_role(link, seats)
        return seats, sits

    def _out_of_the_role(self, link: Link, seats: Seats) -> None:
        """Back to oneself, and the questions once more; whom to talk to is said with the look back."""
        title, said = out_of_the_role(seats, link.role)
        self.here.console.tell((Paragraph(title, Look.HEADING), Paragraph(said)))
        ask_round(self.here, asking_in(self.store, link.ticket), before=False)
        forget_place(self.home, link.ticket.token)

    def another_chair(self, seats: Seats) -> tuple[OpenAttempt, str] | None:
        """The same case as practice from another seat, while the others finish; None where they are done."""
        view = other_chairs_of(seats.attempt.game.case, seats.roles)
        self.here.console.say(view.title)
        role = view.items[choose(self.here, [item.text for item in view.items])].id
        return None if role == DONE else (self.store.attempt(begin_in(self.store, self.room, role)), role)

    def _brief(self, seats: Seats) -> None:
        (role,) = seats.roles
        title = clean(seats.attempt.game.case.roles[role].title)
        self.here.console.say(say(case_words.BRIEF_TITLE, role=title))
        self.here.console.tell(role_pack(seats, role))

    def _beside(self, link: Link) -> None:
        """Without a seat there is nothing to look back on. Raises Left once the case has ended."""
        seats = seats_of(link.attempt, link.attempt.seats)
        BesideRoom(self.here, seats, link, self.here.board.agencies).play()
        self._out_of_the_role(link, seats)
        self.here.console.tell(support(self.desk.board))
        raise Left
