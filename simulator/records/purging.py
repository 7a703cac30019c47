"""Retention: who and what is past the years that the board keeps training records, and taking it out.

Somebody is past them when nothing of theirs happened within those years and no completion still holds. They
are erased as if they had asked for it; counts stay true. Of everybody else what they typed is not kept for
longer than that either.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, select

from simulator.records import auditing, erasing, tables
from simulator.records.auditing import Audited
from simulator.records.completing import months_later
from simulator.records.database import Database
from simulator.records.engine import take_time
from simulator.records.given import Given


class Past(NamedTuple):
    """Somebody who is past keeping."""

    learner: str
    name: str
    agency: str
    last: date
    """When something of theirs last happened, or held."""


class Purge(NamedTuple):
    """What is past keeping, or was taken out."""

    before: date
    people: Sequence[Past]
    words: int
    """Things typed in attempts, drafts too."""
    intentions: int
    """Things people wrote that they would do."""
    backups: Sequence[Path]
    """Older backups on this machine; they are the board's to delete."""
    overwritten: bool = True
    """False where a server was too busy to write its tables anew."""


def keeps_from(years: int, on: date) -> date:
    """The first day that a record kept for so many years still holds."""
    return months_later(on, -12 * years)


def due(connection: Connection, before: date) -> Purge:
    """What is past keeping; nothing is changed."""
    take_time(connection)
    last = _last_days(connection)
    people = tables.people.c
    rows = connection.execute(select(people.learner, people.name, people.agency).order_by(people.name_key))
    past = [
        Past(learner, name, agency, last[learner]) for learner, name, agency in rows if last[learner] < before
    ]
    typed, drafts = _words_before(before), _drafts_before(before)
    counted = [_count(connection, query) for query in (typed, drafts, _intentions_before(before))]
    return Purge(before, past, counted[0] + counted[1], counted[2], ())


def purge(database: Database, before: date, who: str, backups: Path, given: Given) -> Purge:
    """Take out what is past keeping, with a line in the audit. Raises NotSaved."""
    taken = database.write(lambda c: _purge(c, before, who, given))
    overwritten = database.is_sqlite or not taken.people or erasing.overwritten_on_server(database)
    return taken._replace(backups=older_backups(backups, before), overwritten=overwritten)


def older_backups(folder: Path, before: date) -> tuple[Path, ...]:
    """Backups last written before a day."""
    return tuple(
        file
        for file in sorted(folder.glob("*.zip"))
        if datetime.fromtimestamp(file.stat().st_mtime, UTC).date() < before
    )


def _purge(connection: Connection, before: date, who: str, given: Given) -> Purge:
    taken = due(connection, before)
    for one in taken.people:
        erasing.take_out(connection, one.learner, given.now())
    said, drafts, meant = tables.words, tables.drafts, tables.intention_words
    connection.execute(delete(said).where(said.c.id.in_(_words_before(before))))
    connection.execute(delete(drafts).where(drafts.c.at < _midnight(before)))
    connection.execute(delete(meant).where(meant.c.intention.in_(_intentions_before(before))))
    rows = len(taken.people) + taken.words + taken.intentions
    if rows:
        auditing.write(connection, Audited(given.now(), who, "purge", "people", f"before {before}", rows))
    return taken


def _count(connection: Connection, query: Select[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _words_before(before: date) -> Select[Any]:
    said, attempt = tables.words.c, tables.attempts.c
    old = select(said.id).join(tables.attempts, attempt.id == said.attempt)
    return old.where(attempt.started < _midnight(before))


def _drafts_before(before: date) -> Select[Any]:
    return select(tables.drafts.c.attempt, tables.drafts.c.role).where(tables.drafts.c.at < _midnight(before))


def _intentions_before(before: date) -> Select[Any]:
    said, meant = tables.intention_words.c, tables.intentions.c
    old = select(said.intention).join(tables.intentions, meant.id == said.intention)
    return old.where(func.coalesce(meant.answered_on, meant.stated_on) < before)


def _last_days(connection: Connection) -> dict[str, date]:
    """For everybody the last day on which something of theirs happened, or a completion still holds."""
    last: dict[str, date] = {}
    for query in _days():
        for learner, found in connection.execute(query):
            day = found.date() if isinstance(found, datetime) else found
            if day is not None and (learner not in last or last[learner] < day):
                last[learner] = day
    return last


def _days() -> list[Select[Any]]:
    learner, there = tables.learners.c, tables.attendances.c
    given, meant, held = tables.evaluations.c, tables.intentions.c, tables.workshops.c
    queries: list[Select[Any]] = [
        select(learner.id, learner.since),
        select(there.learner, func.max(there.joined)).group_by(there.learner),
        select(given.learner, func.max(given.given_on)).group_by(given.learner),
        select(meant.learner, func.max(meant.answered_on)).group_by(meant.learner),
    ]
    for done in (tables.completions.c, tables.paper_completions.c):
        holds = func.max(func.coalesce(done.expires, done.completed_on))
        queries.append(select(done.learner, holds).group_by(done.learner))
    for one in (tables.bookings, tables.trainers):
        at_workshops = select(one.c.learner, func.max(held.held_on))
        joined = at_workshops.join(tables.workshops, held.id == one.c.workshop)
        queries.append(joined.group_by(one.c.learner))
    return queries
