"""What is said of all plays holds of plays drawn at random: nothing they reach is called unreachable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.guidance import library
from scoring.timescales import LATE, MET, MISSED
from simulator.author.clocks import fates
from simulator.author.examined import Examined, examine
from simulator.author.offers import offers
from simulator.author.reach import Reach
from simulator.author.starting import template
from simulator.play.marking import verdicts, weighed
from simulator.play.moves import Move, Passing, Refer, Share
from simulator.play.state import NO_ENDING
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import random_strategy
from simulator.scenario import model
from simulator.scenario.read import case_from
from simulator.solver.marked import Play, fold

ROOT = Path(__file__).parents[3]
CASES = {
    "full": template(full=True),
    "small": (ROOT / "tests" / "unit" / "cli" / "small.yaml").read_text(encoding="utf-8"),
    "library": (ROOT / "scenarios" / "we-cant-take-this-one.yaml").read_text(encoding="utf-8"),
}


@pytest.fixture(scope="module", params=CASES)
def examined(request: pytest.FixtureRequest) -> Examined:
    return examine(case_from(CASES[request.param], request.param), library())


def plays(examined: Examined) -> Iterator[Play]:
    """Forty plays by all seats, and five by each seat alone."""
    seatings = [examined.seats] * 8 + [(seat,) for seat in examined.seats]
    for number, seats in enumerate(seatings):
        for seed in range(5):
            yield fold(examined.game, seats, drawn(examined, seats, 100 * number + seed))


def drawn(examined: Examined, seats: tuple[str, ...], seed: int) -> list[Move]:
    state, _ = start(examined.game, seats)
    moves: list[Move] = []
    strategy = random_strategy(seed)
    while state.ending == NO_ENDING:
        moves.append(strategy(examined.game, state, waiting_for(examined.game, state)[0]))
        state, _ = step(examined.game, state, moves[-1])
    return moves


def test_whatever_a_play_reaches_was_heard(examined: Examined) -> None:
    heard = examined.listened
    for play in plays(examined):
        reach = Reach(examined.game)
        reach.hear(play.all_events)
        assert reach.scenes <= heard.scenes
        assert reach.endings <= heard.endings
        assert reach.injects <= heard.injects
        assert reach.lines <= heard.lines
        assert reach.milestones <= heard.milestones
        assert {one for one in reach.options if examined.case.scenes[one[0]].decision} - heard.options <= {
            (scene, level) for scene, level in reach.options if scene in referrals(examined)
        }


def referrals(examined: Examined) -> set[str]:
    """Scenes whose levels are counted together and not one by one."""
    return {
        scene.id
        for scene in examined.case.scenes.values()
        if scene.decision and isinstance(scene.decision.kind, model.Refer)
    }


def test_whatever_a_play_passes_was_offered(examined: Examined) -> None:
    offered = {(one.scene, one.role, one.fact, one.to) for one in offers(examined)}
    for play in plays(examined):
        for move in play.moves:
            if isinstance(move, Share | Refer):
                given: tuple[Passing, ...] = move.given
                assert {(move.scene, move.role, one.fact, one.to) for one in given} <= offered


def test_a_clock_that_a_play_meets_or_misses_can_be_met_or_missed(examined: Examined) -> None:
    counted = [clocked for clocked in examined.clocks if clocked.counted]
    running = examined.explorer.running
    known = {one.rule.id: fate for one, fate in zip(running, fates(examined.explorer), strict=True)}
    assert len(known) == len(counted)
    for play in plays(examined):
        if play.seats != examined.seats:
            continue
        events = play.all_events
        decisions = weighed(examined.game, examined.game.expected, events)
        for one in verdicts(examined.game, counted, decisions, events, play.end, examined.game.rulebook):
            fate = known[one.rule]
            assert fate.met or not one.earned
            assert fate.missed or one.verdict not in (LATE, MISSED) or not fate.begun
            assert fate.begun or one.verdict != MET or not one.earned
