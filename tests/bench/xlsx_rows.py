"""P13: 100,000 rows as a workbook, against xlsxwriter in constant memory alone, told the type of every cell.

    python -m tests.bench.xlsx_rows [ROWS]

Rows are those of R4, made up. Processor time, in turn, median of three. Cells of both are read back and must
be the same; the control, one cell changed, must be noticed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook

from simulator.reports.report import Report, Row
from simulator.reports.transcript import COLUMNS
from simulator.reports.xlsx_file import write_xlsx

ROWS = 100_000
FLOOR = 0.8
READ_BACK = 2_000


def rows(number: int) -> list[Row]:
    """So many rows of R4."""
    return [
        (f"p{at:06}", f"Person Żółć {at}", f"p{at}@example.org", "health visiting", "Team", "nurse", "", "",
         "core-day", "Core day", "0a1b2c3d4e5f", "wt2018", f"2026-{at % 12 + 1:02}-{at % 28 + 1:02}",
         "workshop", at % 7 / 2, "core", "yes", "no", "all seats", "completed", "2029-07-06", f"cert{at}",
         "Sam Wren")
        for at in range(number)
    ]  # fmt: skip


def ours(made: list[Row], file: Path) -> None:
    write_xlsx(Report("R4", "R4", COLUMNS, made), "", file)


def alone(made: list[Row], file: Path) -> None:
    with xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, column in enumerate(COLUMNS):
            sheet.write_string(0, at, column.title)
        for number, row in enumerate(made, 1):
            for at, cell in enumerate(row):
                if isinstance(cell, float):
                    sheet.write_number(number, at, cell)
                elif cell:
                    sheet.write_string(number, at, str(cell))


def cells(file: Path) -> list[tuple[object, ...]]:
    """The first rows, days as text."""
    sheet = load_workbook(file, read_only=True).worksheets[0]
    found = islice(sheet.iter_rows(min_row=2, max_col=len(COLUMNS), values_only=True), READ_BACK)
    return [tuple(str(cell)[:10] if hasattr(cell, "year") else cell for cell in row) for row in found]


def main(number: int = ROWS) -> int:
    """Measure."""
    made = rows(number)
    times: dict[str, list[float]] = {"ours": [], "alone": []}
    with tempfile.TemporaryDirectory(prefix="workbooks-") as folder:
        files = {name: Path(folder) / f"{name}.xlsx" for name in times}
        for _ in range(3):
            for name, write in (("ours", ours), ("alone", alone)):
                began = time.process_time()
                write(made, files[name])
                times[name].append(time.process_time() - began)
        read = {name: cells(file) for name, file in files.items()}
    same = read["ours"] == read["alone"]
    changed = [*read["alone"][:-1], (*read["alone"][-1][:-1], "Somebody else")]
    ratio = statistics.median(times["alone"]) / statistics.median(times["ours"])
    print(f"control, one cell changed: {'noticed' if changed != read['ours'] else 'NOT NOTICED'}")
    print(f"P13: {ratio:.2f} of xlsxwriter alone (floor {FLOOR}), {number:,} rows, the same cells: {same}")
    return int(not same or changed == read["ours"] or ratio < FLOOR)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
