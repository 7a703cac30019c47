"""The score page of a case: what can be earned, by whom, by what, and whether that is known exactly."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from scoring.marks import Exact
from scoring.scorecard import rounded
from simulator.author.examined import Examined
from simulator.play.moves import DecisionMove, Move


class ScorePage(NamedTuple):
    """Plain data about one case, for a person or a program."""

    case: str
    title: str
    exact: bool
    states: int
    best: float | None
    best_red_lines: int
    worst: float | None
    worst_red_lines: int
    guessing: float | None
    endings: dict[str, float | None]
    """Ending -> its chance for a guesser; None where it is not known."""
    decisions: dict[str, int]
    """Role -> its decisions in the best play."""
    habits: dict[str, tuple[float | None, float | None]]
    """Play without thought -> marks, and the share of the best once guessing is taken off."""
    alone: dict[str, float | None]
    """Role -> the best marks of that seat played alone."""

    def as_data(self) -> dict[str, Any]:
        """For `--json`."""
        data = self._asdict()
        data["habits"] = {
            name: {"earned": earned, "chance_corrected": share}
            for name, (earned, share) in self.habits.items()
        }
        return data


def score_page(examined: Examined) -> ScorePage:
    """The score page of an examined case."""
    case, solution = examined.case, examined.solution
    made = Counter(role for _, role in decisions_of(solution.best_line))
    return ScorePage(
        case=case.id,
        title=case.title,
        exact=solution.exact,
        states=solution.states,
        best=rounded(solution.best),
        best_red_lines=solution.best_red_lines,
        worst=rounded(solution.worst),
        worst_red_lines=solution.worst_red_lines,
        guessing=rounded(solution.guessing),
        endings={ending: rounded(solution.endings.get(ending)) for ending in case.endings},
        decisions={role: made[role] for role in examined.seats},
        habits={
            habit.name: (rounded(habit.earned), rounded(_share(examined, habit.earned)))
            for habit in examined.habits
        },
        alone={role: rounded(solved.best) for role, solved in examined.alone.items()},
    )


def _share(examined: Examined, earned: Exact) -> Exact | None:
    return examined.solution.chance_corrected(earned)


def decisions_of(line: tuple[Move, ...]) -> tuple[tuple[str, str], ...]:
    """(scene, role) of each decision of a play once: bringing to a meeting and the view there are one."""
    return tuple(dict.fromkeys((move.scene, move.role) for move in line if isinstance(move, DecisionMove)))
