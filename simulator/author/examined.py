"""A case looked at from every side once, for all checks: solved exactly, with all it can reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scoring.calendar import from_minutes
from scoring.guidance import Guidance
from scoring.guidance.board import Board
from scoring.guidance.board_reading import load_board
from scoring.marks import Exact
from scoring.timescales import Clocked
from simulator.author.habits import Habitual, habitual_plays
from simulator.author.reach import Reach, all_heard, not_heard
from simulator.author.situations import Situations, situations_of
from simulator.play.cited import clocks_of, rulebook_for
from simulator.play.events import Event
from simulator.play.game import Game, prepare
from simulator.scenario.model import Case
from simulator.solver.explore import DEFAULT_BUDGET, Explorer, OverBudget
from simulator.solver.reads import Listening
from simulator.solver.solution import Solution, solve_with

ALONE_BUDGET = 20_000
"""Nodes for one seat alone, whose colleagues act by habit; a table of five has a few hundred."""


@dataclass(frozen=True)
class Alone:
    """A case solved for one seat, its colleagues acting by habit."""

    explorer: Explorer
    reach: Reach
    best: Exact | None
    """None where there are too many situations."""


class _AllHeard(Exception):
    """There is nothing left to listen for."""


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
    def alone(self) -> Mapping[str, Alone]:
        """Each playable seat played by itself, the others by their habits."""
        if len(self.seats) < 2:
            return {}
        return {seat: self._alone(seat) for seat in self.seats}

    def _alone(self, seat: str) -> Alone:
        explorer, reach = _listening(self.case, self.game, (seat,), ALONE_BUDGET)
        explorer.counted = self.explorer.counted
        try:
            value = explorer.value(explorer.first())
        except OverBudget:
            return Alone(explorer, reach, None)
        return Alone(explorer, reach, value.marks_of_best(explorer.scale))

    def cut_to(self, cut: str) -> Examined:
        """The same case in one of its cuts, solved for all its playable seats."""
        game = prepare(self.case, self.game.rulebook, cut)
        explorer, reach = _listening(self.case, game, self.seats, self.explorer.budget)
        explorer.counted = self.explorer.counted
        solution = solve_with(explorer)
        return replace(
            self, game=game, clocks=explorer.clocks, explorer=explorer, solution=solution, reach=reach
        )

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
        goes through everything once more and remembers what decides those.
        """
        if not self.complete or all_heard(self.everywhere):
            return self.everywhere
        total = Reach(self.game)
        total.include(self.everywhere)
        for seats in (self.seats, *((seat,) for seat in self.alone)):
            try:
                self._listen(total, seats)
            except OverBudget:
                total.certain = False
            except _AllHeard:
                break
        return total

    def _listen(self, total: Reach, seats: tuple[str, ...]) -> None:
        """Go through all plays of these seats once more, telling apart what decides what was not heard yet.

        Raises OverBudget, or _AllHeard as soon as there is nothing left to listen for."""
        lines, injects = not_heard(total)
        missing = Listening(frozenset((self.game.scene_at[scene], index) for scene, index in lines), injects)

        def watch(events: Sequence[Event]) -> None:
            total.hear(events)
            if lines <= total.lines and injects <= total.injects:
                raise _AllHeard

        clocks = clocks_of(self.case, self.game.rulebook, seats)
        expected, budget = self.game.expected, self.explorer.budget
        close = Explorer(self.game, expected, clocks, seats, budget=budget, watch=watch, listening=missing)
        close.value(close.first())

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
        return self.exact and all(solved.best is not None for solved in self.alone.values())


def examine(
    case: Case, guidance: Guidance, board: Board | None = None, budget: int = DEFAULT_BUDGET
) -> Examined:
    """Prepare and solve a case for all its playable seats, listening to everything that can happen."""
    area = board or load_board()
    on = from_minutes(case.set_on).date()
    game = prepare(case, rulebook_for(case, guidance, on, area.local_on(on)))
    explorer, reach = _listening(case, game, case.playable, budget)
    solution = solve_with(explorer)
    return Examined(case, guidance, area, game, explorer.clocks, explorer, solution, reach)


def _listening(case: Case, game: Game, seats: tuple[str, ...], budget: int) -> tuple[Explorer, Reach]:
    """An explorer for some seats, and what it will have heard once it has solved the case."""
    reach = Reach(game)
    clocks = clocks_of(case, game.rulebook, seats)
    return Explorer(game, game.expected, clocks, seats, budget=budget, watch=reach.hear), reach
