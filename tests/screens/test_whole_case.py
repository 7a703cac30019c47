"""A whole case with the arrows and Enter alone, with the mouse alone, and line by line."""

from __future__ import annotations

import io
import random
from functools import partial

import pytest

from simulator.play.state import NO_ENDING
from simulator.solver.marked import mark_play
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from simulator.terminal.screens.room import Phase
from simulator.terminal.widgets.ask import Ask
from tests.screens.driver import CASES, EVERYTHING, TEN_LINES, Driver, driven, options
from tests.screens.memory import MemoryAttempt, MemoryDesk

MOST_STEPS = 400


@pytest.fixture(autouse=True)
def _marked_by_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a play could have earned is worked out elsewhere; here the way to the look back is tested."""
    monkeypatch.setattr("simulator.terminal.reading.debrief.mark_play", partial(mark_play, budget=0))


def ended(driver: Driver) -> bool:
    return "Looking back" in driver.text and driver.app.room is None


def only_attempt(desk: MemoryDesk) -> MemoryAttempt:
    (attempt, _) = next(iter(desk.attempts.values()))
    return attempt


@pytest.mark.parametrize("case", [TEN_LINES, EVERYTHING], ids=["ten_lines", "everything"])
def test_by_arrows_and_enter_alone(case: str) -> None:
    """Down as often as chance says, then Enter; where there are only buttons, Enter."""
    desk, chance = MemoryDesk((CASES,)), random.Random(1)
    with driven(options(case), desk=desk) as driver:
        driver.press("down", "down", "enter")  # practise without signing in
        for _ in range(MOST_STEPS):
            if ended(driver):
                break
            room = driver.app.room
            rows = len(room.query_one(Ask).view.items) if room is not None else 1
            driver.press(*["down"] * chance.randrange(max(rows, 1)), "enter")
            if room is not None and room.phase is Phase.DECIDING and chance.random() < 0.4:
                driver.press(*["down"] * rows, "enter")  # on to the buttons
        assert ended(driver), driver.text
    assert only_attempt(desk).state.ending != NO_ENDING


@pytest.mark.parametrize(("case", "seat"), [(TEN_LINES, "Practitioner"), (EVERYTHING, "Family doctor")])
def test_by_mouse_alone(case: str, seat: str) -> None:
    desk, chance = MemoryDesk((CASES,)), random.Random(2)
    with driven(options(case), desk=desk, size=(100, 30)) as driver:
        driver.click("Practise without")
        if "The whole case" in driver.text:
            driver.click("The whole case")
        driver.click(f"{seat}, ")
        driver.click("Enter the case")
        for _ in range(MOST_STEPS):
            if ended(driver):
                break
            view = driver.room.query_one(Ask).view
            places = [item.text[:24] for item in view.items if item.text[:9] != "Type a re"]
            places += [button.label for button in view.buttons if button.id not in ("back", "keep")] * 3
            driver.click(chance.choice(places))
        assert ended(driver), driver.text
    assert only_attempt(desk).state.ending != NO_ENDING


class Somebody(io.StringIO):
    """Types a number that is among the choices asked for, or nothing where nothing is asked for."""

    def __init__(self, heard: io.StringIO, seed: int) -> None:
        super().__init__()
        self.heard = heard
        self.chance = random.Random(seed)
        self.lines = 0

    def readline(self, size: int | None = -1, /) -> str:
        self.lines += 1
        assert self.lines < 3_000, self.heard.getvalue()[-2_000:]
        if self.lines == 1:
            return "3\n"  # practise without signing in
        if self.heard.getvalue().count("What would you like to do?") > 1:
            return ""
        asked = self.heard.getvalue().rsplit("\n", 1)[-1]
        if "Number, 1 to " in asked:
            most = int(asked.rsplit("Number, 1 to ", 1)[1].split(":")[0])
            if f"{most - 1:>3}. Begin\n" in self.heard.getvalue():
                return f"{most - 1}\n"
            return f"{self.chance.randint(1, most)}\n"
        return "\n"


@pytest.mark.parametrize(
    ("case", "role"), [(TEN_LINES, "practitioner"), (EVERYTHING, "police"), (EVERYTHING, "")]
)
def test_line_by_line(case: str, role: str) -> None:
    """Random numbers lead to the end, for one seat and for a table with all of them."""
    heard, desk = io.StringIO(), MemoryDesk((CASES,))
    opened = options(case, role=role, table="" if role else "Table")
    assert Session(Console(Somebody(heard, 3), heard), desk, opened).run() == 0
    said = heard.getvalue()
    assert only_attempt(desk).state.ending != NO_ENDING
    assert "Who knew what when" in said and "How are you?" in said
    assert "That was the last part." in said.rpartition("Afterwards")[2]
    assert not set(said) & {"│", "╭", "─", "\x1b"}
    assert all(len(line) <= 120 for line in said.splitlines())


def test_the_same_case_is_said_line_by_line_and_shown() -> None:
    """What is asked and offered first is the same in both, word for word."""
    heard = io.StringIO()
    opened = options(EVERYTHING, role="class_teacher")
    Session(Console(io.StringIO("3\n"), heard), MemoryDesk((CASES,)), opened).run()
    said = " ".join(heard.getvalue().split())
    with driven(opened) as driver:
        driver.press("3", "enter")
        view = driver.room.query_one(Ask).view
        assert view.title in said
        for number, item in enumerate(view.items, 1):
            assert f"{number}. {item.text}" in said


def test_the_end_of_what_is_typed_keeps_the_place_and_says_how_to_carry_on() -> None:
    heard, desk = io.StringIO(), MemoryDesk((CASES,))
    opened = options(EVERYTHING, role="class_teacher")
    Session(Console(io.StringIO("3\n3\n\n1\n"), heard), desk, opened).run()
    attempt = only_attempt(desk)
    assert f"simulator resume {attempt.id}" in heard.getvalue()
    assert attempt.moves and attempt.draft("class_teacher") == ""
    resumed = options(attempt=attempt.id)
    heard = io.StringIO()
    Session(Console(io.StringIO("1 2\n"), heard), desk, resumed).run()
    assert "Step 2 of about 4" in heard.getvalue()
    assert "write/own_words" in attempt.draft("class_teacher")


def test_a_reason_stays_with_the_decision_it_was_typed_for() -> None:
    desk = MemoryDesk((CASES,))
    with driven(options(EVERYTHING, role="class_teacher"), desk=desk) as driver:
        driver.press("3", "enter", "1")
        driver.type("She trusts me.")
        driver.press("enter", "enter", "f2")
        assert "Wrote nothing down" in driver.text and "She trusts me" not in driver.text
        driver.press("f2")
    assert list(only_attempt(desk).words.values()) == ["She trusts me."]
