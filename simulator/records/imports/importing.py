"""Importing a file: read, taken in as one transaction or not at all, and noted in the audit."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection

from scoring.guidance.board import Board
from simulator.records import auditing
from simulator.records.auditing import Audited
from simulator.records.database import Database
from simulator.records.engine import take_time
from simulator.records.given import Given
from simulator.records.imports import bookings, follow_ups, headcounts, people
from simulator.records.imports.agencies import agencies_of
from simulator.records.imports.columns import Columns, columns_of
from simulator.records.imports.faults import Fault
from simulator.records.imports.people import Taken, World
from simulator.records.imports.reading import Sheet, read_sheet
from simulator.text import clean
from simulator.words import records_import as words
from simulator.words import say


class Kind(StrEnum):
    """What a file holds."""

    PEOPLE = "people"
    BOOKINGS = "bookings"
    HEADCOUNTS = "headcounts"
    FOLLOW_UP = "follow-up"
    """What people answered weeks after a training."""


COLUMNS: Final = {
    Kind.PEOPLE: (people.NAMES, people.NEEDED),
    Kind.BOOKINGS: (bookings.NAMES, bookings.NEEDED),
    Kind.HEADCOUNTS: (headcounts.NAMES, headcounts.NEEDED),
    Kind.FOLLOW_UP: (follow_ups.NAMES, follow_ups.NEEDED),
}
"""The columns of each kind of file by our names for them, and those it cannot do without."""


class Imported(NamedTuple):
    """What came of a file. With any fault nothing was taken in."""

    kind: Kind
    file: str
    added: int
    changed: int
    same: int
    notes: tuple[str, ...]
    faults: tuple[Fault, ...]


class _Faulty(Exception):
    def __init__(self, taken: Taken) -> None:
        super().__init__(taken)
        self.taken = taken


def import_file(
    database: Database, kind: Kind, file: Path, board: Board | None, who: str, given: Given
) -> Imported:
    """Take a file in. Importing it twice changes nothing. Raises RecordError for no CSV file, or NotSaved."""
    sheet = read_sheet(file)
    found = columns_of(sheet, *COLUMNS[kind])
    agencies = agencies_of(board)

    def work(connection: Connection) -> Taken:
        take_time(connection)
        agencies.unknown.clear()
        world = World(agencies, given.new_id, given.now())
        taken = _take(connection, kind, sheet, found, world, file.name)
        if taken.faults:
            raise _Faulty(taken)
        if taken.added or taken.changed:
            told = f"{clean(file.name, 200)}: {taken.added} new, {taken.changed} changed"
            line = Audited(world.now, who, "import", kind.value, told, taken.added + taken.changed)
            auditing.write(connection, line)
        return taken

    try:
        taken = database.write(work)
    except _Faulty as faulty:
        taken = faulty.taken
    notes = [*sheet.notes, *taken.notes, *agencies.notes()]
    if found.left_out:
        notes.append(say(words.NOT_KEPT, columns=", ".join(found.left_out)))
    faults = tuple(sorted(set(taken.faults)))
    return Imported(kind, file.name, taken.added, taken.changed, taken.same, tuple(notes), faults)


def _take(
    connection: Connection, kind: Kind, sheet: Sheet, found: Columns, world: World, source: str
) -> Taken:
    if found.faults or not sheet.heads:
        return Taken(0, 0, 0, (*sheet.faults, *found.faults))
    if kind is Kind.PEOPLE:
        return people.take_people(connection, sheet, found, world)
    if kind is Kind.BOOKINGS:
        return bookings.take_bookings(connection, sheet, found, world)
    if kind is Kind.FOLLOW_UP:
        return follow_ups.take_follow_ups(connection, sheet, found, world)
    return headcounts.take_headcounts(connection, sheet, found, world, source)
