"""Bounds on the score where a case has too many states to solve exactly: shown as bounds, no more."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.marks import FULL_MARKS, HALF, Exact
from simulator.play.expected import Expectations
from simulator.play.game import Game, PlayScene
from simulator.scenario import model
from simulator.solver.pending import Running
from simulator.solver.reads import following_scenes


def bounds(
    game: Game, expected: Expectations, running: Sequence[Running], seats: tuple[str, ...]
) -> tuple[Exact, Exact]:
    """At least, at most: nothing at all, and full marks in every decision of the richest way through."""
    played = game.seats_of(seats)
    here = [_most_here(game, expected, play, played) for play in game.scenes]
    following = [tuple(following_scenes(game, play)) for play in game.scenes]
    if any(there <= scene for scene, theres in enumerate(following) for there in theres):
        return 0, sum(here, len(running))
    ahead: list[Exact] = [0] * (len(here) + 1)
    for scene in reversed(range(len(here))):
        ahead[scene] = here[scene] + max(ahead[there] for there in following[scene])
    return 0, ahead[0] + len(running)


def _most_here(game: Game, expected: Expectations, play: PlayScene, played: int) -> Exact:
    if play.decision is None or play.scene.makes_good or not play.seats & played:
        return 0
    kind, asked = play.decision.kind, expected[play.scene.id]
    seats = (play.seats & played).bit_count()
    each: Exact = FULL_MARKS
    if isinstance(kind, model.Share):
        each += HALF * (bool(asked.openness) + bool(asked.basis) + bool(kind.reasons))
    elif isinstance(kind, model.Refer):
        each += FULL_MARKS + 1 + bool(kind.urgency) + HALF * bool(asked.openness)
    elif isinstance(kind, model.Meet):
        each += FULL_MARKS
    return each * seats * play.decision.worth
