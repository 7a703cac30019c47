"""P12: a million rows of R4 as CSV, formulas guarded and text cleaned, against `csv.writerows` off the same
cursor; and whether memory stays the same for ten times as many.

    python -m tests.bench.csv_rows [FOLDER] [PEOPLE] [COMPLETIONS]

FOLDER holds a county of `tests.bench.county`; it is made there if it is not. Processor time of the whole way
from the database to the file, and of the writing alone on rows that are in memory already. The control keeps
all rows in a list first: its memory must grow.
"""

from __future__ import annotations

import csv
import io
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from simulator.records import open_store
from simulator.reports.csv_file import write_csv
from simulator.reports.listed import make
from simulator.reports.report import Asked, Report
from tests.bench import county

FLOOR = 0.6
FEW, IN_MEMORY = 100_000, 100_000
GROWN = 1.25
"""Times the memory for few rows that memory for all of them may be."""
ASKED = Asked(today=county.AS_OF)


def export(url: str, rows: int, *, kept: bool = False) -> float:
    """Seconds the product takes for so many rows."""
    began = time.process_time()
    with open_store(url) as store, tempfile.TemporaryFile() as file:

        def work(connection: object) -> int:
            report = make(connection, "R4", ASKED)  # type: ignore[arg-type]
            wanted = islice(iter(report.rows), rows)
            return write_csv(report._replace(rows=list(wanted) if kept else wanted), file)

        assert store.database.read(work) == rows
    return time.process_time() - began


def bare(url: str, rows: int) -> float:
    """Seconds of `csv.writerows` off the cursor."""
    began = time.process_time()
    with open_store(url) as store, tempfile.TemporaryFile("w+", newline="") as file:

        def work(connection: object) -> None:
            report = make(connection, "R4", ASKED)  # type: ignore[arg-type]
            csv.writer(file).writerows(islice(iter(report.rows), rows))

        store.database.read(work)
    return time.process_time() - began


def writing_alone(url: str) -> float:
    """How fast rows in memory are written, of `csv.writerows`."""
    with open_store(url) as store:
        report = store.database.read(
            lambda c: Report(
                "", "", (made := make(c, "R4", ASKED)).columns, tuple(islice(made.rows, IN_MEMORY))
            )
        )
    best = []
    for _ in range(3):
        began = time.process_time()
        write_csv(report, io.BytesIO())
        ours = time.process_time() - began
        began = time.process_time()
        csv.writer(io.StringIO(newline="")).writerows(report.rows)
        best.append((time.process_time() - began) / ours)
    return sorted(best)[1]


def memory(url: str, rows: int, kept: str = "") -> int:
    """The most memory a process of its own took, in MB."""
    words = [sys.executable, "-m", "tests.bench.csv_rows", "--memory", url, str(rows), kept]
    return int(subprocess.run(words, capture_output=True, check=True, text=True).stdout)


def main(folder: Path, people: int = county.PEOPLE, completions: int = county.COMPLETIONS) -> int:
    """Measure."""
    folder.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{folder / 'record.db'}"
    if not (folder / "record.db").exists():
        county.make_county(url, people, completions)
    few = min(FEW, completions // 10)
    # Memory first: a process begins with the most its parent ever had.
    small, large, control = memory(url, few), memory(url, completions), memory(url, completions, "kept")
    ours, theirs = export(url, completions), bare(url, completions)
    alone = writing_alone(url)
    print(f"writing alone, rows in memory: {alone:.2f} of csv.writerows")
    print(
        f"memory for {few:,} rows {small} MB, for {completions:,} {large} MB; control, all kept: {control} MB"
    )
    print(f"P12: {theirs / ours:.2f} of csv.writerows off the cursor (floor {FLOOR}), {ours:.0f} s")
    grown = large > small * GROWN
    return int(theirs / ours < FLOOR or grown or control <= large * GROWN)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        export(sys.argv[2], int(sys.argv[3]), kept=bool(sys.argv[4]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        sys.exit(0)
    place = Path(sys.argv[1]) if sys.argv[1:] else Path(tempfile.mkdtemp(prefix="county-"))
    sys.exit(main(place, *map(int, sys.argv[2:])))
