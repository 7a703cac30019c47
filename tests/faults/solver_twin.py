"""The exact solver against plain enumeration, by the thousand: small cases from a seed, every figure
compared.

    python -m tests.faults.solver_twin [how many] [first seed] [scenes] [facts × recipients of a form]

Compared for each case, under the edition it is played by and as if marked by another: best and worst with
their red lines, highest, lowest, guessing, the odds of each ending, the best and worst lines played out, the
plays without thought, the bounds, and the losses of random plays with advice, seats handed over and
trainers' words, for the table and for each seat alone. The control, a solver that marks by the wrong
edition, must be reported.
"""

from __future__ import annotations

import sys
from collections import Counter

from scoring.timescales import Clocked
from simulator.play.cited import clocks_of
from simulator.play.expected import expectations
from simulator.play.game import prepare
from simulator.solver.explore import Explorer
from tests.unit.play.cases import book, game_of
from tests.unit.solver.comparing import differences, space_differences
from tests.unit.solver.small_cases import SmallCase, small_case
from tests.unit.solver.small_making import Dice
from tests.unit.solver.twin import TooMany, Twin

MOST_STEPS = 60_000
CONTROL = """
first:
  decide:
    as: teacher
    question: And now?
    options:
      ring:
        text: Ring.
        grade: good
        in wt2013: {grade: poor}
      wait:
        text: Wait.
        grade: poor
"""


def control_is_reported() -> bool:
    """Whether a solver that marks by the wrong edition is found out."""
    game = game_of(CONTROL)
    clocks: tuple[Clocked, ...] = ()
    twin = Twin(game, game.expected, clocks, ("teacher",))
    wrong = Explorer(game, expectations(game.case, book("wt2013")), clocks, ("teacher",))
    return bool(space_differences(wrong, twin, twin.outlook(twin.first())))


def shown(small: SmallCase, found: list[str]) -> str:
    """A case that is solved wrongly, with all that is needed to look at it."""
    game = prepare(small.case, small.rulebook, small.cut)
    clocks = [(one.topic, one.begins, one.ends) for one in clocks_of(small.case, small.rulebook, small.seats)]
    about = f"seats {small.seats}, cut {small.cut!r}, trainer {small.trainer}, clocks {clocks}"
    return "\n".join([*found, about, f"{len(game.scenes)} scenes", small.text])


def main(many: int = 2_000, first: int = 0, scenes: int = 4, cells: int = 4) -> int:
    """Print what differs as it is found, and the count last; 1 where anything differs."""
    if not control_is_reported():
        print("The control was not reported: nothing is proved.")
        return 1
    tally: Counter[str] = Counter()
    for seed in range(first, first + many):
        small = small_case(Dice(seed), scenes, cells)
        try:
            found = differences(small, MOST_STEPS)
        except TooMany:
            tally["too many moves to enumerate"] += 1
            continue
        tally["differ" if found else "agree"] += 1
        if found:
            print(f"seed {seed}\n{shown(small, found)}\n")
    compared = tally["agree"] + tally["differ"]
    print(f"{tally['too many moves to enumerate']} cases had too many moves to enumerate")
    print(f"solver and enumeration: {compared} cases, {tally['differ']} differences")
    return 1 if tally["differ"] or not compared else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
