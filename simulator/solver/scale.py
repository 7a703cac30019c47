"""The number that makes every possible mark of a case a whole number: sums of it are fast and exact."""

from __future__ import annotations

from math import lcm

from simulator.play.game import Game
from simulator.scenario import model

OPENNESS_HALF = 2
CELL = 4
"""Twice needed and twice hit, or twice needed and two whole excesses, or four halves of excess."""


def scale_of(game: Game) -> int:
    """A common multiple of every denominator that marks of this case can have (see scoring.marks)."""
    most = max((_denominator(game, scene) for scene in game.case.scenes.values()), default=1)
    return OPENNESS_HALF * lcm(*range(1, most + 1))


def _denominator(game: Game, scene: model.Scene) -> int:
    """The largest denominator of a decision: 2N + H + X of a share is at most four for each cell."""
    kind = scene.decision.kind if scene.decision else None
    facts = len(game.case.facts)
    if isinstance(kind, model.Share):
        return CELL * (facts if kind.facts is None else len(kind.facts)) * len(kind.to)
    if isinstance(kind, model.Refer):
        return CELL * (facts if kind.facts is None else len(kind.facts))
    if isinstance(kind, model.Meet):
        return CELL * (facts if kind.bring is None else len(kind.bring))
    if isinstance(kind, model.Ask):
        return 2 * len(kind.of)
    return len(kind.items) + len(kind.leave_out) if isinstance(kind, model.Record) else 1
