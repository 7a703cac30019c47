"""The graph of everything that can happen in a case, node by node, with exact values.

A node is a projected state with its running timescales and what is owed. Scenes are entered a limited number
of times, so the graph has no cycles; values are worked out from the endings back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scoring.terms import Level
from scoring.timescales import Clocked
from simulator.play.events import Decided, Event
from simulator.play.expected import Expectations
from simulator.play.game import Game, PlayScene
from simulator.play.moves import Choose, Move, View
from simulator.play.state import UNREACHED, State, level_at
from simulator.play.step import start, step, waiting_for
from simulator.scenario import model
from simulator.solver.branches import advice_branch, advice_matters, branches_of
from simulator.solver.choices import Branch, neutral
from simulator.solver.here import Here
from simulator.solver.live import Lives, Slots, lives_of
from simulator.solver.nodes import Edge, Node, Value, ended, worked_out
from simulator.solver.others import TRAINER, Policy, by_policy, by_the_chair
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
from simulator.solver.projecting import project, still_viewing
from simulator.solver.reads import NOTHING, Listening
from simulator.solver.scale import scale_of

DEFAULT_BUDGET = 200_000
"""Nodes; beyond it the solver gives bounds and says that it is not exact."""


class OverBudget(Exception):
    """The case has more nodes than the budget allows."""


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
        branches = (by_policy(here, policy),) if policy else self._branches_of(here)
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
        said = self.policies.get(TRAINER, by_the_chair(self.game))
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
        return worked_out(edges, [self.values[edge.to] for edge in edges])


def _doing_alike(play: PlayScene, kept: int) -> dict[str, int]:
    """Each option with the number of the first that has the same effects; `kept`: flags that are read."""
    found: dict[object, int] = {}
    alike: dict[str, int] = {}
    for number, option in enumerate(play.options):
        outcome = play.outcomes[number]
        alike[option] = found.setdefault(outcome._replace(flags=outcome.flags & kept), number)
    return alike
