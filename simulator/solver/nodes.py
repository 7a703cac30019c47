"""Moments of a case, the ways on from them, and what can still happen from each: its exact value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from simulator.play.state import NO_ENDING, State
from simulator.solver.choices import Branch
from simulator.solver.live import Slots
from simulator.solver.pending import Dues


class Node(NamedTuple):
    """A moment of some play, as far as anything later can tell."""

    state: State
    dues: Dues
    owed: Slots
    """Vital facts kept back under advice and not passed since, each as often as it was kept."""


class Edge(NamedTuple):
    """One way on from a node; `met`: marks of the timescales that the move meets, scaled."""

    branch: Branch
    to: Node
    met: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """What can still happen from a node on, its clocks included."""

    best: tuple[int, int]
    """Fewest further red lines, and the most marks with so few (scaled, as all marks here)."""
    worst: tuple[int, int]
    highest: int
    """Most marks, whatever red lines they take."""
    lowest: int
    mean: tuple[int, int]
    """Expected marks of a uniform guesser: numerator and denominator, not reduced."""
    best_edge: int = -1
    worst_edge: int = -1

    def marks_of_best(self, scale: int) -> Fraction:
        """Unscaled."""
        return Fraction(self.best[1], scale)

    def marks_of_guessing(self, scale: int) -> Fraction:
        """Unscaled."""
        return Fraction(*self.mean) / scale

    def marks_of_worst(self, scale: int) -> Fraction:
        """Unscaled."""
        return Fraction(self.worst[1], scale)


def ended(node: Node) -> bool:
    """Whether the case is over at a node."""
    return node.state.ending != NO_ENDING


_NOTHING_KNOWN = (0, 0, False, 0)


def worked_out(edges: tuple[Edge, ...], onward: list[Value]) -> Value:
    """The value of a node from those of the nodes it leads to.

    Of equals the best has the higher grade, passes less, stands first in the file; the worst the reverse; and
    neither takes advice for nothing.
    """
    best = worst = _NOTHING_KNOWN
    best_edge = worst_edge = -1
    for at, (edge, after) in enumerate(zip(edges, onward, strict=True)):
        branch, met = edge.branch, edge.met
        one, other = branch.best, branch.worst
        good = one.reds + after.best[0], -(one.marks + met + after.best[1]), not branch.ways, one.rank
        bad = other.reds + after.worst[0], -(other.marks + met + after.worst[1]), branch.ways > 0, other.rank
        if best_edge < 0 or good < best:
            best, best_edge = good, at
        if worst_edge < 0 or bad >= worst:
            worst, worst_edge = bad, at
    pairs = list(zip(edges, onward, strict=True))
    return Value(
        (best[0], -best[1]),
        (worst[0], -worst[1]),
        max(edge.branch.highest.marks + edge.met + after.highest for edge, after in pairs),
        min(edge.branch.lowest.marks + edge.met + after.lowest for edge, after in pairs),
        _mean(pairs),
        best_edge,
        worst_edge,
    )


def _mean(pairs: Sequence[tuple[Edge, Value]]) -> tuple[int, int]:
    """What a uniform guesser earns from here, as numerator and denominator; nobody guesses to take advice."""
    guessed = [(edge, after.mean) for edge, after in pairs if edge.branch.ways]
    below = guessed[0][1][1]
    if any(mean[1] != below for _, mean in guessed):
        below = lcm(*(mean[1] for _, mean in guessed))
    onward = sum(
        edge.branch.ways * (edge.met * below + mean[0] * (below // mean[1])) for edge, mean in guessed
    )
    here = sum(edge.branch.earned for edge, _ in guessed)
    return onward + here * below, below * guessed[0][0].branch.total
