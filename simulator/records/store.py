"""The record's front door: the app, the commands and workshops come in here.

store = open_store(settings.load())
attempt = store.attempt(store.begin(Beginning(...)))
events = attempt.play(move, client_id, role)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from scoring.guidance.board import Board
from simulator.errors import RecordError
from simulator.records import (
    auditing,
    completing,
    duplicates,
    erasing,
    heads,
    listing,
    merging,
    opening,
    purging,
    subject_access,
    trying,
)
from simulator.records.attempt import OpenAttempt
from simulator.records.auditing import Audited
from simulator.records.backing_up import Backup, back_up, restore
from simulator.records.beginning import Beginning, Origin, Player
from simulator.records.completing import Finish
from simulator.records.database import Database
from simulator.records.duplicates import Duplicate
from simulator.records.engine import FILE_URL
from simulator.records.erasing import Erased
from simulator.records.given import WORLD, Given
from simulator.records.heads import Heads
from simulator.records.imports.importing import Imported, Kind, import_file
from simulator.records.listing import Summary
from simulator.records.merging import Merged
from simulator.records.migrating import REVISIONS, bring_up_to_date
from simulator.records.opening import ReadCase, read_case
from simulator.records.playing import TRAINER
from simulator.records.purging import Purge
from simulator.records.training.record import TrainingRecord
from simulator.records.verifying import Break, verify
from simulator.records.watching import Watch, watch
from simulator.settings import Settings, load
from simulator.words import records as words
from simulator.words import say


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
        self.training = TrainingRecord(self.database, given)
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

    def replay(self, attempt: str) -> OpenAttempt:
        """An attempt played again from its journal alone, as `attempt` does; nothing of it is written.

        `moves` holds each move with the state and events it led to, and `all_said` the words still kept.
        """
        return self.attempt(attempt)

    def try_from(self, attempt: str, seq: int, players: Iterable[Player] = ()) -> str:
        """Begin a practice attempt where an earlier one stood after move `seq` (0: its start); give its id.

        Raises RecordError where the earlier one has no such move or had ended with it, or NotSaved.
        """
        new, players, origin = self.given.new_id(), tuple(players), Origin(attempt, seq)
        self.database.write(lambda c: trying.try_from(c, new, origin, players, self._read, self.given))
        return new

    def join(self, attempt: str, players: Iterable[Player]) -> None:
        """Record who else has come to an attempt, or that they have changed seats. Raises NotSaved."""
        players = tuple(players)
        at = self.given.now()
        self.database.write(lambda c: completing.join(c, opening.about(c, attempt), players, at))

    def leave(self, attempt: str, learner: str) -> None:
        """Record that somebody leaves a table that plays on; they attended. Raises NotSaved."""
        self.database.write(lambda c: completing.leave(c, attempt, learner))

    def saw_through(self, attempt: str, learner: str) -> None:
        """Record a trainer's word that somebody who had gone when a play ended saw it through; what others
        have stays as it is. Raises RecordError where it goes on, or NotSaved."""
        ended = self.attempt(attempt)
        about, new_id = ended.about, self.given.new_id
        if about.finished is None:
            raise RecordError(say(words.GOES_ON), say(words.GOES_ON_MESSAGE))
        end = Finish(about.finished, about.ending or "", ended.state)
        self.database.write(lambda c: completing.count_in(c, about, ended.game, end, learner, new_id))

    def resumable(self, learner: str | None = None) -> Sequence[Summary]:
        """What can be carried on, the last played first: a person's, or everybody's on this record."""
        return self.database.read(lambda c: listing.summaries(c, learner, finished=False))

    def decided(self, attempts: Collection[str]) -> Mapping[str, int]:
        """Attempt -> in how many scenes the seat that got furthest has decided."""
        return self.database.read(lambda c: listing.decided(c, attempts))

    def role_titles(self, attempt: str) -> Mapping[str, str]:
        """Role -> its title in the case of an attempt. Raises RecordError."""
        return self.database.read(lambda c: opening.role_titles(c, attempt, self._read))

    def finished(self, learner: str | None = None) -> Sequence[Summary]:
        """What has been played to the end, the last first."""
        return self.database.read(lambda c: listing.summaries(c, learner, finished=True))

    def held_about(self, learner: str) -> Mapping[str, list[dict[str, Any]]]:
        """Every row about a person, table by table."""
        return self.database.read(lambda c: subject_access.held_about(c, learner))

    def erase(self, learner: str, who: str = TRAINER) -> Erased:
        """Take a person out of the record; chains still hold, counts stay true. Raises RecordError."""
        return erasing.erase(self.database, learner, who, self.place.backups, self.given)

    def duplicates(self) -> Sequence[Duplicate]:
        """People who may be one person, by name."""
        return self.database.read(duplicates.duplicates)

    def keep_apart(self, one: str, other: str, who: str = TRAINER) -> None:
        """Note that two people are two, so that they are not listed again. Raises NotSaved."""
        self.database.write(lambda c: duplicates.keep_apart(c, one, other, who, self.given))

    def merge(self, gone: str, stays: str, who: str = TRAINER) -> Merged:
        """Give everything of one person to another. Raises RecordError where they are two, or NotSaved."""
        return self.database.write(lambda c: merging.merge(c, gone, stays, who, self.given))

    def past_keeping(self, before: date) -> Purge:
        """Who and what is older than a day and past keeping; nothing is changed."""
        found = self.database.read(lambda c: purging.due(c, before))
        return found._replace(backups=purging.older_backups(self.place.backups, before))

    def purge(self, before: date, who: str = TRAINER) -> Purge:
        """Take out who and what is past keeping; counts stay true. Raises NotSaved."""
        return purging.purge(self.database, before, who, self.place.backups, self.given)

    def redact(self, attempt: str, seq: int, who: str = TRAINER) -> None:
        """Take the words typed with one move out of the record. Raises RecordError where there are none."""
        self.database.write(lambda c: erasing.redact(c, attempt, seq, who, self.given))

    def import_file(self, kind: Kind, file: Path, board: Board | None, who: str = TRAINER) -> Imported:
        """Take a CSV file of some kind in: all of it, or nothing and why.

        Raises RecordError for a file that is no CSV file, or NotSaved.
        """
        return import_file(self.database, kind, file, board, who, self.given)

    def note(self, action: str, what: str, chosen: str = "", rows: int = 0, who: str = TRAINER) -> None:
        """Add a line to the audit, such as `export`, and what was exported. Raises NotSaved."""
        line = Audited(self.given.now(), who, action, what, chosen, rows)
        self.database.write(lambda c: auditing.write(c, line))

    def audit(self) -> Sequence[Audited]:
        """Everything that left the record or was taken out of it, the oldest first."""
        return self.database.read(auditing.lines)

    def verify(self) -> list[Break]:
        """Every place where the record is not what was stored; none where all holds."""
        return verify(self.database, self._read)

    def heads(self) -> Heads:
        """Each attempt's last hash and each certificate, to be kept elsewhere."""
        return self.database.read(heads.heads)

    def changed_since(self, kept: Heads) -> list[Break]:
        """Where the record no longer holds what was kept of it elsewhere."""
        return self.database.read(lambda c: heads.changed_since(c, kept))

    def backup(self, file: Path) -> Backup:
        """Write a backup to a new file. Raises RecordError if it could not be made whole."""
        return self._back_up(file, REVISIONS[-1])

    def restore(self, file: Path) -> Backup:
        """Replace the record by a backup's; the present one is backed up first. Raises RecordError or
        DatabaseNewer, and then nothing has changed. Attempts that are open must be opened again."""
        self._back_up(self._new_backup("before-restore"), REVISIONS[-1])
        restored = restore(self.database, self.place.secret, file, self._read, self.given)
        self.note("restore", restored.file.name, restored.made)
        return restored

    def bring_up_to_date(self) -> None:
        """Make the tables, or back the record up and migrate it."""
        bring_up_to_date(
            self.database, lambda found: self._back_up(self._new_backup(f"before-{REVISIONS[-1]}"), found)
        )

    def _back_up(self, file: Path, revision: str) -> Backup:
        return back_up(self.database, self.place.secret, file, revision, self.given.now())

    def _new_backup(self, reason: str) -> Path:
        return self.place.backups / f"record-{self.given.now():%Y%m%d-%H%M%S-%f}-{reason}.zip"

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
        store.bring_up_to_date()
    except BaseException:
        store.close()
        raise
    return store


def _place(place: Settings | Place | str) -> Place:
    if isinstance(place, Settings):
        return Place(place.database, place.backups, place.secret)
    if isinstance(place, Place):
        return place
    if not place.startswith(FILE_URL):
        return _place(load({"database": place}))
    folder = Path(place.removeprefix(FILE_URL)).absolute().parent
    return Place(place, folder / "backups", folder / "secret.key")
