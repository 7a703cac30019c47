"""A whole sitting in plain mode: welcome, sign in or carry on, pick, play, read the debrief."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

from simulator.errors import SimulatorError
from simulator.terminal.desk.model import Desk, Learner
from simulator.terminal.options import Options
from simulator.terminal.plain.asides import Here, Left, SteppedOut, ask, choose
from simulator.terminal.plain.console import Console, EndOfInput
from simulator.terminal.plain.picking import pick
from simulator.terminal.plain.room import Room
from simulator.terminal.plain.signing_in import come_back, sign_in
from simulator.terminal.reading import asides
from simulator.terminal.reading.records import record_paragraphs
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from simulator.words import asides as aside_words
from simulator.words import looking_back, say
from simulator.words import plain as words
from simulator.words import welcome as welcome_words


def run(options: Options) -> int:
    """On standard input and output, with the record of the settings."""
    from simulator.terminal.desk.opening import open_desk

    console = Console(sys.stdin, sys.stdout)
    try:
        return Session(console, open_desk(options), options).run()
    except SimulatorError as error:
        console.say(str(error))
        return 1


@dataclass
class Session:
    """One sitting."""

    console: Console
    desk: Desk
    options: Options
    learner: Learner | None = None
    attempt: Attempt | None = None

    @property
    def here(self) -> Here:
        """For the words that work everywhere."""
        return Here(self.console, self.desk.board)

    def run(self) -> int:
        """Until somebody leaves, or nothing more is typed."""
        try:
            self._sitting()
        except SteppedOut:
            self.console.say(say(aside_words.STEPPED_OUT))
            self.console.say(say(aside_words.STEPPED_OUT_SAYS))
            self.console.tell(asides.support(self.desk.board))
        except (EndOfInput, Left):
            self._say_how_to_carry_on()
        return 0

    def _sitting(self) -> None:
        if self.options.attempt:
            resumed = self.desk.resume(self.options.attempt)
            self._play(resumed.attempt, resumed.roles)
            return
        self.console.say(say(welcome_words.NAME))
        self.console.tell(asides.welcome(plain=True))
        if self.options.case:
            self._begin()
            return
        while self._at_the_door():
            pass

    def _at_the_door(self) -> bool:
        """What somebody wants to do; whether to ask again afterwards."""
        unfinished = self.desk.unfinished(self.learner)
        doors = [say(welcome_words.BEGIN if self.learner is None else words.PLAY_CASE)]
        doors += [say(welcome_words.PRACTISE), say(welcome_words.COME_BACK)]
        doors += [say(welcome_words.RECORDS)] if self.learner else []
        carry_on = [say(words.CARRY_ON, title=each.title, step=each.step) for each in unfinished]
        self.console.say()
        self.console.say(say(welcome_words.WHAT_NOW))
        place = choose(self.here, [*doors, *carry_on, say(welcome_words.LEAVE)])
        if place >= len(doors) + len(carry_on):
            return False
        if place >= len(doors):
            resumed = self.desk.resume(unfinished[place - len(doors)].attempt)
            self._play(resumed.attempt, resumed.roles)
        elif place == 0:
            self.learner = self.learner or sign_in(self.here, self.desk)
            self._begin()
        elif place == 1:
            self.learner = None
            self._begin()
        elif place == 2:
            self.learner = come_back(self.here, self.desk) or self.learner
        else:
            self._records()
        return True

    def _begin(self) -> None:
        wish = pick(self.here, self.desk, self.options)
        if wish is not None:
            learners = (self.learner,) if self.learner and not self.options.practice_only else ()
            self._play(self.desk.begin(replace(wish, learners=learners)), wish.roles)

    def _play(self, attempt: Attempt, roles: tuple[str, ...]) -> None:
        self.attempt = attempt
        seats = seats_of(attempt, roles)
        Room(self.here, seats, self.learner.id if self.learner else None).play()
        self.attempt = None
        self._debrief(seats)

    def _debrief(self, seats: Seats) -> None:
        """Part by part: Enter goes on, a word or `leave` works as everywhere."""
        from simulator.terminal.reading.debrief import make_debrief, parts_of

        self.console.say(say(looking_back.WORKING))
        parts = parts_of(make_debrief(seats, self.desk.board), seats.roles, 0)
        for number, part in enumerate(parts, 1):
            self.console.say()
            self.console.say(part.title)
            self.console.tell(part.paragraphs)
            if number < len(parts):
                ask(self.here, say(words.ENTER_TO_GO_ON))

    def _records(self) -> None:
        if self.learner is not None:
            self.console.tell(record_paragraphs(self.desk.transcript(self.learner)))

    def _say_how_to_carry_on(self) -> None:
        if self.attempt is not None:
            self.console.say(say(words.KEPT, attempt=self.attempt.id))
        else:
            self.console.say(say(words.GOODBYE))
