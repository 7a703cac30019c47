"""A preview as the case room plays it: an attempt of which nothing is kept, and which follows its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scoring.guidance import Guidance
from scoring.guidance.board import Board
from simulator.author.preview.beginning import Beginning, begun
from simulator.author.preview.draft import Draft, Playable, read_draft
from simulator.author.preview.replaying import Replay, replayed
from simulator.errors import CaseError
from simulator.family.model import Family
from simulator.play.events import Event
from simulator.play.game import Game
from simulator.play.moves import Move
from simulator.play.state import State
from simulator.play.step import step
from simulator.words import say
from simulator.words import workbench as words

MISSING: Final = (0, 0)
"""What a file has while an editor writes it anew."""


class Preview:
    """One author's play of a file. It has the shape of the room's attempt (`simulator.terminal.room`)."""

    id = "preview"

    def __init__(self, file: Path, guidance: Guidance, board: Board, beginning: Beginning) -> None:
        """Raises CaseError where the file cannot be played yet, or has no such scene, role or fact."""
        self.file, self.guidance, self.board, self.beginning = file, guidance, board, beginning
        self.saved = _saved(file)
        self.draft_read: Draft = read_draft(file, guidance, board, beginning)
        if self.draft_read.playable is None:
            raise self.draft_read.problem or _not_playable(self.draft_read)
        self.playable: Playable = self.draft_read.playable
        self.made: tuple[Move, ...] = ()
        """Every move made, also those that do not fit now."""
        self.replay: Replay = replayed(self.game, begun(self.game, self.seats, beginning), ())
        self.lost: CaseError | None = None
        """Why the play no longer begins where it was asked to, after the last save."""
        self._came: dict[str, Sequence[Event]] = {}
        self._drafts: dict[str, str] = {}

    # --- what the room asks ------------------------------------------------------------------------

    @property
    def seats(self) -> tuple[str, ...]:
        """Roles that the author plays."""
        return self.playable.seats

    @property
    def profile(self) -> str:
        """The board's."""
        return self.board.text

    @property
    def game(self) -> Game:
        """The case as it was last saved and could be played."""
        return self.playable.game

    @property
    def family(self) -> Family:
        """Invented from the same seed at every save."""
        return self.playable.family

    @property
    def state(self) -> State:
        """Where the play stands."""
        return self.replay.state

    @property
    def events(self) -> Sequence[Event]:
        """All that has happened since the beginning."""
        return self.replay.events

    @property
    def moves(self) -> Sequence[Move]:
        """The moves that fit."""
        return self.replay.moves

    def play(self, move: Move, client_id: str, role: str, words: str | None = None) -> Sequence[Event]:
        """Make a move; moves that no longer fitted are forgotten with it. Raises MoveRefused."""
        if client_id in self._came:
            return self._came[client_id]
        state, happened = step(self.game, self.state, move)
        self.made = (*self.replay.moves, move)
        self.replay = Replay(state, [*self.replay.events, *happened], self.made, (), ())
        self._came[client_id] = happened
        self._drafts.pop(role, None)
        return happened

    def changed(self) -> bool:
        """Whether the file has been saved since the last look."""
        now = _saved(self.file)
        return now != MISSING and now != self.saved

    def refresh(self) -> Sequence[Event]:
        """Read the file again, and play the same moves to the same place."""
        self.saved = _saved(self.file)
        self.draft_read = read_draft(self.file, self.guidance, self.board, self.beginning)
        if self.draft_read.playable is not None:
            self.playable = self.draft_read.playable
            self._drafts.clear()  # a form half filled in may speak of what is no longer there
            self._again()
        return self.events

    def draft(self, role: str) -> str:
        """What the role had begun to fill in."""
        return self._drafts.get(role, "")

    def keep_draft(self, role: str, text: str, learner: str | None = None) -> None:
        """Keep it while the preview is open."""
        self._drafts[role] = text

    # --- what the author asks ------------------------------------------------------------------------

    @property
    def broken(self) -> bool:
        """Whether the file as it was last saved cannot be played: what is played is the version before."""
        return self.draft_read.playable is None

    def begin_at(self, scene: str) -> None:
        """Begin anew, in this scene; empty: at the start. Raises CaseError where there is no such scene."""
        beginning = self.beginning._replace(scene=scene)
        first = begun(self.game, self.seats, beginning)
        self.beginning, self.made = beginning, ()
        self.replay = replayed(self.game, first, ())

    def take_back(self) -> None:
        """Be where one was before the last move."""
        self.made = self.replay.moves[:-1]
        self._again()

    def _again(self) -> None:
        self.lost = None
        try:
            first = begun(self.game, self.seats, self.beginning)
        except CaseError as problem:
            self.lost = problem
            first = begun(self.game, self.seats, Beginning())
        self.replay = replayed(self.game, first, self.made)
        self._came.clear()


def _saved(file: Path) -> tuple[int, int]:
    """When a file was last saved, and its size."""
    try:
        found = file.stat()
    except OSError:
        return MISSING
    return (found.st_mtime_ns, found.st_size)


def _not_playable(draft: Draft) -> CaseError:
    listed = "\n".join(["", *(each.headline for each in draft.stops), ""])
    return CaseError(say(words.CANNOT_PLAY), listed, say(words.CANNOT_PLAY_REMEDY))
