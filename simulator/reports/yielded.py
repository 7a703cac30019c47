"""What one play yields for anonymous tables: its decisions, and how far it showed each competency."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from scoring.competencies import Shown
from scoring.marks import Exact


class Decided(NamedTuple):
    """One decision of one play."""

    scene: str
    role: str
    kind: str
    answers: tuple[str, ...]
    """What was chosen, asked for or opened, by its id."""
    grade: str
    """good, acceptable or poor."""
    share: Fraction | None
    """Of the marks that were possible; None where nothing was."""
    tests: tuple[str, ...]
    earned: Exact
    possible: Exact
    needed: tuple[tuple[str, str], ...]
    """(fact, recipient) that were needed here."""
    missed: tuple[tuple[str, str], ...]


class Yielded(NamedTuple):
    """One play, whoever played it."""

    decisions: tuple[Decided, ...]
    competencies: dict[str, Shown]
