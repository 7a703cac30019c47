"""Backups: one file that holds the record, whichever database keeps it, and the key that signs certificates.

A backup is a ZIP of `record.db` (an SQLite record), `secret.key` and `about.json`. It is looked at before it
is called a backup, and again before it replaces anything.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator import __version__
from simulator.errors import RecordError
from simulator.places import make_private_file, make_private_folder
from simulator.records.copying import copy_in, copy_out
from simulator.records.database import Database
from simulator.records.given import Given
from simulator.records.migrating import bring_up_to_date
from simulator.records.opening import ReadCase
from simulator.records.verifying import verify
from simulator.words import Phrase, say
from simulator.words import records as words

RECORD: Final = "record.db"
SECRET: Final = "secret.key"
ABOUT: Final = "about.json"
FORMAT: Final = 1
LARGEST_SECRET: Final = 10_000
"""Bytes."""
LARGEST_ABOUT: Final = 100_000


class Backup(NamedTuple):
    """A backup that was looked at."""

    file: Path
    revision: str
    made: str
    """ISO moment, UTC."""


def back_up(database: Database, secret: Path, file: Path, revision: str, at: datetime) -> Backup:
    """Write a backup to a file that does not exist yet. Raises RecordError if it could not be made whole."""
    if file.exists():
        raise _not_made(file, say(words.ALREADY_THERE))
    make_private_folder(file.parent)
    try:
        with _workroom(file.parent) as room:
            copy_out(database, room / RECORD, revision)
            _look_at(room / RECORD, file)
            about = {
                "format": FORMAT,
                "made": at.isoformat(timespec="seconds"),
                "revision": revision,
                "simulator": __version__,
                "sha256": _digest(room / RECORD),
            }
            _write_zip(room / "backup", room / RECORD, secret, about)
            (room / "backup").rename(file)
            _sync_folder(file.parent)
    except (OSError, sqlite3.Error, zipfile.BadZipFile) as error:
        raise _not_made(file, getattr(error, "strerror", None) or str(error)) from error
    return Backup(file, revision, str(about["made"]))


def restore(database: Database, secret: Path, file: Path, read: ReadCase, given: Given) -> Backup:
    """Replace the record by a backup's, after looking at all of it. Raises RecordError or DatabaseNewer.

    Whoever calls this has backed up the record that is replaced.
    """
    with _workroom(secret.parent) as room:
        about = _unpack(file, room)
        _bring_up_to_date(room / RECORD, file, read, given)
        copy_in(database, room / RECORD)
        if (room / SECRET).exists():
            make_private_file(room / SECRET)
            (room / SECRET).replace(secret)
    return Backup(file, str(about.get("revision", "")), str(about.get("made", "")))


def _bring_up_to_date(record: Path, file: Path, read: ReadCase, given: Given) -> None:
    """Migrate the unpacked copy, and check every chain in it."""
    unpacked = Database(f"sqlite:///{record}", given)
    try:
        bring_up_to_date(unpacked, lambda revision: None)
        broken = verify(unpacked, read)
    finally:
        unpacked.close()
    if broken:
        raise _no_backup(file, words.BACKUP_BROKEN, place=broken[0].message)


def _unpack(file: Path, room: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(file) as packed:
            about = json.loads(_read_small(packed, ABOUT, LARGEST_ABOUT))
            with packed.open(RECORD) as source, (room / RECORD).open("wb") as target:
                shutil.copyfileobj(source, target)
            if SECRET in packed.namelist():
                make_private_file(room / SECRET).write_bytes(_read_small(packed, SECRET, LARGEST_SECRET))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise _no_backup(file, words.BACKUP_UNREADABLE) from error
    if not isinstance(about, dict) or about.get("sha256") != _digest(room / RECORD):
        raise _no_backup(file, words.BACKUP_CHANGED)
    _look_at(room / RECORD, file)
    return about


def _read_small(packed: zipfile.ZipFile, name: str, largest: int) -> bytes:
    with packed.open(name) as source:
        found = source.read(largest + 1)
    if len(found) > largest:
        raise ValueError(name)
    return found


def _look_at(record: Path, file: Path) -> None:
    """Raises RecordError for a record whose pages do not hang together."""
    try:
        with closing(sqlite3.connect(record)) as opened:
            if opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]:
                return
    except sqlite3.DatabaseError:
        pass
    raise _no_backup(file, words.BACKUP_DAMAGED)


def _write_zip(target: Path, record: Path, secret: Path, about: dict[str, Any]) -> None:
    make_private_file(target)
    with target.open("r+b") as opened:
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(ABOUT, json.dumps(about, indent=1, sort_keys=True))
            packed.write(record, RECORD)
            if secret.is_file():
                packed.write(secret, SECRET)
        opened.flush()
        os.fsync(opened.fileno())


@contextmanager
def _workroom(beside: Path) -> Iterator[Path]:
    """A folder for its owner alone, on the same disk, gone afterwards."""
    make_private_folder(beside)
    with tempfile.TemporaryDirectory(prefix=".record-", dir=beside) as room:
        yield Path(room)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows has no such thing
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _digest(file: Path) -> str:
    hashed = sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(1 << 20):
            hashed.update(chunk)
    return hashed.hexdigest()


def _no_backup(file: Path, reason: Phrase, **values: object) -> RecordError:
    message = say(words.NOT_A_BACKUP_MESSAGE, file=file, reason=say(reason, **values))
    return RecordError(say(words.NOT_A_BACKUP), message)


def _not_made(file: Path, reason: str) -> RecordError:
    message = say(words.NOT_BACKED_UP_MESSAGE, file=file, reason=reason)
    return RecordError(say(words.NOT_BACKED_UP), message, say(words.ANOTHER_NAME))
