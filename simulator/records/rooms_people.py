"""Who is or was at an attempt of a room: for the trainer's console and for attendance that adds up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from simulator.records import tables
from simulator.records.store import Store
from simulator.records.tables import Presence


class PersonAt(NamedTuple):
    """Somebody at an attempt."""

    learner: str
    name: str
    """Empty where the record holds none any more."""
    agency: str
    roles: tuple[str, ...]
    """None where the table plays all of them together, or for scribes and observers."""
    presence: Presence
    joined: datetime


def people_at(store: Store, attempt: str) -> Sequence[PersonAt]:
    """Everybody who is or was at an attempt, the first who came first; who came together, by name."""
    there, person = tables.attendances, tables.people
    columns = (
        there.c.learner,
        person.c.name,
        there.c.agency,
        there.c.roles,
        there.c.presence,
        there.c.joined,
    )
    query = (
        select(*columns)
        .select_from(there.outerjoin(person, person.c.learner == there.c.learner))
        .where(there.c.attempt == attempt)
        .order_by(there.c.joined, person.c.name, there.c.learner)
    )
    return store.database.read(
        lambda connection: [
            PersonAt(one[0], one[1] or "", one[2], tuple(json.loads(one[3])), *one[4:])
            for one in connection.execute(query)
        ]
    )
