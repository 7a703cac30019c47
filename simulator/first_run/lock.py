"""One set-up at a time in a folder, even when processes are killed.

The lock is the operating system's own, on an open file, so it ends with the process that holds it; on POSIX
the pip it started holds it too, and a killed set-up's pip is waited for before anyone starts again.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple


class Lock(NamedTuple):
    """A lock that is held, and the file's one word that outlives whoever held it."""

    descriptor: int

    def write(self, word: str) -> None:
        """Make `word` the file's content, on the disk when this returns."""
        os.ftruncate(self.descriptor, 0)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        os.write(self.descriptor, word.encode("ascii"))
        os.fsync(self.descriptor)


@contextlib.contextmanager
def locked(file: Path, while_waiting: Callable[[], None]) -> Iterator[Lock]:
    """Hold the lock on `file`, made if need be; `while_waiting` is called once if somebody else has it.

    Raises OSError if the file cannot be written.
    """
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _try(descriptor):
            while_waiting()
            while not _try(descriptor):
                time.sleep(0.2)
        yield Lock(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        os.lseek(descriptor, 1_000_000, os.SEEK_SET)  # beyond the word, which others may read
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # some network folders have no locks; one person at a time is then up to people
        return True
