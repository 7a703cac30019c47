"""Dated guidance: what each edition said, which one is in force on a day, and what a case cites.

    guidance = library()
    guidance.resolve("decision_on_referral", date(2011, 9, 5))      the rules in force, what binds most first
    clock_of(rules, "social_worker")                                the rule whose timescale counts
    guidance.rulebook(topics, on, families, board.local_on(on))     what is stored with an attempt

Nothing is read before it is asked for, and PyYAML is loaded only then.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from scoring.guidance.comparing import Answer, Change, Comparison, Difference, Invariant, Step
from scoring.guidance.model import Basis, Edition, Milestone, Rule, Source, Timescale, Topic
from scoring.guidance.resolving import NATIONAL, LocalLayer, clock_of
from scoring.guidance.vocabulary import DOMAINS, FAMILIES, FORCE_WORDS
from scoring.guidance.whole import Guidance

__all__ = [
    "DOMAINS",
    "FAMILIES",
    "FORCE_WORDS",
    "NATIONAL",
    "Answer",
    "Basis",
    "Change",
    "Comparison",
    "Difference",
    "Edition",
    "Guidance",
    "Invariant",
    "LocalLayer",
    "Milestone",
    "Rule",
    "Source",
    "Step",
    "Timescale",
    "Topic",
    "clock_of",
    "library",
]

_FOLDER: Final = Path(__file__).parent


@lru_cache(maxsize=1)
def library() -> Guidance:
    """The guidance that comes with the simulator."""
    return Guidance(_FOLDER)
