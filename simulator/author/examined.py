"""A case looked at from every side once, for all checks: solved exactly, with all it can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.guidance import Guidance
from scoring.timescales import Clocked
from simulator.author.reach import Reach
from simulator.play.cited import clocks_of, rulebook_for
from simulator.play.game import Game, prepare
from simulator.scenario.model import Case
from simulator.solver.explore import DEFAULT_BUDGET, Explorer
from simulator.solver.solution import Solution, solve_with


@dataclass(frozen=True)
class Examined:
    """Everything a check may ask of a case."""

    case: Case
    guidance: Guidance
    game: Game
    clocks: Sequence[Clocked]
    explorer: Explorer
    solution: Solution
    reach: Reach
    """Complete only where the solution is exact."""

    @property
    def exact(self) -> bool:
        return self.solution.exact


def examine(case: Case, guidance: Guidance, budget: int = DEFAULT_BUDGET) -> Examined:
    """Prepare and solve a case for all its playable seats, listening to everything that can happen."""
    rulebook = rulebook_for(case, guidance)
    game = prepare(case, rulebook)
    seats = case.playable
    clocks = clocks_of(case, rulebook, seats)
    reach = Reach(game)
    explorer = Explorer(game, game.expected, clocks, seats, budget=budget, watch=reach.hear)
    solution = solve_with(explorer)
    return Examined(case, guidance, game, clocks, explorer, solution, reach)
