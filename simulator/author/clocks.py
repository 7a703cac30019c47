"""What can become of each marked timescale over all plays: begun, met, missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.solver.explore import Explorer
from simulator.solver.nodes import Edge, Node, ended
from simulator.solver.pending import (
    LATE_WITH_REASONS,
    MET_AT_START,
    NOT_BEGUN,
    OVERDUE,
    SAFE,
    SETTLED,
)


@dataclass
class Fate:
    """What was seen of one timescale in any play."""

    begun: bool = False
    met: bool = False
    missed: bool = False


def fates(explorer: Explorer) -> list[Fate]:
    """One for each marked timescale, from everything that can happen."""
    seen = explorer.missed
    found = [Fate(place in seen, missed=place in seen) for place in range(len(explorer.running))]
    for node, edges in explorer.edges.items():
        for fate, code in zip(found, node.dues, strict=True):
            if code > 0 or code in (SAFE, OVERDUE, LATE_WITH_REASONS, MET_AT_START):
                fate.begun = True
            if code == MET_AT_START:
                fate.met = True
            if code == LATE_WITH_REASONS or (code == OVERDUE and ended(node)):
                fate.missed = True
        for edge in edges:
            if edge.to.dues != node.dues:
                _settle(found, node, edge, explorer.scale)
    return found


def _settle(found: list[Fate], node: Node, edge: Edge, scale: int) -> None:
    """Several that are settled by one move are met or lost together, or may be either."""
    settling = list(_settling(found, node, edge))
    met = edge.met // scale
    running = [fate for fate, was_running in settling if was_running]
    for fate, was_running in settling:
        fate.begun = fate.begun or was_running or bool(met)
        fate.met = fate.met or bool(met)
        if was_running and met < len(running):
            fate.missed = True


def _settling(found: list[Fate], node: Node, edge: Edge) -> Iterator[tuple[Fate, bool]]:
    for fate, before, after in zip(found, node.dues, edge.to.dues, strict=True):
        if after == SETTLED and before != SETTLED:
            yield fate, before > NOT_BEGUN or before in (SAFE, OVERDUE)
