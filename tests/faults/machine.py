"""R16 by hand: the state machine of tests/unit/records/test_state_machine.py, for as many steps as you ask.

    python -m tests.faults.machine [STEPS] [SEED]

Its control (a record that forgets) is a test beside it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from hypothesis import seed

from simulator.records import Place
from tests.steps.record_databases import MEMORY
from tests.unit.records import test_state_machine as machine

STEPS_EACH = 50


def main(steps: int, chosen: int) -> int:
    """Print the figure and give the exit code."""
    taken, began = [0], time.monotonic()

    class Counted(machine.RecordMachine):
        """Counts the steps it takes."""

        def check_invariants(self, *arguments: object) -> None:
            taken[0] += 1
            super().check_invariants(*arguments)

    with tempfile.TemporaryDirectory(prefix="machine-", dir=MEMORY) as room:
        numbers = count()

        def make() -> Place:
            folder = Path(room) / str(next(numbers))
            return Place(f"sqlite:///{folder}/record.db", folder / "backups", folder / "key")

        machine.RecordMachine = Counted  # type: ignore[misc]
        while taken[0] < steps:
            examples = -(-(steps - taken[0]) // STEPS_EACH)
            run = seed(chosen + taken[0])(machine.run_machine)
            run(make, examples, STEPS_EACH, database=None, deadline=None)
    print(f"machine: {taken[0]} steps in {time.monotonic() - began:.0f} s, no difference from the model")
    return 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [1_000, 1][len(given) :])))
