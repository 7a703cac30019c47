"""The scorecard of one play: marks, losses, competencies, timescales, sharing and red lines, side by side.

Built from what `play` saw and the values that `solver` hands back; scoring never calls upward.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from scoring.calendar import from_minutes
from scoring.competencies import Shown, profile
from scoring.evidence import ReferEvidence, ShareEvidence
from scoring.marks import Exact, Mark, weigh
from scoring.timescales import NOT_COUNTED, Verdict

PLACES = 4
"""Decimal places of ratios and marks in JSON."""
TIMELINESS = ("C6",)


class MarkedDecision(NamedTuple):
    """One decision of a played seat."""

    scene: str
    role: str
    kind: str
    chosen: str
    """In words."""
    mark: Mark
    loss: Exact | None
    """Against the best play from there; None where the solver is not exact."""
    table_loss: Exact
    """What a meeting's standing decision lost beyond the seat's own marks."""
    rules: tuple[str, ...]
    why: str
    tests: tuple[str, ...]
    needle: int | None = None
    """Of a referral: steps over or under the right level."""


class Space(NamedTuple):
    """All that could have been earned, by the seats played."""

    exact: bool
    best: Exact
    worst: Exact
    guessing: Exact | None


class Sharing(NamedTuple):
    """What one decision passed on and kept."""

    scene: str
    role: str
    recall: Fraction | None
    precision: Fraction | None
    missed: tuple[tuple[str, str], ...]
    """(fact, recipient)."""
    excess: tuple[tuple[str, str], ...]


class RedLine(NamedTuple):
    """*Stop and look again.* Offset by nothing."""

    scene: str
    role: str
    line: str


class Scorecard(NamedTuple):
    """All that a play earned, and where. It says nothing of completion, which never depends on it."""

    space: Space
    earned: Exact
    decisions: tuple[MarkedDecision, ...]
    competencies: dict[str, Shown]
    timescales: tuple[Verdict, ...]
    sharing: tuple[Sharing, ...]
    red_lines: tuple[RedLine, ...]

    @property
    def points_of_best(self) -> Fraction | None:
        """Earned ÷ best; None where nothing could be earned or the best is not known exactly."""
        return _ratio(self.earned, self.space.best) if self.space.exact else None

    @property
    def chance_corrected(self) -> Fraction | None:
        """(Earned − guessing) ÷ (best − guessing)."""
        if not self.space.exact or self.space.guessing is None:
            return None
        return _ratio(self.earned - self.space.guessing, self.space.best - self.space.guessing)

    @property
    def table_loss(self) -> Exact:
        """What the meetings' decisions lost; it belongs to the table and to nobody at it."""
        return sum((decision.table_loss for decision in self.decisions), 0)

    def as_data(self) -> dict[str, Any]:
        """As the command line prints it: ratios to four places, undefined ones null, ISO times."""
        return {
            "exact": self.space.exact,
            "earned": rounded(self.earned),
            "best": rounded(self.space.best),
            "worst": rounded(self.space.worst),
            "guessing": rounded(self.space.guessing),
            "points_of_best": rounded(self.points_of_best),
            "chance_corrected": rounded(self.chance_corrected),
            "table_loss": rounded(self.table_loss) if self.space.exact else None,
            "decisions": [_decision_data(decision) for decision in self.decisions],
            "competencies": {name: _shown_data(shown) for name, shown in self.competencies.items()},
            "timescales": [_verdict_data(verdict) for verdict in self.timescales],
            "sharing": [_sharing_data(one) for one in self.sharing],
            "red_lines": [one._asdict() for one in self.red_lines],
        }


def scorecard(
    decisions: Iterable[MarkedDecision],
    verdicts: Iterable[Verdict],
    space: Space,
    sharing: Iterable[Sharing],
    red_lines: Iterable[RedLine],
) -> Scorecard:
    """Put a scorecard together. Timescales that are marked give evidence of timely action."""
    made, timed = tuple(decisions), tuple(verdicts)
    rows = [(one.tests, one.scene, one.mark.earned, one.mark.possible) for one in made]
    for verdict in timed:
        if verdict.counted and verdict.verdict != NOT_COUNTED:
            rows.append((TIMELINESS, verdict.topic, verdict.earned, 1))
    earned = sum((one.mark.earned for one in made), 0) + sum(verdict.earned for verdict in timed)
    return Scorecard(space, earned, made, profile(rows), timed, tuple(sharing), tuple(red_lines))


def sharing_of(scene: str, role: str, evidence: object) -> Sharing | None:
    """Recall and precision of a decision that passed facts on; None for other decisions."""
    shared = evidence.share if isinstance(evidence, ReferEvidence) else evidence
    if not isinstance(shared, ShareEvidence):
        return None
    needed = hits = excess = 0
    missed, over = [], []
    for cell in shared.cells:
        weighed = weigh(cell.want, cell.given, cell.had, cell.late)
        needed, hits, excess = needed + weighed.needed, hits + weighed.half_hits, excess + weighed.half_excess
        if weighed.missed:
            missed.append((cell.fact, cell.to))
        if weighed.half_excess or weighed.crossed:
            over.append((cell.fact, cell.to))
    return Sharing(
        scene, role, _ratio(hits, 2 * needed), _ratio(hits, hits + excess), tuple(missed), tuple(over)
    )


def _ratio(part: Exact, whole: Exact) -> Fraction | None:
    return Fraction(part) / whole if whole else None


def rounded(value: Exact | None) -> float | int | None:
    """An exact number for JSON: whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(float(value), PLACES)


def _decision_data(one: MarkedDecision) -> dict[str, Any]:
    data: dict[str, Any] = {
        "scene": one.scene,
        "role": one.role,
        "kind": one.kind,
        "chosen": one.chosen,
        "marks": rounded(one.mark.earned),
        "possible": rounded(one.mark.possible),
        "loss": rounded(one.loss),
        "rules": list(one.rules),
        "reason": one.why,
        "tests": list(one.tests),
    }
    return data if one.needle is None else {**data, "needle": one.needle}


def _shown_data(shown: Shown) -> dict[str, Any]:
    return {
        "earned": rounded(shown.earned),
        "possible": rounded(shown.possible),
        "share": rounded(_ratio(shown.earned, shown.possible)) if shown.evidenced else None,
        "evidenced": shown.evidenced,
        "decisions": list(shown.decisions),
    }


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "topic": verdict.topic,
        "rule": verdict.rule,
        "from": verdict.begins,
        "to": verdict.ends,
        "begun": _iso(verdict.begun),
        "due": _iso(verdict.due),
        "actual": _iso(verdict.actual),
        "verdict": verdict.verdict,
        "counting": list(verdict.counting),
        "marked": verdict.counted,
        "marks": verdict.earned,
    }


def _iso(minutes: int | None) -> str | None:
    return None if minutes is None else from_minutes(minutes).isoformat(timespec="minutes")


def _sharing_data(one: Sharing) -> dict[str, Any]:
    return {
        "scene": one.scene,
        "role": one.role,
        "recall": rounded(one.recall),
        "precision": rounded(one.precision),
        "missed": [list(cell) for cell in one.missed],
        "excess": [list(cell) for cell in one.excess],
    }
