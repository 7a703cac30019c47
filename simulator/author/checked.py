"""A file with everything that is found in it: what the reader says, and what the whole case shows."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scoring.guidance import Guidance
from scoring.guidance.board import Board
from simulator.author.checks import ALL
from simulator.author.examined import examine
from simulator.author.finding import found, placed
from simulator.author.score_page import ScorePage, score_page
from simulator.scenario.catalogue.testing import ACCEPTED_IN_VAIN
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.known import KnownGuidance
from simulator.scenario.model import Accepted
from simulator.scenario.read import read_source
from simulator.scenario.source import Source, open_source
from simulator.solver.explore import DEFAULT_BUDGET


class Silenced(NamedTuple):
    """A finding that the author has accepted, and why."""

    finding: Diagnostic
    reason: str


class Checked(NamedTuple):
    """What came of checking one file: plain data, without the graph it was found in."""

    name: str
    page: ScorePage | None
    """None where the file cannot be played."""
    findings: tuple[Diagnostic, ...]
    """In the order of the file, without those accepted."""
    accepted: tuple[Silenced, ...]


def check_file(
    path: Path, guidance: Guidance, known: KnownGuidance, board: Board | None = None, name: str = ""
) -> Checked:
    """Read a file, solve its case and look at all of it. Never raises for what a file may hold."""
    source = open_source(path, name)
    if isinstance(source, Diagnostic):
        return Checked(source.place.file, None, (source,), ())
    return check_source(source, guidance, known, board)


def check_source(
    source: Source,
    guidance: Guidance,
    known: KnownGuidance,
    board: Board | None = None,
    budget: int = DEFAULT_BUDGET,
) -> Checked:
    """The same for a source in memory."""
    reading = read_source(source, known)
    if reading.case is None:
        return Checked(source.name, None, reading.diagnostics, ())
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand small objects without cycles: collecting would take as long as solving
    try:
        examined = examine(reading.case, guidance, board, budget)
        own = [placed(source, finding) for check in ALL for finding in check(examined)]
        page = score_page(examined)
    finally:
        if collecting:
            gc.enable()
    everything = tuple(dict.fromkeys((*reading.diagnostics, *own)))
    everything += tuple(_in_vain(source, everything, reading.case.accepted))
    kept, silenced = _without_accepted(everything, reading.case.accepted)
    ordered = sorted(kept, key=lambda each: (each.place[1:], each.code))
    return Checked(source.name, page, tuple(ordered), silenced)


def _without_accepted(
    findings: tuple[Diagnostic, ...], accepted: tuple[Accepted, ...]
) -> tuple[list[Diagnostic], tuple[Silenced, ...]]:
    reasons = {one.code: one.reason for one in accepted}
    silenced = tuple(Silenced(each, reasons[each.code]) for each in findings if each.code in reasons)
    return [each for each in findings if each.code not in reasons], silenced


def _in_vain(
    source: Source, findings: tuple[Diagnostic, ...], accepted: tuple[Accepted, ...]
) -> Iterator[Diagnostic]:
    """C073: what was accepted and is not there."""
    codes = {each.code for each in findings}
    start = max(source.lines.index("accepted:") + 1 if "accepted:" in source.lines else 1, 1)
    for one in accepted:
        if one.code not in codes:
            yield placed(source, found(ACCEPTED_IN_VAIN, (start, 1), one.code, code=one.code))
