"""Every report a training lead can ask for: those that are made, and those still to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.reports.delivery import course_delivery
from simulator.reports.report import Make
from simulator.reports.transcript import individual_transcript
from simulator.words import Phrase
from simulator.words import reports as words

REPORTS: Final[Mapping[str, Make]] = {"R1": course_delivery, "R4": individual_transcript}
"""Those that are made, by name."""
PERSONAL: Final = frozenset({"R4"})
"""Those that name people."""
TITLES: Final[Mapping[str, Phrase]] = {
    "R1": words.R1,
    "R2": words.R2,
    "R3": words.R3,
    "R4": words.R4,
    "R5": words.R5,
    "R6": words.R6,
    "R7": words.R7,
    "R8": words.R8,
    "R9": words.R9,
    "R10": words.R10,
    "R11": words.R11,
    "R12": words.R12,
}
"""What each holds, made or to come."""
