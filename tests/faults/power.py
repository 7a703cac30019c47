"""R3: the power is cut between any two calls, and the disk has kept only what it was told to keep, or some of
the rest as well, in any order, torn. No acknowledged move is lost and no file is corrupt.

    python -m tests.faults.power [IMAGES AT EACH CALL] [SEED] [ONLY AT EVERY …TH CALL]

A play is written down call by call. For every prefix of the calls, images of the disk are made: a file holds
what was in it at its last sync, and of what was written since nothing, everything, or a random choice of
sectors; a name made in a folder is there once the file or the folder was synced, and a name removed stays
until the folder was. Each image is opened by the product. The controls are the same play with SQLite's usual
settings (DELETE and FULL) and with no syncs at all: both must lose acknowledged moves.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from simulator.records import engine, open_store
from tests.faults.killed import LEARNER, prepared, words_of
from tests.faults.shim import Fault, Shim, enter_with_shim
from tests.steps.record_databases import MEMORY
from tests.steps.record_world import FOUR, next_move, solo

CREATE, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, REMOVE, MARK = range(1, 8)
SECTOR: Final = 512
RECORD: Final = "record.db"
JOURNAL: Final = "record.db-journal"
SETTINGS: Final = {"the product's": "EXTRA", "control, FULL": "FULL", "control, OFF": "OFF"}


class Call(NamedTuple):
    """One call as it was written down."""

    kind: int
    name: str
    offset: int
    data: bytes


class File:
    """A file: what the disk has for certain, and what was written since."""

    def __init__(self, content: bytes) -> None:
        self.kept = bytearray(content)
        self.since: list[Call] = []

    def sync(self) -> None:
        for call in self.since:
            apply(self.kept, call)
        self.since.clear()

    def image(self, draw: random.Random | None, everything: bool) -> bytes:
        """What might be found: the least, everything, or some of what was not synced."""
        found = bytearray(self.kept)
        for call in self.since:
            if everything:
                apply(found, call)
            elif draw is not None:
                apply_some(found, call, draw)
        return bytes(found)


def apply(content: bytearray, call: Call) -> None:
    if call.kind == TRUNCATE:
        del content[call.offset :]
        content.extend(bytes(call.offset - len(content)))
        return
    end = call.offset + len(call.data)
    content.extend(bytes(max(0, end - len(content))))
    content[call.offset : end] = call.data


def apply_some(content: bytearray, call: Call, draw: random.Random) -> None:
    """Nothing, all of it, or some sectors."""
    chance = draw.random()
    if chance < 1 / 3:
        return
    if chance < 2 / 3 or call.kind == TRUNCATE:
        apply(content, call)
        return
    start = call.offset
    while start < call.offset + len(call.data):
        end = min(start - start % SECTOR + SECTOR, call.offset + len(call.data))
        if draw.random() < 0.5:
            apply(content, Call(WRITE, "", start, call.data[start - call.offset : end - call.offset]))
        start = end


class Disk:
    """One folder, as far as its calls have come."""

    def __init__(self, begins: dict[str, bytes]) -> None:
        self.named = {name: File(content) for name, content in begins.items()}
        self.kept_names = dict(self.named)
        self.acknowledged = 0

    def call(self, call: Call) -> None:
        if call.kind == CREATE:
            self.named[call.name] = File(b"")
        elif call.kind in (WRITE, TRUNCATE):
            self.named[call.name].since.append(call)
        elif call.kind == SYNC:
            self.named[call.name].sync()
            self.kept_names[call.name] = self.named[call.name]
        elif call.kind == SYNC_FOLDER:
            self.kept_names = dict(self.named)
        elif call.kind == REMOVE:
            del self.named[call.name]
        elif call.kind == MARK:
            self.acknowledged = call.offset

    def images(self, count: int, draw: random.Random) -> Iterator[tuple[str, dict[str, bytes]]]:
        """What may be found after the power comes back: the least, everything, and a choice `count` times."""
        yield "least", {name: file.image(None, False) for name, file in self.kept_names.items()}
        yield "all", {name: file.image(None, True) for name, file in self.named.items()}
        for _ in range(count):
            names = {
                name: self.kept_names.get(name) or self.named[name]
                for name in self.kept_names.keys() | self.named.keys()
                if (name in self.kept_names and name in self.named) or draw.random() < 0.5
            }
            yield "some", {name: file.image(draw, False) for name, file in names.items()}


def written_down(file: Path) -> list[Call]:
    """The calls of a log."""
    calls = []
    with file.open("rb") as log:
        while head := log.readline():
            kind, name, offset, length = head.decode().split()
            calls.append(
                Call(int(kind), name, int(offset), log.read(int(length)) if int(kind) == WRITE else b"")
            )
    return calls


def record_play(room: Path, synchronous: str) -> tuple[dict[str, bytes], list[Call]]:
    """The files before a play, and every call it made, with a mark after each acknowledgement."""
    folder = prepared(room / synchronous.lower())
    before = {RECORD: (folder / RECORD).read_bytes()}
    child = os.fork()
    if not child:
        prepare = engine.prepare_sqlite

        def prepare_otherwise(connection: sqlite3.Connection) -> None:
            prepare(connection)
            connection.execute(f"PRAGMA synchronous={synchronous}")

        engine.prepare_sqlite = prepare_otherwise
        shim = Shim()
        shim.arm(folder, 0, Fault.QUIET)
        shim.log(room / f"{synchronous}.log")
        play_and_mark(folder, shim)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status == 0
    return before, written_down(room / f"{synchronous}.log")


def play_and_mark(folder: Path, shim: Shim) -> None:
    with open_store(f"sqlite:///{folder / RECORD}") as store:
        attempt = store.attempt(store.begin(solo(LEARNER, FOUR)))
        while not attempt.ended:
            move, role = next_move(attempt)
            number = len(attempt.moves) + 1
            attempt.play(move, f"client-{number}", role, words=words_of(number))
            shim.mark(number)


def judge(image: dict[str, bytes], acknowledged: int, folder: Path, thorough: bool) -> str:
    """What is wrong with an image once the product has opened it: `lost`, `corrupt`, or nothing."""
    for name in (RECORD, JOURNAL):
        (folder / name).unlink(missing_ok=True)
    for name, content in image.items():
        (folder / name).write_bytes(content)
    try:
        with closing(sqlite3.connect(folder / RECORD)) as opened:
            engine.prepare_sqlite(opened)
            stored = [client for (client,) in opened.execute("SELECT client_id FROM journal ORDER BY seq")]
            whole = opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not whole or stored != [f"client-{number + 1}" for number in range(len(stored))]:
            return "corrupt"
        if len(stored) < acknowledged:
            return "lost"
        if thorough:
            with open_store(f"sqlite:///{folder / RECORD}") as store:
                return "corrupt" if store.verify() else ""
    except sqlite3.DatabaseError:
        return "corrupt"
    return ""


def cut_everywhere(
    room: Path, synchronous: str, each: int, seed: int, every: int
) -> tuple[int, dict[str, int]]:
    """Images made, and how many were lost or corrupt."""
    before, calls = record_play(room, synchronous)
    disk, draw = Disk(before), random.Random(seed)
    folder = Path(tempfile.mkdtemp(dir=room))
    images, wrong = 0, {"lost": 0, "corrupt": 0}
    for number, call in enumerate(calls):
        disk.call(call)
        if number % every:
            continue
        for kind, image in disk.images(each, draw):
            images += 1
            found = judge(image, disk.acknowledged, folder, thorough=kind != "some" and number % 5 == 0)
            if found:
                wrong[found] += 1
    assert disk.acknowledged == 4, "the play was not written down to its end"
    return images, wrong


def main(each: int, seed: int, every: int) -> int:
    """Print the figures and give the exit code."""
    began, results = time.monotonic(), {}
    with tempfile.TemporaryDirectory(prefix="power-", dir=MEMORY) as room:
        for name, synchronous in SETTINGS.items():
            few = each if synchronous == "EXTRA" else min(each, 4)
            results[name] = cut_everywhere(Path(room), synchronous, few, seed, every)
            images, wrong = results[name]
            print(f"{name}: {images} images, {wrong['lost']} with moves lost, {wrong['corrupt']} corrupt")
    images, wrong = results["the product's"]
    caught = all(sum(found.values()) for name, (_, found) in results.items() if "control" in name)
    print(
        f"power: {sum(wrong.values())} of {images} images lost or corrupt, {time.monotonic() - began:.0f} s"
    )
    return int(any(wrong.values()) or not caught)


if __name__ == "__main__":
    enter_with_shim("tests.faults.power")
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [50, 1, 1][len(given) :])))
