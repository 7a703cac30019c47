"""What is played is kept: a killed app carries on where it was, and a draft is there when one comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.play.moves import TakeAdvice
from simulator.play.strategies import NAIVE
from simulator.records import open_store
from simulator.settings import Settings, load
from simulator.terminal.desk.model import SignIn, Wish
from simulator.terminal.desk.stored import StoredDesk, open_stored
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import header
from simulator.terminal.screens.room import Phase
from tests.screens.driver import CASES, EVERYTHING, TEN_LINES, driven, options, still
from tests.screens.terminal import Terminal, on_a_terminal
from tests.screens.test_pictures import through

POSIX = sys.platform != "win32"


def settings_in(home: Path) -> Settings:
    return still(home=str(home), scenarios=(str(CASES),))


def begun(desk: StoredDesk, case: str, roles: tuple[str, ...]) -> str:
    return desk.begin(Wish(case, roles, seed="1")).id


@pytest.mark.parametrize(("case", "role"), [(TEN_LINES, "practitioner"), (EVERYTHING, "class_teacher")])
def test_a_fresh_app_shows_the_same_screen_at_every_move(case: str, role: str, tmp_path: Path) -> None:
    """Another app that opens the attempt, as after a kill, stands where this one stands."""
    settings = settings_in(tmp_path)
    desk = open_stored(settings)
    attempt = begun(desk, case, (role,))
    opened = options(settings=settings, attempt=attempt)
    compared = 0
    with driven(opened, desk=desk) as driver:
        for number in range(40):
            if driver.app.room is None or driver.room.seats.ended:
                break
            if driver.room.phase is Phase.DECIDING:
                with driven(opened, desk=open_stored(settings)) as other:
                    assert other.text == driver.text
                compared += 1
                game, seats = driver.room.seats.attempt.game, driver.room.seats
                move = NAIVE["everything"](game, seats.attempt.state, role)
                seats.attempt.play(move, f"move-{number}", role)
                driver.call(lambda: driver.app.run_worker(driver.room.go_on()))
            else:
                driver.press("f2")
    assert compared == {TEN_LINES: 1, EVERYTHING: 5}[case]


def test_what_can_be_carried_on_is_offered_first(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    with driven(options(EVERYTHING, role="gp", settings=settings), desk=open_stored(settings)) as driver:
        driver.press("3", "enter")
        driver.press("enter", "1")
        driver.call(driver.room.keep_draft)
    with driven(options(settings=settings), desk=open_stored(settings)) as driver:
        assert "Carry on? You were at step 1 on" in driver.said
        driver.press("1")
        assert "[x] Ms Andrews" in driver.text


@pytest.mark.parametrize("role", ["class_teacher", "social_work_manager", "gp"])
def test_the_welcome_counts_the_steps_as_the_room_does(role: str, tmp_path: Path) -> None:
    desk = open_stored(settings_in(tmp_path))
    attempt = desk.begin(Wish(EVERYTHING, (role,), seed="1"))
    compared = advised = 0
    while attempt.state.ending < 0:
        (waits,) = desk.unfinished(None)
        assert header(seats_of(attempt, (role,)), role).step.startswith(f"Step {waits.step} of")
        scene = attempt.game.scenes[attempt.state.scene].scene
        if scene.decision and scene.decision.advice and not advised:
            advised = 1
            attempt.play(TakeAdvice(scene.id, role), "advice", role)
        else:
            attempt.play(NAIVE["everything"](attempt.game, attempt.state, role), f"move-{compared}", role)
        compared += 1
    assert compared > 2


def test_signing_in_playing_and_finding_it_in_ones_own_record(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    with driven(options(TEN_LINES, settings=settings), desk=open_stored(settings)) as driver:
        driver.press("1")
        assert "What for: to say who has trained" in driver.said and "6 years after" in driver.said
        driver.type("Amira Shah")
        driver.press("enter", "1", "enter")
        driver.type("amira at work")
        driver.press("enter")
        assert "Not an e-mail address" in driver.text
        driver.press("enter", "enter")  # the job, as it was
        driver.press(*["backspace"] * 13)
        driver.press("enter")
        phrase = next(line.strip() for line in driver.lines if line.count("-") == 4)
        driver.press("enter", "2")
        driver.press("1", "enter")
        through(driver)
        driver.press("escape")
        driver.click("My training record")
        assert "The empty lunch box" in driver.text and "Completed." in driver.text
        assert "of 3" not in driver.text  # no marks
    again = open_stored(settings)
    with driven(options(settings=settings), desk=again) as driver:
        assert "I am not Amira Shah" in driver.text  # this machine is their own
        driver.click("I am not Amira Shah")
        driver.click("I was here before")
        driver.type("amira")
        driver.press("enter")
        driver.paste(phrase.replace("-", " "))
        driver.press("enter")
        assert "Name and words do not fit together" in driver.text
        driver.press("enter")
        assert "amira" in driver.text  # asked again, as it was typed
        driver.type(" shah")
        driver.press("enter")
        driver.press("enter")
        assert "My training record" in driver.text
    with open_store(settings) as store:
        (finished,) = store.finished()
        assert finished.case_title == "The empty lunch box" and not finished.practice_only


def test_everybody_at_a_table_has_it_recorded(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    desk = open_stored(settings)
    people = [desk.sign_in(SignIn(name, "school")).learner for name in ("Amira Shah", "Jo Bloggs")]
    case = (CASES / "everything.yaml").as_posix()
    attempt = desk.begin(Wish(case, ("gp", "police"), seed="1", table="Table 3", learners=tuple(people)))
    for person in people:
        assert [one.attempt for one in desk.unfinished(person)] == [attempt.id]
        assert desk.unfinished(person)[0].table == "Table 3"
    assert desk.unfinished(None) == ()
    with open_store(settings) as store:
        about = store.attempt(attempt.id).about
    assert (about.level, about.minutes, about.valid_months) == ("Core inter-agency", 120, 36)  # the board's


def test_practice_keeps_nothing_of_anybody(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    with driven(options(TEN_LINES, settings=settings), desk=open_stored(settings)) as driver:
        driver.press("3", "1", "enter")
        through(driver)
    with open_store(settings) as store:
        (finished,) = store.finished()
        assert finished.practice_only


def test_stepping_out_alone_ends_the_sitting_kindly_and_counts_as_attended(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    desk = open_stored(settings)
    with driven(options(EVERYTHING, role="gp", settings=settings), desk=desk) as driver:
        driver.app.learner = desk.sign_in(SignIn("Amira Shah", "school")).learner
        driver.press("escape")
    with driven(options(EVERYTHING, role="gp", settings=settings), desk=desk) as driver:
        driver.app.learner = desk.sign_in(SignIn("Jo Bloggs", "school")).learner
        driver.press("1", "enter", "f7")
        assert "Nobody asks why" in driver.said
        driver.press("enter")
        assert "You have stepped out" in driver.text and "Samaritans" in driver.text
        rows = desk.transcript(driver.app.learner)
    assert [row["status"] for row in rows] == ["attended"]


# --- a real process ----------------------------------------------------------------------------


@pytest.mark.skipif(not POSIX, reason="there are no such signals here")
@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_an_app_that_is_ended_from_outside_loses_no_more_than_two_seconds(how: int, tmp_path: Path) -> None:
    home = str(tmp_path)
    with on_a_terminal(home, EVERYTHING, "class_teacher") as terminal:
        terminal.wait_for("What would you like to do")
        terminal.wait_for("Practise without")
        terminal.type("3")
        terminal.wait_for("Enter the case")
        terminal.type("\r")
        terminal.wait_for("What now?")
        terminal.type("1")
        terminal.wait_for("read it once more")
        terminal.type("because she asked")
        terminal.wait_for("because she asked"[-5:])
        if how == signal.SIGKILL:
            _wait_for_draft(home)
        terminal.signal(how)
        assert terminal.end() in (-how, 128 + how)
        if how != signal.SIGKILL:
            assert b"\x1b[?1049l" in terminal.output  # the terminal is as it was
    with open_store(load({"home": home})) as store:
        (left,) = store.resumable()
        draft = store.attempt(left.attempt).draft("class_teacher")
    assert "because" in draft
    with on_a_terminal(home, attempt=left.attempt) as terminal:
        terminal.wait_for("read it once more")
        terminal.wait_for("because")


def _wait_for_draft(home: str) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with open_store(load({"home": home})) as store:
            (left,) = store.resumable()
            if "because" in store.attempt(left.attempt).draft("class_teacher"):
                return
        time.sleep(0.1)
    raise AssertionError("no draft within ten seconds")


def test_the_first_screen_loads_no_database_and_no_names(tmp_path: Path) -> None:
    """What takes longest to load comes after the first paint; a look into the running process tells."""
    script = (
        "import sys, asyncio; from simulator.settings import load; from simulator.terminal import Options;"
        "from simulator.terminal.app import SimulatorApp; import simulator.terminal.journey as journey\n"
        "seen = set()\n"
        "async def offer(app, screen):\n"
        "    await app.painted.wait()\n"
        "    seen.update(sys.modules)\n"
        "journey._offer = offer\n"
        "async def main():\n"
        "    async with SimulatorApp(Options(load())).run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "asyncio.run(main())\n"
        "assert 'textual' in seen\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'faker', 'yaml', 'textual.widgets._text_area'}\n"
        "print(sorted(heavy & seen))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_a_crash_says_a_sentence_and_nothing_that_was_typed(tmp_path: Path) -> None:
    script = (
        "import sys; from simulator.settings import load; from simulator import log;"
        "from simulator.terminal import Options; from simulator.terminal.app import SimulatorApp, run\n"
        "log.start(load().logs)\n"
        "def fail(self):\n"
        "    typed = 'my secret words'\n"
        "    raise ValueError(typed)\n"
        "SimulatorApp.open_tour = fail\n"
        "sys.exit(run(Options(load({'less_movement': True}))))\n"
    )
    environment = {**os.environ, "SIMULATOR_HOME": str(tmp_path)}
    terminal = Terminal(["-c", script], environment, (80, 24))
    try:
        terminal.wait_for("What would you like")
        terminal.type("\x1b[17~")
        assert terminal.end() == 1
        assert "Something in the simulator went wrong (ValueError)." in terminal.text
        assert "secret" not in terminal.text and "Traceback" not in terminal.text
    finally:
        terminal.close()
    logged = "".join(file.read_text() for file in (tmp_path / "logs").iterdir())
    assert "crash ValueError" in logged and "secret" not in logged
