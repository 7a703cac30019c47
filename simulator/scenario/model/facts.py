"""What is known, by whom, and who needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.terms import Level
from simulator.scenario.model.terms import NOWHERE, EditionBlock, Position


@dataclass(frozen=True, slots=True)
class Need:
    """What one recipient needs of one fact."""

    level: Level
    before: str = ""
    """A milestone: passed after it, the fact comes late (half a hit)."""


@dataclass(frozen=True, slots=True)
class FactNeeds:
    """Who needs a fact and who must not have it, under one edition."""

    needed_by: Mapping[str, Need]
    nobody: bool = False
    """Said outright to be needed by nobody: passing it counts as a sensitive excess."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of the picture, held by somebody until it is passed on."""

    id: str
    text: str
    headline: str
    """The limited form; empty where the fact has none."""
    held_by: tuple[str, ...]
    """Roles, family members or people: whoever has it first-hand."""
    comes_later: bool
    """Nobody knows it when the case begins: the story tells its holders."""
    about: tuple[str, ...]
    source: str
    sensitive: str
    vital: bool
    needs: FactNeeds
    may_know: tuple[str, ...]
    """Roles for whom it is neither needed nor excessive."""
    any_agency_may_know: bool
    never_to: tuple[str, ...]
    only_if_asked: bool
    prompted_by: tuple[str, ...]
    editions: tuple[EditionBlock[FactNeeds], ...] = ()
    at: Position = field(default=NOWHERE, compare=False)

    @property
    def known_at_first(self) -> tuple[str, ...]:
        """Who knows it when the case begins."""
        return () if self.comes_later else self.held_by
