"""A case of the library, or of a file, examined for the author's commands."""

from __future__ import annotations

from scoring.guidance import library
from simulator.author.examined import Examined, examine
from simulator.cli.ready import board_of, find_case, read_case
from simulator.settings import load


def examined_case(wanted: str) -> Examined:
    """Find, read and examine a case. Raises WrongUsage or CaseError."""
    settings = load()
    _, case = read_case(find_case(settings, wanted))
    return examine(case, library(), board_of(settings))
