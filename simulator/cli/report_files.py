"""A report in the form that was asked for, put together while the record is read and handed out afterwards.

What leaves is first written to a file nobody else can see: the record is let go of before anybody is waited
for, and the audit has its line before anybody sees a row.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from simulator.cli.usage import wrong
from simulator.errors import ExportError
from simulator.reports.files import Format
from simulator.words import cli_play as files
from simulator.words import cli_record as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.reports.report import Report, Row

PATIENCE: Final = 1.0
"""Seconds before progress is said."""
EVERY: Final = 1_000
"""Rows between looks at the clock."""


NOT_TEXT: Final = frozenset({Format.XLSX, Format.PDF})
"""Those a terminal cannot show."""


def hand_out(file: Path, out: Path | None) -> None:
    """Give the file to whoever asked: under a name of theirs, or on standard output. Raises ExportError."""
    if out is None:
        sys.stdout.flush()
        with file.open("rb") as made:
            shutil.copyfileobj(made, sys.stdout.buffer)
        return
    try:
        shutil.copyfile(file, out)
    except OSError as error:
        message = say(files.NOT_WRITTEN_MESSAGE, file=out, reason=error.strerror or str(error))
        raise ExportError(say(files.NOT_WRITTEN), message, say(files.NOT_WRITTEN_REMEDY)) from error


def refuse_unfit(format: Format, out: Path | None) -> None:
    """A workbook on a terminal would be noise, and what a terminal shows is no file. Raises WrongUsage."""
    if out is not None and format is Format.TABLE:
        raise wrong(say(words.TABLE_IS_NO_FILE), say(words.SAY_FORMAT))
    if out is None and format in NOT_TEXT and sys.stdout.isatty():
        raise wrong(say(words.NOT_ON_TERMINAL, format=format), say(words.SAY_OUT, format=format))


def watched(report: Report) -> Report:
    """The report, saying on standard error how far it has come once that takes long."""
    return report if isinstance(report.rows, tuple) else report._replace(rows=progress(report.rows))


def progress(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows as they are; now and then their number is said."""
    began = said = monotonic()
    ending = ""
    number = 0
    for number, row in enumerate(rows, 1):
        if number % EVERY == 0 and (now := monotonic()) - began > PATIENCE and now - said > PATIENCE:
            said, ending = now, "\n"
            tell(number)
        yield row
    if ending:
        tell(number)
        print(file=sys.stderr)


def tell(number: int) -> None:
    """Say how many rows there are so far."""
    _say(say(words.ROWS_SO_FAR, number=f"{number:,}"))


def marked_again() -> Callable[[int, int], None]:
    """What is told how many plays have been marked again, and says so once that takes long."""
    began = said = monotonic()

    def heard(done: int, of: int) -> None:
        nonlocal said
        now = monotonic()
        if done == of and said > began:
            _say(say(words.PLAYS_MARKED, done=f"{done:,}", of=f"{of:,}"))
            print(file=sys.stderr)
        elif now - began > PATIENCE and now - said > PATIENCE:
            said = now
            _say(say(words.PLAYS_MARKED, done=f"{done:,}", of=f"{of:,}"))

    return heard


def _say(message: str) -> None:
    """On standard error, over what was said before where that can be done."""
    start, end = ("\r", "") if sys.stderr.isatty() else ("", "\n")
    print(f"{start}{message}", end=end, file=sys.stderr, flush=True)
