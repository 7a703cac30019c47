"""How many of each agency's staff a level of training is meant for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, and_, func, select

from simulator.records import tables
from simulator.records.tables import Headcount
from simulator.records.training.rows import found


def headcounts(connection: Connection, on: date) -> tuple[Headcount, ...]:
    """For each agency and level the last number that was known on a day."""
    counted = tables.headcounts.c
    last = (
        select(counted.agency, counted.level, func.max(counted.as_of).label("as_of"))
        .where(counted.as_of <= on)
        .group_by(counted.agency, counted.level)
        .subquery()
    )
    same = and_(last.c.agency == counted.agency, last.c.level == counted.level, last.c.as_of == counted.as_of)
    return found(connection, Headcount, select(last.c.agency).where(same).exists())
