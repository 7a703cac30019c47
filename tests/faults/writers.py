"""R4, P10: many people write at once, each thinking between moves; on a server also while it is restarted.

    python -m tests.faults.writers [SECONDS] [WRITERS] [LEAST THINK SECONDS] [MOST] [RESTARTS]
    python -m tests.faults.writers postgres 60 30 0.1 1 5

Half of the writers play attempts of their own; the others share rooms of five seats. Each writer is a process
with its own window. At the end everything acknowledged must be there once, every chain must hold, and nobody
may have been locked out; printed are how long a move took and how soon the others in a room saw it. The
control is writers that read before they ask for the lock (BEGIN, not BEGIN IMMEDIATE): some are turned away.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple

from simulator.errors import NotSaved, RoomMovedOn
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import Place, open_store
from simulator.records.engine import prepare_sqlite
from tests.steps.record_databases import Server
from tests.steps.record_world import beginning, play_on

POLL_SECONDS = 0.05
SEATS_OF_A_ROOM = 5


class Plan(NamedTuple):
    """How long, how many, how much they think, how often the server is restarted."""

    seconds: float
    writers: int
    least_think: float
    most_think: float
    restarts: int


class Report(NamedTuple):
    """What one writer did."""

    acknowledged: list[tuple[str, str]]
    """(attempt, client id)"""
    took: list[float]
    """Seconds each move took."""
    seen_at: dict[str, float]
    """Others' moves: client id -> when this window saw them."""
    made_at: dict[str, float]
    not_saved: int
    trouble: str


def write(place: Place, plan: Plan, number: int, room: str, until: float) -> Report:
    """One writer: alone on attempts of their own, or in one seat of a room until it ends, then another."""
    report = Report([], [], {}, {}, 0, "")
    draw = random.Random(number)
    with open_store(place) as store:
        attempt = store.attempt(room or store.begin(beginning()))
        seat = number % SEATS_OF_A_ROOM
        while time.time() < until:
            if attempt.ended and not room:
                attempt = store.attempt(store.begin(beginning()))
            wait = time.time() + draw.uniform(plan.least_think, plan.most_think)
            while time.time() < wait:
                time.sleep(POLL_SECONDS)
                if room and attempt.changed():
                    known = len(attempt.moves)
                    attempt.refresh()
                    now = time.time()
                    report.seen_at.update({moved.client_id: now for moved in attempt.moves[known:]})
            if attempt.ended:
                continue
            waiting = waiting_for(attempt.game, attempt.state)
            mine = [role for role in waiting if not room or attempt.seats.index(role) == seat]
            if not mine:
                continue
            move = NAIVE["first"](attempt.game, attempt.state, mine[0])
            client = f"{number}-{len(report.took)}"
            for _ in range(3):
                began = time.time()
                try:
                    attempt.play(move, client, mine[0])
                except RoomMovedOn:
                    attempt.refresh()
                    break
                except NotSaved:
                    report = report._replace(not_saved=report.not_saved + 1)
                    continue
                report.made_at[client] = time.time()
                report.took.append(time.time() - began)
                report.acknowledged.append((attempt.id, client))
                break
    return report


def write_and_report(
    place: Place, plan: Plan, number: int, room: str, until: float, reports: Queue[Report]
) -> None:
    try:
        reports.put(write(place, plan, number, room, until))
    except BaseException as error:  # noqa: BLE001 - the parent must hear of it
        reports.put(Report([], [], {}, {}, 0, f"{type(error).__name__}: {error}"))


def run(place: Place, plan: Plan, restart: Callable[[], None] | None) -> tuple[dict[str, object], bool]:
    """The figures, and whether all holds."""
    with open_store(place) as store:
        in_rooms = plan.writers // 2 // SEATS_OF_A_ROOM * SEATS_OF_A_ROOM
        rooms = [store.begin(beginning()) for _ in range(in_rooms // SEATS_OF_A_ROOM)]
    context = multiprocessing.get_context("fork")
    reports: Queue[Report] = context.Queue()
    until = time.time() + plan.seconds
    people = [
        context.Process(
            target=write_and_report,
            args=(place, plan, n, rooms[n // SEATS_OF_A_ROOM] if n < in_rooms else "", until, reports),
        )
        for n in range(plan.writers)
    ]
    for person in people:
        person.start()
    restarter = threading.Thread(target=restart_sometimes, args=(plan, restart))
    restarter.start()
    done = [reports.get() for _ in people]
    for person in people:
        person.join()
    restarter.join()
    return judge(place, done)


def restart_sometimes(plan: Plan, restart: Callable[[], None] | None) -> None:
    for _ in range(plan.restarts):
        time.sleep(plan.seconds / (plan.restarts + 1))
        if restart:
            began = time.monotonic()
            restart()
            print(f"restarted in {time.monotonic() - began:.1f} s", file=sys.stderr)


def judge(place: Place, done: list[Report]) -> tuple[dict[str, object], bool]:
    acknowledged = [one for report in done for one in report.acknowledged]
    with open_store(place) as store:
        stored = {
            (attempt, moved.client_id)
            for attempt in {attempt for attempt, _ in acknowledged}
            for moved in store.attempt(attempt).moves
        }
        broken = len(store.verify())
    took = sorted(seconds for report in done for seconds in report.took)
    made = {client: at for report in done for client, at in report.made_at.items()}
    seen = sorted(
        at - made[client] for report in done for client, at in report.seen_at.items() if client in made
    )
    lost = len(set(acknowledged) - stored)
    trouble = [report.trouble for report in done if report.trouble]
    figures: dict[str, object] = {
        "moves": len(took),
        "lost": lost,
        "doubled": len(acknowledged) - len(set(acknowledged)),
        "broken chains": broken,
        "told not saved, then sent again": sum(report.not_saved for report in done),
        "trouble": trouble[:3],
        "a move, ms": {"p50": at_share(took, 0.5), "p99": at_share(took, 0.99), "longest": at_share(took, 1)},
        "seen by others, ms": {"p50": at_share(seen, 0.5), "p99": at_share(seen, 0.99)},
    }
    return figures, not (lost or broken or trouble) and bool(took)


def at_share(values: list[float], share: float) -> int | None:
    """Milliseconds below which this share lies."""
    return round(values[min(len(values) - 1, int(len(values) * share))] * 1000) if values else None


def control() -> int:
    """Refusals of eight writers who read first and ask for their lock later."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "control.db"
        connection = sqlite3.connect(file)
        prepare_sqlite(connection)
        connection.execute("CREATE TABLE moves (number INTEGER)")
        connection.close()
        refused: list[int] = []
        threads = [threading.Thread(target=write_late, args=(file, refused)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return len(refused)


def write_late(file: Path, refused: list[int]) -> None:
    connection = sqlite3.connect(file)
    prepare_sqlite(connection)
    for _ in range(20):
        try:
            connection.execute("BEGIN")
            found = connection.execute("SELECT count(*) FROM moves").fetchone()[0]
            time.sleep(0.002)
            connection.execute("INSERT INTO moves VALUES (?)", (found,))
            connection.execute("COMMIT")
        except sqlite3.OperationalError:
            refused.append(1)
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    connection.close()


@contextmanager
def room_for_all(on_server: bool) -> Iterator[tuple[Place, Callable[[], None] | None]]:
    """A record on the disk, or on a server that can be restarted at once, as after a crash."""
    with tempfile.TemporaryDirectory() as folder:
        if not on_server:
            yield Place(f"sqlite:///{folder}/record.db", Path(folder) / "backups", Path(folder) / "key"), None
            return
        server = Server(Path(tempfile.mkdtemp(prefix="record-postgres-")), careful=True)
        try:
            yield server.place(server.new_database(), Path(folder)), server.restart_at_once
        finally:
            server.stop()


def main(on_server: bool, plan: Plan) -> int:
    """Print the figures and give the exit code."""
    with room_for_all(on_server) as (place, restart):
        warm = open_store(f"sqlite:///{tempfile.mkdtemp()}/warm.db")
        play_on(warm.attempt(warm.begin(beginning())), 1)
        warm.close()
        figures, holds = run(place, plan, restart)
    refused = control()
    print(json.dumps(figures, indent=1))
    print(f"control: {refused} of 160 were turned away who read before they asked (must be some)")
    print(f"writers: {'all holds' if holds else 'something was lost'}, {plan}")
    return int(not holds or not refused)


if __name__ == "__main__":
    words = sys.argv[1:]
    server = words[:1] == ["postgres"]
    numbers = [float(word) for word in words[int(server) :]]
    usual = [20.0, 30, 1, 10, 0]
    seconds, writers, least, most, restarts = numbers + usual[len(numbers) :]
    sys.exit(main(server, Plan(seconds, int(writers), least, most, int(restarts))))
