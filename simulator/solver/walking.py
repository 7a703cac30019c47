"""`best` and `worst` as strategies: the play is followed through the solver's graph, move by move.

What is best depends on how the play came to where it is (which timescales run, what is still owed), so the
walk makes the same moves as the play: those in words it reads for itself, the others pass through it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.play.game import Game
from simulator.play.moves import DecisionMove, Move, TakeAdvice
from simulator.play.spoken import Spoken, parse
from simulator.play.state import State
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import Strategy
from simulator.solver.branches import advice_branch, single_branch
from simulator.solver.explore import Explorer

BEST, WORST = "best", "worst"


class Walk:
    """One play followed from its start. `strategies` are the words it can be asked for."""

    def __init__(self, explorer: Explorer, spoken: Sequence[Spoken], others: Mapping[str, Strategy]) -> None:
        self.explorer = explorer
        self.strategies: Mapping[str, Strategy] = {
            BEST: lambda game, state, role: self._solved(state, best=True),
            WORST: lambda game, state, role: self._solved(state, best=False),
            **{name: self._followed(strategy) for name, strategy in others.items()},
        }
        self._node = explorer.first()
        self._state = start(explorer.game, explorer.seats)[0]
        self._left = [one for one in spoken if not self._by_strategy(one)]

    def _by_strategy(self, spoken: Spoken) -> bool:
        return spoken.words in self.strategies or spoken.words.partition(" ")[2].strip() in self.strategies

    def _followed(self, strategy: Strategy) -> Strategy:
        def move(game: Game, state: State, role: str) -> DecisionMove:
            self._catch_up(state)
            chosen = strategy(game, state, role)
            self._go(chosen)
            return chosen

        return move

    def _solved(self, state: State, *, best: bool) -> DecisionMove:
        """The solver's own move where the play stands. Raises OverBudget."""
        self._catch_up(state)
        value = self.explorer.value(self._node)
        edge = self.explorer.edges[self._node][value.best_edge if best else value.worst_edge]
        move = (edge.branch.best if best else edge.branch.worst).move
        self._go(move)
        return move  # type: ignore[return-value]  # advice is a move before the decision; the play takes both

    def _catch_up(self, state: State) -> None:
        """Make the moves that were made in words since the walk was last asked."""
        game = self.explorer.game
        while self._state != state:
            words = self._left.pop(0).words.partition(" ")[2].strip()
            self._go(parse(game, self._state, waiting_for(game, self._state), words))

    def _go(self, move: Move) -> None:
        explorer = self.explorer
        if isinstance(move, TakeAdvice):
            branch = advice_branch(move.scene, move.role)
        else:
            decision: DecisionMove = move  # type: ignore[assignment]  # words name no other moves
            branch = single_branch(explorer.here(self._node, decision.role), decision)
        self._node = explorer.edge(self._node, move, branch).to
        self._state = step(explorer.game, self._state, move)[0]
