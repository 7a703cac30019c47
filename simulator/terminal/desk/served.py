"""The desk of a seat in a browser: it knows the person at this seat and the attempts begun at it, and nobody
else's. Practice of others is nobody's on the record, and so must not be offered to whoever comes by."""

from __future__ import annotations

from dataclasses import dataclass

from simulator import access
from simulator.errors import RecordError
from simulator.terminal.desk.model import Learner, Resumed, Unfinished, Wish
from simulator.terminal.desk.stored import StoredDesk, open_stored
from simulator.terminal.options import Options
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.served import SeatNotes
from simulator.text import clean
from simulator.words import desk as words
from simulator.words import say


@dataclass
class ServedDesk(StoredDesk):
    """The record as one seat may use it."""

    notes: SeatNotes

    def remembered(self) -> Learner | None:
        """Who sits here."""
        learner = self.notes.read().learner
        try:
            known = access.person(self.store, learner) if learner else None
        except RecordError:
            return None
        return known and Learner(known.learner, clean(known.details.name), clean(known.details.agency))

    def remember(self, learner: Learner | None) -> None:
        """Somebody sits here, or nobody."""
        self.notes.change(learner=learner.id if learner else "")

    def unfinished(self, learner: Learner | None) -> tuple[Unfinished, ...]:
        """What the person here can carry on with; without one, the practice begun at this seat.

        Whoever is asked what to carry on with has no attempt open, so that none is opened again by a reload.
        """
        found = super().unfinished(learner)
        begun = self.notes.read().attempts
        self.notes.change(open="")
        return found if learner else tuple(each for each in found if each.attempt in begun)

    def begin(self, wish: Wish) -> Attempt:
        """Begin, and know that it was here."""
        return self._here(super().begin(wish))

    def resume(self, attempt: str) -> Resumed:
        """Carry on with what is this seat's or this person's, and nothing else. Raises RecordError."""
        begun = self.notes.read().attempts
        learner = self.remembered()
        if attempt not in begun and not (
            learner and attempt in {each.attempt for each in super().unfinished(learner)}
        ):
            raise RecordError(say(words.NO_SUCH_ATTEMPT), say(words.NO_SUCH_ATTEMPT_MESSAGE))
        resumed = super().resume(attempt)
        self.notes.change(open=attempt)
        return resumed

    def try_from(self, attempt: Attempt, scene: str) -> Attempt | None:
        """A practice attempt of this seat."""
        tried = super().try_from(attempt, scene)
        return None if tried is None else self._here(tried)

    def _here(self, attempt: Attempt) -> Attempt:
        self.notes.begun(attempt.id)
        return attempt


def open_served(options: Options) -> ServedDesk:
    """Raises SettingsError or RecordError where board or record cannot be used."""
    assert options.served is not None
    desk = open_stored(options.settings)
    return ServedDesk(desk.settings, desk.store, desk.board, options.served)
