"""Weeks after a training whoever comes back is asked whether it has lasted: on screen and line by line."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from simulator.records import tables
from simulator.records.tables import Stage, Workshop
from simulator.records.training.evaluations import Occasion
from simulator.terminal.desk.model import Learner
from simulator.terminal.desk.stored import StoredDesk, open_stored
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from tests.screens.driver import driven, options, still
from tests.steps.record_kept import answers_of
from tests.steps.training import TrainingRoom

TRAINING = "8 weeks ago: Working together"


@pytest.fixture
def desk(tmp_path: Path) -> StoredDesk:
    """Of a machine that remembers Sam, who came to a workshop eight weeks ago and meant to do something."""
    home = tmp_path / "home"
    home.mkdir()
    sam = TrainingRoom(home).register("Sam Wren", "health visiting")
    desk = open_stored(still(home=str(home)))
    held = datetime.now(UTC).date() - timedelta(weeks=8, days=2)
    lead, occasion = desk.store.training, Occasion(sam.learner, "autumn")
    lead.plan(Workshop(id="autumn", title="Working together", case_id="a-case", held_on=held))
    lead.answer(occasion, Stage.POST, {"confidence_share": 7}, held)
    lead.intend(occasion, "Ring [b]the school nurse", held)
    desk.remember(Learner(sam.learner, "Sam Wren", "health visiting"))
    return desk


def later(desk: StoredDesk) -> dict[str, int]:
    """What Sam answered weeks later."""
    learner = desk.remembered()
    assert learner is not None
    answers = answers_of(desk.store, Occasion(learner.id, "autumn"))
    return {one.item: one.value for one in answers if one.stage is Stage.FOLLOW_UP}


def came_of_it(desk: StoredDesk) -> tuple[bool | None, bool | None]:
    """Whether Sam did it, and whether the manager confirmed it."""
    query = select(tables.intentions.c.done, tables.intentions.c.confirmed)
    done, confirmed = desk.store.database.read(lambda connection: connection.execute(query).one())
    return done, confirmed


def test_at_ones_own_record_one_is_asked_once_and_sees_what_one_wrote(desk: StoredDesk) -> None:
    with driven(options(settings=desk.settings), desk=desk) as driver:
        driver.click("My training record")
        assert TRAINING in driver.text and "beside your name" in " ".join(driver.text.split())
        driver.click("Answer now")
        driver.press("9")
        driver.click("Leave these out")
        assert "You wrote: Ring [b]the school nurse" in driver.text
        driver.click("Yes")
        driver.click("I have not asked")
    assert later(desk) == {"confidence_share": 9} and came_of_it(desk) == (True, None)
    desk.asked.clear()
    with driven(options(settings=desk.settings), desk=desk) as driver:
        driver.click("My training record")
        assert TRAINING not in driver.text


@pytest.mark.parametrize(("says", "again"), [("Ask me another time", True), ("I would rather not", False)])
def test_another_time_is_another_sitting_and_no_is_no(desk: StoredDesk, says: str, again: bool) -> None:
    with driven(options(settings=desk.settings), desk=desk) as driver:
        driver.click("My training record")
        driver.click(says)
        driver.press("escape")
        driver.click("My training record")
        assert TRAINING not in driver.text, "once in a sitting"
    desk.asked.clear()
    learner = desk.remembered()
    assert learner is not None and (desk.asked_again(learner) is not None) == again
    assert came_of_it(desk) == (None, None)


def test_line_by_line_it_is_the_same(desk: StoredDesk) -> None:
    typed = ["2", "1", "12", "8", "", "10", "3", "2", "1", "3", "leave"]
    heard = io.StringIO()
    Session(Console(io.StringIO("\n".join(typed)), heard), desk, options(settings=desk.settings)).run()
    said = " ".join(heard.getvalue().split())
    assert said.count(TRAINING) == 1 and "You wrote: Ring [b]the school nurse" in said
    answers = {"confidence_share": 8, "confidence_challenge": 10, "knowledge_certain": 1}
    assert later(desk) == answers and came_of_it(desk) == (True, None)
