"""The debrief of an attempt, and the files it is written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scoring.debrief import Debrief
from simulator.cli.attempts import board_kept, finished, play_of
from simulator.cli.writing import write_file
from simulator.solver.debrief import SupportLine, debrief_of

if TYPE_CHECKING:
    from simulator.records import Store


def debrief_of_attempt(store: Store, attempt: str) -> Debrief:
    """The debrief of an attempt that has ended. Raises RecordError."""
    found = finished(store, attempt)
    played = play_of(found)
    support = [SupportLine(one.name, one.number, one.for_whom) for one in board_kept(found).support]
    return debrief_of(found.game, played.cast, played.marking, seed=seed_number(played.seed), support=support)


def seed_number(seed: str) -> int:
    """An attempt's seed as the number that draws its afterwards."""
    return int(seed) if seed.isdecimal() else int.from_bytes(seed.encode(), "big")


def write_page(file: Path, kind: str, debrief: Debrief, *, names: bool) -> None:
    """Write a debrief as a page. Raises ExportError."""
    if kind == "html":
        from simulator.reports.debrief_page import debrief_page

        data = debrief_page(debrief, names=names).encode()
    else:
        from simulator.reports.debrief_pdf import debrief_pdf

        data = debrief_pdf(debrief, names=names)
    write_file(file, data)
