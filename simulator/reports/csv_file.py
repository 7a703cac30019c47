"""A report as a CSV file that a spreadsheet opens as it was meant: UTF-8 with its mark, lines ending in CRLF,
and no cell that a spreadsheet would run as a formula.

Rows are written some thousands at a time. Where a look at the whole block finds nothing to guard or to clean,
which is nearly always, it goes out as it is; else it is written again cell by cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO, Final

from simulator.reports.report import Cell, Kind, Report, Row
from simulator.text import clean
from simulator.words import reports as words
from simulator.words import say

BYTE_ORDER_MARK: Final = "\ufeff"
STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
BLOCK: Final = 2_000
"""Rows written at a time."""
LINE_END: Final = "\r\n"
_MAY_BEGIN: Final = re.compile(r'[,\n" ][=+\-@]')
"""Where a cell may begin with a plain sign: quick to find, and in nearly every block there is none."""
_BEGINS_CELL: Final = re.compile(r'[,\n]"?[ \n]*[=+\-@]')
"""Where one does; the other signs are unusual letters, and so is a tab."""
_PLAIN: Final = bytes([*b"\r\n", *range(32, 127)])
_UNUSUAL: Final = re.compile("[^ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\r\n]")
"""Anything but the letters and signs that `clean` leaves as they are; others are looked at one by one."""


def write_csv(report: Report, file: BinaryIO, *, mark: bool = True) -> int:
    """Write the file, and give the number of its rows. Without `mark` for readers that trip over it."""
    heads = _lines([[column.id for column in report.columns]])
    file.write(((BYTE_ORDER_MARK if mark else "") + heads).encode())
    flags = [at for at, column in enumerate(report.columns) if column.kind is Kind.YES_NO]
    written, rows = 0, iter(report.rows)
    while block := list(islice(rows, BLOCK)):
        file.write(_block(_with_words(block, flags)).encode())
        written += len(block)
    return written


def _with_words(rows: Iterable[Row], flags: list[int]) -> list[Row]:
    """The rows with yes and no where a column holds true and false."""
    if not flags:
        return list(rows)
    yes, no = say(words.YES), say(words.NO)
    return [_flagged(row, flags, yes, no) for row in rows]


def _flagged(row: Row, flags: list[int], yes: str, no: str) -> Row:
    cells = list(row)
    for at in flags:
        if isinstance(cells[at], bool):
            cells[at] = yes if cells[at] else no
    return tuple(cells)


def _block(rows: list[Row]) -> str:
    text = _lines(rows)
    lines = len(rows)
    if text.count("\n") == text.count("\r") == lines and not _is_unusual(text) and not _has_formula(text):
        return text
    return _lines([[in_file(cell) for cell in row] for row in rows])


def _is_unusual(text: str) -> bool:
    """Whether a letter of it may have to be cleaned."""
    if text.isascii():
        return bool(text.encode().translate(None, _PLAIN))
    return _UNUSUAL.search(text) is not None


def _has_formula(text: str) -> bool:
    """Whether a cell of these lines begins as a formula does."""
    whole = "\n" + text
    return _MAY_BEGIN.search(whole) is not None and _BEGINS_CELL.search(whole) is not None


def _lines(rows: Iterable[Iterable[object]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=LINE_END).writerows(rows)
    return file.getvalue()


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
