"""Every check of a whole case. Each is a function from an examined case to its findings."""

from __future__ import annotations

from typing import Final

from simulator.author.checks import citing, cues, outcomes, passing, reaching, testing, versions, wording
from simulator.author.finding import Check

ALL: Final[tuple[Check, ...]] = (
    *outcomes.CHECKS,
    *reaching.CHECKS,
    *citing.CHECKS,
    *passing.CHECKS,
    *cues.CHECKS,
    *wording.CHECKS,
    *testing.CHECKS,
    *versions.CHECKS,
)
