"""How often guessing at every field is “secure”, in every case of the library and for each seat alone.

    python -m tests.bench.guessing [hundredths of the best]

Counted by the exact solver over a table that fills in every form at random; a loss is rounded down to a
quarter of a mark, so that the chance is never understated. A case in which a table guesses its way to secure
once in 200 plays or oftener fails, and a seat alone that does so once in 15: a seat with fewer marks than a
band needs has none, and stands in brackets. So does the control, if it does not fail: two options, one good.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scoring.competencies import BANDED_FROM
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
ALONE_IN = 15
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


def chances(case: Case, hundredths: int) -> dict[str, tuple[float, bool]]:
    """The table, and each seat alone: how likely, and whether its marks are enough for a band."""
    game = examine(case, library(), budget=1).game
    found = {}
    for seats in (case.playable, *((seat,) for seat in case.playable)):
        clocks = clocks_of(case, game.rulebook, seats)
        explorer = Explorer(game, game.expected, clocks, seats)
        solution = solve_with(explorer)
        if solution.exact:
            name = "the table" if seats == case.playable else seats[0]
            found[name] = chance_of(explorer, hundredths), solution.best >= BANDED_FROM
    return found


def main(hundredths: int = load_board().bands.secure) -> int:
    """Print each case, and the figure last."""
    worst = worst_alone = 0.0
    for file in sorted(FOLDER.glob("*.yaml")):
        case = case_from(file.read_text("utf-8"), file.stem)
        found = chances(case, hundredths)
        table, _ = found.pop("the table")
        alone = ", ".join(_seat(seat, *one) for seat, one in found.items())
        print(f"{case.id}: the table {table:.2g}; alone: {alone}", flush=True)
        worst = max(worst, table)
        worst_alone = max([worst_alone, *(chance for chance, banded in found.values() if banded)])
    control, _ = chances(case_from(CONTROL.strip() + "\n", "control"), hundredths)["the table"]
    print(f"control: {control:g}")
    print(
        f"secure from {hundredths} in 100: a guessing table at most {worst:.2g}, less than once in {ONCE_IN};"
        f" a seat alone that has a band at most {worst_alone:.2g}, less than once in {ALONE_IN}"
    )
    return 0 if worst < 1 / ONCE_IN < control and worst_alone < 1 / ALONE_IN else 1


def _seat(seat: str, chance: float, banded: bool) -> str:
    """In brackets where its decisions are too few for a band."""
    return f"{seat} {chance:.4f}" if banded else f"({seat} {chance:.4f})"


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
