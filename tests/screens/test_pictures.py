"""The main screens as they were once looked at and found good, in four sizes of window."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.screens.driver import EVERYTHING, Driver, driven, options

SIZES = ((60, 20), (80, 24), (100, 30), (120, 40))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_way_through_the_app(size: tuple[int, int], picture: SnapshotAssertion) -> None:
    height = size[1]

    def keep(name: str) -> None:
        lines = driver.lines
        assert len(lines) == height
        assert picture(name=name) == driver.text + "\n"

    with driven(options(), size=size) as driver:
        keep("welcome")
        driver.press("1")
        keep("sign-in")
        driver.press("escape", "3")
        keep("cases")
        driver.click("Toast for two")
        keep("length")
        driver.press("1")
        keep("seats")
        driver.press("1")
        keep("brief")
        driver.press("enter")
        keep("decision")
        driver.press("f1")
        keep("help")
        driver.press("escape", "f8")
        keep("real-child")
        driver.press("escape", "f9")
        keep("glossary")
        driver.press("escape", "f7")
        keep("step-out")
        driver.press("escape", "k")
        keep("known")
        driver.press("t", "1")
        keep("review")
        driver.press("enter", "enter")
        keep("form")


@pytest.mark.parametrize("size", SIZES[1:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_look_back(size: tuple[int, int], picture: SnapshotAssertion) -> None:
    with driven(options(EVERYTHING, role="class_teacher"), size=size) as driver:
        driver.press("3", "enter")
        through(driver)
        assert "How are you?" in driver.text
        driver.press("n")
        assert picture(name="who-knew") == driver.text + "\n"
        driver.press("n")
        assert picture(name="looked-back") == driver.text + "\n"


def through(driver: Driver) -> None:
    """From wherever somebody is in the room to the look back, with the first thing offered each time."""
    for _ in range(120):
        if driver.app.room is None:
            return
        if driver.room.phase.value == "ended":
            driver.press("enter")
            continue
        driver.press("f2" if driver.room.query_one("Ask").view.buttons else "1")
    raise AssertionError("the case has no end:\n" + driver.text)


@pytest.mark.parametrize("look", ["dark", "light", "high contrast", "no colour"])
def test_every_state_can_be_told_without_colour(look: str) -> None:
    """Ticked and not, chosen and not, where the cursor is: each differs in the plain text."""
    with driven(options(EVERYTHING, role="gp")) as driver:
        driver.app.use_look(look)
        driver.press("3", "enter", "enter")
        before = driver.text
        assert "> " in before and "[ ]" in before
        driver.press("enter")
        assert driver.text != before and "[x]" in driver.text
        driver.press("down", "down")
        assert ">[ Next > ]<" in driver.text


def test_a_small_window_says_how_large_it_has_to_be_and_all_comes_back() -> None:
    with driven(options()) as driver:
        whole = driver.text
        driver.resize(58, 18)
        assert "it is 58 x 18 now, and 60 x 20 is needed" in driver.said
        for size in ((1, 1), (60, 20), (500, 200), (20, 60), (80, 24)):
            driver.resize(*size)
        assert driver.text == whole
