"""Run files: carried to another record they hold; twice changes nothing; what was touched is named."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.errors import RecordError
from simulator.records import Place, Presence, Store, open_store
from simulator.records.rooms_people import people_at
from simulator.workshop import entering, table
from simulator.workshop.plenary import compare, tables_of_room
from simulator.workshop.run_files import RunRefused, read_run, take_into_room, write_run
from simulator.workshop.run_files.lines import ROW, chained
from tests.steps.record_world import world
from tests.unit.workshop.world import World, make_world


@pytest.fixture
def elsewhere(make_place: Callable[[str], Place]) -> Iterator[Store]:
    """The trainer's record, on another machine: here always a file."""
    with open_store(make_place("SQLite"), world()) as store:
        yield store


@pytest.fixture
def carried(room: World, quick_folder: Path) -> Path:
    """A run that was played half and exported."""
    room.sit(1, "gp", "Amira Shah")
    room.sit(1, "class_teacher", "Ben Okoro")
    attempt = room.begin(1)
    table.speak(room.store, attempt, room.tickets[1, "gp"], "What do we know?")
    room.console.write("Ring the school", [1])
    room.play(1, moves=3)
    file = quick_folder / "table.run"
    written = write_run(room.store, attempt.id, file)
    assert written.people == 2 and file.stat().st_mode & 0o077 == 0
    return file


def counted(store: Store) -> list[int]:
    """How many rows each table has but for the audit."""
    from sqlalchemy import func, select

    from simulator.records.tables import metadata

    tables = [one for one in metadata.sorted_tables if one.name != "audit"]
    return store.database.read(
        lambda c: [c.scalar(select(func.count()).select_from(one)) or 0 for one in tables]
    )


def test_a_run_is_taken_in_goes_on_and_twice_changes_nothing(
    room: World, carried: Path, elsewhere: Store
) -> None:
    first = read_run(elsewhere, carried)
    assert first.new_moves == len(room.attempt().moves) and elsewhere.verify() == []
    before = counted(elsewhere)
    assert read_run(elsewhere, carried).new_moves == 0 and counted(elsewhere) == before
    known = len(room.attempt().moves)
    ended = room.play(1)
    write_run(room.store, ended.id, carried)
    again = read_run(elsewhere, carried)
    assert again.new_moves == len(ended.moves) - known
    assert read_run(elsewhere, carried).new_moves == 0 and elsewhere.verify() == []
    there = elsewhere.attempt(ended.id)
    assert there.head == ended.head and there.all_said() == ended.all_said()
    assert table.talk(elsewhere, there)[0].said == "What do we know?"
    assert {(one.name, one.presence) for one in people_at(elsewhere, ended.id)} == {
        ("Amira Shah", Presence.ATTENDED),
        ("Ben Okoro", Presence.ATTENDED),
    }


def test_runs_sit_among_the_tables_of_a_room(room: World, carried: Path, elsewhere: Store) -> None:
    hall = make_world(elsewhere, tables=1)
    taken = take_into_room(elsewhere, hall.room, carried)
    assert taken.number == 2 and take_into_room(elsewhere, hall.room, carried).number == 2
    assert [one.number for one in entering.door(elsewhere, hall.room).tables] == [1]
    assert len(compare(tables_of_room(elsewhere, hall.room)).tables) == 1
    other = make_world(elsewhere, text=(Path(__file__).parents[2] / "cases" / "ten_lines.yaml").read_text())
    with pytest.raises(RunRefused, match="another text"):
        take_into_room(elsewhere, other.room, carried)


def test_without_names_a_run_holds_nobodys(room: World, carried: Path, elsewhere: Store) -> None:
    write_run(room.store, room.attempt().id, carried, names=False)
    assert "Amira" not in carried.read_text()
    read_run(elsewhere, carried)
    assert {one.name for one in people_at(elsewhere, room.attempt().id)} == {""}


def rewritten(lines: list[dict[str, object]]) -> str:
    """Lines with their hashes worked out anew, as somebody who knows how would."""
    bare = [{key: value for key, value in one.items() if key != "hash"} for one in lines]
    return "\n".join([*chained((str(one.pop(ROW)), one) for one in bare), ""])


def test_what_was_touched_is_named_by_its_line_and_nothing_is_kept(
    room: World, carried: Path, elsewhere: Store
) -> None:
    before = counted(elsewhere)
    text = carried.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    moves = [number for number, line in enumerate(lines) if line[ROW] == "move"]
    third = moves[2]

    def refused(changed: str) -> RunRefused:
        carried.write_text(changed)
        with pytest.raises(RunRefused) as told:
            read_run(elsewhere, carried)
        assert counted(elsewhere) == before
        return told.value

    raw = text.splitlines(keepends=True)
    touched = [*raw]
    touched[third] = touched[third].replace('"seq":3', '"seq":3,"x":1')
    error = refused("".join(touched))
    assert error.line == third + 1 and "Move 3" in error.message
    assert refused("".join(raw[:third] + raw[third + 1 :])).line == third + 1, "left out"
    assert "cut short" in refused("".join(raw[:-1])).message
    assert "after the end" in refused(text + raw[0]).message
    for field, value in (("move", '{"move":"step out","role":"gp"}'), ("own", "0" * 64), ("simulated", 1)):
        forged = [dict(line) for line in lines]
        forged[third][field] = value
        assert refused(rewritten(forged)).line == third + 1, field
    forged = [dict(line) for line in lines]
    forged[1]["minutes"] = 9_999
    assert refused(rewritten(forged)).line == 2
    forged = [dict(line) for line in lines]
    typed = next(line for line in forged if line[ROW] == "words")
    typed["text"] = "Something else"
    refused(rewritten(forged))
    carried.write_text(rewritten(lines))
    assert read_run(elsewhere, carried).new_moves, "the control: put together as it was, it is taken in"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 4_096,
        b"PK\x03\x04" + b"zip bomb" * 100,
        gzip.compress(b"0" * 10_000_000, mtime=0),
        b"[" * 200_000,
        b'{"row":"run","format":"something else"}\n',
        b'{"row":"run","format":"working together simulator run","version":1,"hash":"0"}\n',
        b"null\n",
        b'"run"\n',
        b"1e999\n",
        "{'é'}".encode(),
    ],
    ids=lambda content: repr(content[:12]),
)
def test_what_is_no_run_file_is_refused_in_a_sentence(
    elsewhere: Store, quick_folder: Path, content: bytes
) -> None:
    file = quick_folder / "x.run"
    file.write_bytes(content)
    with pytest.raises(RunRefused) as told:
        read_run(elsewhere, file)
    assert "x.run" in told.value.title and told.value.remedy


def test_wrong_kinds_in_a_file_that_is_hashed_rightly_are_refused(carried: Path, elsewhere: Store) -> None:
    lines = [json.loads(line) for line in carried.read_text().splitlines()]
    before = counted(elsewhere)
    places = {(line[ROW], field): number for number, line in enumerate(lines) for field in line}
    wrong: list[object] = [[], {"a": 1}, 10**30]
    for turn, ((kind, field), number) in enumerate(places.items()):
        if field in ("hash", ROW):
            continue
        forged = [dict(one) for one in lines]
        forged[number][field] = wrong[turn % len(wrong)]
        carried.write_text(rewritten(forged))
        try:
            read_run(elsewhere, carried)
        except RecordError:
            assert counted(elsewhere) == before
            continue
        raise AssertionError(f"taken in with {kind}.{field} = {forged[number][field]!r}")


def test_a_file_that_is_not_there_and_one_too_large(
    elsewhere: Store, quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RunRefused, match="cannot be read"):
        read_run(elsewhere, quick_folder / "none.run")
    file = quick_folder / "large.run"
    file.write_bytes(b"x" * 2_000)
    monkeypatch.setattr("simulator.workshop.run_files.reading.LARGEST", 1_000)
    with pytest.raises(RunRefused, match="at most"):
        read_run(elsewhere, file)
