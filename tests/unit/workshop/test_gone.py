"""Who had gone while the others played on, and was not there again when it ended: in part, until the trainer
says otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.cli.rooms_shown import show_attendance
from simulator.errors import RecordError
from simulator.records import Presence
from simulator.records.rooms_people import people_at
from simulator.records.tables import Booked, PlaceKind
from simulator.workshop import joining
from simulator.workshop.attending import attendance_of
from tests.steps.record_world import Clock
from tests.unit.workshop.world import World, both

SIX = timedelta(minutes=6)


def seated(room: World) -> None:
    """Two at the first table, which begins."""
    room.sit(1, "gp", "Amira Shah")
    room.sit(1, "class_teacher", "Ben Okoro")
    room.begin()


def beat(room: World, *roles: str) -> None:
    """These windows say that they are there."""
    for role in roles:
        assert joining.beat(room.store, room.tickets[1, role])


def how(room: World) -> dict[str, Presence]:
    """Name -> how they were there."""
    return {one.name: one.presence for one in people_at(room.store, room.attempt().id)}


@both
def test_who_had_gone_while_the_others_played_on_was_there_in_part(room: World, clock: Clock) -> None:
    store = room.store
    seated(room)
    room.play(1, moves=1)
    went = clock.moment
    joining.goodbye(store, room.tickets[1, "gp"])
    clock.moment += SIX
    beat(room, "class_teacher")
    joining.goodbye(store, room.tickets[1, "gp"])  # a closed tab says so again and again
    assert room.play(1).ended
    assert how(room) == {"Amira Shah": Presence.PART, "Ben Okoro": Presence.ATTENDED}
    there = attendance_of(store, room.room)
    assert (there.came, there.attended, there.part) == (2, 1, 1)
    (amira,) = there.missed
    assert amira.name == "Amira Shah" and amira.away_since is not None
    assert went - timedelta(minutes=1) < amira.away_since <= went
    room.console.close()
    (booking,) = store.training.bookings_of(room.room)
    assert (booking.learner, booking.status) == (room.people["Ben Okoro"], Booked.UNSCHEDULED)
    assert attendance_of(store, room.room) == there and store.verify() == []


@both
def test_the_trainer_may_say_that_who_had_gone_saw_it_through(room: World, clock: Clock) -> None:
    store = room.store
    seated(room)
    amira, ben = room.people["Amira Shah"], room.people["Ben Okoro"]
    clock.moment += SIX
    beat(room, "class_teacher")
    with pytest.raises(RecordError):
        store.saw_through(room.attempt().id, amira)  # it goes on
    attempt = room.play(1)
    for _ in range(2):  # a second time changes nothing
        store.saw_through(attempt.id, amira)
    assert set(how(room).values()) == {Presence.ATTENDED} and store.verify() == []
    there = attendance_of(store, room.room)
    assert (there.came, there.attended, there.part, there.missed) == (2, 2, 0, ())
    done = [one["learner"] for one in store.held_about(amira)["completions"]]
    assert done == [amira] and len(store.held_about(ben)["completions"]) == 1


def test_who_is_back_by_the_end_or_left_at_the_last_saw_it_through(room: World, clock: Clock) -> None:
    seated(room)
    clock.moment += SIX
    beat(room, "class_teacher")
    room.play(1, moves=1)
    beat(room, "gp")
    clock.moment += timedelta(minutes=4)
    assert room.play(1).ended
    assert set(how(room).values()) == {Presence.ATTENDED}


def test_a_table_that_closes_its_laptops_to_talk_has_missed_nothing(room: World, clock: Clock) -> None:
    """What the trainer does meanwhile is no play of theirs."""
    seated(room)
    room.play(1, moves=1)
    clock.moment += timedelta(minutes=30)
    room.console.end_all()
    assert set(how(room).values()) == {Presence.ATTENDED}


def test_a_scribe_who_had_gone_was_there_in_part(room: World, clock: Clock) -> None:
    scribe = room.person("Sam Ink")
    joining.sit_beside(room.store, room.room, 1, PlaceKind.SCRIBE, scribe, "ws")
    seated(room)
    clock.moment += SIX
    beat(room, "gp", "class_teacher")
    attempt = room.play(1)
    assert how(room)["Sam Ink"] is Presence.PART
    room.store.saw_through(attempt.id, scribe)
    assert how(room)["Sam Ink"] is Presence.ATTENDED and room.store.verify() == []


def test_the_command_that_closes_names_them(
    room: World, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    seated(room)
    clock.moment += SIX
    beat(room, "class_teacher")
    room.play(1)
    show_attendance(attendance_of(room.store, room.room), room.room)
    told = capsys.readouterr().out
    assert "Came: 2. Attended: 1. In part: 1." in told
    assert "Amira Shah, agency of gp, Table 1: in part: away from" in told and "Ben Okoro" not in told


def test_who_was_booked_and_there_in_part_is_so_at_closing(room: World, clock: Clock) -> None:
    store = room.store
    seated(room)
    amira = room.people["Amira Shah"]
    store.training.book(room.room, amira, clock.moment.date())
    clock.moment += SIX
    beat(room, "class_teacher")
    room.play(1)
    room.console.close()
    status = {one.learner: one.status for one in store.training.bookings_of(room.room)}
    assert status == {amira: Booked.PART, room.people["Ben Okoro"]: Booked.UNSCHEDULED}
