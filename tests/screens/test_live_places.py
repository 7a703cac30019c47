"""Places at a table that others look at: who sits beside it, and whose seat is taken over."""

from __future__ import annotations

from pathlib import Path

from simulator.records import Presence
from simulator.records.rooms_people import people_at
from simulator.terminal.screens.room import Phase
from simulator.workshop import entering
from simulator.workshop.attending import attendance_of
from simulator.workshop.plenary import tables_of_room
from tests.screens.driver import Driver
from tests.screens.live_world import Live, live_room, recorded


def test_an_observer_sees_what_everybody_at_the_table_sees_and_no_file(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        for role in ("class_teacher", "gp"):
            live.world.sit(1, role)
        live.world.begin(1)
        driver = live.screen(join=live.world.code)
        driver.paste("Ola Berg")
        driver.press("enter", "2", "7", "enter")
        assert "You observe" in driver.text and "Waiting for the teacher" in driver.said
        driver.press("n")
        assert "That is for the seats" in driver.said
        driver.press("k")
        assert "nothing yet that everybody at the table knows" in driver.said
        attempt = live.world.attempt(1)
        for fact in attempt.game.case.facts.values():
            assert " ".join(fact.text.split())[:40] not in driver.said
        driver.press("f7")
        assert "Step out" in driver.said and "teacher steps out" not in driver.said.lower()
        driver.press("escape")
        live.console.end_all()
        live.look()
        assert driver.room.phase is Phase.ENDED and "The case has ended." in driver.said
        driver.press("f7", "enter")
        assert "You have stepped out" in driver.said
        assert not entering.door(live.store, live.world.room).tables[0].beside


def test_a_seat_whose_window_is_closed_is_taken_over_and_one_that_is_in_use_is_not(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        first = live.screen(join=live.world.code, home="first")
        recorded(first, "Amira Shah", "1")
        assert "Your table has not begun" in first.text
        other = live.screen(join=live.world.code, home="other")
        other.paste("Ben Okoro")
        other.press("enter", "2", "1")
        assert "Amira Shah sits there" in other.said and "open on a screen that is in use" in other.said
        other.press("enter")

        first.call(lambda: first.app.nobody_sees(True))
        other.press("end", "home", "enter")
        assert "Amira Shah sat there" in other.said and "Nobody is at that screen any more" in other.said
        other.press("enter", "enter")
        assert "Your table has not begun" in other.text
        first.call(lambda: first.app.nobody_sees(False))
        assert "This place is no longer yours" in first.said
        first.press("enter")
        assert "Choose your seat" in first.text and "Teacher: taken by somebody" in first.said
        first.press("2", "enter")
        first.click("Leave these out")
        first.click("Another seat")
        assert "School nurse: free" in first.text


def test_who_comes_from_another_device_is_asked_and_goes_on_there(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        laptop = live.screen(join=live.world.code, home="laptop")
        recorded(laptop, "Amira Shah", "1")
        live.console.begin_all()
        phone = live.screen(join=live.world.code, home="phone")
        phone.paste("amira shah")
        phone.press("enter", "1")
        phone.click("school nursing")
        assert "Amira Shah, school nursing, has a place here. Is it you" in phone.said
        phone.press("1")
        assert "open on a screen that is in use" in phone.said
        phone.press("enter")
        live.screens.remove(laptop)
        laptop.call(laptop.app.save_and_close)
        phone.press("1")
        assert "Your turn" in phone.said
        assert [one.name for one in people_at(live.store, live.world.attempt(1).id)] == ["Amira Shah"]


def test_a_scribe_writes_down_what_the_table_notes_and_agrees(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        for role in ("class_teacher", "school_nurse", "gp", "social_work_manager", "police"):
            live.world.sit(1, role, f"Nell {role}")
        live.world.begin(1)
        live.world.play(1, moves=12, strategy="everything")
        scribe = live.screen(join=live.world.code)
        recorded(scribe, "Sam Ink", "6")
        assert "You are the scribe" in scribe.text and "Waiting for" in scribe.said
        attempt = live.world.attempt(1)
        for fact in ("new_flat", "callers_name"):
            assert " ".join(attempt.game.case.facts[fact].text.split())[:30] not in scribe.said
        other = come_in_beside(live, "Ola Berg")
        assert "Sam Ink sits there" in other.said

        scribe.click("Write a note")
        scribe.paste("Who wakes the children tomorrow?")
        scribe.press("enter")
        scribe.click("Write down an action")
        labels = ("What will be done?", "Who does it", "By when?")
        for label, typed in zip(labels, ("Ring each Friday", "nell GP", "1/12/2026"), strict=True):
            assert label in scribe.said
            scribe.paste(typed)
            scribe.press("enter")
        assert "That is somebody's name" in scribe.said
        scribe.press("enter", "enter")
        assert "nell GP" in scribe.said
        scribe.press(*["backspace"] * 7)
        scribe.paste("SCHOOL NURSING")
        scribe.press("enter", "enter")
        assert "Agreed: Ring each Friday (SCHOOL NURSING, by 2026-12-01)" in scribe.said
        (action,) = live.store.training.actions()
        assert (action.agency, action.office, action.attempt) == ("school nursing", "", attempt.id)

        assert "Waiting for 5 seats" in scribe.text and "Scribe: Sam Ink" in scribe.text
        assert "new to the table" not in scribe.said and "5 of 5 here" in scribe.said
        live.world.play(1, strategy="everything")
        live.look()
        live.console.close()
        scribe.call(lambda: scribe.app.nobody_sees(False))
        assert "Is everything written down" in scribe.said, scribe.text
        scribe.press("k")
        assert "What everybody at the table knows by now" in scribe.said and "late on nine" in scribe.text
        notes = tables_of_room(live.store, live.world.room)[0].notes
        assert notes[0] == "Who wakes the children tomorrow?" and notes[1].startswith("Agreed: Ring")
        there = attendance_of(live.store, live.world.room)
        assert {one.name: one.presence for one in there.people}["Sam Ink"] is Presence.ATTENDED
        assert (there.came, there.attended, there.part) == (6, 6, 0)


def come_in_beside(live: Live, name: str) -> Driver:
    """From the code to the scribe's place, which somebody has."""
    driver = live.screen(join=live.world.code, home=name)
    driver.paste(name)
    driver.press("enter", "2", "6")
    return driver


def test_an_observer_who_comes_late_hears_nothing_that_one_seat_was_told(tmp_path: Path) -> None:
    with live_room(tmp_path) as live:
        live.world.sit(1, "class_teacher")
        live.world.begin(1)
        live.world.play(1, moves=2, strategy="everything")
        driver = live.screen(join=live.world.code)
        driver.paste("Ola Berg")
        driver.press("enter", "2", "7", "enter")
        assert "You observe" in driver.text and "I done the toast" not in driver.said
