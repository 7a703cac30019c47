"""What the seats of R4 are called: people read the titles that each case gives its roles, not their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from sqlalchemy import Connection, select

from simulator.errors import SimulatorError
from simulator.records import tables
from simulator.records.opening import read_case
from simulator.reports.report import Row

Called = Mapping[str, Mapping[str, str]]
"""A case's version, as R4 has it -> a role's id with spaces -> its title."""
MOST_CASES: Final = 200


def seat_titles(connection: Connection, letters: int, learner: str = "") -> Called:
    """The titles of the cases that were played, by so many `letters` of their version; of one `learner`."""
    played, there, kept = tables.attempts.c, tables.attendances.c, tables.kept_texts.c
    query = select(played.case_version, played.case_text, played.case_name).where(~played.practice_only)
    if learner:
        query = query.join(tables.attendances, there.attempt == played.id).where(there.learner == learner)
    found: dict[str, Mapping[str, str]] = {}
    for version, digest, name in connection.execute(query.distinct()).all():
        text = connection.scalar(select(kept.text).where(kept.sha256 == digest))
        found[version[:letters]] = _titles(text or "", name)
    return found


@lru_cache(maxsize=MOST_CASES)
def _titles(text: str, name: str) -> Mapping[str, str]:
    """None where the case's text is no longer to be read: its seats stand by their ids."""
    try:
        roles = read_case(text, name).roles
    except SimulatorError:
        return {}
    return {role.replace("_", " "): seat.title for role, seat in roles.items()}


def with_titles(rows: Iterable[Row], called: Called, version: int, seats: int) -> Iterator[Row]:
    """The rows, with titles in the column `seats`; in `version` stands which case it was."""
    known: dict[tuple[object, object], str] = {}
    for row in rows:
        ids = row[seats]
        if not isinstance(ids, str) or not ids:
            yield row
            continue
        key = (row[version], ids)
        if key not in known:
            titles = called.get(str(row[version]), {})
            known[key] = ", ".join(titles.get(one, one) for one in ids.split(", "))
        yield (*row[:seats], known[key], *row[seats + 1 :])
