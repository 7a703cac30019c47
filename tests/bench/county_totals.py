"""Reports R1, R2 and R3 over a county, cell by cell against totals that were counted while it was drawn.

    python -m tests.bench.county_totals FOLDER [QUARTERS]

FOLDER holds a county that `python -m tests.bench.county FOLDER` made. R1 and R2 are compared for the last
quarters (four where nobody says otherwise), R3 as on the county's last day. The control, one total raised by
one, must differ in one cell.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from simulator.records import Store, open_store
from simulator.records.completing import months_later
from simulator.reports.listed import make
from simulator.reports.report import Asked
from tests.bench.county import AS_OF

COUNTED = ("booked", "cancelled", "no_show", "unscheduled")
Totals = dict[str, Any]
Cells = dict[tuple[str, ...], object]


def rows(store: Store, name: str, asked: Asked) -> list[dict[str, Any]]:
    """A report's rows, by the names of its columns."""
    made = store.database.read(lambda connection: make(connection, name, asked).read())
    names = [column.id for column in made.columns]
    return [dict(zip(names, row, strict=True)) for row in made.rows]


def period(quarter: str) -> Asked:
    """A quarter such as 2026Q3."""
    year, number = quarter.split("Q")
    first = date(int(year), 3 * int(number) - 2, 1)
    return Asked(first, months_later(first, 3) - timedelta(days=1), today=AS_OF)


def drawn(counted: dict[str, int]) -> dict[str, int]:
    """What a report calls the things that were counted."""
    came = counted.get("attended", 0) + counted.get("unscheduled", 0)
    return {
        "booked": counted.get("booked", 0),
        "attended": came,
        "cancelled": counted.get("cancelled", 0),
        "no_show": counted.get("no-show", 0),
        "unscheduled": counted.get("unscheduled", 0),
    }


def told(totals: Totals, quarter: str) -> Cells:
    """Every cell of R1 and R2 that a quarter's totals give."""
    cells: Cells = {}
    for key, counted in totals["by_course"].items():
        course, at = key.split("/")
        if at == quarter:
            found = {name: counted.get(name, 0) for name in ("sessions", "capacity", "completed")}
            cells |= {("R1", course, name): n for name, n in {**drawn(counted), **found}.items()}
    for key, counted in totals["by_agency"].items():
        agency, course, at = key.split("/")
        if at == quarter:
            cells |= {("R2", agency, course, name): n for name, n in drawn(counted).items()}
    return cells


def reported(store: Store, quarter: str, wanted: Cells) -> Cells:
    """The same cells as the reports have them."""
    asked, cells = period(quarter), {}
    for row in rows(store, "R1", asked):
        cells |= {("R1", row["course_code"], name): value for name, value in row.items()}
    for row in rows(store, "R2", asked):
        cells |= {("R2", row["agency"], row["course_code"], name): value for name, value in row.items()}
    return {key: cells.get(key) for key in wanted}


def standing(store: Store, totals: Totals) -> Iterator[tuple[Cells, Cells]]:
    """R3 as on the county's last day, and what it must be."""
    wanted: Cells = {}
    for key, counted in totals["standing"].items():
        agency, level = key.split("/")
        names = {"in_date": "in_date", "due_90": "due_in_90", "overdue": "overdue"}
        wanted |= {("R3", agency, level, name): counted.get(known, 0) for name, known in names.items()}
    cells: Cells = {}
    for row in rows(store, "R3", Asked(last=AS_OF, today=AS_OF)):
        cells |= {("R3", row["agency"], row["level"], name): value for name, value in row.items()}
    yield {key: cells.get(key) for key in wanted}, wanted


def compared(store: Store, totals: Totals, quarters: list[str]) -> tuple[int, list[str]]:
    """How many cells were compared, and which differ."""
    pairs = list(standing(store, totals))
    for quarter in quarters:
        wanted = told(totals, quarter)
        pairs.append((reported(store, quarter, wanted), wanted))
    wrong = [
        f"{'/'.join(key)}: reported {found[key]}, drawn {value}"
        for found, wanted in pairs
        for key, value in wanted.items()
        if found[key] != value
    ]
    return sum(len(wanted) for _, wanted in pairs), wrong


def main(folder: Path, quarters: int = 4) -> int:
    """Print what differs and the figure."""
    totals: Totals = json.loads((folder / "totals.json").read_text("utf-8"))
    known = sorted({key.split("/")[1] for key in totals["by_course"]})
    last = known[-quarters:]
    began = time.process_time()
    with open_store(f"sqlite:///{folder / 'record.db'}") as store:
        cells, wrong = compared(store, totals, last)
        took = time.process_time() - began
        spoiled = next(key for key in totals["by_course"] if key.endswith(last[-1]))
        totals["by_course"][spoiled]["booked"] += 1
        control = compared(store, totals, last[-1:])[1]
    print("\n".join(wrong[:40]))
    print(f"control, one total raised by one: {len(control) - len(wrong)} cell differs")
    print(f"{cells:,} cells of R1, R2 and R3 compared in {took:.0f} s of CPU, {len(wrong)} differ")
    return int(bool(wrong) or len(control) != 1)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0]), *map(int, given[1:2])) if given else 2)
