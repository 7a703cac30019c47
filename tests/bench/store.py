"""P9: durable moves of the product's store for each that bare sqlite3 makes with the same settings.
P14: how fast a stored attempt is replayed.

    python -m tests.bench.store [MOVES] [FOLDER]

A move is everything a window waits for: looked up, folded, stepped, hashed, added and on the disk. The bare
one adds the same row to the same table. Both are timed in turn, on files side by side in FOLDER, and medians
are compared. The control, bare sqlite3 that does not wait for the disk, must come out far above both.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from simulator.records import OpenAttempt, Store, open_store
from simulator.records.engine import prepare_sqlite
from tests.steps.record_world import beginning, next_move, play_on

FLOOR, AIM = 0.5, 0.8
FLOOR_OF_REPLAY, AIM_OF_REPLAY = 50_000, 200_000
MOVES = 1_000
SCENES = 900
REPLAYS = 20
SCENE = """\
  scene_{number}:
    decide:
      question: What do you do for <child> on day {number}?
      options:
        ask:
          text: Ask what happened.
          takes: 10 minutes
        wait:
          text: Wait until tomorrow.
          mark: waited_{number}
"""
ADD = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
MOVE = '{"entries":[["own_words","said","child_protection_file"]],"move":"record","role":"class_teacher"}'


def attempts(store: Store) -> Iterator[OpenAttempt]:
    """Attempts to play on, a new one whenever one has ended."""
    while True:
        attempt = store.attempt(store.begin(beginning()))
        while not attempt.ended:
            yield attempt


def product_moves(store: Store) -> Iterator[Callable[[], object]]:
    """One move of the product after the other, each ready to be made."""
    for number, attempt in enumerate(attempts(store)):
        move, role = next_move(attempt)
        yield lambda a=attempt, m=move, r=role, n=number: a.play(m, f"client-{n:032}", r)  # type: ignore[misc]


def bare_moves(file: Path, wait_for_the_disk: bool) -> Iterator[Callable[[], object]]:
    """The same row into the same table, with nothing else about it."""
    with open_store(f"sqlite:///{file}") as store:
        attempt = store.begin(beginning())
    connection = sqlite3.connect(file)
    prepare_sqlite(connection)
    if not wait_for_the_disk:
        connection.execute("PRAGMA synchronous=OFF")

    def add(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        at = "2026-11-21 10:00:00.000000"
        row = (
            attempt,
            number,
            f"client-{number:032}",
            "class_teacher",
            MOVE,
            1_056_842_480,
            at,
            "h" * 64,
            "h" * 64,
        )
        connection.execute(ADD, row)
        connection.execute("COMMIT")

    number = 0
    while True:
        number += 1
        yield lambda n=number: add(n)  # type: ignore[misc]


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def compare(folder: Path, moves: int) -> float:
    """Moves of the product for each bare one; prints medians in microseconds."""
    with open_store(f"sqlite:///{folder / 'product.db'}") as store:
        makers = {
            "product": product_moves(store),
            "bare sqlite3": bare_moves(folder / "bare.db", wait_for_the_disk=True),
            "bare, not waiting for the disk": bare_moves(folder / "careless.db", wait_for_the_disk=False),
        }
        times: dict[str, list[float]] = {name: [] for name in makers}
        for _ in range(moves):
            for name, maker in makers.items():
                times[name].append(timed(next(maker)))
        assert store.verify() == []
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:32} {median * 1e6:8.0f} µs a move, {1 / median:8.0f} a second")
    product, bare, careless = medians.values()
    print(f"control: {bare / careless:.1f} (must be above 2, or the disk does not wait)")
    return bare / product


def long_case(scenes: int) -> str:
    """A case of plain decisions, for a long journal."""
    told = "".join(SCENE.format(number=number) for number in range(scenes))
    return f"title: A long case\nscenes:\n{told}endings:\n  home: <child> goes home.\n"


def replay(folder: Path) -> float:
    """Moves replayed in a second of this process's own: read, checked against the chain, stepped.

    The best of some, for cores are shared. What comes of it must be what was played.
    """
    with open_store(f"sqlite:///{folder / 'replay.db'}") as store:
        played = store.attempt(store.begin(beginning(long_case(SCENES))))
        play_on(played)
        taken = []
        for _ in range(REPLAYS):
            began = time.process_time()
            again = store.replay(played.id)
            taken.append(time.process_time() - began)
            assert again.events == played.events and again.head == played.head
    return len(played.moves) / min(taken)


def main() -> int:
    """Print both figures; 1 where one misses its floor or the disk does not wait."""
    moves = int(sys.argv[1]) if len(sys.argv) > 1 else MOVES
    beside = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(dir=beside) as folder:
        ratio = compare(Path(folder), moves)
        speed = replay(Path(folder))
    print(f"P14 {speed:.0f} moves replayed a second (floor {FLOOR_OF_REPLAY}, aim {AIM_OF_REPLAY})")
    print(f"P9 {ratio:.2f} (floor {FLOOR}, aim {AIM})")
    return int(ratio < FLOOR or speed < FLOOR_OF_REPLAY)


if __name__ == "__main__":
    sys.exit(main())
