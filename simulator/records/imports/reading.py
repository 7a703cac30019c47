"""A CSV file as cells that know where they stand.

Spreadsheets of an English office write commas, those of a continental one semicolons, and a copied table has
tabs; older ones write Windows-1252, Excel's “Unicode text” UTF-16. All of that is read, and said where names
could suffer. What is no CSV is refused with what to do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from simulator.errors import RecordError
from simulator.records.imports.faults import Cell, Fault
from simulator.text import clean
from simulator.words import Phrase, say
from simulator.words import records_import as words

LARGEST_MIB: Final = 50
LONGEST_CELL: Final = 2_000
_SIGNS: Final = {",": None, ";": words.SIGN_SEMICOLON, "\t": words.SIGN_TAB}
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_FOR_EXCEL: Final = re.compile(r'"?sep=([,;\t])"?(?:\r\n|\r|\n)')
"""A first line that some programs write so that Excel parts the cells rightly."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Sheet(NamedTuple):
    """What a file holds."""

    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]
    """What was unusual about it."""
    faults: tuple[Fault, ...]


def read_sheet(file: Path) -> Sheet:
    """Read a file. Raises RecordError for one that is no CSV file, or holds nothing."""
    text, notes = _decoded(file)
    sign = _sign(text)
    named = _SIGNS[sign]
    if named:
        notes.append(say(words.PARTED_BY, sign=say(named)))
    try:
        lines = [line for line in _lines(text, sign) if any(cell.text for cell in line)]
    except _Unclosed as unclosed:
        return Sheet((), (), tuple(notes), (unclosed.fault,))
    if len(lines) < 2:
        raise _not_read(file, words.IS_EMPTY)
    heads = _without_empty_end(lines[0])
    faults = tuple(
        row[len(heads)].fault(words.TOO_MANY_CELLS, found=len(_without_empty_end(row)), wanted=len(heads))
        for row in lines[1:]
        if len(_without_empty_end(row)) > len(heads)
    )
    return Sheet(heads, tuple(lines[1:]), tuple(notes), faults)


def _decoded(file: Path) -> tuple[str, list[str]]:
    try:
        with file.open("rb") as opened:
            read = opened.read(LARGEST_MIB * 1024 * 1024 + 1)
    except OSError as error:
        raise _not_read(file, words.NO_SUCH_FILE) from error
    if len(read) > LARGEST_MIB * 1024 * 1024:
        raise _not_read(file, words.TOO_LARGE, most=LARGEST_MIB)
    if read.startswith(_WORKBOOKS):
        raise _not_read(file, words.IS_WORKBOOK)
    if read.startswith(_UTF16):
        return _wide(file, read), []
    try:
        text, notes = read.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        text, notes = _older(file, read), [say(words.READ_AS_CP1252)]
    if "\0" in text:
        raise _not_read(file, words.IS_NO_TEXT)
    return text, notes


def _wide(file: Path, read: bytes) -> str:
    """As Excel's “Unicode text” is."""
    try:
        return read.decode("utf-16")
    except UnicodeDecodeError as error:
        raise _not_read(file, words.IS_NO_TEXT) from error


def _older(file: Path, read: bytes) -> str:
    try:
        return read.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _not_read(file, words.IS_NO_TEXT) from error


def _sign(text: str) -> str:
    """What parts the cells: what a line for Excel says, else the sign the heads have most of, unquoted."""
    if told := _FOR_EXCEL.match(text):
        return told[1]
    heads = re.sub(r'"[^"]*"', "", next((line for line in text.splitlines() if line.strip()), ""))
    return max(_SIGNS, key=lambda sign: (heads.count(sign), sign == ","))


class _Unclosed(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@lru_cache(maxsize=len(_SIGNS))
def _cell(sign: str) -> re.Pattern[str]:
    """A cell and what ends it: quoted, where nothing follows the second mark, or as it stands."""
    ends = rf"({re.escape(sign)}|\r\n|\r|\n|\Z)"
    return re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*{ends}|([^{re.escape(sign)}\r\n]*){ends}')


def _lines(text: str, sign: str) -> list[tuple[Cell, ...]]:
    pattern = _cell(sign)
    lines: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    told = _FOR_EXCEL.match(text)
    place = line_began = told.end() if told else 0
    line = 2 if told else 1
    while place < len(text):
        found = pattern.match(text, place)
        assert found is not None  # its last form fits anything
        quoted, end = found[1], found[2] if found[1] is not None else found[4]
        if quoted is None and found[3].lstrip(" ").startswith('"'):
            raise _Unclosed(Fault(line, place - line_began + 1, say(words.UNCLOSED)))
        kept = found[3] if quoted is None else quoted.replace('""', '"')
        row.append(Cell(_tidied(kept), line, place - line_began + 1))
        breaks = re.findall(r"\r\n|\r|\n", found[0])
        place = found.end()
        if breaks:
            line += len(breaks)
            line_began = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
        if end != sign:
            lines.append(tuple(row))
            row = []
    if row:
        lines.append((*row, Cell("", line, place - line_began + 1)))
    return lines


def _tidied(text: str) -> str:
    return " ".join(clean(text, LONGEST_CELL).split())


def _without_empty_end(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    filled = max((number for number, cell in enumerate(row, 1) if cell.text), default=0)
    return row[:filled]


def _not_read(file: Path, reason: Phrase, **values: object) -> RecordError:
    message = say(words.NOT_READ_MESSAGE, file=file, reason=say(reason, **values))
    return RecordError(say(words.NOT_READ), message, say(words.SAVE_AS_CSV))
