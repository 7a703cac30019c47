"""The file in which `records verify` keeps heads, and which it compares with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.usage import wrong
from simulator.errors import ExportError
from simulator.places import make_private_file
from simulator.words import records_cli as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records.heads import Heads

LARGEST = 500_000_000
"""Bytes."""


def keep(heads: Heads, file: Path) -> None:
    """Write heads to a file. Raises ExportError."""
    try:
        make_private_file(file).write_text(json.dumps(heads._asdict(), sort_keys=True, indent=1), "utf-8")
    except OSError as error:
        message = say(words.HEADS_REASON, file=file, reason=error.strerror or str(error))
        raise ExportError(say(words.HEADS_NOT_KEPT), message) from error


def kept(file: Path) -> Heads:
    """The heads of a file. Raises WrongUsage for one that holds none."""
    from simulator.records.heads import Heads

    try:
        with file.open(encoding="utf-8") as opened:
            found = json.loads(opened.read(LARGEST))
        attempts = {str(one): (int(seq), str(head)) for one, (seq, head) in found["attempts"].items()}
        return Heads(attempts, {str(one): str(digest) for one, digest in found["certificates"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise wrong(say(words.NO_HEADS, file=file)) from error
