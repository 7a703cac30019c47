"""The record's front door: the app, the commands and workshops come in here.

store = open_store(settings.load())
attempt = store.attempt(store.begin(Beginning(...)))
events = attempt.play(move, client_id, role)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from simulator.records import completing, listing, opening
from simulator.records.attempt import OpenAttempt
from simulator.records.beginning import Beginning, Player
from simulator.records.database import Database
from simulator.records.given import WORLD, Given
from simulator.records.listing import Summary
from simulator.records.migrating import bring_up_to_date
from simulator.records.opening import ReadCase, read_case
from simulator.records.watching import Watch, watch
from simulator.settings import Settings


class Place(NamedTuple):
    """Where a record is kept, and what belongs to it."""

    database: str
    """SQLAlchemy URL."""
    backups: Path
    """Folder of the copies made before the tables change."""
    secret: Path
    """The key that signs certificates and run files; a backup holds it too."""


class Store:
    """One training record, open in this process. Make it with `open_store`."""

    def __init__(self, place: Place, given: Given, read: ReadCase) -> None:
        self.place = place
        self.given = given
        self.database = Database(place.database, given)
        self._read = read
        self._watch: Watch = watch(self.database, given)

    def begin(self, beginning: Beginning) -> str:
        """Begin an attempt and give its id.

        Raises CaseError for a text that is no case, MoveRefused for a seat or cut it does not have, NotSaved.
        """
        attempt = self.given.new_id()
        self.database.write(lambda c: opening.begin(c, attempt, beginning, self._read, self.given))
        return attempt

    def attempt(self, attempt: str) -> OpenAttempt:
        """An attempt, folded and ready to go on. Raises RecordError, or ChainBroken saying where."""
        opened = self.database.read(lambda c: opening.opened(c, attempt, self._read))
        return OpenAttempt(opened, self.database, self._watch, self.given)

    def join(self, attempt: str, players: Iterable[Player]) -> None:
        """Record who else has come to an attempt, or that they have changed seats. Raises NotSaved."""
        players = tuple(players)
        at = self.given.now()
        self.database.write(lambda c: completing.join(c, opening.about(c, attempt), players, at))

    def resumable(self, learner: str | None = None) -> Sequence[Summary]:
        """What can be carried on, the last played first: a person's, or everybody's on this record."""
        return self.database.read(lambda c: listing.summaries(c, learner, finished=False))

    def finished(self, learner: str | None = None) -> Sequence[Summary]:
        """What has been played to the end, the last first."""
        return self.database.read(lambda c: listing.summaries(c, learner, finished=True))

    def close(self) -> None:
        """Let go of the database."""
        self._watch.close()
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(place: Settings | Place | str, given: Given = WORLD, read: ReadCase = read_case) -> Store:
    """Open a record, making or migrating its tables if need be.

    Raises SettingsError, NotInstalled, DatabaseNewer, or RecordError where the database cannot be used.
    """
    store = Store(_place(place), given, read)
    try:
        bring_up_to_date(store.database, lambda revision: None)
    except BaseException:
        store.close()
        raise
    return store


def _place(place: Settings | Place | str) -> Place:
    if isinstance(place, Settings):
        return Place(place.database, place.backups, place.secret)
    if isinstance(place, Place):
        return place
    folder = Path(place.removeprefix("sqlite:///")).absolute().parent
    return Place(place, folder / "backups", folder / "secret.key")
