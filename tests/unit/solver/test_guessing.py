"""The spread of what guessing earns: its mean is the solver's, its tail is never understated."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from simulator.play.cited import clocks_of
from simulator.play.expected import expectations
from simulator.play.game import Game, prepare
from simulator.solver.explore import Explorer
from simulator.solver.guessing import chance_of
from simulator.solver.nodes import Node
from simulator.solver.solution import Solution, solve_with
from tests.unit.play.cases import game_of
from tests.unit.solver.small_cases import small_case
from tests.unit.solver.small_making import Dice

TWO_CHOICES = """
first:
  decide:
    as: teacher
    question: And now?
    options: ring good, write acceptable, wait poor (then: end)
second:
  decide:
    as: teacher
    question: And then?
    options: ask good, tell poor
"""


def solved(game: Game, seats: tuple[str, ...]) -> tuple[Explorer, Solution]:
    explorer = Explorer(
        game, expectations(game.case, game.rulebook), clocks_of(game.case, game.rulebook, seats), seats
    )
    return explorer, solve_with(explorer)


def distribution(explorer: Explorer) -> dict[Fraction, Fraction]:
    """Marks -> the exact chance that a uniform guesser earns them, counted forwards from every node."""

    @cache
    def from_here(node: Node) -> Counter[int]:
        found: Counter[int] = Counter()
        for branch, to, met in explorer.edges[node]:
            spread = branch.spread or ((branch.best.marks, branch.ways),)
            for marks, ways in spread:
                for later, chance in from_here(to).items():
                    found[marks + met + later] += chance * Fraction(ways, branch.total)
        return found or Counter({explorer.values[node].highest: Fraction(1)})

    found = sorted(from_here(explorer.first()).items())
    return {Fraction(marks, explorer.scale): chance for marks, chance in found if chance}


def test_the_spread_of_two_choices_is_what_one_counts_on_ones_fingers() -> None:
    explorer, _ = solved(game_of(TWO_CHOICES), ("teacher",))
    sixth, third = Fraction(1, 6), Fraction(1, 3)
    assert distribution(explorer) == {0: third, 2: sixth, 3: sixth, 5: sixth, 6: sixth}
    assert [round(chance_of(explorer, share), 9) for share in (0, 50, 80, 84, 100)] == [
        1,
        0.5,
        round(1 / 3, 9),
        round(1 / 6, 9),
        round(1 / 6, 9),
    ]


@pytest.mark.parametrize("seed", range(40))
def test_the_spread_agrees_with_the_solver(seed: int) -> None:
    small = small_case(Dice(seed))
    game = replace(prepare(small.case, small.rulebook, small.cut), trainer_present=small.trainer)
    explorer, solution = solved(game, small.seats)
    found = distribution(explorer)
    assert sum(found.values()) == 1
    assert sum(marks * chance for marks, chance in found.items()) == solution.guessing
    for share in (20, 55, 80, 100):
        exactly = float(
            sum(chance for marks, chance in found.items() if marks * 100 >= solution.best * share)
        )
        assert chance_of(explorer, share, parts=0) == pytest.approx(exactly)
        assert chance_of(explorer, share) >= exactly - 1e-12
