"""People from a file: new ones added, changed details changed, everybody else left as they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import Connection, insert, update

from simulator.errors import SimulatorError
from simulator.records import tables
from simulator.records.details import ADDRESSES, Details, address, checked, columns, line
from simulator.records.imports.agencies import Agencies
from simulator.records.imports.columns import Columns
from simulator.records.imports.faults import Cell, Fault
from simulator.records.imports.matching import Register, Wanted
from simulator.records.imports.reading import Sheet
from simulator.records.tables import Learner, row
from simulator.text import person_name
from simulator.words import records_import as words

NAMES: Final = (
    "learner_ref",
    "name",
    "first_name",
    "last_name",
    "work_email",
    "agency",
    "team",
    "job_title",
    "registration_number",
    "line_manager_email",
)
NEEDED: Final = ("name|first_name+last_name|learner_ref",)
FIELDS: Final = {
    "team": "team",
    "job_title": "job_title",
    "registration_number": "registration_number",
    "email": "work_email",
    "line_manager": "line_manager_email",
}
"""Field of the details -> column of the file."""


class Line(NamedTuple):
    """What one line says of somebody, checked as far as it goes without the record."""

    at: Cell
    wanted: Wanted
    said: dict[str, str]
    """Field of the details -> what the line says; what it leaves empty is left as it is."""


class Taken(NamedTuple):
    """What came of the lines."""

    added: int
    changed: int
    same: int
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()


class World(NamedTuple):
    """What an import takes from outside the file."""

    agencies: Agencies
    new_id: Callable[[], str]
    now: datetime


def take_people(connection: Connection, sheet: Sheet, found: Columns, world: World) -> Taken:
    """Take people in; with any fault nothing is to be committed."""
    faults = list(sheet.faults)
    register = Register(connection, world.agencies)
    people = People(register, world)
    for cells in sheet.rows:
        one = line_of(found, cells, world.agencies, faults)
        if one is not None:
            people.take(one, faults)
    if not faults:
        people.write(connection)
    return Taken(len(people.new), len(people.changed), people.same, tuple(faults))


class People:
    """Who is new and who has changed, until it is known that nothing in the file is wrong."""

    def __init__(self, register: Register, world: World) -> None:
        self.register = register
        self.new: dict[str, Details] = {}
        self.changed: dict[str, Details] = {}
        self.same = 0
        self._world = world
        self._lines: dict[str, tuple[int, dict[str, str]]] = {}

    def take(self, one: Line, faults: list[Fault]) -> str:
        """Take one line, and give whom it is about; empty where it has a fault."""
        who = self.register.find(one.wanted)
        if len(who) > 1:
            faults.append(one.at.fault(words.SEVERAL_PEOPLE, number=len(who), name=one.wanted.name))
            return ""
        if not who and one.wanted.reference:
            faults.append(one.at.fault(words.NO_SUCH_PERSON, value=one.wanted.reference))
            return ""
        learner = who[0] if who else self._add(one, faults)
        if not learner or not who:
            return learner
        before = self._lines.get(learner)
        if before and not _agree(before[1], one.said):
            name = self.register.people[learner].name
            faults.append(one.at.fault(words.STANDS_TWICE, name=name, line=before[0]))
            return ""
        self._lines.setdefault(learner, (one.at.line, one.said))
        self._change(learner, one.said)
        return learner

    def _add(self, one: Line, faults: list[Fault]) -> str:
        if not one.wanted.agency:
            faults.append(one.at.fault(words.AGENCY_FOR_NEW, name=one.wanted.name))
            return ""
        details = checked(Details(**{"name": one.wanted.name, "agency": one.wanted.agency, **one.said}))
        learner = self._world.new_id()
        self.new[learner] = details
        self.register.add(learner, details)
        self._lines[learner] = (one.at.line, one.said)
        return learner

    def _change(self, learner: str, said: dict[str, str]) -> None:
        before = self.register.people[learner]
        after = before._replace(**said)
        if learner in self.new:
            self.new[learner] = after
        elif after != before:
            self.changed[learner] = after
        elif learner not in self.changed:
            self.same += 1
        self.register.add(learner, after)

    def write(self, connection: Connection) -> None:
        """Write what is new and what has changed."""
        since = self._world.now
        if self.new:
            learners = [row(Learner, id=learner, since=since) for learner in self.new]
            connection.execute(insert(tables.learners), learners)
            people = [columns(learner, details) for learner, details in self.new.items()]
            connection.execute(insert(tables.people), people)
        for learner, details in self.changed.items():
            here = tables.people.c.learner == learner
            connection.execute(update(tables.people).where(here).values(columns(learner, details)))


def line_of(found: Columns, cells: tuple[Cell, ...], agencies: Agencies, faults: list[Fault]) -> Line | None:
    """What a line says of somebody; None where it has a fault."""
    before = len(faults)
    reference = found.cell(cells, "learner_ref")
    name = _name_of(found, cells, faults, needed=not reference.text)
    agency = found.cell(cells, "agency")
    said = {field: _detail(field, found.cell(cells, column), faults) for field, column in FIELDS.items()}
    named = _detail("agency", agency._replace(text=agencies.named(agency)), faults)
    at = next((one for one in (found.cell(cells, "name"), reference) if one.text), cells[0])
    if len(faults) > before:
        return None
    kept = {field: value for field, value in {**said, "agency": named, "name": name}.items() if value}
    return Line(at, Wanted(reference.text, name, said["email"], named), kept)


def _name_of(found: Columns, cells: tuple[Cell, ...], faults: list[Fault], *, needed: bool) -> str:
    whole = found.cell(cells, "name")
    parts = [found.cell(cells, name) for name in ("first_name", "last_name")]
    text = whole.text or " ".join(part.text for part in parts if part.text)
    at = whole if whole.text else next((part for part in parts if part.text), whole)
    if not text:
        if needed:
            faults.append(at.fault(words.NEEDED, column="name"))
        return ""
    try:
        return person_name(text)
    except SimulatorError as error:
        faults.append(Fault(at.line, at.column, error.message))
        return ""


def _detail(field: str, cell: Cell, faults: list[Fault]) -> str:
    try:
        kept = line(field, cell.text)
        return address(kept) if field in ADDRESSES else kept
    except SimulatorError as error:
        faults.append(Fault(cell.line, cell.column, error.message))
        return ""


def _agree(first: dict[str, str], second: dict[str, str]) -> bool:
    """Whether two lines about one person say the same, as far as both say anything."""
    return all(first[field] == value for field, value in second.items() if field in first)
