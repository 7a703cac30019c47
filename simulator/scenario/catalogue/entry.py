"""One kind of finding, as data."""

from __future__ import annotations

from typing import NamedTuple

from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase


class Entry(NamedTuple):
    """What one code stands for. `simulator check --explain CODE` shows it, and the tests run both examples.

    The letter says which part of the reader speaks: Y the file and its YAML, F fields, R references between
    parts of a case, C checks of the whole. A code is never given a second meaning.
    """

    code: str
    title: str
    severity: Severity
    message: Phrase
    """What is wrong; `{name}` is filled in by whoever reports it."""
    remedy: Phrase
    why: str
    """Why it matters, for an author who asks."""
    failing: str | bytes
    """A file (bytes: as it lies on the disk) that gets this finding."""
    repaired: str | bytes
    """The same file put right."""
    on_disk: bool = False
    """The examples are words about files and folders, not the contents of one."""
