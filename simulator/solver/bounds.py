"""Bounds on the score where a case has too many states to solve exactly: shown as bounds, no more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from scoring.marks import FULL_MARKS, HALF, Exact
from simulator.play.expected import Expectations
from simulator.play.game import Game, PlayScene
from simulator.scenario import model
from simulator.solver.live import following_scenes
from simulator.solver.pending import Running


def bounds(
    game: Game, expected: Expectations, running: Sequence[Running], seats: tuple[str, ...]
) -> tuple[Exact, Exact]:
    """At least, at most: nothing at all, and full marks in every decision of the richest way through."""
    played = game.seats_of(seats)
    end = len(game.scenes)

    @cache
    def most(scene: int, left: frozenset[int]) -> Exact:
        if scene >= end or scene not in left:
            return 0
        play = game.scenes[scene]
        here = _most_here(game, expected, play, played)
        rest = left - {scene}
        return here + max(most(there, rest) for there in following_scenes(game, play))

    total = sum(
        (_most_here(game, expected, play, played) * (play.scene.again + 1) for play in game.scenes), 0
    )
    forward = all(there > play.index for play in game.scenes for there in following_scenes(game, play))
    best = most(0, frozenset(range(end))) if forward else total
    return 0, best + len(running)


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
        each += 0 if kind.bring == () else FULL_MARKS
    return each * seats * play.decision.worth
