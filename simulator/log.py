"""The log for whoever looks after the simulator: what it did and where it failed, never what anybody typed.

One file a day (`simulator-2026-11-21.log`, UTC), so that any number of processes can append to it without
one moving it from under another; the newest `KEPT_DAYS` files stay. An entry is an event's name and fields;
a value that could hold a sentence is withheld. A crash is logged as its type and where it passed, without
its message and without the values of variables, both of which may hold a trainee's words or a password.
"""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

KEPT_DAYS = 14
LARGEST = 2_000_000
"""Bytes after which a day's file takes no more: a fault that repeats must not fill the disk."""

_PLAIN = re.compile(r"[\w.:/@+-]{1,200}")
_folder: Path | None = None


def start(folder: Path) -> None:
    """Log into `folder` from now on, which is made if need be, and let go of old days' files."""
    global _folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in sorted(folder.glob("simulator-*.log"))[:-KEPT_DAYS]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # no log is no reason not to play
    _folder = folder


def note(event: str, **fields: str | int | float | None) -> None:
    """Log that `event` happened. Fields are ids, numbers and names of things; anything else is withheld."""
    _write(" ".join([event, *(f"{name}={_plain(value)}" for name, value in fields.items())]))


def crash(error: BaseException) -> None:
    """Log an exception nobody expected, and what it came from: types and places only."""
    for number, each in enumerate(_causes(error)):
        _write(f"{'caused by' if number else 'crash'} {type(each).__name__} at {_places(each)}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__, limit=-12)
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}:{f.name}" for f in reversed(frames)) or "nowhere"


def _plain(value: str | int | float | None) -> str:
    text = str(value)
    return text if _PLAIN.fullmatch(text) else "(withheld)"


def _write(entry: str) -> None:
    if _folder is None:
        return
    now = datetime.now(UTC)
    line = f"{now:%Y-%m-%dT%H:%M:%S.%f}"[:-3] + f"Z {os.getpid()} {entry}\n"
    try:
        descriptor = os.open(
            _folder / f"simulator-{now:%Y-%m-%d}.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600
        )
        try:
            if os.fstat(descriptor).st_size < LARGEST:
                os.write(descriptor, line.encode("utf-8", "replace"))
        finally:
            os.close(descriptor)
    except OSError:
        return
