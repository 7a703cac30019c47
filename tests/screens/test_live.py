"""A workshop on screen: two seats and a trainer, each at their own, through one record."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.css.query import NoMatches

from scoring.guidance.board_reading import load_board
from simulator.errors import RecordError
from simulator.play.room import is_paused
from simulator.play.strategies import NAIVE
from simulator.records.training.evaluations import Occasion
from simulator.records.training.record import TrainingRecord
from simulator.terminal.desk.stored import StoredDesk
from simulator.terminal.live.led import Led
from simulator.terminal.live.waiting import Waiting
from simulator.terminal.screens.room import Left, Phase, RoomScreen
from simulator.workshop.attending import attendance_of
from simulator.workshop.plenary import tables_of_room
from tests.screens.driver import Driver, still
from tests.screens.live_world import Live, live_room, recorded, typed_line_by_line
from tests.steps.record_kept import answers_of


def come_in(live: Live, name: str, seat: str, home: str) -> Driver:
    """From the code to the table that has not begun; nobody is recorded."""
    driver = live.screen(join=live.world.code, home=home)
    assert "Who are you?" in driver.text
    driver.paste("7")
    driver.press("enter")
    assert "The name has no letter in it" in driver.said
    driver.press("enter")
    assert "│ 7 " in driver.text
    driver.press("backspace")
    driver.paste(name)
    driver.press("enter", "2", seat, "enter")
    assert "Your table has not begun" in driver.text, driver.text
    return driver


def test_a_room_that_is_being_left_need_not_show_that_others_have_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def parts_gone(self: RoomScreen) -> None:
        raise NoMatches("the conversation went before the room did")

    with live_room(tmp_path) as live:
        teacher = live.screen(join=live.world.code, home="teacher")
        recorded(teacher, "Amira Shah", "1")
        live.console.begin_all()
        waiting = teacher.app.screen
        assert isinstance(waiting, Waiting)
        teacher.call(lambda: teacher.app.run_worker(waiting.look()))
        teacher.press("enter")
        monkeypatch.setattr(RoomScreen, "look", parts_gone)
        room = teacher.room
        assert isinstance(room, Led)

        async def leave() -> None:
            with pytest.raises(NoMatches):
                await room.look()
            room.dismiss(Left.LOST)
            assert room.is_attached
            await room.look()
            await room.look_round()

        teacher._do(leave())
        teacher.settle()


def test_two_seats_play_and_the_trainer_leads(tmp_path: Path, picture: SnapshotAssertion) -> None:
    with live_room(tmp_path) as live:
        teacher = _teacher_comes_in(live, picture)
        doctor = come_in(live, "Jo Park", "3", "doctor")
        _the_table_begins(live, teacher, doctor, picture)
        _a_line_reaches_the_other(live, teacher, doctor)
        _the_room_is_held(live, teacher, doctor, picture)
        _votes_come_first(live, teacher, doctor)
        _one_lets_a_colleague_play_and_then_steps_out(live, teacher, doctor)
        live.console.end_all()
        live.look()
        _the_teacher_looks_back(teacher, picture)
        occasion = Occasion(_person(live, "Amira Shah"), workshop=live.world.room)
        assert len(answers_of(live.store, occasion)) == 10
        record = TrainingRecord(live.store.database, live.store.given)
        assert record.intention_of(occasion) == "Ring before I write."
        _the_teacher_tries_the_other_chair(live, teacher)


def _teacher_comes_in(live: Live, picture: SnapshotAssertion) -> Driver:
    teacher = live.screen(join=live.world.code, home="teacher")
    teacher.paste("Amira Shah")
    teacher.press("enter", "1")
    teacher.click("school nursing")
    teacher.press("enter")
    assert picture(name="choose-a-seat") == teacher.text + "\n"
    teacher.press("1")
    assert picture(name="good-to-know") == teacher.text + "\n"
    teacher.press("enter")
    assert picture(name="question-before") == teacher.text + "\n"
    teacher.press("5", "5", "5", "1", "2")
    return teacher


def _the_table_begins(live: Live, teacher: Driver, doctor: Driver, picture: SnapshotAssertion) -> None:
    teacher.settle()
    live.console.begin_all()
    for driver in live.screens:
        waiting = driver.app.screen
        assert isinstance(waiting, Waiting)
        driver.call(lambda driver=driver, waiting=waiting: driver.app.run_worker(waiting.look()))  # type: ignore[misc]
        assert "You are the" in driver.text
        driver.press("enter")
    assert picture(name="your-turn") == teacher.text + "\n"
    assert "Waiting for the teacher" in doctor.said
    assert "I done the toast" in teacher.said and "I done the toast" not in doctor.said


def _a_line_reaches_the_other(live: Live, teacher: Driver, doctor: Driver) -> None:
    doctor.press("t")
    doctor.paste("Shall we meet early?")
    doctor.press("enter")
    live.look()
    assert "Shall we meet early?" in teacher.said and "1 new to the table" in teacher.said


def _the_room_is_held(live: Live, teacher: Driver, doctor: Driver, picture: SnapshotAssertion) -> None:
    live.console.pause()
    live.console.write("The head teacher is in at ten.", roles=["class_teacher"])
    live.look()
    assert picture(name="paused") == _without_talk(teacher) + "\n"
    assert "The head teacher is in at ten." in teacher.said
    assert "head teacher" not in doctor.said
    assert teacher.room.phase is Phase.HELD and doctor.room.phase is Phase.HELD
    live.console.go_on()
    live.look()
    assert teacher.room.phase is Phase.DECIDING and doctor.room.phase is Phase.WAITING


def _votes_come_first(live: Live, teacher: Driver, doctor: Driver) -> None:
    live.console.time_box(7)
    live.console.votes("table")
    live.look()
    assert "7 min left" in teacher.said
    assert "Your own view first" in doctor.said and "Your own view first" in teacher.said
    doctor.press("1", "enter", "enter")
    live.look()
    assert "Waiting for the teacher" in doctor.said and "would:" not in teacher.said
    teacher.press("1", "enter", "enter")
    live.look()
    assert "family doctor would:" in teacher.said.lower()
    assert teacher.room.phase is Phase.DECIDING and "Your own view first" not in teacher.said


def _one_lets_a_colleague_play_and_then_steps_out(live: Live, teacher: Driver, doctor: Driver) -> None:
    """Nobody else is told that they stepped out."""
    doctor.press("p", "2")
    assert "A colleague plays your seat" in doctor.said
    doctor.press("enter")
    assert doctor.room.phase is Phase.WAITING
    doctor.press("f7", "enter")
    assert "You have stepped out" in doctor.said
    live.look()
    assert "stepped out" not in teacher.said


def _the_teacher_looks_back(teacher: Driver, picture: SnapshotAssertion) -> None:
    assert "The case has ended" in teacher.said
    teacher.press("enter")
    assert picture(name="out-of-the-role") == teacher.text + "\n"
    teacher.press("enter", "9", "9", "9", "1", "2")
    teacher.paste("Ring before I write.")
    teacher.press("enter", "enter")
    assert "Looking back" in teacher.text
    teacher.press("escape")
    assert "try the other chair?" in teacher.said


def _the_teacher_tries_the_other_chair(live: Live, teacher: Driver) -> None:
    teacher.click("as the police")
    assert "You are the police" in teacher.said
    teacher.press("enter")
    assert teacher.room.role == "police" and teacher.room.seats.attempt.id != live.world.attempt(1).id
    (practice,) = live.store.resumable()
    assert practice.practice_only and practice.seats == ("police",)


def test_an_attempt_of_a_workshop_is_come_back_to_with_its_code_alone(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        live.world.sit(1, "gp")
        attempt = live.world.begin(1)
        desk = StoredDesk(still(home=str(tmp_path)), live.store, load_board())
        assert desk.unfinished(None) == ()
        with pytest.raises(RecordError) as refused:
            desk.resume(attempt.id)
        assert "join CODE" in refused.value.message


def test_a_seat_is_played_line_by_line(tmp_path: Path) -> None:
    """Whoever listens joins, votes, says something to the table, hears the others, and steps out."""
    with live_room(tmp_path) as live:
        live.world.sit(1, "class_teacher")
        live.world.begin(1)
        live.console.votes("table")
        said = typed_line_by_line(live, "plain", "2\n3\n\n1\n\n1\nShall we meet?\n\nout\n1\n")
        assert "This case touches on: a young child looking after a baby" in said
        assert "You are the family doctor" in said and "Samar had a knee operation" in said
        assert "Waiting for the teacher" in said and "gp: Shall we meet?" in said
        assert "You have stepped out" in said
        attempt = live.world.attempt(1)
        assert [role for role, _ in attempt.state.part.votes] == ["gp"]
        assert not attempt.state.seats & attempt.game.seat["gp"]
        assert "the kettle" not in said


def test_a_scribe_listens_and_writes_line_by_line(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        live.world.sit(1, "class_teacher")
        live.world.sit(1, "gp")
        live.world.begin(1)
        said = typed_line_by_line(live, "scribe", "2\n6\nWho rings whom?\n\n")
        assert "6. Scribe: keep the table's notes" in said and "scribe: Who rings whom?" in said
        held = typed_line_by_line(live, "another", "2\n6\n2\n6\n1\n\n")
        assert "Somebody sat there: Nobody is at that screen any more." in held
        assert "Waiting for the teacher" in held
        live.world.play(1)
        lost = typed_line_by_line(live, "scribe", "1\n2\n7\n")
        assert "Carry on as the scribe, at Table 1" in lost and "Join again with the workshop's code" in lost
        end = "1\n2\nLeft open: the boosters\n1\nRing\nschool nursing\n\n1\nRing\nschool\nnow\n3\n"
        said = typed_line_by_line(live, "another", end)
        assert "“now” is not a day" in said and "Goodbye" in said and "Your place is kept" not in said
        (action,) = live.store.training.actions()
        assert (action.what, action.agency, action.due) == ("Ring", "school nursing", None)
        notes = tables_of_room(live.store, live.world.room)[0].notes
        assert notes == ("Who rings whom?", "Left open: the boosters", "Agreed: Ring (school nursing)")


def _without_talk(driver: Driver) -> str:
    """The screen but for the conversation, in which wall time stands."""
    return "\n".join(line for line in driver.lines if "to the table" not in line)


def _person(live: Live, name: str) -> str:
    from simulator.records import rooms_places

    places = rooms_places.places_of(live.store, live.world.room)
    found = next(place.learner for place in places if place.name == name)
    assert found is not None
    return found


def test_a_decision_of_the_table_is_tried_again_by_oneself(tmp_path: Path) -> None:
    """As practice at one's own screen: the table's attempt and the others' screens stay as they are."""
    with live_room(tmp_path) as live:
        live.world.sit(1, "gp", "Jo Park")
        live.console.votes("table")
        nurse = live.screen(join=live.world.code)
        recorded(nurse, "Amira Shah", "2")
        live.console.begin_all()
        nurse.call(lambda: nurse.app.run_worker(nurse.app.screen.look()))  # type: ignore[attr-defined]
        nurse.press("enter")
        live.console.votes("nobody")
        live.look()
        table = nurse.room.seats.attempt
        move = NAIVE["everything"](table.game, table.state, "school_nurse")
        table.play(move, "looked-up", "school_nurse")
        live.console.pause()
        live.console.end_all()
        live.look()
        moves = len(live.world.attempt(1).moves)
        while "Leave these out" not in nurse.text:
            nurse.press("enter")
        nurse.click("Leave these out")
        nurse.press("enter", "enter")
        while "What do you look up?" not in nurse.said:
            nurse.click("Next")
        nurse.click("Try from here")
        assert "The school asks who else is working with the family" in nurse.said, nurse.text
        tried = nurse.room.seats.attempt
        assert nurse.room.role == "school_nurse" and tried.id != live.world.attempt(1).id
        assert tried.about.practice_only and not tried.about.workshop and not tried.about.held_in  # type: ignore[attr-defined]
        assert [role for role in tried.game.roles if tried.game.seat[role] & tried.state.seats] == [
            "school_nurse"
        ]
        assert not is_paused(tried.state) and len(live.world.attempt(1).moves) == moves
        assert nurse.app.desk.resume(tried.id).attempt.id == tried.id  # type: ignore[union-attr]
        there = attendance_of(live.store, live.world.room)
        assert (there.came, there.attended) == (2, 2) and live.store.verify() == []
