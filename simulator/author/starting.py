"""A new case to begin with: ten lines, or one with every piece that most cases need."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from simulator.errors import ExportError
from simulator.words import author as words
from simulator.words import say

_FOLDER: Final = Path(__file__).parent / "templates"


def template(*, full: bool) -> str:
    """The text of a new case."""
    return (_FOLDER / ("full.yaml" if full else "short.yaml")).read_text(encoding="utf-8")


def write_new(file: Path, text: str | bytes) -> None:
    """Write a file that is not there yet. Raises ExportError where it is, or cannot be written."""
    try:
        with file.open("xb") as opened:
            opened.write(text if isinstance(text, bytes) else text.encode("utf-8"))
    except FileExistsError:
        message = say(words.ALREADY_THERE, file=file)
        raise ExportError(say(words.NOT_WRITTEN), message, say(words.OTHER_NAME)) from None
    except OSError as error:
        message = say(words.CANNOT_WRITE, file=file, reason=error.strerror or str(error))
        raise ExportError(say(words.NOT_WRITTEN), message, say(words.OTHER_PLACE)) from error
