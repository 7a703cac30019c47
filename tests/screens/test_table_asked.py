"""The minute before and after at a table that shares one screen: each for themselves, or nobody."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from simulator.play.moves import Poll, StepOut
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.records.tables import Stage
from simulator.records.training.evaluations import Occasion
from simulator.terminal.desk.model import Learner, SignIn, Wish
from simulator.terminal.desk.stored import StoredDesk, open_stored
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from simulator.terminal.room.attempt import Attempt
from simulator.terminal.room.table import Table
from tests.screens.driver import CASES, EVERYTHING, Driver, driven, options, still
from tests.steps.record_kept import answers_of

SEATS = ("class_teacher", "gp")
NAMES = ("Amira Shah", "Jo Okafor")


@pytest.fixture
def desk(tmp_path: Path) -> StoredDesk:
    return open_stored(still(home=str(tmp_path), scenarios=(str(CASES),)))


@pytest.fixture
def people(desk: StoredDesk) -> tuple[Learner, ...]:
    return tuple(desk.sign_in(SignIn(name, "school")).learner for name in NAMES)


def begun(desk: StoredDesk, people: tuple[Learner, ...]) -> Attempt:
    taken = {person.id: (seat,) for person, seat in zip(people, SEATS, strict=True)}
    return desk.begin(Wish(EVERYTHING, SEATS, seed="1", table="T", learners=people, taken=taken))


def to_the_end(attempt: Attempt) -> None:
    for number in range(100):
        waiting = waiting_for(attempt.game, attempt.state)
        if not waiting:
            return
        move = NAIVE["everything"](attempt.game, attempt.state, waiting[0])
        attempt.play(move, f"move-{number}", waiting[0])


def answered(desk: StoredDesk, attempt: Attempt, learner: Learner) -> dict[tuple[Stage, str], int]:
    kept = answers_of(desk.store, Occasion(learner.id, attempt=attempt.id))
    return {(one.stage, one.item): one.value for one in kept}


def test_each_at_a_table_answers_behind_the_curtain(desk: StoredDesk, people: tuple[Learner, ...]) -> None:
    opened = options(EVERYTHING, table="T", settings=desk.settings)
    with driven(opened, desk=desk) as driver:
        driver.app.learner = people[0]
        driver.press("1")
        sit(driver, "1", NAMES[0])
        sit(driver, "3", "Val Reed", "1")
        driver.press("tab", "enter", "enter")
        assert "Pass the laptop to Amira Shah. The others look away." in driver.said
        assert "How sure are you" not in driver.said
        driver.press("1", *"7812", "1")
        assert "Pass the laptop to Val Reed" in driver.said
        driver.press("2")
        assert driver.app.room is not None
        attempt = driver.room.seats.attempt
        assert answered(desk, attempt, people[0]) == {
            (Stage.PRE, "confidence_share"): 7,
            (Stage.PRE, "confidence_refer"): 8,
            (Stage.PRE, "confidence_challenge"): 1,
            (Stage.PRE, "knowledge_consent"): 0,
            (Stage.PRE, "knowledge_certain"): 0,
        }
        asking = desk.asking(attempt)
        assert asking is not None and [one.name for one in asking.people] == ["Amira Shah", "Val Reed"]


def sit(driver: Driver, seat: str, name: str, *keys: str) -> None:
    driver.press(seat)
    driver.paste(name)
    driver.press("enter", *keys)


def test_a_table_leaves_all_of_them_out_with_one_key(desk: StoredDesk, people: tuple[Learner, ...]) -> None:
    attempt = begun(desk, people)
    to_the_end(attempt)
    with driven(options(attempt=attempt.id, settings=desk.settings), desk=desk) as driver:
        driver.press("enter")
        assert "Before you go: the same five" in driver.said
        driver.press("3")
        assert "Looking back" in driver.said
        driver.press("escape")
        assert "try the other chair?" in driver.said
        driver.press("2")
        assert driver.app.room is not None
        again = driver.room.seats.attempt
        assert again.id != attempt.id and waiting_for(again.game, again.state) != ()
        assert "Jo Okafor, the teacher: what would you do?" in driver.said
        asking = desk.asking(again)
        assert asking is not None and asking.people == ()
    assert not any(answered(desk, attempt, person) for person in people)


def test_afterwards_each_is_asked_line_by_line(desk: StoredDesk, people: tuple[Learner, ...]) -> None:
    attempt = begun(desk, people)
    to_the_end(attempt)
    said = io.StringIO()
    lines = ["", "1", "9", "", "", "3", "3", "Ring the school nurse.", "2", "leave"]
    opened = options(attempt=attempt.id, settings=desk.settings)
    Session(Console(io.StringIO("\n".join(lines) + "\n"), said), desk, opened).run()
    assert "Pass the laptop to Jo Okafor." in " ".join(said.getvalue().split())
    assert answered(desk, attempt, people[0]) == {(Stage.POST, "confidence_share"): 9}
    occasion = Occasion(people[0].id, attempt=attempt.id)
    assert desk.store.training.intention_of(occasion) == "Ring the school nurse."
    assert not answered(desk, attempt, people[1])


def test_a_table_carries_on_under_its_names_without_whoever_stepped_out(
    desk: StoredDesk, people: tuple[Learner, ...]
) -> None:
    taken = {people[0].id: SEATS, people[1].id: ("police",)}
    seats = (*SEATS, "police")
    attempt = desk.begin(Wish(EVERYTHING, seats, seed="1", table="T", learners=people, taken=taken))
    attempt.play(Poll("table"), "poll", "trainer")
    attempt.play(StepOut("police"), "out", "police")
    asking = desk.asking(attempt)
    assert asking is not None and [one.name for one in asking.people] == ["Amira Shah"]
    with driven(options(attempt=attempt.id, settings=desk.settings), desk=desk) as driver:
        assert "Amira Shah, the teacher: what would you do?" in driver.said
        driver.press("f7")
        assert "Amira Shah, the family doctor, steps out" in driver.said and "police" not in driver.said


def test_of_practice_nobody_is_asked(desk: StoredDesk) -> None:
    asking = desk.asking(desk.begin(Wish(EVERYTHING, SEATS, seed="1", table="T")))
    assert asking is not None and asking.people == ()


def test_a_table_that_is_opened_again_knows_who_sits_where_and_who_writes(
    desk: StoredDesk, people: tuple[Learner, ...]
) -> None:
    names = dict(zip(SEATS, NAMES, strict=True))
    taken = {person.id: (seat,) for person, seat in zip(people, SEATS, strict=True)}
    sits = Table(names, scribe="jo okafor")
    wish = Wish(EVERYTHING, SEATS, seed="1", table="T", learners=people, taken=taken, seating=sits)
    attempt = desk.begin(wish)
    assert desk.resume(attempt.id).seating == Table(names, scribe="Jo Okafor")
    attempt.play(StepOut("gp"), "out", "gp")
    assert desk.resume(attempt.id).seating == Table({SEATS[0]: NAMES[0]})
