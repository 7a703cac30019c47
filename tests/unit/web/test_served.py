"""The app as a seat in a browser has it: one seat's own things, and nothing else of the machine."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from simulator.errors import RecordError
from simulator.settings import load
from simulator.terminal.actions import ACTIONS, Where
from simulator.terminal.desk.model import SignIn, Wish
from simulator.terminal.desk.opening import open_desk
from simulator.terminal.desk.served import ServedDesk
from simulator.terminal.options import Options
from simulator.terminal.served import FILE, Kept, SeatNotes
from simulator.terminal.widgets.rows import Rows
from simulator.web.fence import is_closed
from tests.screens.driver import TEN_LINES, driven

SIMULATOR = Path(__file__).parents[3] / "simulator"
NOT_A_TRAINEE_S = (Where.CONSOLE, Where.WORKBENCH)
"""Screens that a browser is never offered a way to."""
BEYOND = ("edit", "export", "file", "console", "workshop", "report", "print", "screenshot", "suspend")
"""Words of what reaches further than a trainee's seat."""


def desk_of(home: Path, seat: str) -> ServedDesk:
    """The desk of a seat."""
    notes = SeatNotes(home / "browsers" / seat)
    opened = open_desk(Options(settings=load({"home": home}), served=notes))
    assert isinstance(opened, ServedDesk)
    return opened


def test_a_seat_knows_its_own_people_and_attempts_and_no_others(tmp_path: Path) -> None:
    mine, others = desk_of(tmp_path, "mine"), desk_of(tmp_path, "others")
    practice = mine.begin(Wish(TEN_LINES, ("practitioner",), "1"))
    assert [each.attempt for each in mine.unfinished(None)] == [practice.id]
    assert others.unfinished(None) == ()
    with pytest.raises(RecordError):
        others.resume(practice.id)
    assert mine.notes.read().open == ""  # whoever is asked what to carry on with has nothing open
    assert mine.resume(practice.id).attempt.id == practice.id == mine.notes.read().open

    learner = mine.sign_in(SignIn("Jo Example", "Health")).learner
    mine.remember(learner)
    played = mine.begin(Wish(TEN_LINES, ("practitioner",), "1", learners=(learner,)))
    assert (mine.remembered(), others.remembered()) == (learner, None)
    assert [each.attempt for each in mine.unfinished(learner)] == [played.id]
    with pytest.raises(RecordError):
        others.resume(played.id)
    others.remember(learner)  # the same person at another browser, with their phrase
    assert others.resume(played.id).attempt.id == played.id
    mine.remember(None)
    assert mine.remembered() is None
    assert not (tmp_path / "this-device.json").exists()


def test_a_seat_s_notes_survive_only_as_they_were_written(tmp_path: Path) -> None:
    notes = SeatNotes(tmp_path / "browsers" / "seat")
    assert notes.read() == Kept()
    notes.change(look="light", room="r")
    notes.begun("a")
    notes.begun("b")
    assert notes.read() == Kept("", ("a", "b"), "b", "light", room="r")
    for broken in ("", "[]", '{"learner": ""}', '{"learner":"","attempts":1,"open":"","look":"","room":""}'):
        (notes.folder / FILE).write_text(broken)
        assert notes.read() == Kept(), broken


def test_how_the_screen_looks_is_the_seat_s_and_not_the_machine_s(tmp_path: Path) -> None:
    notes = SeatNotes(tmp_path / "browsers" / "seat")
    options = Options(settings=load({"home": tmp_path, "less_movement": True}), served=notes)
    with driven(options) as app:
        app.press("f4")
        app.press("2")
    assert notes.read().look == "light"
    assert not (tmp_path / "settings.toml").exists()


def test_nothing_on_the_list_of_what_can_be_done_reaches_further_than_the_seat() -> None:
    offered = [action.name for action in ACTIONS if action.where not in NOT_A_TRAINEE_S]
    assert [name for name in offered if any(word in name for word in BEYOND)] == []


def test_a_seat_is_offered_no_way_to_what_is_the_trainer_s(tmp_path: Path) -> None:
    served = Options(settings=load({"less_movement": True}), served=SeatNotes(tmp_path / "seat"))
    doors = []
    for options in (served, Options(settings=load({"less_movement": True}))):
        with driven(options) as app:
            doors.append({item.id for item in app.app.screen.query_one(Rows).items})
    assert doors[1] - doors[0] == {"trainers"}


def test_only_the_way_of_somebody_at_the_machine_leads_to_what_is_closed_to_browsers() -> None:
    """Whatever else imports it ends a browser's seat: ask `app.options.served` first, and add it here."""
    leading = {
        (str(file.relative_to(SIMULATOR)), node.module)
        for folder in ("terminal", "workshop")
        for file in (SIMULATOR / folder).rglob("*.py")
        if not is_closed(".".join(("simulator", *file.relative_to(SIMULATOR).with_suffix("").parts)))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and is_closed(node.module)
    }
    assert leading == {
        ("terminal/journey.py", "simulator.terminal.console.journey"),
        ("terminal/journey.py", "simulator.terminal.trainers"),
        ("terminal/plain/session.py", "simulator.terminal.workbench.line_mode"),
    }
