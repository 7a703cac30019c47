"""Small stories, each with one trap for an exact solver; figures worked out by hand beside the twin's."""

from __future__ import annotations

from fractions import Fraction

from scoring.rulebook import Rulebook
from simulator.play.cited import clocks_of
from simulator.play.expected import expectations
from simulator.play.game import Game
from simulator.solver.solution import Solution, solve
from tests.unit.play.cases import HEAD, book, game_of, rule
from tests.unit.solver.comparing import compared


def solved(game: Game, seats: tuple[str, ...], by: Rulebook | None = None) -> Solution:
    """The solution, once it agrees with plain enumeration in everything."""
    marked_by = by or game.rulebook
    assert compared(game, seats, marked_by) == []
    return solve(game, expectations(game.case, marked_by), clocks_of(game.case, marked_by, seats), seats)


def test_a_timescale_met_before_anybody_decides_counts() -> None:
    game = game_of(
        """
        intake: {milestone: referral_received}
        decision: {takes: 1 hour, milestone: referral_decision}
        first:
          decide:
            as: teacher
            question: And now?
            options:
              ring:
                text: Ring.
                grade: good
              wait:
                text: Wait.
                grade: poor
        """,
        head=HEAD + "clocks: [decision_on_referral]\n",
        rulebook=book(
            topics={
                "decision_on_referral": (
                    rule("decision_on_referral", 1, "working_days", "referral_received", "referral_decision"),
                )
            }
        ),
    )
    solution = solved(game, ("teacher",))
    assert (solution.best, solution.worst, solution.guessing) == (4, 1, Fraction(5, 2))


def test_openness_with_somebody_whom_the_form_did_not_offer_cannot_be_earned() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: What do you pass on?
            share: {facts: [words], to: [manager], openness: {mother: tell}}
            in wt2013: {openness: {mother: tell, father: tell}}
        """
    )
    assert solved(game, ("teacher",)).best == Fraction(7, 2)
    assert solved(game, ("teacher",), book("wt2013")).best == 3
