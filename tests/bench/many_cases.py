"""P6: `simulator scenarios` over 1,000 files, warm, against an empty Python.

    python -m tests.bench.many_cases [FILES] [RUNS]

Both are started in turn; compared are processor seconds of the whole process, medians. The libraries that the
list must not load are looked for. The control spoils what is remembered of the files, so that all of them are
read again: it has to be slower.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from simulator.author.starting import template

FLOOR, AIM = 18.0, 3.0
KEPT_OUT = ("textual", "sqlmodel", "faker")
LIST = [sys.executable, "-m", "simulator", "scenarios"]
EMPTY = [sys.executable, "-c", "pass"]
LOADED = f"""
import runpy, sys
sys.argv = ["simulator", "scenarios"]
try:
    runpy.run_module("simulator", run_name="__main__")
except SystemExit:
    pass
print("LOADED", [name for name in {KEPT_OUT!r} if name in sys.modules])
"""


def seconds(command: list[str], environment: Mapping[str, str]) -> float:
    """Processor seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=dict(environment), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write_cases(folder: Path, number: int) -> None:
    """Full cases that differ in a word."""
    text = template(full=True)
    for count in range(number):
        (folder / f"case-{count:04}.yaml").write_text(f"# {count}\n{text}", encoding="utf-8")


def main(files: int = 1000, runs: int = 9) -> int:
    """Print both times, what was loaded, the control, and last the ratio."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        write_cases(Path(folder), files)
        where = {**os.environ, "SIMULATOR_HOME": home, "SIMULATOR_SCENARIOS": folder}
        seconds(LIST, where)  # read and remembered
        taken: dict[str, list[float]] = {"list": [], "empty": []}
        for _ in range(runs):
            taken["list"].append(seconds(LIST, where))
            taken["empty"].append(seconds(EMPTY, where))
        said = subprocess.run(
            [sys.executable, "-c", LOADED], env=where, capture_output=True, text=True, check=True
        ).stdout
        remembered = [path for path in Path(home).rglob("*.json") if path.stat().st_size > files]
        for path in remembered:
            path.unlink()
        cold = seconds(LIST, where)
    listed, empty = statistics.median(taken["list"]), statistics.median(taken["empty"])
    print(
        f"{files} files, {runs} runs: warm {listed * 1000:.0f} ms of processor, Python {empty * 1000:.0f} ms"
    )
    print(f"control, nothing remembered: {cold / empty:.0f}x")
    shown = said.rpartition("LOADED ")[2].strip()
    print(f"loaded of {', '.join(KEPT_OUT)}: {shown}")
    if cold < listed * 2 or not remembered:
        print("the control is not slower: this measures nothing")
        return 1
    print(f"P6 {listed / empty:.1f}x (floor {FLOOR:.0f}x, aim {AIM:.0f}x)")
    return int(listed / empty > FLOOR or shown != "[]")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
