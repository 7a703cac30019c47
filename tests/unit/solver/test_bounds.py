"""Where a case is too large to solve: bounds that hold, worked out quickly however the case is shaped."""

from __future__ import annotations

from simulator.solver.bounds import bounds
from simulator.solver.solution import solve
from tests.unit.play.cases import game_of

PICK = """
s{n}:
  decide:
    as: teacher
    question: And now?
    options:
      ring:
        text: Ring.
        grade: good
        then: s{far}
      wait:
        text: Wait.
        grade: poor
"""


def chain(scenes: int) -> str:
    """A long case in which every choice may skip a scene."""
    return "".join(PICK.format(n=n, far=min(n + 2, scenes - 1)) for n in range(scenes - 1)) + (
        PICK.replace("        then: s{far}\n", "").format(n=scenes - 1)
    )


def test_a_long_case_of_many_ways_has_bounds_at_once() -> None:
    game = game_of(chain(700))
    assert bounds(game, game.expected, (), ("teacher",)) == (0, 3 * 700)


def test_above_the_budget_there_are_bounds_and_no_losses() -> None:
    game = game_of(chain(12))
    solution = solve(game, game.expected, (), ("teacher",), budget=5)
    assert not solution.exact
    assert (solution.worst, solution.best) == (0, 36)
    assert solution.guessing is None and solution.endings == {} and solution.best_line == ()
    assert solve(game, game.expected, (), ("teacher",)).best <= solution.best


def test_a_case_that_can_turn_back_has_bounds_too() -> None:
    game = game_of(
        """
        first:
          again: 1
          decide:
            as: teacher
            question: And now?
            options: ring good, wait poor (then: first)
        """
    )
    assert bounds(game, game.expected, (), ("teacher",)) == (0, 3)
