"""Small stories about clocks, each with one trap for an exact solver."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from scoring.guidance.model import Milestone
from scoring.rulebook import Rulebook
from tests.unit.play.cases import HEAD, book, game_of, rule
from tests.unit.solver.comparing import solved


def test_a_timescale_met_before_anybody_decides_counts() -> None:
    game = game_of(
        """
        intake: {milestone: referral_received}
        decision: {takes: 1 hour, milestone: referral_decision}
        first:
          decide:
            as: teacher
            question: And now?
            options: ring good, wait poor
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


CLOCK = HEAD + "clocks: [decision]\n"


def clocked(begins: str = "concern_formed", ends: str = "referral_decision") -> Rulebook:
    """The rulebook of cases with one timescale of a working day."""
    return book(topics={"decision": (rule("decision", 1, "working_days", begins, ends),)})


def test_a_colleague_who_comes_after_a_poor_choice_starts_a_clean_clock() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: And now?
            options:
              wait:
                text: Wait.
                grade: poor
              later:
                text: Wait longer.
                grade: poor
        second:
          decide:
            as: nurse
            question: And you?
            milestone: concern_formed
            options: ring good, write acceptable
        third: {milestone: referral_decision}
        """,
        head=CLOCK,
        rulebook=clocked(),
    )
    assert solved(game, ("teacher",)).best == 1


def test_a_clock_belongs_to_the_visit_that_started_it() -> None:
    game = game_of(
        """
        first:
          again: 1
          decide:
            as: teacher
            question: And now?
            options: ring good (milestone: concern_formed), wait poor
            then: first
        second: {milestone: referral_decision}
        """,
        head=CLOCK,
        rulebook=clocked(),
    )
    solution = solved(game, ("teacher",))
    assert (solution.best, solution.lowest) == (4, 0)


def test_of_two_that_start_a_clock_in_the_same_minute_the_first_counts() -> None:
    milestones = {"concern_formed": Milestone("concern_formed", "concern", also=("referral_received",))}
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: And now?
            options:
              wait:
                text: Wait.
                grade: poor
                milestone: concern_formed
              later:
                text: Wait longer.
                grade: poor
                milestone: referral_received
        second:
          decide:
            as: teacher
            question: And now?
            options: ring good (milestone: referral_received), write good (milestone: concern_formed)
        third: {milestone: referral_decision}
        """,
        head=CLOCK,
        rulebook=replace(clocked(), milestones=milestones),
    )
    solution = solved(game, ("teacher",))
    assert (solution.best, solution.highest) == (3, 3), "the poor choice came first, so no clock is earned"
