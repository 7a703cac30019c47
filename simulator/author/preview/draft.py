"""A file as it was last saved: what the reader finds in it, and the case where it can be played."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from scoring.calendar import from_minutes
from scoring.guidance import Guidance
from scoring.guidance.board import Board
from simulator.author.preview.beginning import Beginning, seats_of
from simulator.errors import CaseError
from simulator.family import invent
from simulator.family.model import Family
from simulator.play.cast import spec_of
from simulator.play.cited import rulebook_for
from simulator.play.game import Game, prepare
from simulator.scenario.diagnostics import Diagnostic, Severity
from simulator.scenario.known import known_ids
from simulator.scenario.read import read_source
from simulator.scenario.source import Source, open_source


class Playable(NamedTuple):
    """A case ready to be played."""

    game: Game
    family: Family
    seats: tuple[str, ...]


class Draft(NamedTuple):
    """What came of reading the file."""

    source: Source | None
    """None where the file could not be opened."""
    findings: tuple[Diagnostic, ...]
    """The reader's own; those of the whole case take longer."""
    playable: Playable | None
    """None where something keeps it from being played."""
    problem: CaseError | None = None
    """What keeps it from being played, where that is no finding."""

    @property
    def stops(self) -> tuple[Diagnostic, ...]:
        """What keeps it from being played."""
        return tuple(each for each in self.findings if each.severity is Severity.STOP)


def read_draft(file: Path, guidance: Guidance, board: Board, beginning: Beginning) -> Draft:
    """Read a file. Never raises for what it may hold."""
    source = open_source(file)
    if isinstance(source, Diagnostic):
        return Draft(None, (source,), None)
    reading = read_source(source, known_ids(guidance))
    if reading.case is None:
        return Draft(source, reading.diagnostics, None)
    case, on = reading.case, from_minutes(reading.case.set_on).date()
    try:
        seats = seats_of(case, beginning)
        family = invent(spec_of(case), beginning.seed, on)
    except CaseError as problem:
        return Draft(source, reading.diagnostics, None, problem)
    cut = beginning.cut if beginning.cut in case.cuts else ""
    game = prepare(case, rulebook_for(case, guidance, on, board.local_on(on)), cut)
    return Draft(source, reading.diagnostics, Playable(game, family, seats))
