"""What a cell means: a day, a number, yes or no, one of a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from simulator.records.imports.faults import Cell, Fault
from simulator.words import records_import as words

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?")
_YES: Final = ("yes", "y", "true", "1", "x")
_NO: Final = ("no", "n", "false", "0", "")


def day(cell: Cell, faults: list[Fault]) -> date | None:
    """A day, as 2026-09-30 or 30/09/2026, with or without a time; None where the cell is empty or wrong."""
    if not cell.text:
        return None
    iso, day_first = _ISO.fullmatch(cell.text), _DAY_FIRST.fullmatch(cell.text)
    with suppress(ValueError):
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
    turned = day_first is not None and int(day_first[2]) > 12 >= int(day_first[1])
    faults.append(cell.fault(words.MONTH_FIRST if turned else words.NOT_A_DATE, value=cell.shown))
    return None


def number(cell: Cell, faults: list[Fault]) -> int:
    """A whole number from 0; thousands may be parted by a comma or a space."""
    digits = re.sub(r"(?<=\d)[, ](?=\d{3}(?!\d))", "", cell.text)
    if re.fullmatch(r"\d{1,9}(\.0+)?", digits):
        return int(digits.partition(".")[0])
    faults.append(cell.fault(words.NOT_A_NUMBER, value=cell.shown))
    return 0


def yes_or_no(cell: Cell, faults: list[Fault]) -> bool:
    """Yes or no; an empty cell is no."""
    said = cell.text.casefold()
    if said not in (*_YES, *_NO):
        faults.append(cell.fault(words.NOT_YES_OR_NO, value=cell.shown))
    return said in _YES


def one_of(cell: Cell, choices: Mapping[str, str], faults: list[Fault]) -> str:
    """The value that a cell names, in one of the words of `choices`; empty where it names none."""
    said = re.sub(r"[\s_-]+", " ", cell.text.casefold()).strip()
    if said in choices:
        return choices[said]
    known = ", ".join(dict.fromkeys(choices.values()))
    faults.append(cell.fault(words.NOT_ONE_OF, value=cell.shown, choices=known))
    return ""
