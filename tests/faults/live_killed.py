"""R4 for live seats: seats killed and the server restarted while six tables of five seats play.

    python -m tests.faults.live_killed [sqlite|postgres] [SECONDS] [A KILL EVERY SECONDS] [RESTARTS]

Every few seconds one seat's process is killed (SIGKILL, wherever it is); a new one comes back with the seat's
token, and must land in the same place with everything that was played. On PostgreSQL the server is restarted
at once, as after a crash, so often in all. What a seat was told is stored it writes down elsewhere first. At
the end every such move must be there once, no seat may have decided twice in one place, every chain must
hold, and every seat must have come back. The control is a move that is sent again under another id, as a
window would that forgets its own: it must be refused or be seen as doubled.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from simulator.access import hashing
from simulator.errors import MoveRefused, RecordError
from simulator.play.moves import DecisionMove
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import Place, open_store
from simulator.workshop import joining
from simulator.workshop.noticing import LOOK_SECONDS
from tests.bench.live_seats import Plan, Seat, begin_when_seated, roles_of, warm
from tests.bench.long_case import long_case
from tests.faults.writers import room_for_all
from tests.unit.workshop.world import World, make_world

LONGEST_NOTICE = 10.0
"""Seconds within which a seat must be there again after the server was restarted."""


class Faults(NamedTuple):
    """How long, and how often what."""

    seconds: float
    kill_every: float
    restarts: int
    least_think: float = 0.5
    most_think: float = 4.0


class Chair(NamedTuple):
    """A seat whose process comes and goes."""

    number: int
    table: int
    role: str
    token: str
    account: Path
    """Where its processes write down what they were told is stored, and when they were there."""


class Written(Seat):
    """A seat that writes down what it is told before it goes on."""

    account: Path

    def acknowledged(self, client_id: str) -> None:
        assert self.attempt is not None
        note(self.account, "stored", self.attempt.id, client_id)


def note(file: Path, *words: str) -> None:
    """One line, in the file before anything else happens."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(" ".join((*words, f"{time.time():.3f}")) + "\n")
        opened.flush()


def come_and_live(place: Place, chair: Chair, life: int, plan: Plan, until: float) -> None:
    """One process of a seat: back in its place, and on until it is killed or time is up."""
    window = f"window-{chair.number}-{life}"
    tries = 0
    while time.time() < until:
        tries += 1
        try:
            with open_store(place) as store:
                ticket = joining.come_back(store, chair.token, window, take_over=True)
                assert (ticket.number, ticket.roles) == (chair.table, (chair.role,)), "another place"
                seat = Written(store, ticket, chair.number, LOOK_SECONDS)
                seat.account, seat.sent = chair.account, life * 100_000 + tries * 1_000
                note(chair.account, "there")
                try:
                    seat.live(lambda: until, plan)
                finally:
                    seat.notices.close()
                return
        except RecordError as error:  # the server is away: a window tries again, and says so
            note(chair.account, "away", type(error).__name__)
            time.sleep(0.2)
        except AssertionError as error:
            note(chair.account, "trouble", str(error).replace(" ", "_"))
            return


def seated(world: World, folder: Path) -> list[Chair]:
    """Everybody sits down once; what they keep is a token."""
    chairs = []
    for table in range(1, 7):
        for at, role in enumerate(roles_of(world)):
            number = table * 10 + at
            ticket = joining.sit(world.store, world.room, table, role, None, f"first-{number}")
            chairs.append(Chair(number, table, role, ticket.token, folder / f"{number}.txt"))
    return chairs


def run(place: Place, faults: Faults, restart: Callable[[], None] | None) -> tuple[dict[str, object], bool]:
    """The figures, and whether all holds."""
    plan = Plan(faults.seconds, faults.least_think, faults.most_think)
    with tempfile.TemporaryDirectory() as name, open_store(place) as store:
        folder, world = Path(name), make_world(store, long_case(), tables=6)
        chairs = seated(world, folder)
        begin_when_seated(world, len(chairs))
        until = time.time() + faults.seconds
        restarted: list[float] = []
        restarter = threading.Thread(target=restart_sometimes, args=(faults, restart, restarted))
        restarter.start()
        kills = live_and_die(place, chairs, plan, faults, until)
        restarter.join()
        return judge(world, chairs, kills, restarted)


def restart_sometimes(faults: Faults, restart: Callable[[], None] | None, done: list[float]) -> None:
    for _ in range(faults.restarts if restart else 0):
        time.sleep(faults.seconds / (faults.restarts + 1))
        assert restart is not None
        restart()
        done.append(time.time())


def live_and_die(place: Place, chairs: Sequence[Chair], plan: Plan, faults: Faults, until: float) -> int:
    """Keep every seat alive but for those that are killed, one every few seconds; give how many were."""
    context = multiprocessing.get_context("fork")
    lives: Counter[int] = Counter()
    processes: dict[int, BaseProcess] = {}

    def start(chair: Chair) -> None:
        lives[chair.number] += 1
        args = (place, chair, lives[chair.number], plan, until)
        processes[chair.number] = context.Process(target=come_and_live, args=args)
        processes[chair.number].start()

    for chair in chairs:
        start(chair)
    draw, kills = random.Random(1), 0
    next_kill = time.time() + faults.kill_every
    while time.time() < until - 5:
        time.sleep(0.1)
        if time.time() > next_kill:
            next_kill = time.time() + faults.kill_every
            chair = draw.choice(list(chairs))
            process = processes[chair.number]
            if process.is_alive() and process.pid:
                os.kill(process.pid, signal.SIGKILL)
                process.join()
                kills += 1
                start(chair)
    for process in processes.values():
        process.join()
    return kills


def judge(
    world: World, chairs: Sequence[Chair], kills: int, restarted: Sequence[float]
) -> tuple[dict[str, object], bool]:
    lines = [line.split() for chair in chairs for line in _read(chair.account)]
    told = [(words[1], words[2]) for words in lines if words[0] == "stored"]
    attempts = [world.attempt(number) for number in range(1, 7)]
    stored = [(attempt.id, moved.client_id) for attempt in attempts for moved in attempt.moves]
    lost = len(set(told) - set(stored))
    ids_twice = len(stored) - len(set(stored))
    twice = sum(decided_twice(attempt) for attempt in attempts)
    back = sum(any(words[0] == "there" for words in map(str.split, _read(chair.account))) for chair in chairs)
    notice = longest_notice(lines, restarted)
    broken = world.store.verify()
    figures: dict[str, object] = {
        "moves stored": len(stored),
        "told that they are": len(told),
        "seats killed": kills,
        "restarts": len(restarted),
        "lost": lost,
        "doubled": ids_twice + twice,
        "broken chains": len(broken),
        "seats that came back": f"{back} of {len(chairs)}",
        "told that the server is away": sum(words[0] == "away" for words in lines),
        "longest until a seat made a move after a restart, s": notice,
        "trouble": [words for words in lines if words[0] == "trouble"][:3],
    }
    trouble = [words for words in lines if words[0] == "trouble"]
    holds = not (lost or ids_twice or twice or broken or trouble) and back == len(chairs) and bool(told)
    return figures, holds and notice <= LONGEST_NOTICE * 2


def _read(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines() if file.exists() else []


def decided_twice(attempt: object) -> int:
    """Seats that decided twice in one visit to a decision."""
    from simulator.play.events import Decided
    from simulator.records import OpenAttempt

    assert isinstance(attempt, OpenAttempt)
    seen: Counter[tuple[object, ...]] = Counter()
    for event in attempt.events:
        if isinstance(event, Decided):
            before = event.before
            seen[before.scene, before.flags, before.part.viewing, event.move.role] += 1
    return sum(count - 1 for count in seen.values())


def longest_notice(lines: Sequence[Sequence[str]], restarted: Sequence[float]) -> float:
    """After each restart, how long until anybody's next move was stored."""
    moments = sorted(float(words[-1]) for words in lines if words[0] == "stored")
    waits = [next((at - when for at in moments if at > when), 0.0) for when in restarted]
    return round(max(waits, default=0.0), 1)


def control(place: Place) -> bool:
    """Whether a move that is sent again under another id is noticed."""
    with open_store(place) as store:
        world = make_world(store, tables=1)
        role = roles_of(world)[0]
        world.sit(1, role)
        attempt = world.begin(1)
        waiting = waiting_for(attempt.game, attempt.state)
        move = NAIVE["first"](attempt.game, attempt.state, waiting[0])
        assert isinstance(move, DecisionMove)
        attempt.play(move, "one", waiting[0])
        try:
            attempt.play(move, "another", waiting[0])
        except MoveRefused:
            return True
        return decided_twice(attempt) > 0


def main(on_server: bool, faults: Faults) -> int:
    """Print the figures and give the exit code."""
    hashing._COST = 1  # type: ignore[misc]
    with room_for_all(on_server) as (place, restart):
        warm(place)
        figures, holds = run(place, faults, restart)
        noticed = control(place)
    print(json.dumps(figures, indent=1))
    print(f"control, a move sent twice under two ids: {'noticed' if noticed else 'NOT NOTICED'}")
    kind = "PostgreSQL" if on_server else "SQLite"
    print(f"R4 live on {kind}: {'all holds' if holds else 'SOMETHING WAS LOST'}, {faults}")
    return int(not holds or not noticed)


if __name__ == "__main__":
    words = sys.argv[1:]
    server = words[:1] == ["postgres"]
    numbers = [float(word) for word in words if word not in ("sqlite", "postgres")]
    usual = [120.0, 4.0, 5.0]
    seconds, every, restarts = (numbers + usual[len(numbers) :])[:3]
    sys.exit(main(server, Faults(seconds, every, int(restarts))))
