"""A desk that keeps nothing beyond the process: for previews and tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scoring.guidance.board import Board
from scoring.guidance.board_reading import load_board
from simulator.errors import AccessRefused, RecordError
from simulator.play.game import prepare
from simulator.scenario.library import Summary, listing
from simulator.scenario.model import Case
from simulator.terminal.desk.making import make, read_case
from simulator.terminal.desk.model import (
    Again,
    Asking,
    Learner,
    Resumed,
    Said,
    SignedIn,
    SignIn,
    Unfinished,
    Wish,
)
from simulator.terminal.room.attempt import Attempt, MemoryAttempt, moves_of, still_played
from simulator.terminal.room.seats import decisions_made
from simulator.text import same_name
from simulator.words import desk as words
from simulator.words import say


@dataclass
class MemoryDesk:
    """Cases from folders; people and attempts in memory."""

    folders: tuple[Path, ...]
    board: Board = field(default_factory=load_board)
    people: dict[str, Learner] = field(default_factory=dict)
    known: Learner | None = None
    attempts: dict[str, tuple[MemoryAttempt, Wish]] = field(default_factory=dict)

    def cases(self) -> tuple[Summary, ...]:
        """The cases of the folders."""
        return listing(self.folders)

    def case(self, path: str) -> Case:
        """One case whole."""
        return read_case(path)[1]

    def sign_in(self, who: SignIn) -> SignedIn:
        """Enter somebody; the phrase is as good as their number."""
        learner = Learner(f"learner-{len(self.people) + 1}", who.name, who.agency)
        phrase = f"three plain words {len(self.people) + 1}"
        self.people[phrase] = learner
        return SignedIn(learner, phrase)

    def come_back(self, name: str, phrase: str) -> Learner:
        """The learner of a phrase."""
        found = self.people.get(" ".join(phrase.split()))
        if found is None or not same_name(found.name, name):
            raise AccessRefused(say(words.NO_SUCH_PHRASE), say(words.NO_SUCH_PHRASE_MESSAGE))
        return found

    def remembered(self) -> Learner | None:
        """Whom this desk remembers."""
        return self.known

    def remember(self, learner: Learner | None) -> None:
        """Somebody, or nobody."""
        self.known = learner

    def unfinished(self, learner: Learner | None) -> tuple[Unfinished, ...]:
        """What was begun here and has not ended."""
        found = []
        for attempt, wish in reversed(self.attempts.values()):
            if attempt.state.ending < 0 and (learner in wish.learners if learner else not wish.learners):
                made = max(decisions_made(attempt.events, role) for role in wish.roles)
                title = attempt.game.case.title
                found.append(Unfinished(attempt.id, title, wish.roles, made + 1, "", wish.table))
        return tuple(found)

    def begin(self, wish: Wish) -> Attempt:
        """Begin in memory."""
        made = make(wish, self.board)
        game = prepare(made.case, made.rulebook, wish.cut)
        attempt = MemoryAttempt(game, made.family, wish.roles, f"memory-{len(self.attempts) + 1}")
        self.attempts[attempt.id] = (attempt, wish)
        return attempt

    def resume(self, attempt: str) -> Resumed:
        """Carry on with something begun here."""
        if attempt not in self.attempts:
            raise RecordError(say(words.NO_SUCH_ATTEMPT), say(words.NO_SUCH_ATTEMPT_MESSAGE))
        found, wish = self.attempts[attempt]
        return Resumed(found, still_played(found, wish.roles), wish.seating)

    def try_from(self, attempt: Attempt, scene: str) -> Attempt | None:
        """Play the moves before that decision again."""
        game = attempt.game
        tried = MemoryAttempt(game, attempt.family, attempt.seats, f"memory-{len(self.attempts) + 1}")
        wish = Wish("", attempt.seats)
        for number, move in enumerate(moves_of(attempt)):
            if game.scenes[tried.state.scene].scene.id == scene:
                self.attempts[tried.id] = (tried, wish)
                return tried
            tried.play(move, str(number), "")
        return None

    def asking(self, attempt: Attempt) -> Asking | None:
        """Nobody: nothing is kept."""
        return None

    def asked_again(self, learner: Learner) -> Again | None:
        """Nobody: nothing is old enough here."""
        return None

    def answer_again(self, learner: Learner, again: Again, said: Said | None) -> None:
        """Nothing is kept."""

    def transcript(self, learner: Learner) -> tuple[Mapping[str, str], ...]:
        """Nothing is kept."""
        return ()
