"""Whole runs out of one record and into another: for rooms without a network.

A run is an attempt with its journal and everything it stands on. It is taken in as one transaction: its rows
are added, then verified as `records verify` does (every hash, every move played again, ending and completions
derived once more), and only then committed. Taken in twice it changes nothing; with more moves than before it
adds those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError

from simulator.errors import RecordError, SimulatorError
from simulator.records import journal, opening, tables, verifying
from simulator.records.chain import JournalRow
from simulator.records.store import Store
from simulator.records.tables import (
    Attempt,
    Attendance,
    Completion,
    KeptText,
    Learner,
    Move,
    Person,
    Row,
    Talk,
    Words,
    row,
)
from simulator.text import name_key, person_name
from simulator.words import run_files as words
from simulator.words import say

NOT_CARRIED: Final = ("held_in",)
"""Columns of an attempt that are each record's own."""


class Run(NamedTuple):
    """One attempt and all that belongs to it, as plain rows."""

    attempt: Mapping[str, Any]
    texts: tuple[Mapping[str, Any], ...]
    learners: tuple[Mapping[str, Any], ...]
    people: tuple[Mapping[str, Any], ...]
    """Name and agency of those who played; none where the run was written without names."""
    attendances: tuple[Mapping[str, Any], ...]
    completions: tuple[Mapping[str, Any], ...]
    moves: tuple[JournalRow, ...]
    words: tuple[Mapping[str, Any], ...]
    talk: tuple[Mapping[str, Any], ...]


class TakenIn(NamedTuple):
    """What taking in a run did."""

    attempt: str
    new_moves: int
    """0 where the record had all of it."""


class RunBroken(RecordError):
    """A run that does not hold. `seq` is the move (0: what it was begun with, or what was derived)."""

    def __init__(self, message: str, seq: int = 0) -> None:
        super().__init__(say(words.NOT_WHOLE), message, say(words.NOT_WHOLE_REMEDY))
        self.seq = seq


def read_out(store: Store, attempt: str, *, names: bool = True) -> Run:
    """A whole run. Raises RecordError where there is no such attempt, or where it is tried from another."""
    return store.database.read(lambda c: _read_out(c, attempt, names))


def _read_out(connection: Connection, attempt: str, names: bool) -> Run:
    about = opening.about(connection, attempt)
    if about.tried_from is not None:
        raise RecordError(say(words.PRACTICE), say(words.PRACTICE_MESSAGE))
    mine = {
        table.name: _rows(connection, table, table.c.attempt == attempt)
        for table in (tables.attendances, tables.completions, tables.words, tables.talk)
    }
    who = {one["learner"] for rows in mine.values() for one in rows if one.get("learner")}
    who |= {about.trainer} if about.trainer else set()
    texts = [about.case_text, about.rulebook, *([about.board] if about.board else [])]
    people = _rows(connection, tables.people, tables.people.c.learner.in_(who)) if names else ()
    columns = about.model_dump()
    return Run(
        attempt={name: value for name, value in columns.items() if name not in NOT_CARRIED},
        texts=_rows(connection, tables.kept_texts, tables.kept_texts.c.sha256.in_(texts)),
        learners=tuple({"id": one} for one in sorted(who)),
        people=tuple({name: one[name] for name in ("learner", "name", "agency")} for one in people),
        attendances=mine["attendances"],
        completions=mine["completions"],
        moves=tuple(journal.all_rows(connection, attempt)),
        words=mine["words"],
        talk=mine["talk"],
    )


def _rows(connection: Connection, table: Any, where: Any) -> tuple[Mapping[str, Any], ...]:
    order = list(table.primary_key.columns)
    return tuple(map(dict, connection.execute(select(table).where(where).order_by(*order)).mappings()))


def take_in(store: Store, run: Run) -> TakenIn:
    """Add a run to the record, or what is new of it.

    Raises RunBroken where it does not hold, ChainBroken or CaseError where it cannot be played again, and
    NotSaved; then nothing has changed.
    """
    return store.database.write(lambda c: _take_in(c, store, run))


def _take_in(connection: Connection, store: Store, run: Run) -> TakenIn:
    try:
        attempt, before = _add(connection, store, run)
    except (ValueError, TypeError, OverflowError, IntegrityError, DataError) as error:
        raise RunBroken(say(words.WRONG_VALUES)) from error
    for broken in verifying.breaks_in(connection, attempt, opening.read_case):
        raise RunBroken(broken.message, broken.seq)
    return TakenIn(attempt, len(run.moves) - before)


def _add(connection: Connection, store: Store, run: Run) -> tuple[str, int]:
    """Add what is not there; give the attempt's id and how many of its moves were there."""
    columns = row(Attempt, **{**run.attempt, "held_in": None})
    attempt = str(columns["id"])
    known = journal.all_rows(connection, attempt)
    there = (
        connection.execute(select(tables.attempts).where(tables.attempts.c.id == attempt)).mappings().first()
    )
    if there is not None:
        _check_same(attempt, dict(there), columns, known, run.moves)
        if len(run.moves) <= len(known):
            return attempt, max(len(known), len(run.moves))
    opening.keep_texts(connection, [row(KeptText, **one) for one in run.texts])
    _add_people(connection, store, run)
    if there is None:
        columns["held_in"] = _workshop_here(connection, columns["workshop"])
        connection.execute(insert(tables.attempts).values(columns))
    else:
        _replace_what_follows(connection, attempt, columns)
    for move in run.moves[len(known) :]:
        connection.execute(insert(tables.journal).values(row(Move, attempt=attempt, **move._asdict())))
    for kind, rows in (
        (Attendance, run.attendances),
        (Completion, run.completions),
        (Words, run.words),
        (Talk, run.talk),
    ):
        _put(connection, attempt, kind, rows)
    return attempt, len(known)


def _check_same(
    attempt: str,
    there: Mapping[str, Any],
    columns: Mapping[str, Any],
    known: list[JournalRow],
    moves: tuple[JournalRow, ...],
) -> None:
    """Raises RunBroken where the record holds another attempt of this id, or went another way."""
    if there["opening"] != columns["opening"]:
        raise RunBroken(say(words.OTHER_OPENING, attempt=attempt))
    for mine, theirs in zip(known, moves, strict=False):
        if mine.hash != theirs.hash:
            raise RunBroken(say(words.OTHER_MOVE, seq=mine.seq), mine.seq)


def _replace_what_follows(connection: Connection, attempt: str, columns: Mapping[str, Any]) -> None:
    """The attempt went on elsewhere: what follows from its moves comes from there."""
    ends = {name: columns[name] for name in ("finished", "ending")}
    connection.execute(update(tables.attempts).where(tables.attempts.c.id == attempt).values(ends))
    for table in (tables.attendances, tables.completions):
        connection.execute(delete(table).where(table.c.attempt == attempt))


def _workshop_here(connection: Connection, named: str) -> str | None:
    known = tables.workshops.c.id
    return connection.scalar(select(known).where(known == named)) if named else None


def _add_people(connection: Connection, store: Store, run: Run) -> None:
    """Pseudonyms, and the names of those this record does not know yet and has not erased."""
    for one in run.learners:
        known = connection.execute(
            select(tables.learners.c.id).where(tables.learners.c.id == one.get("id"))
        ).first()
        if known is None:
            values = row(Learner, id=one.get("id"), since=store.given.now())
            connection.execute(insert(tables.learners).values(values))
    person = tables.people.c
    for one in run.people:
        learner = one.get("learner")
        erased = select(tables.learners.c.erased).where(tables.learners.c.id == learner)
        there = connection.execute(select(person.learner).where(person.learner == learner)).first()
        if there is None and connection.scalar(erased) is None:
            name = _name(one.get("name"))
            values = row(
                Person, learner=learner, name=name, name_key=name_key(name), agency=one.get("agency")
            )
            connection.execute(insert(tables.people).values(values))


def _name(value: object) -> str:
    try:
        if isinstance(value, str):
            return person_name(value)
    except SimulatorError as error:
        raise ValueError(error.message) from error
    raise TypeError("a name is words")


def _put(connection: Connection, attempt: str, kind: type[Row], rows: Iterable[Mapping[str, Any]]) -> None:
    """Rows that are not there yet; each must be of this attempt."""
    table = tables.table_of(kind)
    keys = [column.name for column in table.primary_key.columns]
    for one in rows:
        values = row(kind, **one)
        if values["attempt"] != attempt:
            raise RunBroken(say(words.WRONG_VALUES))
        here = [table.c[name] == values[name] for name in keys]
        if connection.execute(select(table.c[keys[0]]).where(*here)).first() is None:
            connection.execute(insert(table).values(values))
