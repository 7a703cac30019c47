"""Headcounts from a file: how many of an agency's staff a level is meant for, on a day."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, insert, select, update

from simulator.records import tables
from simulator.records.imports import values
from simulator.records.imports.columns import Columns
from simulator.records.imports.faults import Cell, Fault
from simulator.records.imports.people import Taken, World
from simulator.records.imports.reading import Sheet
from simulator.records.tables import Headcount
from simulator.records.tables.base import LONGEST_LINE, LONGEST_WORD
from simulator.records.training.rows import checked
from simulator.text import clean
from simulator.words import records_import as words

NAMES: Final = ("agency", "level", "in_scope", "as_of", "source")
NEEDED: Final = ("agency", "level", "in_scope", "as_of")
Key = tuple[str, str, object]


def take_headcounts(connection: Connection, sheet: Sheet, found: Columns, world: World, source: str) -> Taken:
    """Take headcounts in; with any fault nothing is to be committed."""
    faults = list(sheet.faults)
    counted = tables.headcounts
    known = {(one.agency, one.level, one.as_of): one for one in connection.execute(select(counted))}
    lines: dict[Key, tuple[int, int]] = {}
    new, changed, same = [], [], 0
    for cells in sheet.rows:
        one = _headcount(found, cells, world, source, faults)
        if one is None:
            continue
        key = (one.agency, one.level, one.as_of)
        before, line = known.get(key), cells[0].line
        if key in lines:
            if lines[key][1] != one.in_scope:
                name = f"{one.agency}, {one.level}"
                faults.append(cells[0].fault(words.STANDS_TWICE, name=name, line=lines[key][0]))
            continue
        lines[key] = (line, one.in_scope)
        if before is None:
            new.append(checked(one))
        elif before.in_scope != one.in_scope:
            changed.append(checked(one))
        else:
            same += 1
    if not faults:
        _write(connection, new, changed)
    return Taken(len(new), len(changed), same, tuple(faults))


def _headcount(
    found: Columns, cells: tuple[Cell, ...], world: World, source: str, faults: list[Fault]
) -> Headcount | None:
    before = len(faults)
    for name in NEEDED:
        if not found.cell(cells, name).text:
            faults.append(found.cell(cells, name).fault(words.NEEDED, column=name))
    if len(faults) > before:
        return None
    in_scope = values.number(found.cell(cells, "in_scope"), faults)
    as_of = values.day(found.cell(cells, "as_of"), faults)
    if len(faults) > before or as_of is None:
        return None
    return Headcount(
        agency=clean(world.agencies.named(found.cell(cells, "agency")), LONGEST_LINE),
        level=clean(found.cell(cells, "level").text, LONGEST_WORD),
        as_of=as_of,
        in_scope=in_scope,
        source=clean(found.cell(cells, "source").text or source, LONGEST_LINE),
    )


def _write(connection: Connection, new: list[dict[str, object]], changed: list[dict[str, object]]) -> None:
    counted = tables.headcounts
    if new:
        connection.execute(insert(counted), new)
    for values_ in changed:
        here = [counted.c[name] == values_[name] for name in ("agency", "level", "as_of")]
        connection.execute(update(counted).where(*here).values(values_))
