"""One list of what can be done: help, line of keys, palette, plain mode and bindings say the same."""

from __future__ import annotations

import pytest

from simulator.terminal.actions import ACTIONS, Where, actions_on, by_word, key_name, line_of_keys
from simulator.terminal.console.plenary import PlenaryScreen
from simulator.terminal.console.screen import ConsoleScreen
from simulator.terminal.console.wall import Wall
from simulator.terminal.live.observing import Observing
from simulator.terminal.live.room import LiveRoom, LiveTable
from simulator.terminal.reading.asides import help_for
from simulator.terminal.screens.cases import Cases
from simulator.terminal.screens.debrief import DebriefScreen
from simulator.terminal.screens.page import Everywhere
from simulator.terminal.screens.records import Records
from simulator.terminal.screens.room import RoomScreen
from simulator.terminal.screens.room_table import TableRoom
from simulator.terminal.screens.step import Notice, Step
from simulator.terminal.widgets.rows import Rows
from simulator.words import say
from tests.screens.driver import EVERYTHING, driven, in_room, options

ROOMS = (RoomScreen, TableRoom, LiveRoom, LiveTable, Observing)
SCREENS = (Step, Notice, Cases, *ROOMS, DebriefScreen, Records, ConsoleScreen, PlenaryScreen, Wall)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_action_of_a_screen_has_a_key_and_is_there(screen: type[Everywhere[object]]) -> None:
    bound = {
        (binding.action, key)
        for base in screen.__mro__
        for binding in base.__dict__.get("BINDINGS", [])
        if hasattr(binding, "key")
        for key in binding.key.split(",")
    }
    for action in actions_on(screen.where):
        assert hasattr(screen, f"action_{action.name.partition('(')[0]}"), action.name
        assert {(action.name, key) for key in action.keys} <= bound, action.name


@pytest.mark.parametrize("where", list(Where))
def test_no_two_actions_share_a_key_on_one_screen(where: Where) -> None:
    keys = [key for action in actions_on(where) for key in action.keys]
    assert len(keys) == len(set(keys))


def test_no_key_that_terminals_and_browsers_keep_for_themselves() -> None:
    kept = {"ctrl+w", "ctrl+t", "ctrl+n", "ctrl+s", "ctrl+b", "ctrl+c", "ctrl+h", "ctrl+i", "ctrl+m"}
    kept |= {"f5", "f11", "f12"}
    keys = {key for action in ACTIONS for key in action.keys}
    assert not keys & kept and not any(key.startswith("alt+") for key in keys)


@pytest.mark.parametrize("where", list(Where))
def test_help_lists_every_action_with_its_keys(where: Where) -> None:
    said = "\n".join(paragraph.text for paragraph in help_for(where))
    for action in actions_on(where):
        assert f"{', '.join(map(key_name, action.keys))}: {say(action.label)}" in said
        assert say(action.says) in said
    plain = "\n".join(paragraph.text for paragraph in help_for(where, plain=True))
    for action in actions_on(where):
        assert (f"{action.word}: {say(action.label)}" in plain) == bool(action.word)
        assert not action.word or by_word(action.word, where) == action


def test_stepping_out_and_a_real_child_are_everywhere_and_in_every_line_of_keys() -> None:
    for where in Where:
        names = [action.name for action in line_of_keys(where)]
        assert names[:3] == ["help", "step_out", "real_child"]
        assert {"out", "real", "help"} <= {action.word for action in actions_on(where)}


def test_the_line_of_keys_and_the_palette_do_what_the_keys_do() -> None:
    with in_room() as driver:
        driver.click("F8 A real child?")
        assert "do not type it" in driver.said or "do not type anything" in driver.said
        driver.press("escape")
        driver.click("K Known")
        assert "[K Known]" in driver.text
        driver.press("ctrl+p")
        box = driver.app.screen.query_one(Rows)
        there = [action for action in actions_on(Where.ROOM) if action.name != "commands"]
        assert [item.id for item in box.items] == [action.name for action in there]
        assert all(say(action.says) in item.text for action, item in zip(there, box.items, strict=True))
        driver.press(*["down"] * [action.name for action in there].index("glossary"), "enter")
        assert "Words, letters and duties" in driver.text


def test_letters_that_are_typed_are_not_shortcuts() -> None:
    with in_room() as driver:
        driver.press("1")
        driver.type("skip known focus pan tar")
        assert "skip known focus pan tar" in driver.text and "[T Talk]" in driver.text
        driver.press("tab")
        driver.press("k")
        assert "[K Known]" in driver.text and "known focus pan tar" in driver.text


def test_the_keys_of_care_reach_their_boxes_while_something_is_typed() -> None:
    with in_room() as driver:
        driver.press("1")
        driver.type("tell the nurse")
        boxes = {"f1": "Help", "f6": "A short tour", "f7": "Step out?", "f8": "A real child?"}
        for key, title in boxes.items():
            driver.press(key)
            assert title in driver.text, key
            driver.press("escape")
        assert "The simulator closes" not in driver.said and "tell the nurse" in driver.text


def test_before_a_case_stepping_out_says_only_that_the_app_closes() -> None:
    with driven(options()) as driver:
        driver.press("1", "f7")
        assert "Step out?" in driver.text and "The simulator closes" in driver.said
        assert "attended" not in driver.said


def test_the_first_key_reaches_the_place_where_one_goes_on() -> None:
    with driven(options()) as driver:
        driver.press("1", "A")
        assert "│ A" in driver.text


def test_a_number_chooses_and_f2_goes_on_and_escape_goes_back() -> None:
    with in_room(role="gp") as driver:
        driver.press("enter")
        assert "1 of 6" in driver.text
        driver.press("1", "f2")
        assert "What do you pass to" in driver.text
        driver.press("escape")
        assert "1 of 7" in driver.text


def test_a_key_for_a_form_goes_there_only_when_it_waits() -> None:
    with in_room(role="gp") as driver:
        driver.press("enter", "tab")
        driver.press("s")
        assert type(driver.app.focused).__name__ == "Rows"
        driver.press("r")
        assert "This decision is not of that kind" in driver.said


def test_leaving_asks_once_and_says_how_to_carry_on() -> None:
    with in_room() as driver:
        driver.press("ctrl+q")
        assert "Your place is kept" in driver.said
        driver.press("escape", "ctrl+q", "enter")
        assert not driver.app.is_running or driver.app._exit
        assert any("simulator resume" in line for line in driver.app.last_words)


def test_pausing_lies_over_the_room_until_somebody_carries_on() -> None:
    with in_room() as driver:
        driver.press("p")
        assert "Paused" in driver.text
        driver.press("1", "k")
        assert "Paused" in driver.text
        driver.press("enter")
        assert "Paused" not in driver.text and "[T Talk]" in driver.text


def test_a_box_that_closes_gives_its_key_to_nobody_else() -> None:
    with in_room() as driver:
        driver.press("f1", "enter")
        assert "Before you decide" not in driver.text and "What now?" in driver.text


def test_two_presses_are_not_two_answers() -> None:
    from tests.screens.driver import CASES
    from tests.screens.memory import MemoryDesk

    desk = MemoryDesk((CASES,))
    with driven(options(EVERYTHING, role="class_teacher"), desk=desk) as driver:
        driver.press("3", "enter", "1", "enter")

        def twice() -> None:
            from simulator.terminal.widgets.ask import Ask

            driver.room.query_one(Ask).press_first()
            driver.room.query_one(Ask).press_first()

        driver.call(twice)
        attempt = next(iter(desk.attempts.values()))[0]
        assert len(attempt.moves) == 1
        assert "What do you write down?" in driver.text


def test_a_letter_works_while_caps_lock_is_on() -> None:
    with in_room() as driver:
        driver.press("P")
        assert "Paused" in driver.text
