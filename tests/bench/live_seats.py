"""P10: six tables of five seats, each a process of its own with its own window on the record.

    python -m tests.bench.live_seats [sqlite|postgres] [SECONDS] [LEAST THINK SECONDS] [MOST]

Every seat joins with a ticket, votes before choices, decides, speaks now and then, and beats as a window
does; it learns of the others through `Notices` and takes in what they did. Printed are how long a move took,
how soon after it was stored the others had it (and after it was sent), and whether anything was lost,
doubled, or told in another order: every seat's own list of moves must be the beginning of the record's. The
control is seats that only look once a second, as if no notice came: the others must see moves after 300 ms.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.queues import Queue
from typing import Any, NamedTuple

from simulator.access import hashing
from simulator.errors import MoveRefused, NotSaved, RecordError
from simulator.play.moves import Move, Vote
from simulator.play.room import still_to_vote
from simulator.play.step import waiting_for
from simulator.play.strategies import random_strategy
from simulator.records import OpenAttempt, Place, Store, open_store
from simulator.workshop import entering, joining, noticing, table
from simulator.workshop.joining import Ticket
from tests.bench.long_case import long_case
from tests.faults.writers import at_share, room_for_all
from tests.unit.workshop.world import World, make_world

TABLES = 6
SEEN_MS, MOVE_MS = 300, 250
SENT_AGAIN = 5
MOST_SECONDS_TO_SIT = 120.0


class Plan(NamedTuple):
    """How long, and how much people think."""

    seconds: float
    least_think: float
    most_think: float
    look_seconds: float = noticing.LOOK_SECONDS
    tables: int = TABLES
    one_comes_after: float = 1.5
    """Seconds between two who come in: people do not start thirty processes in one instant."""


class Acknowledged(NamedTuple):
    """A move that a seat was told is stored."""

    attempt: str
    client_id: str
    sent: float
    stored: float


class SeatReport(NamedTuple):
    """What one seat did and saw."""

    made: list[Acknowledged]
    seen: dict[str, float]
    """Others' moves: client id -> when this seat had it."""
    order: dict[str, list[str]]
    """Attempt -> the hashes of its moves, as this seat took them in."""
    not_saved: int
    trouble: str


class Seat:
    """One window of one person, without a screen."""

    def __init__(self, store: Store, ticket: Ticket, number: int, look_seconds: float) -> None:
        self.store, self.ticket, self.number = store, ticket, number
        self.draw = random.Random(number)
        self.changed = threading.Event()
        noticing.LOOK_SECONDS = look_seconds  # type: ignore[misc]
        self.notices = noticing.Notices(store)
        self.report = SeatReport([], {}, {}, 0, "")
        self.attempt: OpenAttempt | None = None
        self.sent = 0

    def wait_for_table(self, until: Callable[[], float]) -> None:
        """Until the trainer begins it."""
        stop = self.notices.watch([noticing.key_of(self.ticket.room)], self.changed.set)
        while self.attempt is None and time.time() < until():
            self.changed.wait(0.5)
            self.changed.clear()
            self.attempt = joining.attempt_of(self.store, self.ticket.room, self.ticket.number)
        stop()
        if self.attempt is not None:
            self.notices.watch([self.attempt.id, noticing.key_of(self.ticket.room)], self.changed.set)
            self.take_in()

    def take_in(self) -> None:
        """What others have done, and when it was here."""
        attempt = self.attempt
        assert attempt is not None
        known = len(attempt.moves)
        if attempt.changed():
            attempt.refresh()
        now = time.time()
        mine = {one.client_id for one in self.report.made}
        for moved in attempt.moves[known:]:
            if moved.client_id not in mine:
                self.report.seen[moved.client_id] = now

    def watch(self, until: float) -> None:
        """Take in what comes until a moment."""
        while (left := until - time.time()) > 0:
            if self.changed.wait(min(left, 0.5)):
                self.changed.clear()
                self.take_in()

    def next_move(self) -> Move | None:
        """What this seat is asked now; None while it waits."""
        attempt = self.attempt
        assert attempt is not None
        role = self.ticket.roles[0]
        if attempt.ended:
            return None
        scene = attempt.game.scenes[attempt.state.scene]
        if voting := still_to_vote(attempt.game, attempt.state):
            if role not in voting:
                return None
            return Vote(scene.scene.id, role, self.draw.choice(scene.options))
        if role not in waiting_for(attempt.game, attempt.state):
            return None
        return random_strategy(self.draw.randrange(10**6))(attempt.game, attempt.state, role)

    def send(self, move: Move) -> None:
        """Send a move, and again under the same id where it may not have been stored."""
        attempt = self.attempt
        assert attempt is not None
        self.sent += 1
        client_id = f"seat-{self.number}-{self.sent}"
        for _ in range(SENT_AGAIN):
            sent = time.time()
            try:
                known = len(attempt.moves)
                table.decide(self.store, attempt, self.ticket, move, client_id)
            except MoveRefused:
                self.take_in()
                return
            except NotSaved:
                self.report = self.report._replace(not_saved=self.report.not_saved + 1)
                continue
            stored = time.time()
            self.report.made.append(Acknowledged(attempt.id, client_id, sent, stored))
            self.acknowledged(client_id)
            for moved in attempt.moves[known:]:
                if moved.client_id != client_id:
                    self.report.seen[moved.client_id] = stored
            return

    def acknowledged(self, client_id: str) -> None:
        """For who keeps account elsewhere."""

    def live(self, until: Callable[[], float], plan: Plan) -> SeatReport:
        """Play until a moment."""
        self.wait_for_table(until)
        beat = time.time() + joining.HEARTBEAT * self.draw.random()
        while time.time() < until() and self.attempt is not None and not self.attempt.ended:
            self.watch(min(until(), time.time() + self.draw.uniform(plan.least_think, plan.most_think)))
            if time.time() > beat:
                joining.beat(self.store, self.ticket)
                beat = time.time() + joining.HEARTBEAT
            if self.draw.random() < 0.05:
                table.speak(self.store, self.attempt, self.ticket, "What do we know?")
            move = self.next_move()
            if move is not None and time.time() < until():
                self.send(move)
        if self.attempt is not None:
            self.watch(until() + 1)
        return self.close()

    def close(self) -> SeatReport:
        """What was done and seen."""
        self.notices.close()
        if self.attempt is not None:
            self.report.order[self.attempt.id] = [moved.hash for moved in self.attempt.moves]
        return self.report


def sit_and_live(
    place: Place, room: str, number: int, role: str, plan: Plan, until: Any, reports: Queue[SeatReport]
) -> None:
    try:
        with open_store(place) as store:
            seat = number // 10 + 1
            ticket = joining.sit(store, room, seat, role, None, f"window-{number}")
            reports.put(Seat(store, ticket, number, plan.look_seconds).live(lambda: float(until.value), plan))
    except BaseException as error:  # noqa: BLE001 - the parent must hear of it
        reports.put(SeatReport([], {}, {}, 0, f"{type(error).__name__}: {error}"))


@contextmanager
def people(place: Place, world: World, plan: Plan) -> Iterator[Queue[SeatReport]]:
    """Everybody in a process of their own, and the trainer who begins the tables."""
    context = multiprocessing.get_context("fork")
    reports: Queue[SeatReport] = context.Queue()
    until: Any = context.Value("d", time.time() + MOST_SECONDS_TO_SIT)
    roles = roles_of(world)
    seats = [
        context.Process(
            target=sit_and_live,
            args=(place, world.room, table_number * 10 + at, role, plan, until, reports),
        )
        for table_number in range(plan.tables)
        for at, role in enumerate(roles)
    ]
    for seat in seats:
        seat.start()
        time.sleep(plan.one_comes_after)
    begin_when_seated(world, len(seats))
    until.value = time.time() + plan.seconds
    yield reports
    for seat in seats:
        seat.join()


def roles_of(world: World) -> Sequence[str]:
    return [one.role for one in entering.door(world.store, world.room).tables[0].seats]


def begin_when_seated(world: World, seats: int) -> None:
    """The trainer begins once everybody sits."""
    from simulator.records import rooms_places

    for _ in range(int(MOST_SECONDS_TO_SIT * 10)):
        if sum(one.held for one in rooms_places.places_of(world.store, world.room)) >= seats:
            break
        time.sleep(0.1)
    world.console.votes("table")
    world.console.begin_all()


def run(place: Place, plan: Plan) -> tuple[dict[str, object], bool, bool]:
    """The figures, whether nothing was lost, and whether it was quick enough."""
    with open_store(place) as store:
        world = make_world(store, long_case(), tables=plan.tables)
        with people(place, world, plan) as reports:
            done = [reports.get() for _ in range(plan.tables * len(roles_of(world)))]
        return judge(store, world, done)


def judge(store: Store, world: World, done: list[SeatReport]) -> tuple[dict[str, object], bool, bool]:
    made = [one for report in done for one in report.made]
    by_id = {one.client_id: one for one in made}
    attempts = {one.attempt: store.attempt(one.attempt) for one in made}
    stored = [(attempt.id, moved.client_id) for attempt in attempts.values() for moved in attempt.moves]
    took = sorted(one.stored - one.sent for one in made)
    seen = [(client, at) for report in done for client, at in report.seen.items() if client in by_id]
    after_stored = sorted(max(0.0, at - by_id[client].stored) for client, at in seen)
    after_sent = sorted(at - by_id[client].sent for client, at in seen)
    other_order = sum(
        hashes != [moved.hash for moved in attempts[attempt].moves][: len(hashes)]
        for report in done
        for attempt, hashes in report.order.items()
        if attempt in attempts
    )
    trouble = [report.trouble for report in done if report.trouble]
    lost = len({(one.attempt, one.client_id) for one in made} - set(stored))
    doubled = len(stored) - len(set(stored))
    figures: dict[str, object] = {
        "seats": len(done),
        "moves": len(made),
        "seen by others": len(seen),
        "lost": lost,
        "doubled": doubled,
        "told in another order": other_order,
        "broken chains": len(store.verify()),
        "told not saved, then sent again": sum(report.not_saved for report in done),
        "trouble": trouble[:3],
        "a move, ms": percentiles(took),
        "the slowest moves, seconds after the first": slowest(made),
        "seen after it was stored, ms": percentiles(after_stored),
        "seen after it was sent, ms": percentiles(after_sent),
    }
    whole = not (lost or doubled or other_order or figures["broken chains"] or trouble) and bool(made)
    quick = (at_share(took, 0.99) or 0) < MOVE_MS and (at_share(after_stored, 0.99) or 0) < SEEN_MS
    return figures, whole, quick


def slowest(made: list[Acknowledged]) -> list[float]:
    """When the five slowest moves were sent."""
    first = min((one.sent for one in made), default=0.0)
    return [round(one.sent - first, 1) for one in sorted(made, key=lambda one: one.sent - one.stored)[:5]]


def percentiles(values: list[float]) -> dict[str, int | None]:
    return {"p50": at_share(values, 0.5), "p99": at_share(values, 0.99), "longest": at_share(values, 1)}


def main(on_server: bool, plan: Plan) -> int:
    """Print the figures and give the exit code."""
    hashing._COST = 1  # type: ignore[misc]
    with room_for_all(on_server) as (place, _):
        warm(place)
        figures, whole, quick = run(place, plan)
    with room_for_all(on_server) as (place, _):
        slow = Plan(min(20.0, plan.seconds), 0.5, 2.0, look_seconds=1.0, tables=1, one_comes_after=0.3)
        control, _, control_quick = run(place, slow)
    print(json.dumps(figures, indent=1))
    print(f"control, one look a second: {control['seen after it was stored, ms']} (must be later than 300)")
    kind = "PostgreSQL" if on_server else "SQLite"
    print(f"P10 on {kind}: {'whole' if whole else 'NOT WHOLE'}, {'quick' if quick else 'TOO SLOW'}, {plan}")
    return int(not (whole and quick) or control_quick)


def warm(place: Place) -> None:
    """Load what every seat needs before they are forked, so that memory is shared."""
    try:
        with open_store(place) as store:
            world = make_world(store, long_case(), tables=1)
            world.sit(1, roles_of(world)[0])
            world.begin(1)
            world.play(1)
            world.console.close()
    except RecordError as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    words = sys.argv[1:]
    server = words[:1] == ["postgres"]
    numbers = [float(word) for word in words if word not in ("sqlite", "postgres")]
    usual = [120.0, 1.0, 10.0]
    seconds, least, most = (numbers + usual[len(numbers) :])[:3]
    sys.exit(main(server, Plan(seconds, least, most)))
