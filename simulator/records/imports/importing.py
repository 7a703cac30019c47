"""Importing a file: read, taken in as one transaction or not at all, and noted in the audit."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from scoring.guidance.board import Board
from simulator.records import auditing
from simulator.records.auditing import Audited
from simulator.records.database import Database
from simulator.records.engine import take_time
from simulator.records.given import Given
from simulator.records.imports.agencies import agencies_of
from simulator.records.imports.bookings import NAMES as BOOKING_NAMES
from simulator.records.imports.bookings import take_bookings
from simulator.records.imports.columns import columns_of
from simulator.records.imports.faults import Fault
from simulator.records.imports.follow_ups import NAMES as FOLLOW_UP_NAMES
from simulator.records.imports.follow_ups import take_follow_ups
from simulator.records.imports.headcounts import NAMES as HEADCOUNT_NAMES
from simulator.records.imports.headcounts import take_headcounts
from simulator.records.imports.people import NAMES as PERSON_NAMES
from simulator.records.imports.people import Taken, World, take_people
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


NAMES = {
    Kind.PEOPLE: PERSON_NAMES,
    Kind.BOOKINGS: BOOKING_NAMES,
    Kind.HEADCOUNTS: HEADCOUNT_NAMES,
    Kind.FOLLOW_UP: FOLLOW_UP_NAMES,
}
"""The columns of each kind of file, by our names for them."""


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
    found = columns_of(sheet, NAMES[kind], ())
    agencies = agencies_of(board)

    def work(connection: Connection) -> Taken:
        take_time(connection)
        agencies.unknown.clear()
        world = World(agencies, given.new_id, given.now())
        taken = _take(connection, kind, sheet, world, file.name)
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


def _take(connection: Connection, kind: Kind, sheet: Sheet, world: World, source: str) -> Taken:
    if kind is Kind.PEOPLE:
        return take_people(connection, sheet, world)
    if kind is Kind.BOOKINGS:
        return take_bookings(connection, sheet, world)
    if kind is Kind.FOLLOW_UP:
        return take_follow_ups(connection, sheet, world)
    return take_headcounts(connection, sheet, world, source)
