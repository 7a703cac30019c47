"""A room from its opening to its end: joining, playing, leading, leaving, coming back."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.errors import AccessRefused, MoveRefused, RecordError
from simulator.play.moves import Choose
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import Presence, Store
from simulator.records.rooms_people import people_at
from simulator.records.rooms_places import PlaceHeld
from simulator.records.tables import Booked, PlaceKind, PlaceState, Status, Workshop
from simulator.workshop import entering, joining, opening, table, watching
from tests.steps.record_world import add_learner
from tests.unit.workshop.world import World, both, make_world


@both
def test_a_room_is_opened_joined_played_and_closed(room: World) -> None:
    store = room.store
    assert entering.enter(store, room.code.upper()) == room.room
    door = entering.door(store, room.room)
    assert [one.number for one in door.tables] == [1, 2]
    roles = [one.role for one in door.tables[0].seats]
    assert {one.state for one in door.tables[0].seats} == {PlaceState.FREE}
    for role in roles[:2]:
        room.sit(1, role, f"Person {role}")
    assert room.console.begin_all() == [1] and room.console.begin_all() == []
    attempt = room.attempt(1)
    assert set(attempt.seats) == set(roles[:2]) and attempt.about.held_in == room.room
    assert attempt.about.delivery.value == "workshop" and attempt.about.trainer_present
    ended = room.play(1)
    assert ended.ended
    assert {one.presence for one in people_at(store, ended.id)} == {Presence.ATTENDED}
    room.console.close()
    assert opening.workshops(store)[0].closed is not None
    for late in (
        lambda: entering.enter(store, room.code),
        lambda: entering.door(store, room.room),
        lambda: room.console.pause(),
        lambda: joining.come_back(store, room.tickets[1, roles[0]].token, "w"),
    ):
        with pytest.raises((AccessRefused, RecordError)):
            late()
    assert store.verify() == []


@both
def test_a_seat_is_held_by_one_and_found_again(room: World) -> None:
    store = room.store
    ticket = room.sit(1, "gp", "Amira Shah")
    with pytest.raises(PlaceHeld) as told:
        room.sit(1, "gp", "Ben Okoro")
    assert not told.value.may_take_over
    with pytest.raises(PlaceHeld) as told:
        room.sit(1, "gp", "Amira Shah")
    assert told.value.may_take_over
    again = joining.come_back(store, ticket.token, ticket.window)
    assert again.roles == ("gp",) and again.number == 1
    with pytest.raises(joining.OpenElsewhere):
        joining.come_back(store, ticket.token, "another tab")
    moved = joining.come_back(store, ticket.token, "another tab", take_over=True)
    assert joining.beat(store, moved) and not joining.beat(store, ticket)
    room.begin()
    attempt = room.attempt()
    move = NAIVE["first"](attempt.game, attempt.state, "gp")
    with pytest.raises(AccessRefused):
        table.decide(store, attempt, ticket, move, "a")
    with pytest.raises(MoveRefused):
        table.decide(store, attempt, moved, Choose("x", "teacher", "y"), "b")


@both
def test_late_comers_leavers_and_those_who_rest(room: World) -> None:
    store = room.store
    first = room.sit(1, "gp", "Amira Shah")
    others = [one.role for one in entering.door(store, room.room).tables[0].seats if one.role != "gp"]
    room.sit(1, others[0], "Ben Okoro")
    attempt = room.begin()
    played = lambda role: bool(room.attempt().state.seats & attempt.game.seat[role])  # noqa: E731
    late = room.sit(1, others[1], "Cleo Ray")
    assert played(others[1])
    joining.rest(store, first, "gp")
    assert not played("gp")
    joining.take_back(store, first, "gp")
    assert played("gp")
    joining.leave(store, late)
    assert not played(others[1])
    room.sit(1, others[1], "Dan Poe")
    assert played(others[1])
    people = {one.name: one.presence for one in people_at(store, attempt.id)}
    assert people["Cleo Ray"] is Presence.STEPPED_OUT and people["Dan Poe"] is Presence.PART
    seen = watching.room_seen(store, room.room).tables[0]
    assert seen.stepped_out == ("Cleo Ray",)
    room.play()
    people = {one.name: one.presence for one in people_at(store, attempt.id)}
    assert people == {
        "Amira Shah": Presence.ATTENDED,
        "Ben Okoro": Presence.ATTENDED,
        "Cleo Ray": Presence.STEPPED_OUT,
        "Dan Poe": Presence.ATTENDED,
    }
    assert store.verify() == []


def test_scribe_and_observer_sit_beside(room: World) -> None:
    store = room.store
    room.sit(1, "gp", "Amira Shah")
    scribe = joining.sit_beside(store, room.room, 1, PlaceKind.SCRIBE, room.person("Sam Ink"), "ws")
    observer = joining.sit_beside(store, room.room, 1, PlaceKind.OBSERVER, None, "wo")
    attempt = room.begin()
    assert table.speak(store, attempt, scribe, "Shall we vote?") == 1
    assert table.speak(store, attempt, room.tickets[1, "gp"], "Yes.") == 2
    assert table.speak(store, attempt, observer, "   ") == 0
    assert [(one.role, one.said) for one in table.talk(store, attempt)] == [
        ("scribe", "Shall we vote?"),
        ("gp", "Yes."),
    ]
    role = waiting_for(attempt.game, attempt.state)[0]
    move = NAIVE["first"](attempt.game, attempt.state, role)
    with pytest.raises(MoveRefused):
        table.decide(store, attempt, observer, move, "o1")


def test_wrong_codes_wait(room: World) -> None:
    for _ in range(8):
        with pytest.raises(AccessRefused, match="no workshop"):
            entering.enter(room.store, "not-the-right-code-at-all", "tab")
    with pytest.raises(AccessRefused, match="Too many"):
        entering.enter(room.store, room.code, "tab")
    assert entering.enter(room.store, room.code, "another") == room.room


def test_a_workshop_that_was_planned_is_opened_once_and_held_when_it_closes(store: Store) -> None:
    planned = store.training.plan(
        Workshop(id="", title="Tuesday", case_id="everything", held_on=date(2026, 3, 3))
    )
    booked = add_learner(store, "Nell Away", "housing")
    store.training.book(planned, booked, date(2026, 2, 1))
    world = make_world(store, tables=1, workshop=planned)
    assert world.room == planned and store.training.workshop(planned).status is Status.OPEN
    assert entering.door(store, planned).title == "Tuesday"
    for again in (planned, "nothing"):
        with pytest.raises(RecordError):
            make_world(store, workshop=again)
    world.sit(1, "gp", "Amira Shah")
    world.begin()
    world.console.end_all()
    world.console.close()
    assert store.training.workshop(planned).status is Status.CLOSED
    found = {one.learner: one.status for one in store.training.bookings_of(planned)}
    assert found == {booked: Booked.NO_SHOW, world.people["Amira Shah"]: Booked.UNSCHEDULED}


def test_who_is_erased_has_said_nothing_and_sits_nowhere_by_name(room: World) -> None:
    store = room.store
    ticket = room.sit(1, "gp", "Amira Shah")
    attempt = room.begin()
    table.speak(store, attempt, ticket, "I saw her on Monday")
    store.erase(room.people["Amira Shah"])
    assert [one.said for one in table.talk(store, attempt)] == ["[erased]"]
    assert "Amira" not in str(watching.room_seen(store, room.room))
    assert "Amira" not in str(store.held_about(room.people["Amira Shah"]))
    assert store.verify() == []


def test_what_a_trainer_cannot_do_is_said(room: World) -> None:
    console = room.console
    with pytest.raises(RecordError, match="not begun"):
        console.move_on(1)
    with pytest.raises(RecordError, match="No such table"):
        console.pause([9])
    with pytest.raises(RecordError, match="Nobody sits"):
        room.begin(2)
    room.sit(1, "gp")
    room.begin(1)
    for refused in (
        lambda: console.write("  "),
        lambda: console.inject("nope"),
        lambda: console.stand(1, "x"),
    ):
        with pytest.raises(MoveRefused):
            refused()
    console.end_all()
    with pytest.raises(MoveRefused, match="has ended"):
        console.move_on(1)
    assert console.pause() == []
