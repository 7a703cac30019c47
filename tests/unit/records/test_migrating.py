"""The tables: what migrations make is what the classes say, and the database checks it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, inspect, text
from sqlalchemy.exc import DBAPIError, StatementError

from simulator.errors import DatabaseNewer, RecordError
from simulator.records import Place, Store, engine, migrating, open_store, tables
from simulator.records import store as record_store
from simulator.records.engine import FILE_URL
from simulator.records.tables import Attendance, Learner, metadata, row
from tests.steps.record_databases import SQLITE
from tests.steps.record_world import play_on, solo, world


def test_the_revisions_are_those_in_the_folder() -> None:
    folder = Path(migrating.__file__).parent / "migrations"
    script = ScriptDirectory.from_config(Config(toml_file=None, config_args={"script_location": str(folder)}))
    found = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(found)) == migrating.REVISIONS


def described(connection: Connection) -> dict[str, Any]:
    """Everything a database says of its tables, in a form that compares."""
    asked = inspect(connection)
    return {
        table: {
            "columns": [(one["name"], str(one["type"]), one["nullable"]) for one in asked.get_columns(table)],
            "key": asked.get_pk_constraint(table),
            "checks": sorted((one["name"], one["sqltext"]) for one in asked.get_check_constraints(table)),
            "unique": sorted(
                (one["name"], one["column_names"]) for one in asked.get_unique_constraints(table)
            ),
            "refers": sorted(
                (one["name"], one["constrained_columns"], one["referred_table"], one["referred_columns"])
                for one in asked.get_foreign_keys(table)
            ),
            "indexes": sorted((one["name"], one["column_names"]) for one in asked.get_indexes(table)),
        }
        for table in asked.get_table_names()
        if table != migrating.VERSION_TABLE
    }


def test_migrations_make_what_the_classes_say(store: Store, make_place: Callable[[str], Place]) -> None:
    made = store.database.read(described)
    kind = "SQLite" if store.database.is_sqlite else "PostgreSQL"
    with open_store(make_place(kind)) as other:

        def make_anew(connection: Connection) -> dict[str, Any]:
            metadata.drop_all(connection)
            metadata.create_all(connection)
            return described(connection)

        assert other.database.write(make_anew) == made
    assert set(made) == set(metadata.tables)

    def differences(connection: Connection) -> list[Any]:
        options = {
            "compare_server_default": True,
            "include_name": lambda name, kind, parents: name != migrating.VERSION_TABLE,
        }
        return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)

    assert store.database.read(differences) == []


def bad_rows() -> list[tuple[str, dict[str, Any]]]:
    learner = {"id": "x", "since": datetime(2026, 1, 1, tzinfo=UTC)}
    journal = {
        "attempt": "a",
        "seq": 1,
        "client_id": "c",
        "role": "gp",
        "move": "{}",
        "simulated": 0,
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "previous": "0" * 64,
        "hash": "0" * 64,
    }
    person = {
        "learner": "x",
        "name": "A",
        "name_key": "a",
        "agency": "police",
        "team": "",
        "job_title": "",
        "email": "",
        "registration_number": "",
        "line_manager": "",
    }
    return [
        ("learners", {**learner, "id": ""}),
        ("learners", {**learner, "since": None}),
        ("learners", {**learner, "since": datetime(2026, 1, 1)}),  # noqa: DTZ001 - a moment of no known zone
        ("people", person),
        ("journal", journal),
        ("journal", {**journal, "seq": 0}),
        ("journal", {**journal, "hash": "short"}),
        ("kept_texts", {"sha256": "0" * 64, "kind": "novel", "text": ""}),
        ("credentials", {"owner": "trainer", "hash": "", "failures": 0}),
        ("credentials", {"owner": "trainer", "hash": "h", "failures": -1}),
        (
            "audit",
            {
                "at": learner["since"],
                "who": "x" * 201,
                "action": "export",
                "what": "",
                "chosen": "",
                "rows": 0,
            },
        ),
    ]


@pytest.mark.parametrize("number", range(len(bad_rows())))
def test_the_database_itself_refuses(store: Store, number: int) -> None:
    table, values = bad_rows()[number]
    with pytest.raises((RecordError, DBAPIError, StatementError, LookupError)):
        store.database.write(lambda c: c.execute(insert(metadata.tables[table]).values(values)).rowcount)
    assert store.database.read(lambda c: c.execute(metadata.tables[table].select()).all()) == []


def test_values_are_validated_before_they_reach_a_table() -> None:
    for kind, values in (
        (Learner, {"id": "x", "since": datetime(2026, 1, 1)}),  # noqa: DTZ001
        (Learner, {"id": "x"}),
        (
            Attendance,
            {
                "attempt": "a",
                "learner": "x",
                "roles": "[]",
                "agency": "",
                "presence": "maybe",
                "first": True,
                "joined": datetime(2026, 1, 1, tzinfo=UTC),
            },
        ),
    ):
        with pytest.raises(ValueError):
            row(kind, **values)


def test_moments_come_back_as_they_were(store: Store) -> None:
    from datetime import timedelta, timezone

    moment = datetime(2026, 7, 1, 12, 30, 15, 123456, timezone(timedelta(hours=5, minutes=30)))
    store.database.write(
        lambda c: c.execute(insert(tables.learners).values(row(Learner, id="x", since=moment))).rowcount
    )
    (found,) = store.database.read(lambda c: c.execute(tables.learners.select()).all())
    assert found.since == moment and found.since.utcoffset() == timedelta(0)


def test_a_record_from_the_future_is_left_alone(store: Store, place: Place) -> None:
    store.database.write(
        lambda c: c.execute(text("UPDATE record_revision SET version_num = '2041'")).rowcount
    )
    with pytest.raises(DatabaseNewer) as told:
        open_store(place)
    assert "2041" in told.value.message and "Nothing was changed" in told.value.remedy


def test_a_database_that_holds_something_else_is_left_alone(store: Store, place: Place) -> None:
    store.database.write(lambda c: c.execute(text("DROP TABLE record_revision")) and None)
    with pytest.raises(RecordError, match="something else"):
        open_store(place)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    file.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(RecordError, match="damaged") as told:
        open_store(f"sqlite:///{file}")
    assert "backup" in told.value.remedy and file.read_bytes() == b"Dear diary, " * 1000


def test_an_older_record_is_backed_up_and_then_migrated(
    store: Store, place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A revision of tomorrow is written down, and a record of today is opened with it."""
    attempt = store.attempt(store.begin(solo_of(store)))
    play_on(attempt)
    head, today = attempt.head, migrating.REVISIONS[-1]
    store.close()
    revise(monkeypatch, tmp_path, "op.add_column('attempts', sa.Column('room', sa.String(), nullable=True))")
    with open_store(place, world()) as migrated:
        assert migrated.database.read(lambda c: migrating.revision_of(c)) == "9999"
        assert "room" in {
            one["name"] for one in migrated.database.read(lambda c: inspect(c).get_columns("attempts"))
        }
        assert migrated.attempt(attempt.id).head == head
        (backup,) = place.backups.glob("*.zip")
        assert "before-9999" in backup.name
        with migrated.database.alone() as connection:
            connection.execute("ALTER TABLE attempts DROP COLUMN room")
            connection.execute(f"UPDATE record_revision SET version_num = '{today}'")
    monkeypatch.undo()
    with open_store(place, world()) as older:
        older.restore(backup)
        assert older.attempt(attempt.id).head == head and older.verify() == []


def test_a_migration_that_fails_leaves_everything_as_it_was(
    store: Store, place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = store.database.read(described)
    store.close()
    first = "op.add_column('attempts', sa.Column('room', sa.String(), nullable=True))"
    revise(monkeypatch, tmp_path, f"{first}\n    op.execute('SELECT nonsense FROM nowhere')")
    with pytest.raises(RecordError):
        open_store(place, world())
    monkeypatch.undo()
    with open_store(place) as again:
        assert again.database.read(described) == before


def solo_of(store: Store) -> Any:
    from tests.steps.record_world import add_learner

    return solo(add_learner(store, "Amira Shah", "health visiting"))


def revise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, steps: str) -> None:
    """Add a revision of tomorrow, 9999, that takes these steps."""
    import shutil

    folder = tmp_path / "migrations"
    shutil.copytree(Path(migrating.__file__).parent / "migrations", folder)
    (folder / "versions" / "9999_tomorrow.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '9999'\n"
        f"down_revision = '{migrating.REVISIONS[-1]}'\n\n\n"
        f"def upgrade() -> None:\n    {steps}\n"
    )
    monkeypatch.setattr(migrating, "_FOLDER", folder)
    for module in (migrating, record_store):
        monkeypatch.setattr(module, "REVISIONS", (*module.REVISIONS, "9999"))


def test_tables_are_made_once_by_two_first_starts(make_place: Callable[[str], Place], tmp_path: Path) -> None:
    import threading

    problems: list[BaseException] = []

    def start() -> None:
        try:
            open_store(f"sqlite:///{tmp_path / 'new' / 'record.db'}").close()
        except Exception as error:  # noqa: BLE001 - a thread's own failure would go unseen
            problems.append(error)

    starts = [threading.Thread(target=start) for _ in range(3)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()
    assert problems == []


def test_the_control_for_the_comparison_sees_a_difference() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        before = described(connection)
        connection.execute(text("DROP INDEX ix_people_name_key"))
        assert described(connection) != before
    engine.dispose()


@pytest.mark.parametrize("lock", ["BEGIN", "BEGIN IMMEDIATE"], ids=["reads", "writes"])
def test_a_record_opens_while_somebody_reads_or_writes_for_long(
    make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    place = make_place(SQLITE)
    other = sqlite3.connect(place.database.removeprefix(FILE_URL), isolation_level=None)
    other.execute(lock)
    other.execute("SELECT count(*) FROM people").fetchone()
    with open_store(place) as store:
        assert not store.finished()
    other.close()
