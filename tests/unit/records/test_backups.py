"""Backups hold the record whole, whichever database keeps it; nothing is restored that was not looked at."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from simulator.errors import DatabaseNewer, RecordError
from simulator.records import Place, Store, open_store
from simulator.records.tables import metadata
from tests.steps.record_databases import DATABASES
from tests.steps.record_world import add_learner, beginning, play_on, solo, world


def contents(store: Store) -> dict[str, list[str]]:
    def read(connection):  # type: ignore[no-untyped-def]
        tables = metadata.sorted_tables
        return {one.name: sorted(map(repr, connection.execute(one.select()))) for one in tables}

    return store.database.read(read)


def fill(store: Store) -> str:
    learner = add_learner(store, "Zoë Ó Néill", "health visiting")
    attempt = store.attempt(store.begin(solo(learner, board={"name": "Anytown"}, table="Blau – grün")))
    play_on(attempt, 2, words='She said "no"\nand \\ left\u2028')
    tried = store.try_from(attempt.id, 2)
    store.try_from(tried, 1)
    play_on(attempt)
    store.attempt(tried).keep_draft("school_nurse", "half a sentence", learner)
    store.note("export", "R4", "since 2026", 3)
    store.place.secret.write_text("the key")
    return attempt.id


@pytest.mark.parametrize("source", DATABASES)
@pytest.mark.parametrize("target", DATABASES)
def test_what_was_backed_up_is_restored_to_the_letter(
    make_place: Callable[[str], Place], tmp_path: Path, source: str, target: str
) -> None:
    """Also from one database to the other: that is how a record outgrows a laptop."""
    with open_store(make_place(source), world()) as first, open_store(make_place(target), world()) as second:
        attempt = fill(first)
        before = contents(first)
        first.backup(tmp_path / "all.zip")
        fill(second)
        second.restore(tmp_path / "all.zip")
        after = contents(second)
        note = after["audit"].pop()
        assert "restore" in note and "all.zip" in note
        assert after == before and second.verify() == []
        assert second.place.secret.read_text() == "the key"
        play_on(second.attempt(second.begin(beginning())))
        assert second.attempt(attempt).ended
        second.note("export", "another line")


def test_the_record_that_is_replaced_is_backed_up_first(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.backup(tmp_path / "before.zip")
    later = store.begin(beginning())
    store.restore(tmp_path / "before.zip")
    assert later not in {one.attempt for one in store.resumable()}
    (kept,) = store.place.backups.glob("*before-restore.zip")
    store.restore(kept)
    assert later in {one.attempt for one in store.resumable()}


def test_a_backup_is_for_its_owner_alone_and_never_overwrites(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "folder" / "all.zip"
    store.backup(file)
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    with pytest.raises(RecordError, match="already"):
        store.backup(file)
    assert file.read_bytes() == before and [one.name for one in file.parent.iterdir()] == ["all.zip"]


def repack(file: Path, **changes: bytes | None) -> None:
    with zipfile.ZipFile(file) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    held.update({f"{name.replace('_', '.')}": data for name, data in changes.items() if data is not None})
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in held.items():
            if changes.get(name.replace(".", "_"), b"") is not None:
                packed.writestr(name, data)


def changed_journal(file: Path, tmp_path: Path, statement: str) -> None:
    """Somebody changes the record inside a backup, and its checksum with it."""
    from hashlib import sha256

    record = tmp_path / "inside.db"
    with zipfile.ZipFile(file) as packed:
        record.write_bytes(packed.read("record.db"))
        about = json.loads(packed.read("about.json"))
    with sqlite3.connect(record) as inside:
        inside.execute(statement)
    inside.close()
    about["sha256"] = sha256(record.read_bytes()).hexdigest()
    repack(file, record_db=record.read_bytes(), about_json=json.dumps(about).encode())


def test_what_is_no_backup_or_was_changed_is_refused_and_nothing_happens(
    store: Store, tmp_path: Path
) -> None:
    fill(store)
    good = tmp_path / "good.zip"
    store.backup(good)
    data = good.read_bytes()
    before = contents(store)
    spoiled: dict[str, Callable[[Path], object]] = {
        "not there": lambda file: file.unlink(),
        "empty": lambda file: file.write_bytes(b""),
        "not a zip": lambda file: file.write_bytes(b"PK\x03\x04 and no more"),
        "cut short": lambda file: file.write_bytes(data[: len(data) // 2]),
        "a bit flipped": lambda file: file.write_bytes(data[:3000] + bytes([data[3000] ^ 4]) + data[3001:]),
        "another record in it": lambda file: repack(file, record_db=b"SQLite format 3\x00" + bytes(5000)),
        "no record in it": lambda file: repack(file, record_db=None),
        "nothing said about it": lambda file: repack(file, about_json=b"[]"),
        "a huge key": lambda file: repack(file, secret_key=bytes(20_000)),
        "a journal changed": lambda file: changed_journal(file, tmp_path, "UPDATE journal SET role = 'gp'"),
        "from the future": lambda file: changed_journal(
            file, tmp_path, "UPDATE record_revision SET version_num = '9999'"
        ),
    }
    for name, spoil in spoiled.items():
        file = tmp_path / "spoiled.zip"
        file.write_bytes(data)
        spoil(file)
        with pytest.raises(RecordError) as told:
            store.restore(file)
        assert isinstance(told.value, DatabaseNewer) == (name == "from the future"), name
        assert contents(store) == before, name
    assert not list(tmp_path.glob(".record-*")), "nothing is left lying about"


def test_a_disk_that_is_full_makes_no_half_backup(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: zipfile.ZipFile, *arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(RecordError, match="No space"):
        store.backup(tmp_path / "out" / "all.zip")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_backup_taken_while_people_play_is_whole(
    make_place: Callable[[str], Place], tmp_path: Path
) -> None:
    import threading

    with open_store(make_place("SQLite")) as store:
        stop = threading.Event()

        def play() -> None:
            with open_store(store.place) as own:
                while not stop.is_set():
                    play_on(own.attempt(own.begin(beginning())))

        player = threading.Thread(target=play)
        player.start()
        try:
            for number in range(5):
                store.backup(tmp_path / f"{number}.zip")
        finally:
            stop.set()
            player.join()
        store.restore(tmp_path / "4.zip")
        assert store.verify() == []


def test_a_copied_file_alone_is_whole(make_place: Callable[[str], Place], tmp_path: Path) -> None:
    """Somebody copies the one file while the simulator runs: nothing acknowledged lies beside it."""
    with open_store(make_place("SQLite")) as store:
        attempt = store.attempt(store.begin(beginning()))
        play_on(attempt, 10)
        file = Path(store.place.database.removeprefix("sqlite:///"))
        (tmp_path / "copy.db").write_bytes(file.read_bytes())
    with open_store(f"sqlite:///{tmp_path / 'copy.db'}") as copy:
        assert len(copy.attempt(attempt.id).moves) == 10 and copy.verify() == []
        assert copy.database.read(lambda c: c.scalar(text("PRAGMA journal_mode"))) == "delete"
