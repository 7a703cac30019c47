"""One made-up year, on both databases, for everything that reads it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.records import Store, open_store
from simulator.records.engine import FILE_URL
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


@pytest.fixture(scope="session")
def year_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the year, written once."""
    file = tmp_path_factory.mktemp("year") / "record.db"
    with open_store(f"sqlite:///{file}") as record:
        record.database.write(lambda connection: store(connection, made_year()))
    return file


@pytest.fixture
def on(make_place: MakePlace, year_file: Path) -> Iterator[object]:
    """Keeps the year on a database of a kind."""
    opened: list[Store] = []

    def keep(kind: str = SQLITE) -> Kept:
        place, year = make_place(kind), made_year()
        if kind == SQLITE:
            shutil.copy(year_file, place.database.removeprefix(FILE_URL))
        record = open_store(place)
        opened.append(record)
        if kind != SQLITE:
            record.database.write(lambda connection: store(connection, year))
        return Kept(year, record)

    yield keep
    for record in opened:
        record.close()
