"""The case room, line by line: what is said, whose turn it is, the decision, until the case ends."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from simulator.errors import MoveRefused, NotSaved, RoomMovedOn
from simulator.play.moves import Move, StepOut
from simulator.terminal.actions import Where
from simulator.terminal.forms.filling import Advised, Filling, Sent, as_draft, begin
from simulator.terminal.plain.asides import Here, SteppedOut
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.deciding import decide
from simulator.terminal.reading.talk import said_paragraphs
from simulator.terminal.room.seats import Said, Seats, header, seen
from simulator.words import plain as words
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
            try:
                self._take_turn(role)
            except SteppedOut:
                self._step_out(role)
        self._tell(self._open_to or self.seats.roles[0])

    def _take_turn(self, role: str) -> None:
        """What is new, then the decision that waits for the seat."""
        self._tell(role)
        self._decide(role)

    def _tell(self, role: str) -> None:
        """What the seat, or at a table everybody, has not been told yet."""
        alone = self._open_to == role
        lines = seen(self.seats, role, private=alone)
        listener = role if alone else ""
        told = self._heard.get(listener, 0) if self._heard.get(listener, 0) <= len(lines) else 0
        self._say_lines(lines[told:])
        self._heard[listener] = len(lines)

    def _say_lines(self, lines: Sequence[Said]) -> None:
        """Lines of the story; at a stop, a pause."""
        for line in lines:
            self.console.tell(said_paragraphs(line))
            if line.kind == "stop":
                self.console.hear(say(words.ENTER_TO_GO_ON))

    def _decide(self, role: str) -> None:
        self._say_where(role)
        self._answer(role, begin(self.seats.turn(role), self.seats.attempt.draft(role)))

    def _say_where(self, role: str) -> None:
        top = header(self.seats, role)
        self.console.say()
        self.console.say(f"{top.role}. {top.day}. {top.step}.")

    def _answer(self, role: str, filling: Filling) -> None:
        here = replace(self.here, role=role, private=self._open_to == role)
        self._send(role, decide(here, filling, lambda each: self._keep(role, each)))

    def _send(self, role: str, made: Sent | Advised) -> None:
        self.make(self.as_sent(made.move), role, getattr(made, "words", ""))

    def make(self, move: Move, role: str, typed: str = "") -> bool:
        """Make a move; False where it was not kept, which is said."""
        attempt = self.seats.attempt
        try:
            attempt.play(move, secrets.token_hex(8), role, typed or None)
        except RoomMovedOn as moved:
            attempt.refresh()
            self.console.say(str(moved))
        except (MoveRefused, NotSaved) as problem:
            self.console.say(str(problem))
        else:
            return True
        return False

    def as_sent(self, move: Move) -> Move:
        """A move as it goes to the record."""
        return move

    def _keep(self, role: str, filling: Filling) -> None:
        draft = as_draft(filling)
        if draft != self.seats.attempt.draft(role):
            self.seats.attempt.keep_draft(role, draft, self.learner)

    def _wait(self) -> None:
        """For seats at other screens. Enter looks again."""
        self.console.hear(say(words.WAITING))
        self.seats.attempt.refresh()

    def _step_out(self, role: str) -> None:
        """A person alone leaves."""
        self.make(StepOut(role), role)
        raise SteppedOut
