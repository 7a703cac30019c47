"""Whoever watches a table learns of moves, of talk and of who comes; the console shows how a room stands."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

from simulator.records import Place, Store, open_store
from simulator.records.tables import PlaceKind
from simulator.workshop import joining, table
from simulator.workshop.attending import attendance_of
from simulator.workshop.noticing import Notices, key_of
from simulator.workshop.watching import room_seen
from tests.steps.record_world import EVERYTHING, Clock
from tests.unit.workshop.world import World, both, make_world

SOON = 10.0
"""Seconds: nothing here is timed, a notice that never comes must end."""


@both
def test_another_window_learns_of_moves_talk_and_places(room: World, place: Place) -> None:
    ticket = room.sit(1, "gp")
    attempt = room.begin()
    with open_store(place) as other:
        notices, called = Notices(other), threading.Event()
        stop = notices.watch([attempt.id, key_of(room.room)], called.set)
        theirs = other.attempt(attempt.id)

        def noticed() -> bool:
            return called.wait(SOON)

        assert noticed(), "the first look"
        called.clear()
        room.play(1, moves=1)
        assert noticed()
        theirs.refresh()
        assert [one.hash for one in theirs.moves] == [one.hash for one in room.attempt().moves]
        called.clear()
        table.speak(room.store, attempt, ticket, "Are we all here?")
        assert noticed()
        called.clear()
        room.sit(2, "gp")
        assert noticed()
        stop()
        stop()
        notices.close()


def test_a_watcher_that_has_gone_is_left_alone(room: World) -> None:
    notices, alive = Notices(room.store), threading.Event()

    def gone() -> None:
        raise RuntimeError("no app any more")

    notices.watch([key_of(room.room)], gone)
    notices.watch([key_of(room.room)], alive.set)
    assert alive.wait(SOON)
    alive.clear()
    assert alive.wait(SOON), "once a second everybody is called anyway"
    notices.close()


def test_changes_come_to_asyncio_too(room: World) -> None:
    notices = Notices(room.store)

    async def first() -> bool:
        async for _ in notices.changes([key_of(room.room)]):
            return True
        return False

    assert asyncio.run(asyncio.wait_for(first(), SOON))
    notices.close()


def test_the_console_shows_how_far_and_how_quiet_each_table_is(room: World, clock: Clock) -> None:
    room.sit(1, "gp", "Amira Shah")
    room.sit(1, "class_teacher", "Ben Okoro")
    joining.sit_beside(room.store, room.room, 1, PlaceKind.OBSERVER, room.person("Olu Eye"), "wo")
    attempt = room.begin()
    known: dict[str, object] = {}
    seen = room_seen(room.store, room.room, known)  # type: ignore[arg-type]
    first, second = seen.tables
    assert first.begun and not second.begun and second.attempt == "" and first.attempt == attempt.id
    assert [one.role for one in first.awaited] and first.step == 0 < first.about
    assert {one.name for one in first.seats} >= {"Amira Shah", "Ben Okoro", "Olu Eye"}
    room.play(1, moves=2)
    clock.moment += timedelta(minutes=6)
    room.sit(1, "school_nurse", "Cleo Late")
    (first, _) = room_seen(room.store, room.room, known).tables  # type: ignore[arg-type]
    assert first.quiet_minutes == 0 and first.step > 0 and first.late == ("Cleo Late",)
    clock.moment += timedelta(minutes=7)
    (first, _) = room_seen(room.store, room.room, known).tables  # type: ignore[arg-type]
    assert first.quiet_minutes == 7 and all(one.away for one in first.seats if one.name)
    room.console.time_box(10, [1])
    room.console.pause([1])
    (first, _) = room_seen(room.store, room.room, known).tables  # type: ignore[arg-type]
    assert first.paused and not first.at_stop and first.box is not None and first.box.minutes == 10
    room.console.end_all()
    (first, _) = room_seen(room.store, room.room, known).tables  # type: ignore[arg-type]
    assert first.ended and first.awaited == () and not first.paused
    attended = attendance_of(room.store, room.room)
    assert (attended.came, attended.attended, attended.part, attended.late) == (4, 4, 0, 1)


def test_what_the_trainer_can_send_is_read_with_the_familys_names(store: Store) -> None:
    called = EVERYTHING.replace("neighbour: I rang before", "neighbour: I rang before about <child>")
    room = make_world(store, called)
    ((_, text),) = room_seen(store, room.room).injects
    assert text.startswith("I rang before about ") and "<" not in text


def test_whoever_sits_where_nothing_begins_is_counted_apart(room: World) -> None:
    room.sit(1, "gp", "Amira Shah")
    room.sit(2, "gp", "Ben Okoro")
    room.begin(1)
    room.console.end_all()
    attended = attendance_of(room.store, room.room)
    assert (attended.came, attended.attended, attended.waiting) == (1, 1, 1)


def test_seats_are_freed_by_the_trainer(room: World) -> None:
    ticket = room.sit(1, "gp", "Amira Shah")
    room.sit(1, "class_teacher")
    room.begin()
    room.console.free(1, "gp")
    assert not joining.beat(room.store, ticket)
    assert room.sit(1, "gp", "Ben Okoro").roles == ("gp",)
    assert room.play(1).ended and room.store.verify() == []
