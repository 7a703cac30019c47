"""The sheet that went round weeks after a training, come back: what each row, by its reference, answers.

Names that still stand in it are not read. An answer that is left empty changes nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from simulator.records import tables
from simulator.records.imports import values
from simulator.records.imports.agencies import few
from simulator.records.imports.columns import Columns
from simulator.records.imports.faults import Cell, Fault
from simulator.records.imports.people import Taken, World
from simulator.records.imports.reading import Sheet
from simulator.records.tables import Stage
from simulator.records.training.evaluations import answer, answers_of, follow_up
from simulator.records.training.following_up import DAYS_LATER, Trained, by_reference
from simulator.words import follow_up as words
from simulator.words import records_import as told
from simulator.words import say, say_count
from simulator.words.live import CONFIDENCE, KNOWLEDGE

LEAST, MOST = 1, 10
"""Of how sure somebody is."""
ABOUT: Final = ("name", "work_email", "agency", "line_manager_email", "course_title", "date", "answer_by")
"""For whoever sends the sheet round; not read when it comes back."""
ASKED: Final = (*CONFIDENCE, *KNOWLEDGE, "did_it", "manager_confirms", "answered_on")
NAMES: Final = ("reference", *ABOUT, *ASKED)
NEEDED: Final = ("reference",)


class Answered(NamedTuple):
    """What one row says."""

    items: dict[str, int]
    done: bool | None
    confirmed: bool | None
    on: date | None
    """The day it was answered, where the row has one."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not self.items and self.done is None


class _Row(NamedTuple):
    at: Cell
    trained: Trained
    answered: Answered


def take_follow_ups(connection: Connection, sheet: Sheet, found: Columns, world: World) -> Taken:
    """Take answers in; with any fault nothing is to be committed."""
    faults = list(sheet.faults)
    asked, rows = by_reference(connection), list[_Row]()
    seen: dict[str, _Row] = {}
    for cells in sheet.rows:
        at = found.cell(cells, "reference")
        trained = asked.get(_reference(at))
        if trained is None:
            phrase = words.NO_REFERENCE if at.text else told.NEEDED
            faults.append(at.fault(phrase, value=at.shown, column="reference"))
            continue
        row = _Row(at, trained, _answered(found, cells, trained, world.now.date(), faults))
        first = seen.setdefault(trained.reference, row)
        if first is row:
            rows.append(row)
        elif first.answered != row.answered:
            faults.append(at.fault(words.STANDS_TWICE, reference=trained.reference, line=first.at.line))
    if faults:
        return Taken(0, 0, 0, tuple(faults))
    return _write(connection, rows, world)


def _reference(cell: Cell) -> str:
    """As it is written on the sheet, however it was typed again."""
    plain = "".join(sign for sign in cell.text.lower() if sign.isalnum())
    return f"F-{plain[1:5]}-{plain[5:9]}-{plain[9:]}"


def _answered(
    found: Columns, cells: tuple[Cell, ...], trained: Trained, today: date, faults: list[Fault]
) -> Answered:
    items = {}
    for item in CONFIDENCE:
        cell = found.cell(cells, item)
        if cell.text:
            items[item] = _on_scale(cell, faults)
    for item, (_, is_true) in KNOWLEDGE.items():
        cell = found.cell(cells, item)
        if cell.text:
            items[item] = int((values.one_of(cell, words.TRUE_WORDS, faults) == "true") == is_true)
    done, confirmed = (_yes_or_no(found.cell(cells, name), faults) for name in ("did_it", "manager_confirms"))
    if confirmed and done is None:
        faults.append(found.cell(cells, "manager_confirms").fault(words.CONFIRMS_WHAT))
    day = found.cell(cells, "answered_on")
    on = values.day(day, faults)
    if on is not None and on < trained.on:
        faults.append(day.fault(words.BEFORE_TRAINING, day=on, held=trained.on))
    elif on is not None and on > today:
        faults.append(day.fault(words.TO_COME, day=on))
    return Answered(items, done, confirmed if done is not None else None, on)


def _on_scale(cell: Cell, faults: list[Fault]) -> int:
    if cell.text.isascii() and cell.text.isdigit() and LEAST <= int(cell.text[:9]) <= MOST:
        return int(cell.text)
    faults.append(cell.fault(words.NOT_ON_SCALE, value=cell.shown, least=LEAST, most=MOST))
    return 0


def _yes_or_no(cell: Cell, faults: list[Fault]) -> bool | None:
    return values.yes_or_no(cell, faults) if cell.text else None


def _write(connection: Connection, rows: list[_Row], world: World) -> Taken:
    today, counts = world.now.date(), {"new": 0, "changed": 0, "same": 0}
    without_day = outside = 0
    for row in rows:
        if row.answered.is_empty:
            continue
        what = _keep(connection, row, today, world)
        counts[what] += 1
        day = row.answered.on or today
        without_day += what != "same" and row.answered.on is None
        outside += what != "same" and not DAYS_LATER[0] <= (day - row.trained.on).days <= DAYS_LATER[1]
    empty = sum(row.answered.is_empty for row in rows)
    notes = [
        say_count(number, one, many)
        for number, one, many in (
            (empty, words.NOT_ANSWERED_ONE, words.NOT_ANSWERED),
            (without_day, words.NO_DAY_ONE, words.NO_DAY),
            (outside, words.OUTSIDE_ONE, words.OUTSIDE),
        )
        if number
    ]
    lines = [row.at.line for row in rows if row.answered.done is not None and not row.trained.meant]
    notes += [say(words.MEANT_NOTHING, lines=few(lines))] if lines else []
    return Taken(counts["new"], counts["changed"], counts["same"], (), tuple(notes))


def _keep(connection: Connection, row: _Row, today: date, world: World) -> str:
    """Keep what is new in a row; whether it is new, changed or the same as before."""
    trained, answered = row.trained, row.answered
    on, occasion = answered.on or today, trained.occasion
    before = {one.item: one for one in answers_of(connection, occasion) if one.stage is Stage.FOLLOW_UP}
    other = {
        item: value
        for item, value in answered.items.items()
        if item not in before
        or before[item].value != value
        or (answered.on is not None and before[item].given_on != on)
    }
    if other:
        answer(connection, occasion, Stage.FOLLOW_UP, other, on, world.new_id)
    acted, had_acted = _act(connection, row, on)
    if not other and not acted:
        return "same"
    return "changed" if before or had_acted else "new"


def _act(connection: Connection, row: _Row, on: date) -> tuple[bool, bool]:
    """Keep what became of an intention; whether that is other than before, and whether anything was."""
    answered, occasion = row.answered, row.trained.occasion
    if answered.done is None or not row.trained.meant:
        return False, False
    meant = tables.intentions.c
    here = (meant.learner == occasion.learner, meant.workshop == occasion.workshop)
    query = select(meant.done, meant.confirmed, meant.answered_on)
    kept = connection.execute(query.where(*here, meant.attempt == occasion.attempt)).one()
    confirmed = kept.confirmed if answered.confirmed is None else answered.confirmed
    day = kept.answered_on if answered.on is None and kept.answered_on else on
    if (kept.done, kept.confirmed, kept.answered_on) == (answered.done, confirmed, day):
        return False, True
    follow_up(connection, occasion, day, done=answered.done, confirmed=confirmed)
    return True, kept.done is not None
