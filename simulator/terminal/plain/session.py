"""A whole sitting in plain mode: welcome, sign in or carry on, pick, play, read the debrief."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from simulator.errors import SimulatorError
from simulator.terminal.desk.model import Desk, Learner
from simulator.terminal.options import Options
from simulator.terminal.plain.asides import Here, Left, SteppedOut, WentBack, ask, choose
from simulator.terminal.plain.asking import ask_round
from simulator.terminal.plain.asking_again import ask_again
from simulator.terminal.plain.console import Console, EndOfInput
from simulator.terminal.plain.picking import pick
from simulator.terminal.plain.room import Room
from simulator.terminal.plain.seating import read_own_pages
from simulator.terminal.plain.signing_in import come_back, sign_in
from simulator.terminal.plain.table import TableRoom
from simulator.terminal.reading import asides
from simulator.terminal.reading.panels import role_pack
from simulator.terminal.reading.records import record_paragraphs
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.chairs import ONE_ON, first_scene, one_chair_on, other_chairs
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats
from simulator.terminal.room.table import Table
from simulator.words import asides as aside_words
from simulator.words import cases as case_words
from simulator.words import live as live_words
from simulator.words import looking_back, say
from simulator.words import plain as words
from simulator.words import welcome as welcome_words
from simulator.words import workbench as workbench_words

INTERRUPTED: Final = 130
"""The number handed back after Ctrl+C, as shells have it."""
Door = tuple[str, Callable[[], None]]
"""What can be done at the door, and what does it."""


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

    @property
    def stepwise(self) -> Here:
        """Where `back` leads to what was asked before, and from the first of it to the door."""
        return replace(self.here, steps=True)

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
        except KeyboardInterrupt:
            self.console.say()
            self._say_how_to_carry_on()
            return INTERRUPTED
        return 0

    def _sitting(self) -> None:
        if self.options.attempt:
            resumed = self.desk.resume(self.options.attempt)
            self._play(resumed.attempt, resumed.roles, resumed.seating)
            return
        self.console.say(say(welcome_words.NAME))
        self.console.tell(asides.welcome(plain=True))
        self.learner = self.desk.remembered()
        if self.options.join:
            self._join()
            return
        while self._at_the_door():
            pass

    def _at_the_door(self) -> bool:
        """What somebody wants to do; whether to ask again afterwards."""
        learner, doors = self.learner, self._to_carry_on()
        doors.append((say(welcome_words.PLAY if learner else welcome_words.BEGIN), self._sign_in_and_play))
        if learner is None:
            doors.append((say(welcome_words.COME_BACK), self._come_back))
        else:
            doors.append((say(welcome_words.RECORDS), self._records))
        doors.append((say(welcome_words.PRACTISE), self._practise))
        if learner is not None:
            doors.append((say(welcome_words.SOMEBODY_ELSE, name=learner.name), self._forget))
        if self.options.served is None:
            doors.append((say(workbench_words.DOOR), self._workbench))
        self.console.say()
        self.console.say(say(welcome_words.WHAT_NOW))
        place = choose(self.here, [*(line for line, _ in doors), say(welcome_words.LEAVE)])
        if place < len(doors):
            with suppress(WentBack):
                doors[place][1]()
        return place < len(doors)

    def _to_carry_on(self) -> list[Door]:
        return [
            (
                say(words.CARRY_ON_AT if each.table else words.CARRY_ON, **each._asdict()),
                partial(self._carry_on, each.attempt),
            )
            for each in self.desk.unfinished(self.learner)
        ]

    def _sign_in_and_play(self) -> None:
        self.learner = self.learner or sign_in(
            self.stepwise, self.desk, self.options.settings.retention_years
        )
        self._ask_again()
        self._begin()

    def _practise(self) -> None:
        self.learner = None
        self._begin()

    def _come_back(self) -> None:
        self.learner = come_back(self.stepwise, self.desk)
        self._ask_again()

    def _ask_again(self) -> None:
        """Whether an earlier training has lasted."""
        ask_again(self.here, self.desk, self.learner)

    def _workbench(self) -> None:
        from simulator.terminal.workbench.line_mode import workbench

        workbench(self.here, self.desk)

    def _forget(self) -> None:
        self.desk.remember(None)
        self.learner = None

    def _join(self) -> None:
        """A seat in a workshop, or a whole table."""
        from simulator.terminal.desk.stored import StoredDesk
        from simulator.terminal.plain.workshop import Joining

        assert isinstance(self.desk, StoredDesk)
        joined = Joining(self.here, self.desk, self.options.settings, self.learner)
        seats, table = joined.join(self.options.join)
        if self._debrief(seats, table):
            return
        if table is not None:
            self._try_other_chairs(seats, table)
        elif (another := joined.another_chair(seats)) is not None:
            attempt, role = another
            self._play(attempt, (role,))
        self.console.say(say(live_words.THANKS))

    def _carry_on(self, attempt: str) -> None:
        resumed = self.desk.resume(attempt)
        self._play(resumed.attempt, resumed.roles, resumed.seating)

    def _begin(self) -> None:
        alone = (self.learner,) if self.learner and not self.options.practice_only else ()
        wish = pick(self.stepwise, self.desk, self.options, alone)
        if wish is not None:
            self._play(self.desk.begin(wish), wish.roles, wish.seating)

    def _play(self, attempt: Attempt, roles: tuple[str, ...], table: Table | None = None) -> None:
        self.attempt = attempt
        seats = seats_of(attempt, roles)
        if not seats.shared and not attempt.moves:
            title = attempt.game.case.roles[roles[0]].title
            self.console.say(say(case_words.BRIEF_TITLE, role=title))
            self.console.tell(role_pack(seats, roles[0]))
        learner = self.learner.id if self.learner else None
        if seats.shared:
            self._play_together(seats, learner, table or Table())
        else:
            Room(self.here, seats, learner).play()
        self.attempt = None
        if not self._debrief(seats, table) and seats.shared:
            self._try_other_chairs(seats, table or Table())

    def _try_other_chairs(self, seats: Seats, table: Table) -> None:
        """Where the others are not done: the same case as practice, everybody in another seat."""
        view = other_chairs()
        self.console.say(view.title)
        if view.items[choose(self.here, [item.text for item in view.items])].id == ONE_ON:
            tried = self.desk.try_from(seats.attempt, first_scene(seats.attempt))
            if tried is not None:
                self._play(tried, tried.seats, one_chair_on(table, tried.seats))

    def _play_together(self, seats: Seats, learner: str | None, table: Table) -> None:
        """A table, with what everybody there is asked before and after."""
        if not seats.attempt.moves:
            if asking := self.desk.asking(seats.attempt):
                ask_round(self.here, asking, before=True)
            if table.own_pages:
                read_own_pages(self.here, seats, table)
        TableRoom(self.here, seats, learner, table).play()
        if asking := self.desk.asking(seats.attempt):
            ask_round(self.here, asking, before=False)

    def _debrief(self, seats: Seats, table: Table | None) -> bool:
        """Part by part: Enter goes on, a word or `leave` works as everywhere. Whether a decision was tried
        again."""
        from simulator.terminal.reading.debrief import make_debrief, parts_of

        self.console.say(say(looking_back.WORKING))
        parts = parts_of(make_debrief(seats, self.desk.board), seats.roles, 0)
        for number, part in enumerate(parts, 1):
            self.console.say()
            self.console.say(part.title)
            self.console.tell(part.paragraphs)
            prompt = words.TRY_OR_GO_ON if part.scene else words.ENTER_TO_GO_ON
            if number < len(parts) and ask(self.here, say(prompt)).lower() == words.TRY:
                tried = self.desk.try_from(seats.attempt, part.scene) if part.scene else None
                if tried is not None:
                    self.console.say(say(looking_back.TRIED))
                    self._play(tried, seats.roles, table)
                    return True
        self.console.say()
        self.console.say(say(words.LAST_PART))
        return False

    def _records(self) -> None:
        self._ask_again()
        if self.learner is not None:
            self.console.tell(record_paragraphs(self.desk.transcript(self.learner)))

    def _say_how_to_carry_on(self) -> None:
        if self.attempt is not None:
            self.console.say(say(words.KEPT))
            self.console.say(say(words.RESUME, attempt=self.attempt.id), indent=2)
        else:
            self.console.say(say(words.GOODBYE))
