"""R11: whatever is changed in journal, attempts or completions is found, and where.

    python -m tests.faults.tampered [ATTEMPTS]

Every kind of change is made to a copy of a record, one at a time, with SQLite itself and not the product:
each column of a row, rows taken out, put in, swapped, a chain cut short, and a chain written anew with all
its hashes right. `records verify` must find it, or, where a chain alone cannot show it, `records verify
--against` heads that were kept elsewhere. Controls: an untouched copy, and a change that is nobody's business
(a draft), must not be reported.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from simulator.records import Place, Player, open_store
from simulator.records.chain import JournalRow, sealed
from simulator.records.heads import Heads
from simulator.records.tables import metadata
from tests.steps.record_world import TEN_LINES, add_learner, beginning, case_of, play_on

COLUMNS = ("journal", "attempts", "completions", "kept_texts", "words")
DERIVED = {("attempts", "held_in"), ("words", "learner")}
"""Who typed something may be erased, and which workshop an attempt counts for may become known later."""


class Change(NamedTuple):
    """One way to tamper."""

    kind: str
    make: Callable[[sqlite3.Connection], None]


def fill(file: Path, attempts: int) -> None:
    """Some finished plays with words typed, one going on, one of two people."""
    with open_store(place_of(file)) as store:
        ann, bea = (
            add_learner(store, name, agency) for name, agency in (("Ann", "police"), ("Bea", "school"))
        )
        for number in range(attempts):
            text = TEN_LINES if number % 2 else beginning().case_text
            players = [Player(ann, case_of(text).playable)]
            players += [Player(bea, case_of(text).playable)] if number % 3 == 0 else []
            attempt = store.attempt(store.begin(beginning(text, players=tuple(players))))
            play_on(attempt, 2, words="my own words")
            if number:
                play_on(attempt)


def place_of(file: Path) -> Place:
    return Place(f"sqlite:///{file}", file.parent / "backups", file.parent / "key")


def found(file: Path, kept: Heads) -> str:
    """How a change is found: by the chain, by what was kept elsewhere, or not at all (empty)."""
    with open_store(place_of(file)) as store:
        if store.verify():
            return "verify"
        return "kept elsewhere" if store.changed_since(kept) else ""


def changes(file: Path) -> Iterator[Change]:
    """Every way to tamper with a record."""
    with closing(sqlite3.connect(file)) as connection:
        for table in COLUMNS:
            yield from of_columns(connection, table)
        yield from of_rows(connection)


def of_columns(connection: sqlite3.Connection, table: str) -> Iterator[Change]:
    """Each column of the first and the last row, one at a time."""
    keys = [column.name for column in metadata.tables[table].primary_key]
    named = ", ".join(keys)
    rows = connection.execute(f"SELECT {named} FROM {table} ORDER BY {named}").fetchall()
    where = " AND ".join(f"{key} = ?" for key in keys)
    for column in metadata.tables[table].columns:
        if (table, column.name) in DERIVED:
            continue
        for row in {rows[0], rows[-1]}:
            query = f'SELECT "{column.name}" FROM {table} WHERE {where}'
            (value,) = connection.execute(query, row).fetchone()
            order = f'UPDATE {table} SET "{column.name}" = ? WHERE {where}'
            new = f"{value}x" if column.name == "client_id" else other(value)
            yield Change(f"{table}.{column.name}", partial(run, order, (new, *row)))


def run(order: str, values: tuple[object, ...], connection: sqlite3.Connection) -> None:
    connection.execute(order, values)


def other(value: object) -> object:
    """Another value of the same kind."""
    if value is None:
        return "2026-01-01"
    if isinstance(value, int):
        return value + 1 if value > 1 else 1 - value
    text = str(value)
    swapped = {"0": "1", "1": "2", "2": "1", "a": "b", "e": "f"}.get(text[-1:], "0")
    return f"{text[:-1]}{swapped}" if text else "x"


def of_rows(connection: sqlite3.Connection) -> Iterator[Change]:
    """Rows taken out, put in, swapped; chains cut short and written anew."""
    attempt, last = connection.execute(
        "SELECT attempt, max(seq) FROM journal GROUP BY attempt ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    here = f"attempt = '{attempt}'"
    orders = {
        "move out of the middle": [f"DELETE FROM journal WHERE {here} AND seq = 2"],
        "last move out": [f"DELETE FROM journal WHERE {here} AND seq = {last}"],
        "two moves swapped": [
            f"UPDATE journal SET seq = -1 WHERE {here} AND seq = 1",
            f"UPDATE journal SET seq = 1 WHERE {here} AND seq = 2",
            f"UPDATE journal SET seq = 2 WHERE {here} AND seq = -1",
        ],
        "a move twice": [
            f"INSERT INTO journal SELECT attempt, {last + 1}, 'again', role, move, simulated, at, previous,"
            f" hash FROM journal WHERE {here} AND seq = {last}"
        ],
        "a completion out": [f"DELETE FROM completions WHERE {here}"],
        "a completion of somebody who was not there": [
            "INSERT INTO learners (id, since) VALUES ('nobody', '2026-01-01 00:00:00.000000')",
            "INSERT INTO completions SELECT attempt, 'nobody', agency, roles, case_id, case_version, edition,"
            " minutes, level, participatory, multi_agency, delivery, trainer, completed_on, 'forged', expires"
            f" FROM completions WHERE {here} LIMIT 1",
        ],
        "a whole attempt out": [
            f"DELETE FROM {table} WHERE {'id' if table == 'attempts' else 'attempt'} = '{attempt}'"
            for table in ("completions", "attendances", "words", "journal", "attempts")
        ],
        "a play that never ended": [
            f"UPDATE attempts SET finished = NULL, ending = NULL WHERE id = '{attempt}'",
        ],
    }
    for kind, wanted in orders.items():
        yield Change(kind, lambda c, wanted=wanted: [c.execute(one) for one in wanted] and None)
    yield Change("a chain written anew", lambda c: rewrite(c, attempt))


def rewrite(connection: sqlite3.Connection, attempt: str) -> None:
    """Another hour for every move, and every hash right again."""
    from datetime import UTC, datetime, timedelta

    (previous,) = connection.execute("SELECT opening FROM attempts WHERE id = ?", (attempt,)).fetchone()
    columns = "seq, client_id, role, move, simulated, at, previous, hash"
    rows = connection.execute(
        f"SELECT {columns} FROM journal WHERE attempt = ? ORDER BY seq", (attempt,)
    ).fetchall()
    for row in rows:
        at = datetime.fromisoformat(row[5]).replace(tzinfo=UTC) - timedelta(hours=1)
        new = sealed(attempt, JournalRow(*row[:5], at, previous, ""))
        previous = new.hash
        shown = at.strftime("%Y-%m-%d %H:%M:%S.%f")
        connection.execute(
            "UPDATE journal SET at = ?, previous = ?, hash = ? WHERE attempt = ? AND seq = ?",
            (shown, new.previous, new.hash, attempt, new.seq),
        )
    finished = "UPDATE attempts SET finished = ? WHERE id = ? AND finished IS NOT NULL"
    connection.execute(finished, (shown, attempt))


def tampered(file: Path, change: Change, room: Path) -> Path:
    """A copy of the record with one change made behind its back."""
    copy = room / "copy.db"
    shutil.copy(file, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        change.make(connection)
    return copy


def main(attempts: int = 4) -> int:
    """Print what was not found and the figure."""
    ways: Counter[str] = Counter()
    missed = []
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        room = Path(folder)
        file = room / "record.db"
        fill(file, attempts)
        with open_store(place_of(file)) as store:
            kept = store.heads()
        for change in changes(file):
            way = found(tampered(file, change, room), kept)
            ways[way] += 1
            missed += [] if way else [change.kind]
        draft = "INSERT INTO drafts SELECT id, 'gp', opening, NULL, 'half', started FROM attempts LIMIT 1"
        harmless = [Change("", lambda c: None), Change("", lambda c: c.execute(draft) and None)]
        controls = [found(tampered(file, change, room), kept) for change in harmless]
    print("\n".join(f"not found: {kind}" for kind in missed))
    print(f"controls, untouched and a draft more, reported: {sum(map(bool, controls))} of {len(controls)}")
    print(f"{sum(ways.values())} changes: {ways['verify']} found by verify, "
          f"{ways['kept elsewhere']} by what was kept elsewhere, {len(missed)} not found")  # fmt: skip
    return int(bool(missed) or any(controls))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
