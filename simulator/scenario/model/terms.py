"""Words, positions, lengths of time and edition blocks that every part of a case uses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

Change = TypeVar("Change")

Position = tuple[int, int]
"""Line and column, both from 1; (0, 0) where nothing was written."""

NOWHERE: Position = (0, 0)


class Habit(StrEnum):
    """How a seat that nobody plays behaves. A habit never looks ahead and is never unsafe."""

    BY_THE_BOOK = "by the book"
    SLOW = "slow"
    GUARDED = "guarded"
    MINIMAL = "minimal"


SOURCES = ("seen", "said", "reported", "hearsay", "opinion", "record")
SENSITIVITIES = ("health", "police", "third party", "location")
OUTCOMES = ("good", "mixed", "poor")
CASE_LEVELS = ("introductory", "core", "advanced")
DECIDERS = ("chair", "majority", "trainer")
JUDGEMENT = "judgement"
"""Cited instead of a topic where no rule is claimed: shown as professional judgement, never a red line."""
NARRATOR = "narrator"
START = "start"


MINUTES_IN: Final = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
"""Of every unit but working days, whose length only the calendar knows."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a trainer writes it: `20 minutes`, `3 working days`."""

    amount: int
    unit: str
    """minutes | hours | days | weeks | working days; `working days` end at 09:00 of the day reached."""

    @property
    def minutes(self) -> int:
        """Length in minutes of clock time; 0 for working days, which only the calendar can place."""
        return self.amount * MINUTES_IN.get(self.unit, 0)


@dataclass(frozen=True, slots=True)
class EditionBlock(Generic[Change]):
    """`in wt2023:` (that edition) or `from wt2018:` (it and later ones): what changes then."""

    edition: str
    and_later: bool
    change: Change
