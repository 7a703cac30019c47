"""A table of a workshop round one screen: everybody by name, its scribe, and what each is asked."""

from __future__ import annotations

from pathlib import Path

from simulator.records.rooms_places import places_of
from simulator.records.tables import PlaceKind, PlaceState, Presence, Stage
from simulator.records.training.evaluations import Occasion
from simulator.workshop.attending import attendance_of
from tests.screens.driver import Driver
from tests.screens.live_world import live_room, typed_line_by_line
from tests.steps.record_kept import answers_of


def sit(driver: Driver, seat: str, name: str) -> None:
    driver.press(seat)
    driver.paste(name)
    driver.press("enter", "1")


def test_a_table_of_a_workshop_sits_down_is_asked_and_votes(tmp_path: Path) -> None:
    with live_room(tmp_path, one_screen=True) as live:
        driver = live.screen(join=live.world.code)
        driver.press("1")
        sit(driver, "1", "Amira Shah")
        sit(driver, "3", "Jo Okafor")
        driver.press("6")
        driver.click("Somebody beside the table")
        driver.paste("Val Reed")
        driver.press("enter", "1", "tab", "enter", "enter", "enter")
        for name in ("Amira Shah", "Jo Okafor", "Val Reed"):
            assert f"Pass the laptop to {name}." in driver.said
            driver.press(*(["2"] if name == "Jo Okafor" else ["1", *"55512"]))
        live.console.votes("table")
        driver.press("enter")
        assert "Amira Shah, the teacher: what would you do?" in driver.said
        driver.press(*"33333")
        assert "Now decide together. Val Reed writes it down." in driver.said
        places = {one.name: one for one in places_of(live.store, live.world.room) if one.name}
        assert {name: one.kind for name, one in places.items()} == {
            "Amira Shah": PlaceKind.SEAT,
            "Jo Okafor": PlaceKind.SEAT,
            "Val Reed": PlaceKind.SCRIBE,
        }
        assert attendance_of(live.store, live.world.room).came == 3
        asked = {
            name: answers_of(live.store, Occasion(str(one.learner), live.world.room))
            for name, one in places.items()
        }
        assert {name: len(answers) for name, answers in asked.items()} == {
            "Amira Shah": 5,
            "Jo Okafor": 0,
            "Val Reed": 5,
        }
        assert {one.stage for one in asked["Val Reed"]} == {Stage.PRE}
        driver.press("f7")
        driver.click("Jo Okafor, the family doctor, steps out")
        assert "Now decide together." in driver.said and "4 votes" in driver.text
        there = attendance_of(live.store, live.world.room)
        assert [one.name for one in there.people if one.presence is Presence.STEPPED_OUT] == ["Jo Okafor"]


def test_a_table_of_a_workshop_plays_line_by_line(tmp_path: Path) -> None:
    with live_room(tmp_path, one_screen=True) as live:
        sat = ["1", "1", "Amira Shah", "", "1", "3", "Jo Okafor", "", "1", "9"]
        said = typed_line_by_line(live, "laptop", "\n".join([*sat, "3", "2", ""]) + "\n")
        assert "2. School nurse: whoever has the laptop" in said and "Each says first" not in said
        assert "Pass the laptop to Amira Shah" in said and "Your table has not begun" in said
        assert "Type a reply of your own" in said
        assert "Your place is kept. Come back with the code" in said
        live.console.votes("table")
        live.console.pause()
        said = typed_line_by_line(live, "laptop", "1\n\n")
        assert "Carry on as the whole table, at Table 1" in said and "The trainer has paused the room" in said
        live.console.go_on()
        said = typed_line_by_line(live, "laptop", "1\n3\n3\nout\n1\n3\n3\n3\n")
        assert "Jo Okafor, the family doctor: what should the teacher do?" in said
        assert "Now decide together. Amira Shah writes it down." in said
        (place,) = (one for one in places_of(live.store, live.world.room) if one.role == "gp")
        assert (place.held, place.state) == (False, PlaceState.SIMULATED)
        there = attendance_of(live.store, live.world.room)
        left = [one.name for one in there.people if one.presence is Presence.STEPPED_OUT]
        assert (there.came, left) == (2, ["Jo Okafor"])
