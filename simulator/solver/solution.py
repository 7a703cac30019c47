"""The score space of a case, known before anybody plays: best, worst, guessing, endings, naive strategies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import Any, NamedTuple

from scoring.marks import Exact
from scoring.scorecard import rounded
from scoring.timescales import Clocked
from simulator.play.expected import Expectations
from simulator.play.game import Game
from simulator.play.moves import DecisionMove, Move, TakeAdvice
from simulator.play.state import NO_ENDING
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE, Strategy
from simulator.solver.bounds import bounds
from simulator.solver.branches import single_branch
from simulator.solver.explore import DEFAULT_BUDGET, Explorer, OverBudget
from simulator.solver.nodes import Edge, Node


class Naive(NamedTuple):
    """What a strategy without thought comes to."""

    earned: Exact
    red_lines: int
    ending: str


class Solution(NamedTuple):
    """Everything the exact solver knows of a case for some seats."""

    exact: bool
    best: Exact
    """Most marks among plays with the fewest red lines; an upper bound where not exact."""
    best_red_lines: int
    worst: Exact
    worst_red_lines: int
    highest: Exact
    """Most marks of any play, whatever red lines it crosses."""
    lowest: Exact
    guessing: Fraction | None
    endings: Mapping[str, Fraction]
    """Chance of each ending for a uniform guesser; empty where not exact."""
    best_line: tuple[Move, ...]
    worst_line: tuple[Move, ...]
    naive: Mapping[str, Naive]
    states: int

    def chance_corrected(self, earned: Exact) -> Fraction | None:
        """(Earned − guessing) ÷ (best − guessing)."""
        if not self.exact or self.guessing is None or self.best == self.guessing:
            return None
        return (earned - self.guessing) / (self.best - self.guessing)

    def as_data(self) -> dict[str, Any]:
        """As the command line prints it, without the lines, which need the case's words."""
        return {
            "exact": self.exact,
            "best": rounded(self.best),
            "best_red_lines": self.best_red_lines,
            "worst": rounded(self.worst),
            "worst_red_lines": self.worst_red_lines,
            "highest": rounded(self.highest),
            "lowest": rounded(self.lowest),
            "guessing": rounded(self.guessing),
            "endings": {ending: rounded(chance) for ending, chance in self.endings.items()},
            "naive": {
                name: {
                    "earned": rounded(one.earned),
                    "red_lines": one.red_lines,
                    "ending": one.ending,
                    "chance_corrected": rounded(self.chance_corrected(one.earned)),
                }
                for name, one in self.naive.items()
            },
            "states": self.states,
        }


def solve(
    game: Game,
    expected: Expectations,
    clocks: Sequence[Clocked],
    seats: tuple[str, ...],
    budget: int = DEFAULT_BUDGET,
) -> Solution:
    """Solve a case for the seats played. Above the budget: bounds, and `exact` is false."""
    return solve_with(Explorer(game, expected, clocks, seats, budget=budget))


def solve_with(explorer: Explorer) -> Solution:
    """The same with an explorer of one's own, whose nodes can be looked at afterwards."""
    naive = {name: naive_play(explorer, strategy) for name, strategy in NAIVE.items()}
    try:
        first = explorer.first()
        value = explorer.value(first)
    except OverBudget:
        return _bounded(explorer, naive)
    scale = explorer.scale
    return Solution(
        exact=True,
        best=Fraction(value.best[1], scale),
        best_red_lines=value.best[0],
        worst=Fraction(value.worst[1], scale),
        worst_red_lines=value.worst[0],
        highest=Fraction(value.highest, scale),
        lowest=Fraction(value.lowest, scale),
        guessing=value.marks_of_guessing(scale),
        endings=ending_odds(explorer, first),
        best_line=tuple(line(explorer, first, best=True)),
        worst_line=tuple(line(explorer, first, best=False)),
        naive=naive,
        states=len(explorer.values),
    )


def _bounded(explorer: Explorer, naive: Mapping[str, Naive]) -> Solution:
    least, most = bounds(explorer.game, explorer.expected, explorer.running, explorer.seats)
    return Solution(False, most, 0, least, 0, most, least, None, {}, (), (), naive, len(explorer.edges))


def line(explorer: Explorer, node: Node, *, best: bool) -> Iterator[DecisionMove | TakeAdvice]:
    """The moves of the best (or worst) play from a node on; what a trainer lets stand is left out."""
    while edges := explorer.edges.get(node):
        value = explorer.values[node]
        edge = edges[value.best_edge if best else value.worst_edge]
        move = (edge.branch.best if best else edge.branch.worst).move
        if isinstance(move, DecisionMove | TakeAdvice):
            yield move
        node = edge.to


def ending_odds(explorer: Explorer, first: Node) -> dict[str, Fraction]:
    """The chance of each ending for a uniform guesser."""
    chances: dict[Node, Odds] = {}
    for node in explorer.values:
        edges = explorer.edges[node]
        chances[node] = _odds(edges, chances) if edges else (1, {node.state.ending: 1})
    below, found = chances[first]
    return {name: Fraction(found.get(index, 0), below) for index, name in enumerate(explorer.game.ending_ids)}


Odds = tuple[int, dict[int, int]]
"""A denominator, and the numerator of each ending: whole numbers take a tenth of the time of fractions."""


def _odds(edges: Sequence[Edge], chances: Mapping[Node, Odds]) -> Odds:
    """The odds of a node from those of the nodes it leads to; nobody guesses to take advice."""
    ways: dict[Node, int] = {}
    for edge in edges:
        if edge.branch.ways:
            ways[edge.to] = ways.get(edge.to, 0) + edge.branch.ways
    onward = [(number, chances[to]) for to, number in ways.items()]
    if len(onward) == 1:
        return onward[0][1]
    below = lcm(*(one[0] for _, one in onward))
    odds: dict[int, int] = {}
    for number, (own, endings) in onward:
        times = number * (below // own)
        for ending, chance in endings.items():
            odds[ending] = odds.get(ending, 0) + times * chance
    total = below * edges[0].branch.total
    common = gcd(total, *odds.values())
    return total // common, {ending: chance // common for ending, chance in odds.items()}


def naive_play(explorer: Explorer, strategy: Strategy) -> Naive:
    """Play a strategy from the start and add up its marks."""
    game = explorer.game
    state, _ = start(game, explorer.seats)
    node = explorer.first()
    reds: int = 0
    marks: int = 0
    while state.ending == NO_ENDING:
        waiting = waiting_for(game, state)
        if not waiting:
            edge = explorer.stands(node)
        else:
            move = strategy(game, state, waiting[0])
            edge = explorer.edge(node, move, single_branch(explorer.here(node, waiting[0]), move))
        scored, node = edge.branch.best, edge.to
        reds, marks = reds + scored.reds, marks + scored.marks + edge.met
        state, _ = step(game, state, scored.move)
    end = explorer.settled(node)
    earned = Fraction(marks, explorer.scale) + end[1]
    return Naive(earned, reds + end[0], game.ending_ids[state.ending])
