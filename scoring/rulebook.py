"""The guidance of one date, as far as one case uses it: resolved once and stored with the attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.guidance import Rule


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Which editions are in force, what each topic says, and which bases a person of that day can give."""

    on: date
    editions: Mapping[str, str] = field(default_factory=dict)
    """Family -> the edition in force."""
    begun: Mapping[str, date] = field(default_factory=dict)
    """Every edition whose validity has begun by the date, whether or not it still runs -> its first day."""
    topics: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    """Topic -> the rules in force; an empty tuple where the topic has none on the date."""
    bases: Mapping[str, str] = field(default_factory=dict)
    """Lawful grounds of the day, id -> words."""
    protecting: tuple[str, ...] = ()
    """The bases of the day on which information may be passed to protect a child without agreement."""
    has_index: bool = False
    """Whether front-line staff could search the Index (2009 to 6 August 2010)."""
