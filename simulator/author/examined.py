"""A case looked at from every side once, for all checks: solved exactly, with all it can reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scoring.calendar import from_minutes
from scoring.guidance import Guidance
from scoring.guidance.board import Board
from scoring.guidance.board_reading import load_board
from scoring.timescales import Clocked
from simulator.author.habits import Habitual, habitual_plays
from simulator.author.reach import Reach, all_heard
from simulator.author.situations import Situations, situations_of
from simulator.play.cited import clocks_of, rulebook_for
from simulator.play.game import Game, prepare
from simulator.scenario.model import Case
from simulator.solver.explore import DEFAULT_BUDGET, Explorer, OverBudget
from simulator.solver.solution import Solution, solve_with

ALONE_BUDGET = 20_000
"""Nodes for one seat alone, whose colleagues act by habit; a table of five has a few hundred."""


@dataclass(frozen=True)
class Solved:
    """A case solved for some seats, with all that these seats can reach."""

    seats: tuple[str, ...]
    explorer: Explorer
    solution: Solution
    reach: Reach


@dataclass(frozen=True)
class Examined:
    """Everything a check may ask of a case."""

    case: Case
    guidance: Guidance
    board: Board
    game: Game
    clocks: Sequence[Clocked]
    explorer: Explorer
    solution: Solution
    reach: Reach
    """Complete only where the solution is exact."""

    @property
    def exact(self) -> bool:
        return self.solution.exact

    @property
    def seats(self) -> tuple[str, ...]:
        return self.explorer.seats

    @cached_property
    def alone(self) -> Mapping[str, Solved]:
        """Each playable seat played by itself, the others by their habits."""
        if len(self.seats) < 2:
            return {}
        return {seat: _solved(self.case, self.game, (seat,), ALONE_BUDGET) for seat in self.seats}

    @cached_property
    def everywhere(self) -> Reach:
        """What is reached by all seats together or by any one of them alone."""
        total = Reach(self.game)
        for each in (self.reach, *(solved.reach for solved in self.alone.values())):
            total.include(each)
        return total

    @cached_property
    def listened(self) -> Reach:
        """The same with every line and message that can be heard at all.

        The solver forgets what only decides which lines are heard. Where some were not heard on the way, it
        goes through everything once more and remembers that, too; which can take three times as long.
        """
        if not self.complete or all_heard(self.everywhere):
            return self.everywhere
        total = Reach(self.game)
        total.include(self.everywhere)
        for seats in (self.seats, *((seat,) for seat in self.alone)):
            clocks = clocks_of(self.case, self.game.rulebook, seats)
            budget = self.explorer.budget
            close = Explorer(self.game, self.game.expected, clocks, seats, budget=budget, watch=total.hear)
            try:
                close.value(close.first())
            except OverBudget:
                total.certain = False
                return total
            if all_heard(total):
                break
        return total

    @cached_property
    def situations(self) -> Situations:
        """Every decision of every play. Only where the solution is exact."""
        return situations_of(self.explorer)

    @cached_property
    def habits(self) -> tuple[Habitual, ...]:
        """Plays without thought; none where the solution is not exact."""
        guessing = self.solution.guessing
        return () if guessing is None else tuple(habitual_plays(self.explorer, guessing))

    @cached_property
    def complete(self) -> bool:
        """Whether everything that can happen was heard."""
        return self.exact and all(solved.solution.exact for solved in self.alone.values())


def examine(
    case: Case, guidance: Guidance, board: Board | None = None, budget: int = DEFAULT_BUDGET
) -> Examined:
    """Prepare and solve a case for all its playable seats, listening to everything that can happen."""
    area = board or load_board()
    on = from_minutes(case.set_on).date()
    game = prepare(case, rulebook_for(case, guidance, on, area.local_on(on)))
    solved = _solved(case, game, case.playable, budget)
    return Examined(
        case,
        guidance,
        area,
        game,
        solved.explorer.clocks,
        solved.explorer,
        solved.solution,
        solved.reach,
    )


def _solved(case: Case, game: Game, seats: tuple[str, ...], budget: int) -> Solved:
    reach = Reach(game)
    clocks = clocks_of(case, game.rulebook, seats)
    explorer = Explorer(game, game.expected, clocks, seats, budget=budget)
    explorer.watch = reach.hear  # once it is made: made with a listener it would tell more situations apart
    return Solved(seats, explorer, solve_with(explorer), reach)
