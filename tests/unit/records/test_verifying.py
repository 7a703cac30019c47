"""Whatever is changed behind the record's back is found, with its place; and what no chain can show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, text, update

from simulator.errors import ChainBroken, RecordError
from simulator.play.moves import as_json
from simulator.records import OpenAttempt, Place, Store, open_store
from simulator.records.chain import JournalRow, canonical, moment_text, row_hash, sealed, text_digest
from simulator.records.tables import journal, metadata
from tests.steps.record_world import beginning, play_on, solo

Change = Callable[[Connection, str], object]


def run(statement: str) -> Change:
    return lambda connection, attempt: connection.execute(
        text(statement), {"a": attempt} if ":a" in statement else {}
    )


CHANGES: dict[str, tuple[Change, int | None, str]] = {
    "a move": (
        run("UPDATE journal SET move = replace(move, 'listen', 'promise') WHERE attempt = :a AND seq = 1"),
        1,
        "not what was stored",
    ),
    "a role": (
        run("UPDATE journal SET role = 'gp' WHERE attempt = :a AND seq = 4"),
        4,
        "not what was stored",
    ),
    "a time": (
        run("UPDATE journal SET at = '2020-01-01 00:00:00' WHERE attempt = :a AND seq = 7"),
        7,
        "not what was stored",
    ),
    "the case's clock": (
        run("UPDATE journal SET simulated = simulated + 1 WHERE attempt = :a AND seq = 2"),
        2,
        "not what was stored",
    ),
    "an id": (
        run("UPDATE journal SET client_id = 'x' WHERE attempt = :a AND seq = 3"),
        3,
        "not what was stored",
    ),
    "a hash": (
        run(
            "UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'f') WHERE attempt = :a AND seq = 5"
        ),
        5,
        "not what was stored",
    ),
    "a link": (
        run(f"UPDATE journal SET previous = '{'0' * 64}' WHERE attempt = :a AND seq = 6"),
        6,
        "does not follow",
    ),
    "a move taken out": (run("DELETE FROM journal WHERE attempt = :a AND seq = 3"), 4, "move 3 is missing"),
    "the first move taken out": (
        run("DELETE FROM journal WHERE attempt = :a AND seq = 1"),
        2,
        "move 1 is missing",
    ),
    "the end taken off": (run("DELETE FROM journal WHERE attempt = :a AND seq >= 15"), 0, "goes on"),
    "the case": (
        run("UPDATE kept_texts SET text = replace(text, 'lunch', 'dinner') || ' ' WHERE kind = 'case'"),
        0,
        "(case)",
    ),
    "the rulebook": (
        run("UPDATE kept_texts SET text = replace(text, 'wt2010', 'wt2013') WHERE kind = 'rulebook'"),
        0,
        "(rulebook)",
    ),
    "the seats": (run("UPDATE attempts SET seats = '[\"gp\"]' WHERE id = :a"), 0, "begun with"),
    "the day": (run("UPDATE attempts SET played_on = '2011-01-01' WHERE id = :a"), 0, "begun with"),
    "the family": (
        run("UPDATE attempts SET family = replace(family, 'a', 'b') WHERE id = :a"),
        0,
        "begun with",
    ),
    "the minutes it counts for": (run("UPDATE attempts SET minutes = 600 WHERE id = :a"), 0, "begun with"),
    "practice made real": (run("UPDATE attempts SET seed = '2' WHERE id = :a"), 0, "begun with"),
    "the ending": (run("UPDATE attempts SET ending = 'unheard' WHERE id = :a"), 0, "its moves say"),
    "the day it ended": (
        run("UPDATE attempts SET finished = '2020-01-01 00:00:00' WHERE id = :a"),
        0,
        "its moves say",
    ),
    "an ending taken back": (
        run("UPDATE attempts SET ending = NULL, finished = NULL WHERE id = :a"),
        0,
        "its moves say",
    ),
    "the hours of a completion": (
        run("UPDATE completions SET minutes = 600 WHERE attempt = :a"),
        0,
        "completion",
    ),
    "whose completion it is": (
        run("UPDATE completions SET agency = 'somebody else' WHERE attempt = :a"),
        0,
        "completion",
    ),
    "the day of a completion": (
        run("UPDATE completions SET completed_on = '2025-01-01' WHERE attempt = :a"),
        0,
        "completion",
    ),
    "a completion taken out": (run("DELETE FROM completions WHERE attempt = :a"), 0, "missing"),
    "words that were typed": (run("UPDATE words SET text = 'Something else'"), 3, "words"),
}


@pytest.fixture
def played(store: Store, learner: str) -> OpenAttempt:
    attempt = store.attempt(store.begin(solo(learner)))
    play_on(attempt, 2)
    play_on(attempt, 1, words="Because she asked")
    play_on(attempt)
    return attempt


def change(store: Store, attempt: str, how: Change) -> None:
    store.database.write(lambda connection: bool(how(connection, attempt)))


def test_every_change_is_found_and_named(store: Store, played: OpenAttempt, learner: str) -> None:
    other = store.begin(solo(learner, beginning().case_text.replace("id: everything", "id: another")))
    assert store.verify() == []
    kept = store.database.read(rows_of_all_tables)
    unnoticed = {}
    for name, (how, seq, says) in CHANGES.items():
        change(store, played.id, how)
        found = store.verify()
        here = [(one.attempt, one.seq) for one in found]
        if (played.id, seq) not in here or says not in found[0].message:
            unnoticed[name] = found
        if name not in ("the case", "the rulebook"):
            assert other not in {one.attempt for one in found}, name
        store.database.write(lambda connection: put_back(connection, kept))
    assert unnoticed == {}
    assert store.verify() == []


def rows_of_all_tables(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    tables = metadata.sorted_tables
    return {one.name: [dict(row) for row in connection.execute(one.select()).mappings()] for one in tables}


def put_back(connection: Connection, kept: dict[str, list[dict[str, Any]]]) -> None:
    for table in reversed(metadata.sorted_tables):
        connection.execute(table.delete())
    for table in metadata.sorted_tables:
        if kept[table.name]:
            connection.execute(table.insert(), kept[table.name])


@pytest.mark.parametrize("name", ["a move", "a move taken out", "the seats", "the case"])
def test_an_attempt_that_was_changed_is_not_opened(store: Store, played: OpenAttempt, name: str) -> None:
    change(store, played.id, CHANGES[name][0])
    with pytest.raises(ChainBroken) as told:
        store.attempt(played.id)
    assert played.id in told.value.message


def test_rows_of_the_wrong_kind_are_found_too(make_place: Callable[[str], Place]) -> None:
    """SQLite keeps any kind of value in any column; a server would refuse."""
    with open_store(make_place("SQLite")) as store:
        attempt = store.attempt(store.begin(beginning()))
        play_on(attempt)
        for column, value in (("at", "'yesterday'"), ("simulated", "'noon'"), ("move", "x'ff00'")):
            seq = {"at": 2, "simulated": 3, "move": 4}[column]
            change(
                store,
                attempt.id,
                run(f"UPDATE journal SET {column} = {value} WHERE attempt = :a AND seq = {seq}"),
            )
            found = store.verify()
            assert [(one.attempt, one.seq) for one in found] == [(attempt.id, 2)], column
        with pytest.raises(RecordError):
            store.attempt(attempt.id)


def test_a_record_rewritten_as_a_whole_is_only_shown_by_a_head_kept_elsewhere(
    store: Store, played: OpenAttempt
) -> None:
    """What no chain can show by itself, and what does: the head that a certificate or an export carries."""
    kept = played.head
    rows = [
        JournalRow(one.seq, one.client_id, "gp", as_json(one.move), one.state.clock, one.at, "", "")
        for one in played.moves
    ]

    def rewrite(connection: Connection, attempt: str) -> bool:
        previous = played.about.opening
        for row in rows:
            forged = sealed(attempt, row._replace(previous=previous))
            here = (journal.c.attempt == attempt, journal.c.seq == row.seq)
            connection.execute(update(journal).where(*here).values(forged._asdict()))
            previous = forged.hash
        return True

    change(store, played.id, rewrite)
    assert store.verify() == []
    assert store.attempt(played.id).head != kept


def test_a_rows_hash_covers_its_canonical_form(played: OpenAttempt) -> None:
    one = played.moves[0]
    row = JournalRow(one.seq, 'quo"te\\', "é\u2028", '{"a":"\\u0000"}', 5, one.at, "p" * 64, "")
    fields = {
        "attempt": "a",
        "at": moment_text(row.at),
        "client_id": row.client_id,
        "move": row.move,
        "role": row.role,
        "seq": row.seq,
        "simulated": row.simulated,
    }
    assert row_hash("a", row) == text_digest(row.previous + canonical(fields))
