"""The trainer's controls. Whatever a table sees of them, or may no longer do, is a move in its journal.

    console = Console(store, room)                  after the PIN: `simulator.access.check_pin`
    console.begin_all(); console.pause_all(); console.go_on([2])
    console.inject([1, 2], "phone_call"); console.write([1], "…", roles=["gp"])
    console.time_box([], 10); console.move_on(3); console.open_votes(1); console.end_all()

An empty list of tables means all that have begun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from simulator.errors import MoveRefused, RecordError
from simulator.play.moves import (
    EndPlay,
    HandOver,
    Move,
    MoveOn,
    OpenVotes,
    Pause,
    Poll,
    SendInject,
    Stand,
    Stops,
    TimeBox,
)
from simulator.records import TRAINER, OpenAttempt, Store, rooms, rooms_places, rooms_talk
from simulator.records.rooms_talk import Say, TalkLine
from simulator.records.tables import PlaceState
from simulator.words import say
from simulator.words import workshop as words
from simulator.workshop.entering import case_of
from simulator.workshop.joining import attempt_of
from simulator.workshop.opening import check_open, close_workshop
from simulator.workshop.setting import Setting, as_data, from_data
from simulator.workshop.table import begin


@dataclass(frozen=True)
class Console:
    """One room, in the trainer's hands. Every method raises RecordError once the workshop has ended, and
    NotSaved; those for one table MoveRefused where it has not come so far."""

    store: Store
    room: str

    def begin_all(self) -> list[int]:
        """Begin every table where somebody sits; give their numbers."""
        check_open(self.store, self.room)
        taken = {one.number for one in rooms_places.places_of(self.store, self.room) if one.held and one.role}
        waiting = [one.number for one in rooms.tables_of(self.store, self.room) if not one.attempt]
        begun = [number for number in waiting if number in taken]
        for number in begun:
            begin(self.store, self.room, number)
        return begun

    def pause(self, numbers: Iterable[int] = ()) -> list[int]:
        """Pause tables; give those that were paused."""
        return self._each(numbers, lambda attempt: Pause(True))

    def go_on(self, numbers: Iterable[int] = ()) -> list[int]:
        """Let tables go on, from a pause or a discussion point."""
        return self._each(numbers, lambda attempt: Pause(False))

    def stops(self, stopping: bool, numbers: Iterable[int] = ()) -> list[int]:
        """Let tables pause by themselves at discussion points, or no longer; those that begin later too."""
        self._set(lambda setting: setting._replace(stops=stopping))
        return self._each(numbers, lambda attempt: Stops(stopping))

    def votes(self, voters: str, numbers: Iterable[int] = ()) -> list[int]:
        """Say who votes before an option is chosen: nobody, present, table."""
        self._set(lambda setting: setting._replace(votes=voters))
        return self._each(numbers, lambda attempt: Poll(voters))

    def time_box(self, minutes: int, numbers: Iterable[int] = ()) -> list[int]:
        """Give tables so many minutes from now; 0 takes the box away."""
        return self._each(numbers, lambda attempt: TimeBox(minutes))

    def inject(self, inject: str, numbers: Iterable[int] = (), roles: Sequence[str] = ()) -> list[int]:
        """Send an inject of the case to tables, or to some of their seats. Raises MoveRefused where the case
        has none of that id for the trainer to send."""
        kept = rooms.find_room(self.store, self.room)
        known = case_of(kept.case_text, kept.case_name).injects
        if inject not in known or known[inject].when is not None:
            ids = ", ".join(one.id for one in known.values() if one.when is None)
            message = say(words.NO_INJECT_MESSAGE, inject=inject[:40], known=ids)
            raise MoveRefused(say(words.NO_INJECT), message)
        return self._each(numbers, lambda attempt: SendInject(inject, tuple(roles)))

    def write(self, text: str, numbers: Iterable[int] = (), roles: Sequence[str] = ()) -> list[int]:
        """Send words typed on the spot to tables, or to some of their seats. Kept as typed words are."""
        if not text.strip():
            raise MoveRefused(say(words.NO_WORDS), say(words.NO_WORDS_MESSAGE))
        return self._each(numbers, lambda attempt: SendInject("", tuple(roles)), text)

    def end_all(self, numbers: Iterable[int] = ()) -> list[int]:
        """End the play of tables, in the ending that fits how things stand at each; then bring all to the
        debrief. Give those that were ended."""
        return self._each(numbers, lambda attempt: EndPlay())

    def move_on(self, number: int) -> None:
        """Move a quiet table on: who is waited for acts once as their colleague would."""
        self._one(number, lambda attempt: MoveOn(_scene(attempt)))

    def open_votes(self, number: int) -> None:
        """Open the votes of a table that are in."""
        self._one(number, lambda attempt: OpenVotes(_scene(attempt)))

    def stand(self, number: int, option: str) -> None:
        """Say which decision of a meeting stands."""
        self._one(number, lambda attempt: Stand(_scene(attempt), option))

    def free(self, number: int, role: str) -> None:
        """Free a seat: whoever holds it has left, and a colleague's habit plays it."""
        check_open(self.store, self.room)
        attempt = attempt_of(self.store, self.room, number)
        for place in rooms_places.places_of(self.store, self.room):
            if (place.number, place.role) == (number, role):
                if attempt and not attempt.ended and attempt.state.seats & attempt.game.seat[role]:
                    move = HandOver(role, False)
                    attempt.play(move, f"free-{place.id}-{place.turns}", TRAINER)
                if attempt and not attempt.ended and place.held and place.learner:
                    self.store.leave(attempt.id, place.learner)
                state = PlaceState.SIMULATED if attempt else PlaceState.FREE
                rooms_places.let_go(self.store, place.id, state)

    def talk(self, number: int, after: int = 0) -> Sequence[TalkLine]:
        """What a table says to itself."""
        attempt = self._attempt(number)
        return rooms_talk.lines_after(self.store, attempt.id, after)

    def speak(self, number: int, text: str) -> int:
        """Say a line in a table's talk; unlike `write` it is no part of the play."""
        attempt = self._attempt(number)
        learner = rooms.find_room(self.store, self.room).trainer
        return rooms_talk.add_line(self.store, Say(attempt.id, self.room, TRAINER, text, learner))

    def close(self) -> None:
        """End the workshop."""
        close_workshop(self.store, self.room)

    def _each(self, numbers: Iterable[int], make: Callable[[OpenAttempt], Move], said: str = "") -> list[int]:
        """Play a move at tables that have begun and not ended; those named must have begun."""
        check_open(self.store, self.room)
        wanted = list(numbers)
        known = {one.number: one for one in rooms.tables_of(self.store, self.room)}
        for number in wanted:
            if number not in known:
                raise rooms.no_table(number)
        done = []
        for number, table in known.items():
            if table.attempt is None or (wanted and number not in wanted):
                continue
            attempt = self.store.attempt(table.attempt)
            if not attempt.ended:
                attempt.play(make(attempt), self.store.given.new_id(), TRAINER, said)
                done.append(number)
        return done

    def _one(self, number: int, make: Callable[[OpenAttempt], Move]) -> None:
        check_open(self.store, self.room)
        attempt = self._attempt(number)
        attempt.play(make(attempt), self.store.given.new_id(), TRAINER)

    def _attempt(self, number: int) -> OpenAttempt:
        attempt = attempt_of(self.store, self.room, number)
        if attempt is None:
            message = say(words.NOT_BEGUN_MESSAGE, number=number)
            raise RecordError(say(words.NOT_BEGUN), message)
        return attempt

    def _set(self, change: Callable[[Setting], Setting]) -> None:
        kept = from_data(rooms.how_it_stands(self.store, self.room)[1])
        rooms.change_setting(self.store, self.room, as_data(change(kept)))


def _scene(attempt: OpenAttempt) -> str:
    """The scene a table is at. Raises MoveRefused once its case has ended."""
    if attempt.ended:
        raise MoveRefused(say(words.ENDED_THERE), say(words.ENDED_THERE_MESSAGE))
    return attempt.game.scenes[attempt.state.scene].scene.id
