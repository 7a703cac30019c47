"""What somebody trips over who sits before the app for the first time."""

from __future__ import annotations

from scoring.guidance.board_reading import load_board
from simulator.terminal.desk.model import Learner
from simulator.terminal.reading.debrief import Part
from simulator.terminal.reading.matrix import first_line
from simulator.terminal.reading.names import called
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.screens.debrief import DebriefScreen
from simulator.terminal.widgets.rows import Rows
from simulator.terminal.widgets.sheet import Sheet
from tests.screens.driver import CASES, EVERYTHING, driven, in_room, options
from tests.screens.memory import MemoryDesk
from tests.screens.test_pictures import through


def test_page_up_reads_back_while_the_choices_have_the_focus() -> None:
    with in_room(size=(80, 24)) as driver:
        talk = driver.room.query_one("#talk", Sheet)
        driver.call(lambda: talk.add([*talk.paragraphs] * 9))
        assert isinstance(driver.app.focused, Rows) and talk.scroll_y == talk.max_scroll_y > 0
        assert "PgUp reads back" in driver.text
        driver.press("pageup")
        assert talk.scroll_y < talk.max_scroll_y
        driver.press("pagedown")
        assert talk.scroll_y == talk.max_scroll_y
        driver.call(lambda: talk.scroll_home(animate=False))
        assert "PgUp reads back" not in driver.text


def test_page_down_goes_through_a_list_where_nothing_else_is_read() -> None:
    with driven(options()) as driver:
        driver.press("1")
        driver.type("Mona")
        driver.press("enter")
        agencies = driver.app.screen.query_one(Rows)
        assert agencies.scroll_y == 0
        driver.press("pagedown", "pagedown")
        assert agencies.cursor > 20 and agencies.scroll_y > 0
        driver.press("pageup", "pageup")
        assert agencies.cursor == 0


def test_notes_say_what_they_are_for_until_something_has_happened() -> None:
    with in_room() as driver:
        driver.press("n")
        assert "comes to stand here" in driver.said


def test_the_first_panel_is_as_wide_as_the_window() -> None:
    with in_room(size=(80, 24)) as driver:
        side = driver.room.query_one("#side", Sheet)
        driver.press("f")
        first = [paragraph.text for paragraph in side.paragraphs]
        driver.press("k", "f")
        assert first == [paragraph.text for paragraph in side.paragraphs]


def test_the_cases_stand_in_the_order_of_their_titles() -> None:
    with driven(options()) as driver:
        driver.press("3")
        titles = [item.text.casefold() for item in driver.app.screen.query_one(Rows).items]
        assert [title[:9] for title in titles] == ["the empty", "toast for"]


def test_agencies_are_spelt_as_they_spell_themselves() -> None:
    board = load_board()
    assert [called(board, each) for each in ("cafcass", "nspcc", "police", "the lighthouse")] == [
        "Cafcass",
        "NSPCC",
        "police",
        "the lighthouse",
    ]


def test_a_reason_does_not_turn_into_a_reply() -> None:
    with in_room() as driver:
        driver.press("1")
        driver.type("because")
        driver.press("escape")
        driver.click("Type a reply of your own")
        assert "because" not in driver.text


def test_the_look_back_tells_what_was_known_once() -> None:
    with driven(options(EVERYTHING, role="class_teacher")) as driver:
        driver.press("3", "enter")
        through(driver)
        screen = driver.app.screen
        assert isinstance(screen, DebriefScreen) and screen.debrief is not None
        drawn = [each.text.strip() for each in screen.parts[1].paragraphs if each.look is Look.DRAWING]
        assert any(line.startswith("social work manager ") for line in drawn), drawn
        known = [fact for part in screen.parts if part.scene for fact in facts_of(part)]
        assert known and len(known) == len(set(known))
        while screen.place + 1 < len(screen.parts):
            driver.press("enter")
        driver.press("enter")
        assert driver.app.screen is not screen


def test_what_is_in_ones_own_file_has_a_heading() -> None:
    with driven(options(EVERYTHING, role="class_teacher")) as driver:
        driver.press("3")
        assert "In your own file" in driver.said


def facts_of(part: Part) -> list[str]:
    """What was known at a decision, as its part says it."""
    said = [paragraph.text for paragraph in part.paragraphs]
    first = next(place for place, text in enumerate(said) if text.startswith("What you knew then"))
    rest = said[first + 1 :]
    end = next(place for place, text in enumerate(rest) if not text.startswith("- "))
    return rest[:end]


def test_a_window_made_smaller_keeps_the_conversation_in_sight() -> None:
    with in_room(size=(120, 40)) as driver:
        driver.resize(60, 20)
        assert driver.room.query_one("#talk", Sheet).display
        driver.press("f")
        small = [paragraph.text for paragraph in driver.room.query_one("#side", Sheet).paragraphs]
        driver.press("t", "f")
        assert small == [paragraph.text for paragraph in driver.room.query_one("#side", Sheet).paragraphs]


def test_the_newest_words_stay_in_sight_when_the_window_grows() -> None:
    with in_room() as driver:
        words = "and words enough to make two lines of it where the window is narrow"
        said = [Paragraph(f"Line {number} of them, {words}") for number in range(18)]
        talk = driver.room.query_one("#talk", Sheet)
        driver.call(lambda: talk.show([*said, Paragraph("The last word")], at_end=True))
        for size in ((120, 40), (80, 24)):
            driver.resize(*size)
            assert "The last word" in driver.text


def test_a_long_reason_is_seen_whole_while_it_is_typed() -> None:
    with in_room() as driver:
        driver.press("1")
        driver.paste("First, she has said it herself. " + "And again, in other words, she has said so. " * 3)
        assert "First, she has said it herself" in driver.text and "she has said so." in driver.text
        assert "Do this" in driver.text
        driver.press("escape", "1")
        assert "First, she has said it herself" in driver.text


def test_a_fact_too_long_for_its_line_says_that_there_is_more() -> None:
    assert first_line("Her shoes are wet", 20) == "Her shoes are wet"
    assert first_line("Her shoes are wet, and it has not rained", 24) == "Her shoes are wet ..."


def test_whoever_is_quicker_than_the_desk_does_not_sign_in_twice() -> None:
    desk = MemoryDesk((CASES,))
    with driven(options(), desk=desk) as driver:
        desk.known = Learner("learner-1", "Mona Bell", "police")
        driver.app.met = False
        driver.press("1")
        assert "I am not Mona Bell" in driver.text


def test_back_goes_one_step_back_and_never_out() -> None:
    with driven(options()) as driver:
        driver.press("escape", "1")
        driver.type("Mona")
        driver.press("enter", "1", "escape")
        assert "Which agency" in driver.text
        driver.press("escape")
        assert "Mona" in driver.text
        driver.press("escape", "3")
        driver.click("Toast for two")
        driver.press("1")
        assert "Which role" in driver.text
        driver.press("escape")
        assert "How long have you got" in driver.text
