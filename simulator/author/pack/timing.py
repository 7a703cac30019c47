"""How long each scene takes at a table: the case's own minutes shared out over the best line."""

from __future__ import annotations

from typing import NamedTuple

from simulator.author.checks.wording import A_DECISION, A_STOP, A_TURN
from simulator.author.examined import Examined
from simulator.play.moves import Bring, DecisionMove, View
from simulator.scenario.model import Cut, Scene

READ_OUT = 1
"""Minutes of a scene in which nobody decides."""


class Timed(NamedTuple):
    """A scene of the running order."""

    scene: Scene
    on_the_way: bool
    """Whether the best line comes through it."""
    minutes: int
    """In the whole case; 0 where the best line does not come through it."""
    in_cuts: tuple[int | None, ...]
    """In each of its cuts; None where it is left out."""


def running_order(examined: Examined) -> tuple[Timed, ...]:
    """Every scene in the order of the file, with its minutes."""
    case = examined.case
    whole = _shared_out(examined, case.minutes, ())
    cuts = [(cut, _shared_out(examined, cut.minutes, cut.leave_out)) for cut in case.cuts.values()]
    return tuple(
        Timed(
            scene,
            scene.id in whole,
            whole.get(scene.id, 0),
            tuple(_in_cut(scene, cut, shared) for cut, shared in cuts),
        )
        for scene in case.scenes.values()
    )


def _in_cut(scene: Scene, cut: Cut, shared: dict[str, int]) -> int | None:
    return None if scene.id in cut.leave_out else shared.get(scene.id, 0)


def _shared_out(examined: Examined, minutes: int, left_out: tuple[str, ...]) -> dict[str, int]:
    """Whole minutes that add up to those of the case: the largest remainders are rounded up."""
    weights = {scene: weight for scene, weight in _weights(examined).items() if scene not in left_out}
    total = sum(weights.values()) or 1
    exact = {scene: minutes * weight / total for scene, weight in weights.items()}
    shared = {scene: int(share) for scene, share in exact.items()}
    short = minutes - sum(shared.values()) if weights else 0
    for scene in sorted(exact, key=lambda one: shared[one] - exact[one])[:short]:
        shared[scene] += 1
    return shared


def _weights(examined: Examined) -> dict[str, float]:
    """Scene of the best line -> how much of the time it takes, as the check of a case's minutes counts."""
    weights: dict[str, float] = {}
    met = _decided(examined)
    for scene in examined.case.scenes.values():
        plain = scene.decision is None and not scene.when
        if scene.id in met or plain:
            weights[scene.id] = met.get(scene.id, READ_OUT) + A_STOP * bool(scene.stop)
    return weights


def _decided(examined: Examined) -> dict[str, float]:
    """Scenes in which the best line decides; of a case too large to solve, those without a condition."""
    met: dict[str, float] = {}
    if not examined.exact:
        scenes = examined.case.scenes.values()
        return {one.id: A_DECISION for one in scenes if one.decision and not (one.when or one.makes_good)}
    for move in examined.solution.best_line:
        if isinstance(move, Bring | View):
            met[move.scene] = met.get(move.scene, A_DECISION) + A_TURN
        elif isinstance(move, DecisionMove):
            met.setdefault(move.scene, A_DECISION)
    return met
