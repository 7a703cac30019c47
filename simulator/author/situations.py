"""What the solver's graph says of each decision: what differs, what is best, what a lower grade loses."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from scoring.marks import GRADE_MARKS
from simulator.play.marking import worth_of
from simulator.play.moves import Choose, View
from simulator.solver.explore import Explorer
from simulator.solver.nodes import Edge, Node

Picked = tuple[str, str]
"""Scene, option."""


@dataclass
class Situations:
    """Gathered over every situation of every play."""

    decided: set[str] = field(default_factory=set)
    """Scenes in which a played seat decides something that is marked."""
    differing: set[str] = field(default_factory=set)
    """Those in which it makes a difference to marks or red lines what is done."""
    best: set[Picked] = field(default_factory=set)
    """Options that lose nothing somewhere."""
    unpunished: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """(scene, option of a lower grade, of a higher grade) -> situations in which the lower loses nothing."""
    held: dict[str, Fraction] = field(default_factory=dict)
    """Scene on the best line -> marks that can be lost there at most."""


def situations_of(explorer: Explorer) -> Situations:
    """Look at every decision of every play; the explorer has solved the case."""
    found = Situations()
    for node, edges in explorer.edges.items():
        if not edges:
            continue
        play = explorer.game.scenes[node.state.scene]
        if worth_of(explorer.game, node.state) == 0:
            continue
        found.decided.add(play.scene.id)
        if play.scene.id not in found.differing and _differs(edges):
            found.differing.add(play.scene.id)
        if play.options:
            _compare(explorer, found, edges)
    _hold(explorer, found)
    return found


def _differs(edges: tuple[Edge, ...]) -> bool:
    one = edges[0].branch.best
    return any(
        (scored.reds, scored.marks) != (one.reds, one.marks)
        for edge in edges
        if edge.branch.ways
        for scored in (edge.branch.best, edge.branch.worst, edge.branch.highest, edge.branch.lowest)
    )


def _compare(explorer: Explorer, found: Situations, edges: tuple[Edge, ...]) -> None:
    rows = []
    for edge in edges:
        move = edge.branch.best.move
        if isinstance(move, Choose | View):
            after = explorer.values[edge.to].best
            grade = GRADE_MARKS[explorer.expected[move.scene].options[move.option].grade]
            best = edge.branch.best
            loses = (best.reds + after[0], -(best.marks + edge.met + after[1]))
            rows.append((loses, grade, move.scene, move.option))
    if not rows:
        return
    least = min(row[0] for row in rows)
    found.best.update((scene, option) for loses, _, scene, option in rows if loses == least)
    for loses, grade, scene, option in rows:
        for other_loses, other_grade, _, other in rows:
            if grade < other_grade and loses <= other_loses:
                key = (scene, option, other)
                found.unpunished[key] = found.unpunished.get(key, 0) + 1


def best_nodes(explorer: Explorer) -> list[Node]:
    """The situations of the best play, one after the other; the last is its end."""
    nodes = [explorer.first()]
    while edges := explorer.edges.get(nodes[-1]):
        nodes.append(edges[explorer.values[nodes[-1]].best_edge].to)
    return nodes


def _hold(explorer: Explorer, found: Situations) -> None:
    """What the worst that can be done in each decision of the best play costs, played well from there on."""
    for node in best_nodes(explorer):
        edges = explorer.edges[node]
        if edges:
            scene = explorer.game.scenes[node.state.scene].scene.id
            most = explorer.values[node].best[1]
            least = min(
                edge.branch.lowest.marks + edge.met + explorer.values[edge.to].best[1]
                for edge in edges
                if edge.branch.ways
            )
            held = Fraction(most - least, explorer.scale)
            found.held[scene] = max(found.held.get(scene, Fraction(0)), held)
