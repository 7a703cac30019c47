"""Who comes back, and who takes the place of somebody who has gone."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulator.errors import AccessRefused
from simulator.records import Given, Presence, Store, open_store
from simulator.records.rooms_people import people_at
from simulator.records.rooms_places import AWAY_AFTER, PlaceHeld
from simulator.records.tables import PlaceKind, PlaceState
from simulator.terminal.live.here import by_line
from simulator.workshop import entering, joining
from tests.unit.workshop.world import World, both, make_world


def held(room: World, role: str) -> tuple[bool, bool, str]:
    """Whether a seat is taken, whether its window is silent, whose it is."""
    seat = next(each for each in entering.door(room.store, room.room).tables[0].seats if each.role == role)
    return seat.state is PlaceState.TAKEN, seat.away, seat.name


@both
def test_who_says_goodbye_can_be_taken_over_at_once_and_who_is_there_cannot(room: World) -> None:
    store = room.store
    amira = room.sit(1, "gp", "Amira Shah")
    with pytest.raises(PlaceHeld, match="Amira Shah") as told:
        room.sit(1, "gp", "Ben Okoro", take_over=True)
    assert not told.value.may_take_over
    joining.goodbye(store, joining.Ticket(amira.token, "another window", *amira[2:]))
    assert held(room, "gp") == (True, False, "Amira Shah")
    joining.goodbye(store, amira)
    assert held(room, "gp") == (True, True, "Amira Shah")
    with pytest.raises(PlaceHeld, match="Amira Shah") as told:
        room.sit(1, "gp", "Ben Okoro")
    assert told.value.may_take_over
    room.sit(1, "gp", "Ben Okoro", take_over=True)
    assert held(room, "gp") == (True, False, "Ben Okoro")
    assert not joining.beat(store, amira)


def test_who_reloads_is_there_again(room: World) -> None:
    ticket = room.sit(1, "gp", "Amira Shah")
    joining.goodbye(room.store, ticket)
    assert joining.beat(room.store, ticket)
    assert held(room, "gp") == (True, False, "Amira Shah")


def test_a_window_that_died_is_away_after_half_a_minute(tmp_path: object) -> None:
    now = [datetime(2026, 11, 22, 10, 0, tzinfo=UTC)]
    assert 2 * joining.HEARTBEAT < AWAY_AFTER.total_seconds() <= 30
    with open_store(f"sqlite:///{tmp_path}/a.db", Given(now=lambda: now[0])) as store:
        room = make_world(store, tables=1)
        room.sit(1, "gp", "Amira Shah")
        now[0] += AWAY_AFTER - timedelta(seconds=1)
        assert held(room, "gp")[1] is False
        now[0] += timedelta(seconds=1)
        assert held(room, "gp")[1] is True


def test_who_comes_from_another_device_has_their_own_place_again_and_is_one_person(room: World) -> None:
    store = room.store
    ticket = room.sit(1, "gp", "Amira Shah")
    room.sit(1, "police", "Ben Okoro")
    attempt = room.begin()
    find = lambda name, agency: joining.place_of(store, room.room, name, agency)  # noqa: E731
    assert find("Amira Shah", "another agency") is None and find("Ola Berg", "agency of gp") is None
    place = find(" amira  SHAH", "Agency of GP")
    assert place is not None and place.role == "gp"
    with pytest.raises(PlaceHeld) as told:
        joining.come_over(store, place, "phone")
    assert not told.value.may_take_over
    joining.goodbye(store, ticket)
    again = joining.come_over(store, place, "phone")
    assert again.roles == ("gp",) and again.places[0].learner == room.people["Amira Shah"]
    assert not joining.beat(store, ticket) and joining.beat(store, again)
    people = [(one.name, one.presence) for one in people_at(store, attempt.id)]
    assert people == [("Amira Shah", Presence.PART), ("Ben Okoro", Presence.PART)]


def test_a_window_that_has_lost_its_place_leaves_it_to_who_has_it_now(room: World) -> None:
    store = room.store
    lost = room.sit(1, "gp", "Amira Shah")
    room.begin()
    joining.goodbye(store, lost)
    room.sit(1, "gp", "Ben Okoro", take_over=True)
    joining.leave(store, lost)
    for refused in (joining.rest, joining.take_back):
        with pytest.raises(AccessRefused):
            refused(store, lost, "gp")
    assert held(room, "gp") == (True, False, "Ben Okoro")
    people = {one.name: one.presence for one in people_at(store, room.attempt().id)}
    assert people == {"Amira Shah": Presence.STEPPED_OUT, "Ben Okoro": Presence.PART}


def test_what_was_typed_and_not_sent_is_for_who_typed_it(room: World) -> None:
    store = room.store
    ticket = room.sit(1, "class_teacher", "Amira Shah")
    room.begin()
    room.attempt().keep_draft("class_teacher", "because of what I", ticket.places[0].learner)
    joining.goodbye(store, ticket)
    place = joining.place_of(store, room.room, "Amira Shah", "agency of class_teacher")
    assert place is not None
    again = joining.come_over(store, place, "phone")
    assert room.attempt().draft("class_teacher") == "because of what I"
    joining.goodbye(store, again)
    room.sit(1, "class_teacher", "Ben Okoro", take_over=True)
    assert room.attempt().draft("class_teacher") == ""


def test_who_has_gone_saw_nothing_through_whoever_has_the_seat_now(room: World) -> None:
    """Somebody of no record takes it over, or the trainer frees it."""
    store = room.store
    gone = room.sit(1, "gp", "Amira Shah")
    room.sit(1, "police", "Ben Okoro")
    room.sit(1, "class_teacher", "Cleo Ray")
    attempt = room.begin()
    joining.goodbye(store, gone)
    room.sit(1, "gp", take_over=True)
    room.console.free(1, "police")
    room.console.end_all()
    people = {one.name: one.presence for one in people_at(store, attempt.id)}
    assert people == {
        "Amira Shah": Presence.STEPPED_OUT,
        "Ben Okoro": Presence.STEPPED_OUT,
        "Cleo Ray": Presence.ATTENDED,
    }


def test_a_scribe_whose_place_another_takes_saw_nothing_through(room: World) -> None:
    store = room.store
    room.sit(1, "gp", "Cleo Ray")
    beside = lambda kind, name, **more: joining.sit_beside(  # noqa: E731
        store, room.room, 1, kind, room.person(name), f"w{name}", **more
    )
    beside(PlaceKind.OBSERVER, "Kit Moss")
    gone = beside(PlaceKind.SCRIBE, "Sam Ink")
    attempt = room.begin()
    joining.goodbye(store, gone)
    beside(PlaceKind.SCRIBE, "Ola Berg", take_over=True)
    room.console.end_all()
    people = {one.name: one.presence for one in people_at(store, attempt.id)}
    assert people.pop("Sam Ink") is Presence.STEPPED_OUT
    assert set(people) == {"Cleo Ray", "Kit Moss", "Ola Berg"} and set(people.values()) == {Presence.ATTENDED}


def test_a_table_has_one_scribe_and_as_many_observers_as_come(room: World) -> None:
    store = room.store
    beside = lambda kind, name, **more: joining.sit_beside(  # noqa: E731
        store, room.room, 1, kind, room.person(name), f"w{name}", **more
    )
    scribe = beside(PlaceKind.SCRIBE, "Sam Ink")
    with pytest.raises(PlaceHeld, match="Sam Ink"):
        beside(PlaceKind.SCRIBE, "Ola Berg")
    joining.goodbye(store, scribe)
    beside(PlaceKind.SCRIBE, "Ola Berg", take_over=True)
    beside(PlaceKind.OBSERVER, "Kit Moss")
    beside(PlaceKind.OBSERVER, "Lee Ash")
    table = entering.door(store, room.room).tables[0]
    assert [(one.kind.value, one.name) for one in table.beside] == [
        ("scribe", "Ola Berg"),
        ("observer", "Kit Moss"),
        ("observer", "Lee Ash"),
    ]


def test_another_workshop_has_nobody_of_this_one(store: Store) -> None:
    first, second = make_world(store, tables=1), make_world(store, tables=1)
    first.sit(1, "gp", "Amira Shah")
    assert joining.place_of(store, second.room, "Amira Shah", "agency of gp") is None


def test_who_thinks_about_what_to_type_is_there(room: World, monkeypatch: pytest.MonkeyPatch) -> None:
    store, ticket, said = room.store, room.sit(1, "gp", "Amira Shah"), threading.Event()
    beat = joining.beat

    def noted(*given: Any) -> bool:
        said.set()
        return beat(*given)

    monkeypatch.setattr(joining, "HEARTBEAT", 0.01)
    monkeypatch.setattr(joining, "beat", noted)
    with by_line(store, ticket):
        assert said.wait(10) and held(room, "gp") == (True, False, "Amira Shah")
    assert held(room, "gp") == (True, True, "Amira Shah")
