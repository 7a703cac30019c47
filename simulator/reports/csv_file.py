"""A report as a CSV file that a spreadsheet opens as it was meant: UTF-8 with its mark, lines ending in CRLF,
and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from typing import Final

from simulator.reports.report import Cell, Report
from simulator.text import clean
from simulator.words import reports as words
from simulator.words import say

BYTE_ORDER_MARK: Final = "\ufeff"
STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_bytes(report: Report) -> bytes:
    """The whole file."""
    file = io.StringIO(newline="")
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow([column.id for column in report.columns])
    rows.writerows([[in_file(cell) for cell in row] for row in report.rows])
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def in_file(cell: Cell) -> str:
    """A cell as text: nothing for what is not known, and an apostrophe before what could be a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return say(words.YES if cell else words.NO)
    return guarded(cell) if isinstance(cell, str) else str(cell)


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Spaces before the sign make no difference: some programs drop them.
    """
    shown = clean(text)
    return f"'{shown}" if text.lstrip(" \n").startswith(STARTS_A_FORMULA) else shown
