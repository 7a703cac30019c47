"""Writing a run file: whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import NamedTuple

from simulator.errors import ExportError
from simulator.records import Store
from simulator.records.rooms_runs import read_out
from simulator.words import run_files as words
from simulator.words import say
from simulator.workshop.run_files.lines import chained, lines_of


class Written(NamedTuple):
    """A run file that was written."""

    file: Path
    moves: int
    people: int
    """Whose names are in it."""


def write_run(store: Store, attempt: str, file: Path, *, names: bool = True) -> Written:
    """Write an attempt's run to a file, for its owner alone; one that is there is replaced.

    With `names` it holds name and agency of those who played, so that the trainer's record can count them;
    it leaves an audit line either way. Raises RecordError, or ExportError where it could not be written.
    """
    run = read_out(store, attempt, names=names)
    text = "\n".join([*chained(lines_of(run)), ""])
    new = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(new, file)
    except OSError as error:
        new.unlink(missing_ok=True)
        message = say(
            words.NOT_WRITTEN_MESSAGE, file=file.name, reason=error.strerror or type(error).__name__
        )
        raise ExportError(say(words.NOT_WRITTEN), message, say(words.NOT_WRITTEN_REMEDY)) from error
    store.note("export", attempt, "run file", len(run.people))
    return Written(file, len(run.moves), len(run.people))
