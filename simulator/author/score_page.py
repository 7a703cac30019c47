"""The score page of a case: what can be earned, by whom, by what, and whether that is known exactly."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from scoring.marks import Exact
from scoring.scorecard import rounded
from simulator.author.examined import Examined
from simulator.play.moves import DecisionMove, Move
from simulator.words import author as words
from simulator.words import say, say_count


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


def page_rows(page: ScorePage) -> tuple[str, ...]:
    """The page as lines of text, columns under one another."""
    known = words.PAGE_EXACT if page.exact else words.PAGE_BOUNDS
    rows = [
        say(words.PAGE, title=page.title),
        "",
        say(known, states=page.states),
        _row(say(words.PAGE_BEST), _marks(page.best), _reds(page.best_red_lines)),
        _row(say(words.PAGE_WORST), _marks(page.worst), _reds(page.worst_red_lines)),
        _row(say(words.PAGE_GUESSING), _marks(page.guessing)),
    ]
    for ending, chance in page.endings.items():
        rows.append(_row(say(words.PAGE_ENDING, ending=ending), _percent(chance)))
    for role, number in page.decisions.items():
        alone = page.alone.get(role)
        beside = "" if alone is None else say(words.PAGE_ALONE, best=_marks(alone))
        rows.append(_row(say(words.PAGE_ROLE, role=role), str(number), beside))
    for name, (earned, share) in page.habits.items():
        rows.append(
            _row(say(words.PAGE_HABIT, habit=say(words.HABITS[name])), _marks(earned), _percent(share))
        )
    return tuple(rows)


def _row(title: str, value: str, beside: str = "") -> str:
    return f"{title:<40}{value:>8}  {beside}".rstrip()


def _marks(marks: float | None) -> str:
    return "–" if marks is None else f"{marks:g}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _reds(number: int) -> str:
    return say_count(number, words.ONE_RED_LINE, words.RED_LINES)
