"""P7: from the start of the program to its first screen, against importing Textual alone.

    python -m tests.bench.first_screen [RUNS]

Both are started in turn on a pseudo-terminal; the app's time ends when the question of its first screen is
written, Textual's when `import textual.app` is done. Printed are medians, and last the ratio. The control
loads the database and the names' library before the first screen, as the app must not: it has to be slower.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from os import environ

from tests.screens.terminal import Terminal

FLOOR, AIM = 2.0, 1.4
QUESTION = "What would you like to do?"
APP = (
    "import sys; from simulator.settings import load; from simulator.terminal import Options, run_app;"
    "sys.exit(run_app(Options(load())))"
)
EAGER = "import sqlmodel, faker, yaml, simulator.terminal.desk.stored\n" + APP
TEXTUAL = f"import textual.app; print({QUESTION!r})"


def seconds(script: str, environment: Mapping[str, str]) -> float:
    """From starting a script to its question on the terminal."""
    begun = time.perf_counter()
    terminal = Terminal(["-c", script], environment, (80, 24))
    try:
        terminal.wait_for(QUESTION)
        return time.perf_counter() - begun
    finally:
        terminal.close()


def main(runs: int = 15) -> int:
    """Print the medians, the control's ratio, and last the ratio."""
    with tempfile.TemporaryDirectory() as home:
        where = {**environ, "SIMULATOR_HOME": home}
        taken: dict[str, list[float]] = {APP: [], TEXTUAL: [], EAGER: []}
        for script in taken:
            seconds(script, where)  # compiled and cached
        for _ in range(runs):
            for script, found in taken.items():
                found.append(seconds(script, where))
    app, textual, eager = (statistics.median(taken[script]) for script in (APP, TEXTUAL, EAGER))
    print(f"first screen {app * 1000:.0f} ms, import textual.app {textual * 1000:.0f} ms, {runs} runs each")
    print(f"control, everything loaded first: {eager / textual:.2f}x")
    if eager < app * 1.2:
        print("the control is not slower: this measures nothing")
        return 1
    print(f"P7 {app / textual:.2f}x (floor {FLOOR}x, aim {AIM}x)")
    return int(app / textual > FLOOR)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
