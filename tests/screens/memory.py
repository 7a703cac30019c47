"""A desk and attempts that nothing is kept of: the room, its forms and its keys without a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scoring.guidance.board import Board
from scoring.guidance.board_reading import load_board
from simulator.errors import AccessRefused, RecordError
from simulator.family.model import Family
from simulator.play.events import Event
from simulator.play.game import Game, prepare
from simulator.play.moves import Move
from simulator.play.state import State
from simulator.play.step import start, step
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
from simulator.terminal.room.attempt import Attempt, moves_of, still_played
from simulator.terminal.room.seats import decisions_made
from simulator.text import same_name


@dataclass
class MemoryAttempt:
    """An attempt that nothing is kept of."""

    game: Game
    family: Family
    seats: tuple[str, ...]
    id: str = "memory"
    profile: str = ""
    state: State = field(init=False)
    events: list[Event] = field(init=False)
    moves: list[Move] = field(default_factory=list)
    came: dict[str, list[Event]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state, self.events = start(self.game, self.seats)

    def play(self, move: Move, client_id: str, role: str, words: str | None = None) -> Sequence[Event]:
        """Make a move; the same client id twice is one move."""
        if client_id in self.came:
            return self.came[client_id]
        state, events = step(self.game, self.state, move)
        self.state = state
        self.events.extend(events)
        self.moves.append(move)
        self.came[client_id] = events
        self.drafts.pop(role, None)
        if words:
            self.words[client_id] = words
        return events

    def changed(self) -> bool:
        """Nobody else plays here."""
        return False

    def refresh(self) -> Sequence[Event]:
        """Nobody else plays here."""
        return ()

    def draft(self, role: str) -> str:
        """What the role had begun to fill in."""
        return self.drafts.get(role, "")

    def keep_draft(self, role: str, text: str, learner: str | None = None) -> None:
        """Keep it; empty forgets it."""
        self.drafts[role] = text


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
            raise AccessRefused("Nobody has this phrase", "Nobody signed in here with it.")
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
        name = f"memory-{len(self.attempts) + 1}"
        attempt = MemoryAttempt(game, made.family, wish.roles, name, self.board.text)
        self.attempts[attempt.id] = (attempt, wish)
        return attempt

    def resume(self, attempt: str) -> Resumed:
        """Carry on with something begun here."""
        if attempt not in self.attempts:
            raise RecordError("No such attempt", "Nothing like it was begun here.")
        found, wish = self.attempts[attempt]
        return Resumed(found, still_played(found, wish.roles), wish.seating)

    def try_from(self, attempt: Attempt, scene: str) -> Attempt | None:
        """Play the moves before that decision again."""
        game = attempt.game
        name = f"memory-{len(self.attempts) + 1}"
        tried = MemoryAttempt(game, attempt.family, attempt.seats, name, attempt.profile)
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
