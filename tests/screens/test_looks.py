"""Every text on the screen can be read, in every look; nothing moves where less movement is asked for."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.style import Style

from simulator.settings import LOOKS
from simulator.settings_file import read_settings_file
from simulator.terminal.widgets import ask as ask_widget
from simulator.terminal.widgets.ask import Ask
from tests.screens.driver import EVERYTHING, Driver, driven, options, still

LEAST = {"high contrast": 7.0}
FRAME = set("│╭╮╰╯─▁▂▃▄▅▆▇█▔▎▊▌ ")

WAY = (
    *(" ", "f1", "escape f8", "escape f9", "escape f7", "escape f4", "escape ctrl+p", "escape 3"),
    *("enter", "k", "n", "c", "o", "1", "h i", "enter", "enter", "space down", "f2", "space f2"),
)
"""Keys, and between them a look at the screen."""


def _part(value: float) -> float:
    value /= 255
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def luminance(color: Color) -> float:
    red, green, blue = color.get_truecolor()
    return 0.2126 * _part(red) + 0.7152 * _part(green) + 0.0722 * _part(blue)


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.1: from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs_on(driver: Driver) -> dict[tuple[str, str], tuple[float, str]]:
    """Every pair of colours that a letter is drawn with, and one text that is."""
    found = {}
    for strip in driver.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style or Style()
            if segment.text.strip() and not set(segment.text) <= FRAME:
                assert style.color and style.bgcolor, segment
                ink, ground = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
                names = (ink.get_truecolor().hex, ground.get_truecolor().hex)
                found[names] = (contrast(ink, ground), segment.text)
    return found


def test_contrast_is_what_the_guidelines_say() -> None:
    assert round(contrast(Color.parse("#777777"), Color.parse("#ffffff")), 2) == 4.48
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == 21


def test_every_text_in_use_can_be_read() -> None:
    pairs: dict[str, dict[tuple[str, str], tuple[float, str]]] = {look: {} for look in LOOKS}

    def in_every_look() -> None:
        for look in LOOKS:
            driver.call(lambda look=look: driver.app.use_look(look))  # type: ignore[misc]
            pairs[look] |= pairs_on(driver)

    with driven(options(EVERYTHING, role="class_teacher"), size=(120, 40)) as driver:
        for keys in WAY:
            driver.press(*keys.split())
            in_every_look()
        driver.call(lambda: driver.app.tell_briefly("Saved."))
        assert "Saved." in driver.text
        in_every_look()
    for look, found in pairs.items():
        least = LEAST.get(look, 4.5)
        assert {names: told for names, told in found.items() if told[0] < least} == {}, look
        assert len(found) >= 2, look


def test_looks_are_told_apart() -> None:
    seen = []
    for look in LOOKS:
        with driven(options(), size=(80, 24)) as driver:
            driver.call(lambda look=look: driver.app.use_look(look))  # type: ignore[misc]
            seen.append(frozenset(pairs_on(driver)))
    assert len(set(seen)) == len(LOOKS)


def test_no_colour_has_none() -> None:
    with driven(options(EVERYTHING, role="class_teacher")) as driver:
        driver.call(lambda: driver.app.use_look("no colour"))
        driver.press("3", "enter", "k")
        for ink, ground in pairs_on(driver):
            for name in (ink, ground):
                assert name[1:3] == name[3:5] == name[5:7], name


def test_display_settings_are_remembered() -> None:
    opened = options()
    with driven(opened) as driver:
        driver.press("f4")
        assert "(*) Dark" in driver.text and "[x] Less movement" in driver.text
        driver.press("3")
        assert "(*) High contrast" in driver.text
        driver.press("5", "escape")
        assert not driver.app.less_movement
    kept = read_settings_file(opened.settings.file)
    assert (kept["look"], kept["less_movement"]) == ("high contrast", False)
    opened.settings.file.unlink()


def test_less_movement_means_that_all_is_there_at_once_and_nothing_blinks() -> None:
    with driven(options(EVERYTHING, role="class_teacher")) as driver:
        driver.press("3", "enter")
        assert driver.room.phase.value == "deciding"
        assert driver.app.animation_level == "none"
        driver.press("1")
        sentence = driver.room.query_one("Sentence")
        assert not sentence.cursor_blink  # type: ignore[attr-defined]


def test_otherwise_people_speak_one_after_the_other_and_a_key_shows_the_rest() -> None:
    with driven(options(EVERYTHING, role="class_teacher", settings=still(less_movement=False))) as driver:
        driver.press("3", "enter")
        assert driver.room.phase.value == "speaking" and "Show it all" in driver.text
        assert "Thank you for telling me" not in driver.text
        driver.press("x")
        assert "Thank you for telling me" in driver.text and driver.room.phase.value == "deciding"


def test_a_key_for_all_that_is_said_answers_no_question_that_comes_in_that_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ask_widget, "A_MOMENT", 60)
    with driven(options(EVERYTHING, role="class_teacher", settings=still(less_movement=False))) as driver:
        driver.press("3", "enter")
        for _ in range(20):
            if driver.room.phase.value == "speaking":
                driver.call(lambda: driver.app.run_worker(driver.room._speak_on()))
        ask = driver.room.query_one(Ask)
        shown = ask.view
        assert driver.room.phase.value == "deciding" and shown.items
        driver.press("1")
        assert ask.view is shown
        ask.listen()
        driver.press("1")
        assert ask.view is not shown
