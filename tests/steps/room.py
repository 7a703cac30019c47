"""Sentences about the case room, driven as somebody at the keyboard would drive it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from scoring.guidance.board_reading import load_board
from simulator.play.moves import Share
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.terminal.desk.model import Wish
from simulator.terminal.desk.stored import open_stored
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from simulator.terminal.room.opening import seats_of
from simulator.terminal.screens.room import Phase, RoomScreen
from simulator.terminal.widgets.ask import Ask
from tests.screens.driver import CASES, EVERYTHING, TEN_LINES, TO_THE_ROOM, Driver, driven, options, still
from tests.screens.memory import MemoryAttempt, MemoryDesk
from tests.screens.test_pictures import through

ROLES = {"teacher": "class_teacher", "family doctor": "gp"}


@dataclass
class Room:
    """What a scenario has in hand."""

    desk: MemoryDesk
    opened: ExitStack
    screens: list[Driver] = field(default_factory=list)
    heard: str = ""
    clock: int = 0

    def open(self, role: str = "", *, attempt: str = "") -> Driver:
        given_options = options(EVERYTHING, role=role, table="" if role else "Table", attempt=attempt)
        driver = self.opened.enter_context(driven(given_options, desk=self.desk))
        self.screens.append(driver)
        if not attempt:
            driver.press("3", *(["enter"] if role else TO_THE_ROOM))
        return driver

    @property
    def screen(self) -> Driver:
        return self.screens[0]

    @property
    def attempt(self) -> MemoryAttempt:
        return next(iter(self.desk.attempts.values()))[0]

    @property
    def tried(self) -> MemoryAttempt:
        return list(self.desk.attempts.values())[1][0]


@pytest.fixture
def case_room() -> Iterator[Room]:
    with ExitStack() as opened:
        yield Room(MemoryDesk((CASES,)), opened)


# --- given --------------------------------------------------------------------------------------


@given(parsers.re("the (?P<who>teacher|family doctor) is in the case room"))
def in_the_room(case_room: Room, who: str) -> None:
    case_room.open(ROLES[who])


@given("the family doctor is asked what to pass on")
def asked_to_pass_on(case_room: Room) -> None:
    driver = case_room.open("gp")
    driver.press("enter")
    assert "What do you pass on?" in driver.said


@given("the teacher is at the referral")
def at_the_referral(case_room: Room) -> None:
    driver = case_room.open("class_teacher")
    for number in range(2):
        attempt = case_room.attempt
        attempt.play(
            NAIVE["everything"](attempt.game, attempt.state, "class_teacher"), str(number), "class_teacher"
        )
    driver.call(lambda: driver.app.run_worker(driver.room.go_on()))
    case_room.clock = case_room.attempt.state.clock
    assert "Do you refer" in driver.said


@given("a table plays all roles at one screen")
def a_table(case_room: Room) -> None:
    case_room.open()


@given("the teacher has looked back on the case")
def looked_back(case_room: Room) -> None:
    driver = case_room.open("class_teacher")
    through(driver)
    assert "Looking back" in driver.text


@given("the teacher and the family doctor each have a screen")
def two_screens(case_room: Room) -> None:
    attempt = case_room.desk.begin(Wish(EVERYTHING, ("class_teacher", "gp"), seed="1"))
    for role in ("class_teacher", "gp"):
        driver = case_room.opened.enter_context(driven(options(EVERYTHING), desk=case_room.desk))
        screen = RoomScreen(seats_of(attempt, (role,)), load_board())
        driver.call(lambda driver=driver, screen=screen: driver.app.push_screen(screen))  # type: ignore[misc]
        case_room.screens.append(driver)


@given("the teacher plays line by line")
def line_by_line(case_room: Room) -> None:
    case_room.heard = ""


@given("a record", target_fixture="record_home")
def a_record(tmp_path: Path) -> Path:
    return tmp_path


# --- when ---------------------------------------------------------------------------------------


@when(parsers.re("(?:the (?:teacher|family doctor) )?chooses “(?P<words>.+)”"))
def chooses(case_room: Room, words: str) -> None:
    case_room.screen.click(words)


@when(parsers.re("(?:the teacher )?types “(?P<words>.+)” and sends it"))
def types_and_sends(case_room: Room, words: str) -> None:
    case_room.screen.type(words)
    case_room.screen.press("f2")


@when("goes back")
def goes_back(case_room: Room) -> None:
    case_room.screen.press("escape")


@when("the family doctor keeps it to themselves, with a reason")
def keeps_it(case_room: Room) -> None:
    case_room.screen.click("Keep to myself")
    while "Why do you decide" not in case_room.screen.said:
        case_room.screen.press("1")
    case_room.screen.press("1", "f2")


@when("the family doctor passes the missed reviews to social care as a headline")
def passes_a_headline(case_room: Room) -> None:
    screen = case_room.screen
    screen.click("Ms Andrews")
    screen.press("f2")
    screen.click("has taken tablets")
    while "read it once more" not in screen.said:
        screen.press("f2")


@when("the table comes to the first form")
def to_the_first_form(case_room: Room) -> None:
    case_room.screen.press(*"11111", "1", "enter", "enter")  # each says what they would do; then the table


@when("the teacher takes the laptop")
@when("somebody carries on")
@when("the teacher confirms")
def confirms(case_room: Room) -> None:
    case_room.screen.press("enter")


@when(parsers.parse("the teacher presses {key}"))
def presses(case_room: Room, key: str) -> None:
    case_room.screen.press(key.lower())


@when("the teacher steps out of the table")
def steps_out_of_the_table(case_room: Room) -> None:
    case_room.screen.press("f7")
    case_room.screen.click("The teacher steps out")


@when("the teacher tries again from the first decision")
def tries_again(case_room: Room) -> None:
    while "Decision 1 of" not in case_room.screen.said:
        case_room.screen.press("n")
    case_room.screen.click("Try from here")


@when("the teacher decides")
def decides(case_room: Room) -> None:
    case_room.screens[0].press("1", "enter", "enter")
    second = case_room.screens[1]
    second.call(lambda: second.app.run_worker(second.room.go_on()))


@when(parsers.parse("these lines are typed: {lines}"))
def typed_lines(case_room: Room, lines: str) -> None:
    heard = io.StringIO()
    typed = io.StringIO("\n".join(["3", *lines.split(", ")]) + "\n")
    Session(Console(typed, heard), case_room.desk, options(EVERYTHING, role="class_teacher")).run()
    case_room.heard = " ".join(heard.getvalue().split())


@when(parsers.parse("somebody signs in line by line as “{name}” and plays the shortest case"))
def signs_in_line_by_line(case_room: Room, record_home: Path, name: str) -> None:
    settings = still(home=str(record_home), scenarios=(str(CASES),))
    heard = io.StringIO()
    lines = ["1", "1", name, "1", "", "", "1", "1", "2", "", "1", *[""] * 7, "2"]
    session = Session(
        Console(io.StringIO("\n".join(lines) + "\n"), heard),
        open_stored(settings),
        options(TEN_LINES, settings=settings),
    )
    session.run()
    case_room.heard = " ".join(heard.getvalue().split())


# --- then ---------------------------------------------------------------------------------------


@then(parsers.re("the (?:room|screen) says “(?P<words>.+)”"))
@then(parsers.parse("it asks “{words}”"))
def says(case_room: Room, words: str) -> None:
    assert words in case_room.screen.said, case_room.screen.text


@then(parsers.parse("the room does not say “{words}”"))
def does_not_say(case_room: Room, words: str) -> None:
    assert words not in case_room.screen.said, case_room.screen.text


@then("nothing has been decided")
def nothing_decided(case_room: Room) -> None:
    assert case_room.attempt.moves == []


@then("one move has been made")
def one_move(case_room: Room) -> None:
    assert len(case_room.attempt.moves) == 1


@then(parsers.parse("the words “{words}” are kept apart from it"))
def words_apart(case_room: Room, words: str) -> None:
    assert list(case_room.attempt.words.values()) == [words]
    assert words not in str(case_room.attempt.moves)


@then(parsers.parse("the room's record says “{words}”"))
def record_says(case_room: Room, words: str) -> None:
    move = case_room.attempt.moves[0]
    assert isinstance(move, Share) and move.given == () and move.reason
    case_room.screen.press("n")
    assert words in " ".join(p.text for p in case_room.screen.room.query_one("#side").paragraphs)  # type: ignore[attr-defined]


@then(parsers.parse("the clock is {minutes:d} minutes on"))
def clock_is_on(case_room: Room, minutes: int) -> None:
    assert case_room.attempt.state.clock - case_room.clock == minutes


@then("the decision still waits")
def still_waits(case_room: Room) -> None:
    assert case_room.screen.room.phase is Phase.DECIDING
    assert waiting_for(case_room.attempt.game, case_room.attempt.state)


@then("the decision does not wait yet")
def waits_not_yet(case_room: Room) -> None:
    assert case_room.screen.room.phase is Phase.STOP


@then("what the teacher knows is not on the screen")
def not_on_the_screen(case_room: Room) -> None:
    case_room.screen.press("k")
    assert (
        "only" in case_room.screen.said and "the toast and" not in case_room.screen.said.split("Known", 1)[1]
    )
    case_room.screen.press("t")


@then("a colleague plays the teacher")
def a_colleague(case_room: Room) -> None:
    attempt = case_room.attempt
    assert not attempt.state.seats & attempt.game.seat["class_teacher"]


@then("the table is still in the case room")
def table_in_the_room(case_room: Room) -> None:
    assert "class_teacher" not in case_room.screen.room.seats.roles
    assert (
        case_room.screen.room.query_one(Ask).view.buttons or case_room.screen.room.query_one(Ask).view.items
    )


@then("there are two attempts")
def two_attempts(case_room: Room) -> None:
    assert len(case_room.desk.attempts) == 2


@then("the second begins at the first decision")
def second_begins(case_room: Room) -> None:
    assert case_room.tried.moves == [] and case_room.tried.state.ending < 0
    assert "What now?" in case_room.screen.said


@then("the first is as it was")
def first_as_it_was(case_room: Room) -> None:
    assert case_room.attempt.state.ending >= 0


@then("the family doctor's screen knows of it")
def other_screen_knows(case_room: Room) -> None:
    assert case_room.screens[1].room.seats.attempt is case_room.attempt
    assert len(case_room.attempt.moves) == 1 and case_room.screens[1].room.phase is Phase.WAITING


@then(parsers.parse("it is said “{words}”"))
def is_said(case_room: Room, words: str) -> None:
    assert words in case_room.heard, case_room.heard[-3_000:]
