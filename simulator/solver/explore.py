"""The graph of everything that can happen in a case, node by node, with exact values.

A node is a projected state with its running timescales and what is owed. Scenes are entered a limited number
of times, so the graph has no cycles; values are worked out from the endings back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from scoring.terms import Level
from scoring.timescales import Clocked
from simulator.play.decide import would_stand
from simulator.play.events import Decided, Event
from simulator.play.expected import Expectations
from simulator.play.game import Game, PlayScene
from simulator.play.moves import Choose, DecisionMove, Move, Stand, TakeAdvice, View
from simulator.play.state import NO_ENDING, UNREACHED, State, level_at
from simulator.play.step import start, step, waiting_for
from simulator.scenario import model
from simulator.solver.branches import branches_of, single_branch
from simulator.solver.choices import Branch, Scored
from simulator.solver.here import Here
from simulator.solver.live import NOTHING, Listening, Lives, Slots, lives_of, project, still_viewing
from simulator.solver.pending import (
    MISSED,
    SETTLED,
    Dues,
    Horizon,
    Running,
    cut,
    excused,
    follow,
    opening,
    running_of,
    unsettled,
)
from simulator.solver.scale import scale_of

DEFAULT_BUDGET = 200_000
"""Nodes; beyond it the solver gives bounds and says that it is not exact."""

Policy = Callable[[State, str], DecisionMove | TakeAdvice | Stand]
"""What a seat that is not being solved for does: its habit, or what it did."""
TRAINER = ""
"""The name by which a trainer, who says what stands in a meeting, has a policy."""


class OverBudget(Exception):
    """The case has more nodes than the budget allows."""


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


@dataclass
class Explorer:
    """Explores one game for some seats; nodes are kept, so that losses of any play can be read off."""

    game: Game
    expected: Expectations
    clocks: Sequence[Clocked]
    seats: tuple[str, ...]
    """Seats that are played."""
    policies: Mapping[str, Policy] = field(default_factory=dict)
    """Played seats that are not solved for."""
    budget: int = DEFAULT_BUDGET
    watch: Callable[[Sequence[Event]], None] | None = None
    """Hears everything that can happen, for checks of what a case can reach."""
    listening: Listening = NOTHING
    """Lines and messages that are to be told apart although they change no marks."""
    counted: dict[tuple[object, ...], tuple[Branch, ...]] = field(default_factory=dict)
    """Branches counted already; one dictionary may serve all explorers of one game marked by one guidance."""
    edges: dict[Node, tuple[Edge, ...]] = field(default_factory=dict)
    values: dict[Node, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.running: tuple[Running, ...] = running_of(self.game, self.clocks)
        keep = 0
        for one in self.running:
            keep |= one.reasons_flag
        game, heard = self.game, self.listening
        self._timed: Lives = lives_of(game, self.expected, clocks=True, keep_flags=keep, heard=heard)
        self._untimed: Lives = lives_of(game, self.expected, clocks=False, keep_flags=keep, heard=heard)
        self.missed: set[int] = set()
        """Places of the timescales that were seen to be missed."""
        self.scale = scale_of(self.game)
        self._horizon = Horizon(self.game, self.running)
        self._options: dict[tuple[int, int], dict[str, int]] = {}
        self._views: dict[int, dict[str, int]] = {}

    # --- nodes ---------------------------------------------------------------------------------------

    def first(self) -> Node:
        """The node at which the first decision is awaited."""
        state, events = start(self.game, self.seats)
        if self.watch is not None:
            self.watch(events)
        dues = opening(self.running, events, self.game.rulebook.calendar)
        return self.node(state, dues, ())

    def node(self, state: State, dues: Dues, owed: Slots) -> Node:
        """The node a state belongs to."""
        if dues:
            latest = self._horizon.latest(state.scene, state.clock)
            dues = cut(self.running, dues, state.clock, latest, self._horizon.ahead[state.scene])
            if MISSED in dues:
                self.missed.update(place for place, code in enumerate(dues) if code == MISSED)
                dues = tuple([SETTLED if code == MISSED else code for code in dues])
        lives = self._timed if unsettled(dues) else self._untimed
        if owed:
            owed = tuple(sorted(slot for slot in owed if level_at(state.knows, slot) is Level.NONE))
        return Node(project(lives, state, self.game.case.set_on, owed), dues, owed)

    def edge(self, node: Node, move: Move, branch: Branch) -> Edge:
        """Where a move of a branch leads, and the timescales it meets."""
        state, events = step(self.game, node.state, move)
        if self.watch is not None:
            self.watch(events)
        viewing = still_viewing(self._timed, node.state, state)
        if viewing is not None:
            return Edge(branch, node._replace(state=viewing))
        dues, met = node.dues, 0
        if dues:
            calendar = self.game.rulebook.calendar
            tainted = node.state.scene if branch.tainted else -1
            dues, met = follow(self.running, dues, events, calendar, tainted=tainted)
        return Edge(branch, self.node(state, dues, (*node.owed, *branch.owed)), met * self.scale)

    def here(self, node: Node, role: str) -> Here:
        """The decision that waits at a node, for counting its branches."""
        lives = self._timed if unsettled(node.dues) else self._untimed
        live = lives.after[node.state.scene]
        return Here(self.game, self.expected, live, node.state, role, self.scale, node.owed)

    def expand(self, node: Node) -> tuple[Edge, ...]:
        """All that can be done at a node; seats that decide at once act one after the other."""
        waiting = waiting_for(self.game, node.state)
        if not waiting:
            return () if ended(node) else (self.stands(node),)
        here = self.here(node, waiting[0])
        policy = self.policies.get(here.role)
        branches = (_by_policy(here, policy),) if policy else self._branches_of(here)
        alike = self._alike(here)
        return (
            tuple(self._edges(node, branches, alike))
            if alike
            else tuple(self.edge(node, branch.best.move, branch) for branch in branches)
        )

    def _alike(self, here: Here) -> Mapping[str, int]:
        """Option -> a number, the same for options that do the same as far as anything later can tell; empty
        where that is not known beforehand. A view that does not decide does nothing at all."""
        scene, viewing = here.state.scene, here.state.part.viewing
        kind = here.kind
        if viewing and isinstance(kind, model.Meet):
            after = self._timed.after[scene]
            if not after.alone or kind.seats[after.chair] == here.role:
                return {}
            return self._views.setdefault(scene, {option.id: 0 for option in kind.options})
        if not isinstance(kind, model.Options):
            return {}
        # Somebody who listens hears what a mark brings about at once, even where nothing later reads it.
        kept = -1 if self.watch is not None else here.live.flags
        known = self._options.get((scene, kept))
        if known is None:
            known = self._options[scene, kept] = _doing_alike(here.play, kept)
        return known

    def _edges(self, node: Node, branches: Sequence[Branch], alike: Mapping[str, int]) -> Iterator[Edge]:
        """Options that do the same lead to one place, worked out once for those that count alike."""
        known: dict[tuple[int, bool, bool], Edge] = {}
        for branch in branches:
            move = branch.best.move
            if not isinstance(move, Choose | View):
                yield self.edge(node, move, branch)
                continue
            key = alike[move.option], branch.tainted, branch.best.reds > 0
            there = known.get(key)
            if there is None:
                known[key] = there = self.edge(node, move, branch)
            elif self.watch is not None:
                self.watch((Decided(move, node.state, False),))
            yield Edge(branch, there.to, there.met)

    def stands(self, node: Node) -> Edge:
        """Where a trainer says what stands: as they did, else what would stand without one."""
        said = self.policies.get(TRAINER, _by_the_chair(self.game))
        move = said(node.state, TRAINER)
        return self.edge(node, move, neutral(move))

    def _branches_of(self, here: Here) -> tuple[Branch, ...]:
        """Counted once for all states that look alike to the form and its marks."""
        state, form = here.state, self._timed.waiting[here.state.scene].form
        key = (
            state.scene,
            here.role,
            here.live[:5],
            here.worth,
            state.part.advised,
            state.part.viewing,
            state.seats if isinstance(here.kind, model.Ask) else 0,
            here.owed,
            state.knows & form.knows,
            state.flags & form.flags,
            tuple(state.stamps[index] == UNREACHED for index in form.stamps),
        )
        known = self.counted.get(key)
        if known is None:
            known = branches_of(here)
            if advice_matters(here):
                known = (*known, advice_branch(here.scene, here.role))
            self.counted[key] = known
        return known

    def settled(self, node: Node) -> tuple[int, int]:
        """What the ending itself brings: red lines still owed, and timescales met."""
        return len(node.owed), excused(self.running, node.dues, node.state.flags)

    # --- values --------------------------------------------------------------------------------------

    def value(self, node: Node) -> Value:
        """The exact value of a node. Raises OverBudget where the graph is too large."""
        known = self.values.get(node)
        if known is not None:
            return known
        todo = [node]
        while todo:
            here = todo[-1]
            if here in self.values:
                todo.pop()
                continue
            edges = self.edges.get(here)
            if edges is None:
                edges = self._explore(here)
            missing = [edge.to for edge in edges if edge.to not in self.values]
            if missing:
                todo.extend(missing)
                continue
            self.values[here] = self._valued(here, edges)
            todo.pop()
        return self.values[node]

    def _explore(self, node: Node) -> tuple[Edge, ...]:
        if len(self.edges) >= self.budget:
            raise OverBudget
        edges = self.edges[node] = self.expand(node)
        return edges

    def _valued(self, node: Node, edges: tuple[Edge, ...]) -> Value:
        if not edges:
            reds, marks = self.settled(node)
            marks *= self.scale
            return Value((reds, marks), (reds, marks), marks, marks, (marks, 1))
        return _worked_out(edges, [self.values[edge.to] for edge in edges])


def _doing_alike(play: PlayScene, kept: int) -> dict[str, int]:
    """Each option with the number of the first that has the same effects; `kept`: flags that are read."""
    found: dict[object, int] = {}
    alike: dict[str, int] = {}
    for number, option in enumerate(play.options):
        outcome = play.outcomes[number]
        alike[option] = found.setdefault(outcome._replace(flags=outcome.flags & kept), number)
    return alike


NOTHING_KNOWN = (0, 0, False, 0)


def _worked_out(edges: tuple[Edge, ...], onward: list[Value]) -> Value:
    """The value of a node from those of the nodes it leads to.

    Of equals the best has the higher grade, passes less, stands first in the file; the worst the reverse; and
    neither takes advice for nothing.
    """
    best = worst = NOTHING_KNOWN
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


def _by_the_chair(game: Game) -> Policy:
    return lambda state, _: Stand(game.scenes[state.scene].scene.id, would_stand(game, state))


def _by_policy(here: Here, policy: Policy) -> Branch:
    move = policy(here.state, here.role)
    if not isinstance(move, DecisionMove):
        return neutral(move)
    return of_another(single_branch(here, move))


def of_another(branch: Branch) -> Branch:
    """What a seat that is not solved for does: it has its effects, and its marks are its own."""
    free = branch.best._replace(reds=0, marks=0)
    return branch._replace(earned=0, best=free, worst=free, highest=free, lowest=free, owed=())


def advice_branch(scene: str, role: str) -> Branch:
    """Taking advice as a branch: it earns nothing and guessing never does it."""
    return neutral(TakeAdvice(scene, role))._replace(ways=0)


def neutral(move: Move) -> Branch:
    """The one branch of a move that is nobody's to choose: it earns nothing."""
    scored = Scored(0, 0, move)
    return Branch(1, 1, 0, scored, scored, scored, scored)


def advice_matters(here: Here) -> bool:
    """Whether advice could change marks here: one step over in a referral, a vital fact kept for now, or its
    minutes where the clock still decides something. Elsewhere it is left out of the graph.
    """
    decision = here.play.decision
    if decision is None or decision.advice is None or here.advised:
        return False
    moves_the_clock = decision.advice.takes is not None and not here.state.part.advised
    return isinstance(decision.kind, model.Refer | model.Share) or (moves_the_clock and here.live.clock)


def ended(node: Node) -> bool:
    """Whether the case is over at a node."""
    return node.state.ending != NO_ENDING
