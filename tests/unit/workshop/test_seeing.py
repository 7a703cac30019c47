"""What a seat sees: never a fact that another seat holds privately, never what is sealed (R10)."""

from __future__ import annotations

import random

import pytest

from simulator.play.moves import Bring, HandOver, SendInject, StepOut, View
from simulator.play.step import start, waiting_for
from simulator.play.strategies import NAIVE
from simulator.workshop.seeing import everybody, view_of
from tests.faults.canaries import CANARY, Run, check, marked_case, play_randomly
from tests.steps.record_world import EVERYTHING, case_of


@pytest.mark.parametrize("seed", range(8))
def test_no_seat_sees_a_fact_that_nobody_passed_to_it(seed: int) -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(seed))
    assert play_randomly(run) > 0 and run.ended


def test_the_control_a_view_of_another_seat_is_noticed() -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(1))
    with pytest.raises(AssertionError, match="canary"):
        check(run, seen_as=lambda role: run.roles[(run.roles.index(role) + 1) % len(run.roles)])


def test_the_canary_is_in_every_fact() -> None:
    case = marked_case(case_of(EVERYTHING))
    assert all(
        CANARY in fact.text and (not fact.headline or CANARY in fact.headline) for fact in case.facts.values()
    )


def test_what_is_sealed_is_in_nobody_elses_view() -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(2))
    seen_sealed = 0
    while not run.ended:
        state = run.state
        if state.part.acted or (state.part.votes and not state.part.opened):
            done = [
                event.move
                for event in run.events
                if hasattr(event, "move") and isinstance(event.move, Bring | View)
            ]
            for role in waiting_for(run.game, state):
                lines = [line for line in view_of(run, role).lines if line.kind in ("decision", "vote")]
                assert all(line.mine or line.kind == "vote" for line in lines)
                seen_sealed += bool(done)
        role = waiting_for(run.game, state)[0]
        run.play(NAIVE["first"](run.game, state, role))
    assert seen_sealed


def test_scribes_and_observers_see_what_everybody_sees() -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(3))
    run.play(SendInject("", ("gp",), "d" * 64))
    run.play(SendInject("", (), "e" * 64))
    view = view_of(run, "", said={"d" * 64: "To the doctor", "e" * 64: "To all"})
    texts = [line.text for line in view.lines]
    assert "To all" in texts and "To the doctor" not in texts
    assert view.form is None and view.facts == () and not view.options
    gp = view_of(run, "gp", said={"d" * 64: "To the doctor", "e" * 64: "To all"})
    assert {"To the doctor", "To all"} <= {line.text for line in gp.lines}
    assert {line.text: line.private for line in gp.lines}["To the doctor"]


def test_leaving_looks_like_any_other_handing_over() -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(4))
    run.play(StepOut("gp"))
    seats = [line.text for line in view_of(run, "class_teacher").lines if line.kind == "seat"]
    assert len(seats) == 1 and "stepped out" not in seats[0]


def test_the_scribe_knows_what_the_whole_table_knows_and_no_more() -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(6))
    before = view_of(run, "")
    assert before.facts == () and not before.lines
    while run.state.scene != next(n for n, one in enumerate(run.game.scenes) if one.scene.id == "discussion"):
        run.play(NAIVE["everything"](run.game, run.state, waiting_for(run.game, run.state)[0]))
    assert any("reasonable cause" in line.text or line.kind == "says" for line in view_of(run, "").lines)
    for _ in run.roles:
        run.play(NAIVE["everything"](run.game, run.state, waiting_for(run.game, run.state)[0]))
    known = {one.fact for one in view_of(run, "").facts}
    assert "own_words" in known and "callers_name" in known and "new_flat" not in known
    check(run)


def test_at_a_table_of_one_nothing_is_open() -> None:
    run = Run(marked_case(case_of(EVERYTHING)), random.Random(7))
    run.state, run.events = start(run.game, ("class_teacher",))
    assert view_of(run, "").lines == () and view_of(run, "").facts == ()
    run.play(HandOver("gp", True))
    assert everybody(run) == {"class_teacher", "gp"}
    run.play(HandOver("gp", False))
    assert everybody(run) == {"class_teacher", "gp"}
