"""How often guessing at every field is “secure”, in every case of the library and for each seat alone.

    python -m tests.bench.guessing [hundredths of the best]

Counted by the exact solver over a table that fills in every form at random; a loss is rounded down to a
quarter of a mark, so that the chance is never understated. A case in which a table guesses its way to secure
once in 200 plays or oftener fails. So does the control, if it does not: two options, one of them good.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scoring.guidance import library
from scoring.guidance.board_reading import load_board
from simulator.author.examined import examine
from simulator.play.cited import clocks_of
from simulator.scenario.model import Case
from simulator.scenario.read import case_from
from simulator.solver.explore import Explorer
from simulator.solver.guessing import chance_of
from simulator.solver.solution import solve_with

FOLDER = Path(__file__).parents[2] / "scenarios"
ONCE_IN = 200
CONTROL = """
title: Two ways
scenes:
  only:
    decide:
      question: Which?
      options:
        right:
          grade: good
          text: This one.
        wrong:
          grade: poor
          text: That one.
endings:
  done:
    text: The end.
"""


def chances(case: Case, hundredths: int) -> dict[str, float]:
    """The table, and each seat alone."""
    game = examine(case, library(), budget=1).game
    found = {}
    for seats in (case.playable, *((seat,) for seat in case.playable)):
        clocks = clocks_of(case, game.rulebook, seats)
        explorer = Explorer(game, game.expected, clocks, seats)
        if solve_with(explorer).exact:
            found["the table" if seats == case.playable else seats[0]] = chance_of(explorer, hundredths)
    return found


def main(hundredths: int = load_board().bands.secure) -> int:
    """Print each case, and the figure last."""
    worst = 0.0
    for file in sorted(FOLDER.glob("*.yaml")):
        case = case_from(file.read_text("utf-8"), file.stem)
        found = chances(case, hundredths)
        alone = ", ".join(f"{seat} {chance:.4f}" for seat, chance in list(found.items())[1:])
        print(f"{case.id}: the table {found['the table']:.2g}; alone: {alone}", flush=True)
        worst = max(worst, found["the table"])
    control = chances(case_from(CONTROL.strip() + "\n", "control"), hundredths)["the table"]
    print(f"control: {control:g}")
    print(
        f"secure from {hundredths} in 100: a guessing table at most {worst:.2g}, less than once in {ONCE_IN}"
    )
    return 0 if worst < 1 / ONCE_IN < control else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
