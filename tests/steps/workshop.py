"""The sentences of tests/features/workshop.feature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from pytest_bdd import given, parsers, then, when

from simulator.access import hashing
from simulator.errors import AccessRefused, MoveRefused
from simulator.play.events import Decided, Ended, MovedOn
from simulator.play.marking import weighed
from simulator.play.moves import Choose, Vote
from simulator.play.room import still_to_vote
from simulator.play.step import waiting_for
from simulator.records import OpenAttempt, open_store
from simulator.workshop import entering, joining, table
from simulator.workshop.agreeing import Agreed, actions_of, agree
from simulator.workshop.attending import attendance_of
from simulator.workshop.plenary import compare, page, tables_of_room
from simulator.workshop.seeing import SeatView, view_of
from simulator.workshop.watching import room_seen
from tests.steps.record_databases import MakePlace
from tests.steps.record_world import world
from tests.unit.workshop.world import World, make_world

SEATS = {"Amira": "gp", "Ben": "class_teacher", "Cleo": "school_nurse"}


class Hall:
    """A workshop that plays, and who has which window."""

    def __init__(self) -> None:
        self.open = ExitStack()
        self.world: World
        self.seats = dict(SEATS)
        self.option = self.other = self.scene = ""
        self.old: joining.Ticket

    @property
    def attempt(self) -> OpenAttempt:
        return self.world.attempt(1)

    def ticket(self, name: str) -> joining.Ticket:
        return self.world.tickets[1, self.seats[name]]

    def view(self, name: str) -> SeatView:
        attempt = self.attempt
        return view_of(attempt, self.seats[name], said=attempt.all_said())

    def vote(self, name: str, option: str, why: str = "") -> None:
        role = self.seats[name]
        move = Vote(self.scene, role, option)
        table.decide(self.world.store, self.attempt, self.ticket(name), move, f"vote-{name}", why)

    def choose(self) -> None:
        attempt = self.attempt
        role = waiting_for(attempt.game, attempt.state)[0]
        move = Choose(self.scene, role, self.option)
        table.decide(self.world.store, attempt, self.world.tickets[1, role], move, "the choice")


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    monkeypatch.setattr(hashing, "_COST", 1)
    made = Hall()
    with made.open:
        yield made


@given(parsers.parse("a workshop on {database} whose seats vote before a choice"))
def _(hall: Hall, make_place: MakePlace, database: str) -> None:
    store = hall.open.enter_context(open_store(make_place(database), world()))
    hall.world = make_world(store, tables=1)
    hall.world.console.votes("table")


@given("Amira joins as gp, Ben as class_teacher and Cleo as school_nurse")
def _(hall: Hall) -> None:
    assert entering.enter(hall.world.store, hall.world.code) == hall.world.room
    for name, role in SEATS.items():
        hall.world.sit(1, role, f"{name} Person")


@when("the trainer begins the tables")
def _(hall: Hall) -> None:
    assert hall.world.console.begin_all() == [1]
    attempt = hall.attempt
    scene = attempt.game.scenes[attempt.state.scene]
    hall.scene = scene.scene.id
    hall.option, *_, hall.other = scene.options


@then("the first choice waits for three votes")
def _(hall: Hall) -> None:
    attempt = hall.attempt
    assert set(still_to_vote(attempt.game, attempt.state)) == set(SEATS.values())


@when("Amira and Ben have voted")
def _(hall: Hall) -> None:
    hall.vote("Amira", hall.option)
    hall.vote("Ben", hall.option)


@then("nobody sees how they voted, and nothing can be chosen yet")
def _(hall: Hall) -> None:
    texts = dict(hall.view("Cleo").options)
    for name in SEATS:
        said = [line.text for line in hall.view(name).lines if line.kind == "vote"]
        assert not any(text in line for text in texts.values() for line in said)
    with pytest.raises(MoveRefused, match="Votes first"):
        hall.choose()


@when(parsers.parse('Cleo votes otherwise, because "{why}"'))
def _(hall: Hall, why: str) -> None:
    hall.vote("Cleo", hall.other, why)


@then("all three see the votes")
def _(hall: Hall) -> None:
    for name in SEATS:
        assert len([line for line in hall.view(name).lines if "would:" in line.text]) == 3


@when("the choice is made as Amira and Ben would")
def _(hall: Hall) -> None:
    hall.choose()


@then(parsers.parse('it is on the record that Cleo differed, because "{why}"'))
def _(hall: Hall, why: str) -> None:
    (first, *_) = [
        row
        for row in compare(tables_of_room(hall.world.store, hall.world.room)).decisions
        if row.scene == hall.scene
    ]
    cell = first.cells[0]
    assert cell is not None and [one.why for one in cell.differs] == [why]


@when("the trainer pauses the tables")
def _(hall: Hall) -> None:
    assert hall.world.console.pause() == [1]


@then(parsers.parse('a move is refused, because "{title}"'))
def _(hall: Hall, title: str) -> None:
    hall.world.console.votes("nobody")
    with pytest.raises(MoveRefused, match=title):
        hall.world.play(1, moves=1)


@when(parsers.parse('the trainer lets the tables go on, and writes "{text}" to the gp'))
def _(hall: Hall, text: str) -> None:
    hall.world.console.go_on()
    hall.world.console.write(text, [1], ["gp"])


@then("Amira reads it, and Ben does not")
def _(hall: Hall) -> None:
    read = {name: "The school rings back" in [line.text for line in hall.view(name).lines] for name in SEATS}
    assert read == {"Amira": True, "Ben": False, "Cleo": False}


@when("Cleo steps out")
def _(hall: Hall) -> None:
    joining.leave(hall.world.store, hall.ticket("Cleo"))


@then("Ben sees a colleague play her seat, and only the console says that she stepped out")
def _(hall: Hall) -> None:
    (line,) = [line.text for line in hall.view("Ben").lines if line.kind == "seat"]
    assert "by habit" in line and "stepped out" not in line
    assert room_seen(hall.world.store, hall.world.room).tables[0].stepped_out == ("Cleo Person",)


@when("Dan comes late and takes her seat")
def _(hall: Hall) -> None:
    hall.world.sit(1, "school_nurse", "Dan Person")


@when("the table plays to the end")
def _(hall: Hall) -> None:
    assert hall.world.play(1).ended


@then(parsers.parse('the plenary shows who differed and the action "{what}", and nobody\'s name'))
def _(hall: Hall, what: str) -> None:
    store, room = hall.world.store, hall.world.room
    agree(store, room, Agreed(what, "social care"))
    wall = page(compare(tables_of_room(store, room)), actions_of(store, room))
    assert "His brother has not been asked" in wall and what in wall
    assert not any(f"{name} Person" in wall for name in (*SEATS, "Dan"))


@when("the trainer closes the workshop")
def _(hall: Hall) -> None:
    hall.world.console.close()


@then(parsers.parse("{came:d} came, {attended:d} attended and {part:d} were there in part"))
def _(hall: Hall, came: int, attended: int, part: int) -> None:
    found = attendance_of(hall.world.store, hall.world.room)
    assert (found.came, found.attended, found.part) == (came, attended, part)
    assert found.came == found.attended + found.part
    booked = hall.world.store.training.bookings_of(hall.world.room)
    assert len([one for one in booked if one.status.counts_as_attended]) == attended


@then("the code lets nobody in, and every chain holds")
def _(hall: Hall) -> None:
    with pytest.raises(AccessRefused):
        entering.enter(hall.world.store, hall.world.code)
    assert hall.world.store.verify() == []


@when("Ben's laptop dies and another one opens his seat")
def _(hall: Hall) -> None:
    hall.old = hall.ticket("Ben")
    with pytest.raises(joining.OpenElsewhere):
        joining.come_back(hall.world.store, hall.old.token, "another laptop")
    found = joining.come_back(hall.world.store, hall.old.token, "another laptop", take_over=True)
    hall.world.tickets[1, SEATS["Ben"]] = found


@then("it is the same seat, and his vote stands")
def _(hall: Hall) -> None:
    attempt = hall.attempt
    assert hall.ticket("Ben").roles == ("class_teacher",) and hall.ticket("Ben").number == 1
    assert still_to_vote(attempt.game, attempt.state) == ("school_nurse",)


@then("his old window can no longer move")
def _(hall: Hall) -> None:
    assert not joining.beat(hall.world.store, hall.old)
    move = Choose(hall.scene, "class_teacher", hall.option)
    with pytest.raises(AccessRefused):
        table.decide(hall.world.store, hall.attempt, hall.old, move, "late")


@when("the trainer moves the table on")
def _(hall: Hall) -> None:
    hall.world.console.move_on(1)


@then("a colleague has decided, and nobody is marked for it")
def _(hall: Hall) -> None:
    attempt = hall.attempt
    assert any(isinstance(event, MovedOn) for event in attempt.events)
    assert [event.by_habit for event in attempt.events if isinstance(event, Decided)][:1] == [True]
    assert weighed(attempt.game, attempt.game.expected, attempt.events) == ()


@when("the trainer ends the play at every table")
def _(hall: Hall) -> None:
    assert hall.world.console.end_all() == [1]


@then("the table is at its ending, and all three attended")
def _(hall: Hall) -> None:
    assert isinstance(hall.attempt.events[-1], Ended)
    found = attendance_of(hall.world.store, hall.world.room)
    assert (found.came, found.attended) == (3, 3)
