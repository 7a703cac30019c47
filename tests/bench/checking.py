"""How long an author waits: `check` of the whole library on the processors there are, and of a 300-line case
on one.

    python -m tests.bench.checking [RUNS]

Printed are the wall time of the command over the library with nothing remembered, its processor seconds, the
wall time of doing it again, and of one case of 300 lines the processor seconds of checking alone. The
control, a case in which everything is read far from where it was said, has to take longer.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from scoring.guidance import library
from simulator.author.checked import check_source
from simulator.scenario.known import known_ids
from simulator.scenario.library import folders
from simulator.scenario.source import source_of
from tests.bench.score_space import as_case, story

LIBRARY_FLOOR, CASE_FLOOR = 10.0, 1.0
"""Seconds."""


def case_of_lines() -> str:
    """A case of about 300 lines: 20 decisions, some of them under a flag set some scenes before."""
    return as_case(story(20, 12, 2), 12)


def one_case(text: str) -> float:
    """Processor seconds of checking a text."""
    known = known_ids(library())
    begun = time.process_time()
    check_source(source_of(text, "case.yaml"), library(), known)
    return time.process_time() - begun


def main(runs: int = 3) -> int:
    """Print the times, the control, and last the library's."""
    command = [sys.executable, "-m", "simulator", "check", str(folders()[0]), "--json", "--anew"]
    walls: list[float] = []
    used: list[float] = []
    for _ in range(runs):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append(time.perf_counter() - begun)
        used.append(after.ru_utime - before.ru_utime)
    text = case_of_lines()
    alone = statistics.median(one_case(text) for _ in range(runs))
    print(f"a case of {len(text.splitlines())} lines: {alone:.2f} s of processor (floor {CASE_FLOOR:.0f} s)")
    longer = as_case(story(40, 30, 2), 30)
    large = one_case(longer)
    print(f"control, {len(longer.splitlines())} lines and 30 flags: {large:.2f} s")
    if large < 2 * alone:
        print("the control does not take longer: this measures nothing")
        return 1
    subprocess.run(command[:-1], stdout=subprocess.DEVNULL, check=False)
    begun = time.perf_counter()
    subprocess.run(command[:-1], stdout=subprocess.DEVNULL, check=False)
    print(f"the same once more, nothing having changed: {time.perf_counter() - begun:.1f} s")
    cases = len(list(Path(folders()[0]).glob("*.yaml")))
    wall = statistics.median(walls)
    print(f"library, {cases} cases: {statistics.median(used):.1f} s of processor")
    print(f"check over the library {wall:.1f} s (floor {LIBRARY_FLOOR:.0f} s)")
    return int(wall > LIBRARY_FLOOR or alone > CASE_FLOOR)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
