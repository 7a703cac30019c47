"""How seldom guessing reaches a mark, when every field is filled in at random.

The mean of guessing stands in every node; this is the upper end of its spread. A play starts with all that
can be earned and loses some of it move by move; what has lost too much already is not followed any further.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import floor

from simulator.solver.choices import Branch
from simulator.solver.explore import Explorer
from simulator.solver.nodes import Edge, Node

HUNDRED = 100
PARTS = 4
"""Parts of a mark in which losses are counted where a bound is enough."""


def chance_of(explorer: Explorer, hundredths: int, parts: int = PARTS) -> float:
    """The chance that a uniform guesser earns at least so many hundredths of the best.

    The explorer must have solved its case. The loss of each decision is rounded down to 1/`parts` of a mark,
    so that the chance is never understated; `parts` 0 counts every mark as it is, which can take minutes
    where a case has many forms. True to twelve places.
    """
    first = explorer.first()
    value = explorer.values[first]
    needed = Fraction(value.best[1] * hundredths, HUNDRED)
    allowed = floor(value.highest - needed)
    step = max(explorer.scale // parts, 1) if parts else 1
    return sum(_lost(explorer, allowed, step).values())


def _lost(explorer: Explorer, allowed: int, step: int) -> dict[int, float]:
    """Loss against the most that can be earned -> its chance, up to the loss allowed."""
    waiting: dict[Node, dict[int, float]] = {explorer.first(): {0: 1.0}}
    ended: dict[int, float] = {}
    for node in reversed(explorer.values):  # a node is valued after all it leads to
        reached = waiting.pop(node, None)
        if not reached:
            continue
        edges = explorer.edges[node]
        if not edges:
            _add(ended, reached.items())
        for edge in edges:
            if edge.branch.ways:
                onward = waiting.setdefault(edge.to, {})
                for loss, ways in _losses(explorer, node, edge, step):
                    _add(onward, _moved(reached, loss, ways / edge.branch.total, allowed))
    return ended


def _losses(explorer: Explorer, node: Node, edge: Edge, step: int) -> Iterator[tuple[int, int]]:
    """Each loss that the fillings of a branch come to, and how many of them do."""
    most = explorer.values[node].highest - edge.met - explorer.values[edge.to].highest
    for marks, ways in _spread(edge.branch):
        yield (most - marks) // step * step, ways


def _spread(branch: Branch) -> tuple[tuple[int, int], ...]:
    return branch.spread or ((branch.best.marks, branch.ways),)


def _moved(
    reached: Mapping[int, float], loss: int, chance: float, allowed: int
) -> Iterator[tuple[int, float]]:
    return ((lost + loss, before * chance) for lost, before in reached.items() if lost + loss <= allowed)


def _add(found: dict[int, float], more: Iterable[tuple[int, float]]) -> None:
    for lost, chance in more:
        known = found.get(lost)
        found[lost] = chance if known is None else known + chance
