"""What `solve` prints: the score space of a case for some seats."""

from __future__ import annotations

from typing import Any

from scoring.marks import Exact
from scoring.scorecard import rounded
from simulator.cli import show
from simulator.cli.ready import Ready
from simulator.play.move_words import in_move_words
from simulator.play.moves import as_data
from simulator.solver.solution import Solution
from simulator.words import cli as words
from simulator.words import say, say_count


def solution_data(ready: Ready, solution: Solution) -> dict[str, Any]:
    """The document of `solve --json`."""
    return {
        "case": ready.case.id,
        "version": ready.case.version,
        "played_on": ready.rulebook.on.isoformat(),
        "seats": list(ready.seats),
        **solution.as_data(),
        "best_line": [as_data(move) for move in solution.best_line],
        "worst_line": [as_data(move) for move in solution.worst_line],
    }


def show_solution(ready: Ready, solution: Solution) -> None:
    """Print the score space for a person."""
    show.heading(say(words.SOLVED, title=ready.case.title, roles=", ".join(ready.seats)))
    show.out(say(words.EXACT if solution.exact else words.NOT_EXACT, states=solution.states))
    rows = (
        (words.SPACE_BEST, solution.best, solution.best_red_lines),
        (words.SPACE_WORST, solution.worst, solution.worst_red_lines),
        (words.SPACE_GUESSING, solution.guessing, None),
        (words.SPACE_HIGHEST, solution.highest, None),
    )
    for title, marks, reds in rows:
        beside = "" if reds is None else f"  ({_reds(reds)})"
        show.out(f"{say(title):<28}{_marks(marks):>9}{beside}")
    if solution.endings:
        show.out(f"\n{say(words.ENDINGS_BY_GUESSING)}")
        for ending, chance in solution.endings.items():
            show.out(f"  {ending:<24}{float(chance):7.2%}")
    _show_naive(solution)
    if solution.best_line:
        show.out(f"\n{say(words.BEST_LINE)}")
        for move in solution.best_line:
            show.wrapped(in_move_words(move, ready.case), "      ", "  - ")


def _show_naive(solution: Solution) -> None:
    show.out(f"\n{say(words.NAIVE_PLAYS)}")
    for name, one in solution.naive.items():
        share = f"{float(one.earned / solution.best):.0%}" if solution.exact and solution.best else "–"
        line = say(
            words.NAIVE_LINE,
            name=name,
            earned=_marks(one.earned),
            share=share,
            reds=_reds(one.red_lines),
            ending=one.ending,
        )
        show.out(f"  {line}")


def _marks(marks: Exact | None) -> str:
    return "–" if marks is None else f"{rounded(marks)}"


def _reds(number: int) -> str:
    return say_count(number, words.ONE_RED_LINE, words.RED_LINES)
