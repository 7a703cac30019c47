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
from simulator.play.moves import Aside, DecisionMove, Move, Stand, TakeAdvice, View
from simulator.scenario.model import Meet
from simulator.solver.branches import single_branch
from simulator.solver.choices import neutral, of_another, whole
from simulator.solver.explore import Explorer
from simulator.solver.nodes import Edge, Node


class Loss(NamedTuple):
    """What one decision lost: the seat's own marks, and what the meeting's decision then closed off."""

    scene: str
    role: str
    own: Exact
    tables: Exact


def losses(explorer: Explorer, moves: Sequence[Move]) -> tuple[tuple[Loss, Node], ...]:
    """One for each decision of the seats solved for, in order, with its node. Raises OverBudget.

    Advice is folded into the decision it was taken for. Moves of seats that are not solved for are walked
    over. A meeting's last view carries what the decision that stands lost beyond the views' own marks. What a
    seat that is handed over could still have earned is nobody's loss.
    """
    node = explorer.first()
    found: list[tuple[Loss, Node]] = []
    owing: dict[str, int] = {}
    for move in moves:
        if isinstance(move, Aside):
            continue
        marks, edge = taken(explorer, node, move)
        lost = explorer.value(node).best[1] - (marks + edge.met + explorer.value(edge.to).best[1])
        if isinstance(move, TakeAdvice):
            owing[move.role] = owing.get(move.role, 0) + lost
        elif isinstance(move, Stand):
            _add_to_table(found, move.scene, Fraction(lost, explorer.scale))
        elif isinstance(move, DecisionMove) and move.role not in explorer.policies:
            found.append((_loss(explorer, node, move, lost, marks, owing.pop(move.role, 0)), node))
        node = edge.to
    return tuple(found)


def taken(explorer: Explorer, node: Node, move: Move) -> tuple[int, Edge]:
    """Scaled marks of a move for the seats solved for, and where it leads."""
    if not isinstance(move, DecisionMove):
        branch = neutral(move)
    else:
        branch = single_branch(explorer.here(node, move.role), move)
        if move.role in explorer.policies:
            branch = of_another(branch)
    return branch.best.marks, explorer.edge(node, move, branch)


def _loss(explorer: Explorer, node: Node, move: DecisionMove, lost: int, marks: int, advice: int) -> Loss:
    """In a meeting a seat loses its own marks; the rest of a view's loss is the table's."""
    scale = explorer.scale
    if not isinstance(move, View):
        return Loss(move.scene, move.role, Fraction(lost + advice, scale), 0)
    own = whole(_most(explorer, node, move), scale) - marks
    return Loss(move.scene, move.role, Fraction(own + advice, scale), Fraction(lost - own, scale))


def _add_to_table(found: list[tuple[Loss, Node]], scene: str, lost: Fraction) -> None:
    """What the trainer's word lost goes with the last view given in the meeting."""
    for place in range(len(found) - 1, -1, -1):
        loss, node = found[place]
        if loss.scene == scene:
            found[place] = (loss._replace(tables=loss.tables + lost), node)
            return


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
