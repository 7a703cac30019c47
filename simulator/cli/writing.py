"""Writing a file that somebody named, over whatever it held."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import ExportError
from simulator.words import cli_play as words
from simulator.words import say


def write_file(file: Path, data: bytes) -> None:
    """Write it. Raises ExportError saying why it could not be."""
    try:
        file.write_bytes(data)
    except OSError as error:
        message = say(words.NOT_WRITTEN_MESSAGE, file=file, reason=error.strerror or str(error))
        raise ExportError(say(words.NOT_WRITTEN), message, say(words.NOT_WRITTEN_REMEDY)) from error
