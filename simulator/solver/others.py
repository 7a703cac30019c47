"""Seats that are not solved for: what they do, and how that stands in the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from simulator.errors import MoveRefused
from simulator.play.colleagues import habit_move
from simulator.play.decide import would_stand
from simulator.play.game import Game
from simulator.play.legal import check_form
from simulator.play.moves import Bring, Choose, DecisionMove, Move, Stand, TakeAdvice, View
from simulator.play.state import State
from simulator.scenario.model import Meet, Options
from simulator.solver.branches import single_branch
from simulator.solver.choices import Branch, neutral, of_another
from simulator.solver.here import Here

Policy = Callable[[State, str], DecisionMove | TakeAdvice | Stand]
"""What a seat that is not being solved for does: its habit, or what it did."""
TRAINER = ""
"""The name by which a trainer, who says what stands in a meeting, has a policy."""
Occasion = tuple[int, int, str, bool]
"""Scene, which visit to it, seat, and whether it gives its view."""


def as_they_played(
    game: Game, moves: Sequence[Move], states: Sequence[State], seats: Sequence[str], role: str
) -> Mapping[str, Policy]:
    """Every played seat but `role`, and the trainer, each doing what it did wherever that is still possible,
    advice included, and elsewhere what its habit does. `states` are those the moves were made in.
    """
    done: dict[Occasion, DecisionMove] = {}
    advised: set[tuple[int, int, str]] = set()
    stood: dict[Occasion, Stand] = {}
    for move, state in zip(moves, states, strict=False):
        if isinstance(move, TakeAdvice):
            advised.add(_occasion(game, state, move.role)[:3])
        elif isinstance(move, DecisionMove):
            done[_occasion(game, state, move.role)] = move
        elif isinstance(move, Stand):
            stood[_occasion(game, state, TRAINER)] = move

    def policy(state: State, seat: str) -> DecisionMove | TakeAdvice:
        occasion = _occasion(game, state, seat)
        if occasion[:3] in advised and not state.part.advised & game.seat[seat]:
            return TakeAdvice(game.scenes[state.scene].scene.id, seat)
        move = done.get(occasion)
        return move if move is not None and _fits(game, state, move) else habit_move(game, state, seat)

    def trainer(state: State, seat: str) -> Stand:
        scene = game.scenes[state.scene].scene.id
        return stood.get(_occasion(game, state, seat)) or Stand(scene, would_stand(game, state))

    return {TRAINER: trainer, **{seat: policy for seat in seats if seat != role}}


def _occasion(game: Game, state: State, seat: str) -> Occasion:
    visits = sum(1 for mask in game.scenes[state.scene].entered if state.flags & mask)
    return state.scene, visits, seat, state.part.viewing


def _fits(game: Game, state: State, move: DecisionMove) -> bool:
    decision = game.scenes[state.scene].decision
    assert decision is not None
    if isinstance(decision.kind, Options):
        return isinstance(move, Choose)
    if isinstance(decision.kind, Meet):
        if isinstance(move, View):
            return True
        if not isinstance(move, Bring):
            return False
    try:
        check_form(game, state, move)
    except MoveRefused:
        return False
    return True


def by_the_chair(game: Game) -> Policy:
    """What stands where no trainer has said it."""
    return lambda state, _: Stand(game.scenes[state.scene].scene.id, would_stand(game, state))


def by_policy(here: Here, policy: Policy) -> Branch:
    """The one branch of a seat that is not solved for."""
    move = policy(here.state, here.role)
    if not isinstance(move, DecisionMove):
        return neutral(move)
    return of_another(single_branch(here, move))
