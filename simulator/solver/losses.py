"""The loss of each decision of a play, against the best that was still to be earned where it was made.

Losses add up: every mark short of the best belongs to one decision, or to the meeting that decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from scoring.marks import Exact, mark, scaled
from simulator.play.evidence import evidence_of
from simulator.play.marking import worth_of
from simulator.play.moves import DecisionMove, HandOver, Move, SendInject, Stand, StepOut, TakeAdvice, View
from simulator.scenario.model import Meet
from simulator.solver.branches import single_branch
from simulator.solver.choices import whole
from simulator.solver.explore import Edge, Explorer, Node, advice_branch, of_another

APART = (SendInject, StepOut, HandOver, Stand)
"""Moves that are nobody's decision."""


class Loss(NamedTuple):
    """What one decision lost: the seat's own marks, and what the meeting's decision then closed off."""

    scene: str
    role: str
    own: Exact
    tables: Exact


def losses(explorer: Explorer, moves: Sequence[Move]) -> tuple[tuple[Loss, Node], ...]:
    """One for each decision of the seats solved for, in order, with its node. Raises OverBudget.

    Advice is folded into the decision it was taken for. Moves of seats that are not solved for are walked
    over. A meeting's last view carries what the decision that stands lost beyond the views' own marks.
    """
    node = explorer.first()
    found: list[tuple[Loss, Node]] = []
    before_advice: int | None = None
    for move in moves:
        if isinstance(move, APART):
            continue
        here = explorer.value(node).best[1]
        start = before_advice if before_advice is not None else here
        marks, edge = _taken(explorer, node, move)
        onward = edge.met + explorer.value(edge.to).best[1]
        if isinstance(move, TakeAdvice):
            before_advice, node = start - edge.met, edge.to
            continue
        before_advice = None
        if move.role not in explorer.policies:
            found.append((_loss(explorer, node, move, start - (marks + onward), marks), node))
        node = edge.to
    return tuple(found)


def _taken(explorer: Explorer, node: Node, move: Move) -> tuple[int, Edge]:
    """Marks of a move, and where it leads."""
    if isinstance(move, TakeAdvice):
        branch = advice_branch(move.scene, move.role)
    else:
        assert not isinstance(move, APART)
        branch = single_branch(explorer.here(node, move.role), move)
        if move.role in explorer.policies:
            branch = of_another(branch)
    edge = explorer.edge(node, move, branch)
    return branch.best.marks, edge


def _loss(explorer: Explorer, node: Node, move: DecisionMove, total: int, marks: int) -> Loss:
    """In a meeting a seat loses its own marks; the rest of a view's loss is the table's."""
    scale = explorer.scale
    if not isinstance(move, View):
        return Loss(move.scene, move.role, Fraction(total, scale), 0)
    own = whole(_most(explorer, node, move), scale) - marks
    return Loss(move.scene, move.role, Fraction(own, scale), Fraction(total - own, scale))


def _most(explorer: Explorer, node: Node, move: View) -> Exact:
    """The most a seat's own view could have earned."""
    game = explorer.game
    decision = game.case.scenes[move.scene].decision
    assert decision is not None and isinstance(decision.kind, Meet)
    worth = worth_of(game, node.state)
    return max(
        scaled(
            mark(evidence_of(game, explorer.expected, node.state, move._replace(option=option.id))), worth
        ).earned
        for option in decision.kind.options
    )
