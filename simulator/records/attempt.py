"""An attempt that is open: its case, its family, and the state its moves have led to so far.

    attempt = store.attempt("k3m9x2p7qd4t")
    attempt.play(move, client_id, role)     stored first; only then are there events to show
    attempt.changed()                       cheap: has another window or seat moved?
    attempt.refresh()                       what they did

`events` holds everything that has happened, in order and once, whoever did it: a screen that remembers how
far it has shown them misses nothing and repeats nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import chain
from threading import RLock
from typing import Any, NamedTuple

from simulator.family.model import Family
from simulator.play.game import Game
from simulator.play.moves import Move
from simulator.play.state import NO_ENDING, State
from simulator.play.step import Events, start
from simulator.records import drafting, journal, playing, typed
from simulator.records.chain import JournalRow
from simulator.records.database import Database
from simulator.records.folding import Moved, Place, fold
from simulator.records.given import Given
from simulator.records.playing import Seen, Sent
from simulator.records.tables import Attempt
from simulator.records.watching import Watch


class Opened(NamedTuple):
    """What an open attempt stands on."""

    about: Attempt
    game: Game
    family: Family
    board: Mapping[str, Any]
    rows: list[JournalRow]


class OpenAttempt:
    """One attempt, open in this process. Any number of processes may have it open."""

    def __init__(self, opened: Opened, database: Database, watch: Watch, given: Given) -> None:
        self.about = opened.about
        """What it was begun with; `finished` and `ending` as they were when it was opened."""
        self.game = opened.game
        self.family = opened.family
        self.profile: str = opened.board.get("profile", "")
        """The board's, as it was when the attempt began; empty where none was kept."""
        self.seats: tuple[str, ...] = tuple(json.loads(opened.about.seats))
        """Roles that people played at the start."""
        self.moves: list[Moved] = []
        self._database, self._watch, self._given = database, watch, given
        self._lock = RLock()
        self._drafted: set[str] = set()
        """Roles for which this window knows of a draft."""
        state, events = start(self.game, self.seats)
        self.opening: tuple[State, Events] = (state, events)
        """The state before the first move, and what led there."""
        self.events: Events = list(events)
        self._place = Place(0, self.about.opening, state)
        self._token = watch.token(self.id)
        self._found: list[JournalRow] = []
        """What a look has found, until it is taken in: nobody asks for it twice."""
        self._take(fold(self.game, self.id, self._place, opened.rows))

    @property
    def id(self) -> str:
        """The attempt's name."""
        return self.about.id

    @property
    def state(self) -> State:
        """Where the case stands now, as far as this window knows."""
        return self._place.state

    @property
    def ended(self) -> bool:
        """Whether the case has ended."""
        return self.state.ending != NO_ENDING

    @property
    def head(self) -> tuple[int, str]:
        """Number and hash of the last move: kept elsewhere, they show whether the journal was rewritten."""
        return self._place.seq, self._place.hash

    def play(self, move: Move, client_id: str, role: str, words: str | None = None) -> Events:
        """Make a move, and give what came of it once it is stored.

        `client_id` names the move for ever: sent again with the same content, it gives the same events and
        counts once. `role` is whose window sends it: the move's own seat, or `trainer`. `words` are what was
        typed with it. What others did in between is in `events` before it.

        Raises MoveRefused, RoomMovedOn (look again: `refresh`), or NotSaved; then nothing has happened here,
        and the same may be sent again.
        """
        with self._lock:
            sent = Sent(move, client_id, role, words or "")
            seen = Seen(self.about, self.game, self._place, role in self._drafted)
            stored = playing.store(self._database, seen, sent, self._given)
            self._drafted.discard(role)
            self._take(stored.new)
            return self.moves[stored.seq - 1].events

    def refresh(self) -> Events:
        """What others have done since this window last looked. Raises RecordError or ChainBroken."""
        with self._lock:
            token = self._token if self._found else self._watch.token(self.id)
            rows = journal.after(self._place, self._found or self._rows())
            new = fold(self.game, self.id, self._place, rows)
            self._take(new)
            self._token = token
            return [event for moved in new for event in moved.events]

    def changed(self) -> bool:
        """Whether another window or seat has moved. Cheap enough to ask twenty times a second."""
        with self._lock:
            token = self._token if self._found else self._watch.token(self.id)
            if token != self._token:
                rows = self._rows()
                self._found = rows if any(row.seq > self._place.seq for row in rows) else []
                self._token = token
            return bool(self._found)

    def _rows(self) -> list[JournalRow]:
        """From the last move that this window knows."""
        return self._database.glance(lambda c: journal.rows_from(c, self.id, self._place.seq))

    def all_said(self) -> Mapping[str, str]:
        """Every typed text that is still kept, by the digest its move holds."""
        digests = [digest for moved in self.moves if (digest := typed.words_in(moved.move))]
        return self._database.read(lambda c: journal.words_of(c, digests))

    def keep_draft(self, role: str, text: str, learner: str | None = None) -> None:
        """Keep what somebody has filled in for the decision that waits; empty forgets it. Raises NotSaved."""
        decision = drafting.decision_of(self.state)
        self._drafted.add(role)
        self._database.write(
            lambda c: drafting.keep(c, self.about, role, decision, text, learner, self._given.now())
        )

    def draft(self, role: str) -> str:
        """What was filled in for the decision that waits now; empty where nothing was."""
        decision = drafting.decision_of(self.state)
        found = self._database.read(lambda c: drafting.find(c, self.id, role, decision))
        if found:
            self._drafted.add(role)
        return found

    def keep_scribe(self, learner: str) -> None:
        """Keep who writes for the table, by pseudonym. Raises NotSaved."""
        self._database.write(lambda c: drafting.keep_scribe(c, self.about, learner, self._given.now()))

    def scribe(self) -> str:
        """Pseudonym of who writes for the table; empty where nobody of the record does."""
        return self._database.read(lambda c: drafting.scribe_of(c, self.id))

    def _take(self, new: list[Moved]) -> None:
        self._found = []
        if new:
            self.moves += new
            self.events += chain.from_iterable([moved.events for moved in new])
            self._place = Place(new[-1].seq, new[-1].hash, new[-1].state)
