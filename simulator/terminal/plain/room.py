"""The case room, line by line: what is said, whose turn it is, the decision, until the case ends."""

from __future__ import annotations

import secrets
from dataclasses import replace

from simulator.errors import MoveRefused, NotSaved, RoomMovedOn
from simulator.play.moves import Move, StepOut
from simulator.terminal.actions import Where
from simulator.terminal.forms.filling import Filling, as_draft, begin
from simulator.terminal.plain.asides import Here, SteppedOut, choose
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.deciding import decide
from simulator.terminal.reading.talk import said_paragraphs
from simulator.terminal.room.seats import Seats, header, seen
from simulator.terminal.room.table import needs_curtain
from simulator.words import asides as aside_words
from simulator.words import plain as words
from simulator.words import room as room_words
from simulator.words import say


class Room:
    """One sitting in the case room."""

    def __init__(self, here: Here, seats: Seats, learner: str | None) -> None:
        self.here = replace(here, where=Where.ROOM, seats=seats)
        self.seats = seats
        self.learner = learner
        self._heard: dict[str, int] = {}
        """How many lines each seat has been told; under the empty name what all of a table have heard."""
        self._open_to = "" if seats.shared else seats.roles[0]
        """The seat that has the keyboard to itself."""

    @property
    def console(self) -> Console:
        """Where it is said."""
        return self.here.console

    def play(self) -> None:
        """Until the case ends. Raises EndOfInput, SteppedOut or Left; then the place is kept."""
        while not self.seats.ended:
            role = self.seats.whose_turn()
            if not role:
                self._wait()
                continue
            self._tell(role)
            try:
                self._decide(role)
            except SteppedOut:
                self._step_out(role)
        self._tell(self._open_to or self.seats.roles[0])

    def _tell(self, role: str) -> None:
        """What the seat has not been told yet; at a stop, a pause."""
        alone = self._open_to == role
        lines = seen(self.seats, role, private=alone)
        listener = role if alone else ""
        told = self._heard.get(listener, 0) if self._heard.get(listener, 0) <= len(lines) else 0
        if self.seats.shared:
            self.console.say()
            self.console.say(say(words.SEES, role=header(self.seats, role).role))
        for line in lines[told:]:
            self.console.tell(said_paragraphs(line))
            if line.kind == "stop":
                self.console.hear(say(words.ENTER_TO_GO_ON))
        self._heard[listener] = len(lines)

    def _decide(self, role: str) -> None:
        turn = self.seats.turn(role)
        if needs_curtain(self.seats, turn) and self._open_to != role:
            self._curtain(role)
        elif self.seats.shared and self._open_to != role:
            self._open_to = ""  # somebody else has had the keyboard since
        attempt = self.seats.attempt
        top = header(self.seats, role)
        self.console.say()
        self.console.say(f"{top.role}. {top.day}. {top.step}.")
        here = replace(self.here, role=role, private=self._open_to == role)
        made = decide(here, begin(turn, attempt.draft(role)), lambda filling: self._keep(role, filling))
        typed = getattr(made, "words", "")
        try:
            attempt.play(self.as_sent(made.move), secrets.token_hex(8), role, typed or None)
        except RoomMovedOn as moved:
            attempt.refresh()
            self.console.say(str(moved))
        except (MoveRefused, NotSaved) as problem:
            self.console.say(str(problem))

    def as_sent(self, move: Move) -> Move:
        """A move as it goes to the record."""
        return move

    def _keep(self, role: str, filling: Filling) -> None:
        draft = as_draft(filling)
        if draft != self.seats.attempt.draft(role):
            self.seats.attempt.keep_draft(role, draft, self.learner)

    def _curtain(self, role: str) -> None:
        title = self.seats.attempt.game.case.roles[role].title
        self.console.say(say(room_words.CURTAIN, role=title))
        self.console.hear(say(room_words.CURTAIN_READY, role=title) + " " + say(words.ENTER))
        self._open_to = role
        self._heard.pop(role, None)
        self._tell(role)

    def _wait(self) -> None:
        """For seats at other screens. Enter looks again."""
        self.console.hear(say(words.WAITING))
        self.seats.attempt.refresh()

    def _step_out(self, role: str) -> None:
        """A person alone leaves; at a table somebody does, and the others go on."""
        seats = (role,) if not self.seats.shared else self._who_steps_out()
        for each in seats:
            self.seats.attempt.play(StepOut(each), secrets.token_hex(8), each)
        if set(seats) == set(self.seats.roles):
            raise SteppedOut
        self.seats = replace(self.seats, roles=tuple(r for r in self.seats.roles if r not in seats))
        self.here = replace(self.here, seats=self.seats)

    def _who_steps_out(self) -> tuple[str, ...]:
        roles = self.seats.roles
        titles = [self.seats.attempt.game.case.roles[role].title for role in roles]
        choices = [say(aside_words.STEP_OUT_SEAT, role=title) for title in titles]
        place = choose(replace(self.here, where=Where.EVERYWHERE), [*choices, say(aside_words.STEP_OUT_ALL)])
        return (roles[place],) if place < len(roles) else roles
