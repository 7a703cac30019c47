"""One made-up year, on both databases, for everything that reads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.records import Store, open_store
from simulator.reports.listed import make
from simulator.reports.report import Asked, Report
from tests.steps.record_databases import SQLITE, MakePlace
from tests.unit.reports.year import Year, made_year, store


class Kept:
    """The year, and the record that holds it."""

    def __init__(self, year: Year, record: Store) -> None:
        self.year = year
        self.record = record

    def report(self, name: str, asked: Asked) -> Report:
        return self.record.database.read(lambda connection: make(connection, name, asked).read())


@pytest.fixture
def on(make_place: MakePlace) -> Iterator[object]:
    """Keeps the year on a database of a kind."""
    opened: list[Store] = []

    def keep(kind: str = SQLITE) -> Kept:
        record = open_store(make_place(kind))
        opened.append(record)
        year = made_year()
        record.database.write(lambda connection: store(connection, year))
        return Kept(year, record)

    yield keep
    for record in opened:
        record.close()
