"""Small stories, each with one trap for an exact solver; figures worked out by hand beside the twin's."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scoring.guidance.model import Milestone
from scoring.rulebook import Rulebook
from simulator.play.cited import clocks_of
from simulator.play.expected import expectations
from simulator.play.game import Game
from simulator.play.moves import Choose, Share, TakeAdvice
from simulator.solver.explore import Explorer
from simulator.solver.losses import taken
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
            options:
              ring:
                text: Ring.
                grade: good
              write:
                text: Write.
                grade: acceptable
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
            options:
              ring:
                text: Ring.
                grade: good
                milestone: concern_formed
              wait:
                text: Wait.
                grade: poor
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
            options:
              ring:
                text: Ring.
                grade: good
                milestone: referral_received
              write:
                text: Write.
                grade: good
                milestone: concern_formed
        third: {milestone: referral_decision}
        """,
        head=CLOCK,
        rulebook=replace(clocked(), milestones=milestones),
    )
    solution = solved(game, ("teacher",))
    assert (solution.best, solution.highest) == (3, 3), "the poor choice came first, so no clock is earned"


ADVISED = """
          decide:
            as: teacher
            question: What do you pass on?
            advice:
              from: named doctor
              says: What would you want to know?
              takes: 1 hour
"""
VITAL = HEAD.replace("    needed by: [manager]\n", "    needed by: [manager]\n    vital: yes\n", 1)
TO_MANAGER = "share: {facts: [words], to: [manager], openness: {mother: tell}}"


def test_advice_that_only_takes_time_can_still_open_a_way() -> None:
    game = game_of(
        f"""
        first:{ADVISED}
            options:
              ring:
                text: Ring.
                grade: good
              write:
                text: Write.
                grade: good
        second:
          if: clock after 10:00
          decide:
            as: teacher
            question: And now?
            options:
              ring:
                text: Ring.
                grade: good
              write:
                text: Write.
                grade: good
        """
    )
    assert solved(game, ("teacher",)).best == 6


def test_what_was_kept_under_advice_is_settled_though_nothing_else_reads_it() -> None:
    game = game_of(
        f"""
        first:{ADVISED}
            {TO_MANAGER}
        second:
          decide:
            as: teacher
            question: And now?
            share:
              facts: [words]
              to: [manager]
              openness: {{mother: tell}}
              needed here: {{words: nobody}}
        """,
        head=VITAL,
    )
    solution = solved(game, ("teacher",))
    assert (solution.best_red_lines, solution.worst_red_lines) == (0, 1)


def test_what_was_kept_under_advice_is_settled_in_a_meeting() -> None:
    game = game_of(
        f"""
        first:{ADVISED}
            {TO_MANAGER}
        second:
          decide:
            as: [teacher, manager]
            question: And now?
            meet:
              chair: manager
              bring: [words, reviews]
              needed here: {{words: nobody}}
              options:
                enquire:
                  text: Enquire.
                  grade: good
                wait:
                  text: Wait.
                  grade: poor
        """,
        head=VITAL,
    )
    assert solved(game, ("teacher",)).worst_red_lines == 1


def test_a_vital_fact_kept_twice_under_advice_is_two_red_lines() -> None:
    game = game_of(
        f"""
        first:{ADVISED}
            {TO_MANAGER}
        second:{ADVISED}
            {TO_MANAGER}
        """,
        head=VITAL,
    )
    assert solved(game, ("teacher",)).worst_red_lines == 2
    moves = (
        TakeAdvice("first", "teacher"),
        Share("first", "teacher"),
        TakeAdvice("second", "teacher"),
        Share("second", "teacher"),
    )
    explorer = Explorer(game, game.expected, (), ("teacher",))
    node = explorer.first()
    for move in moves:
        node = taken(explorer, node, move)[1].to
    assert explorer.settled(node)[0] == 2


def test_what_comes_late_as_of_another_edition_is_remembered() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: And now?
            options:
              ring:
                text: Ring.
                grade: good
                milestone: concern_formed
              write:
                text: Write.
                grade: good
        second:
          decide:
            as: teacher
            question: What do you pass on?
            share: {facts: [words], to: [manager], openness: {mother: tell}}
            in wt2013:
              needed here: {words: {manager: {level: full, before: concern_formed}}}
        """
    )
    assert solved(game, ("teacher",), book("wt2013")).best == Fraction(13, 2)


def test_what_comes_back_follows_the_basis_of_the_date_of_play() -> None:
    game = game_of(
        """
        first:
          decide:
            as: manager
            question: Whom do you ask?
            ask:
              of: [gp]
              purposes:
                enquiry: To decide today.
              basis: [consent]
              bases offered: [consent, public_interest]
            in wt2013: {basis: [public_interest]}
        """,
        head=HEAD.replace(
            "gp: {agency: general practice, play: yes}",
            "gp: {agency: general practice, if nobody plays: guarded}",
        ),
        rest="""\
        endings:
          told:
            when: manager knows reviews
            text: It is told.
          kept: It is kept.
        """,
    )
    assert solved(game, ("manager",), book("wt2013")).endings == {
        "told": Fraction(1, 4),
        "kept": Fraction(3, 4),
    }


def test_a_referral_far_under_only_for_the_later_edition_keeps_leaks_apart() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: Do you refer?
            mark when unsafe: leaked
            refer:
              to: manager
              level: [early help]
              facts: [words]
              parents: {mother: tell}
              unsafe mode: {mother: ask}
            in wt2013: {level: [child protection]}
        """,
        rest="""\
        endings:
          leaked:
            when: marked leaked
            text: It is told too widely.
          told: It is told.
        """,
    )
    assert solved(game, ("teacher",), book("wt2013")).endings["leaked"] == Fraction(1, 5)


def test_a_whole_fact_told_before_is_not_lost_to_a_headline_in_a_meeting() -> None:
    game = game_of(
        """
        first:
          decide:
            as: gp
            question: What do you pass on?
            share: {facts: [reviews], to: [manager], openness: {mother: tell}}
        second:
          decide:
            as: [gp, manager]
            question: And now?
            meet:
              chair: manager
              bring: [reviews]
              options:
                enquire:
                  text: Enquire.
                  grade: good
                wait:
                  text: Wait.
                  grade: poor
        """,
        rest="""\
        endings:
          whole:
            when: manager knows reviews in full
            text: It is told.
          rest: It is not.
        """,
    )
    assert solved(game, ("gp", "manager")).endings == {"whole": Fraction(5, 9), "rest": Fraction(4, 9)}


def test_of_equals_the_best_has_the_higher_grade_and_the_worst_the_lower() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: And now?
            worth: 0
            options:
              wait:
                text: Wait.
                grade: poor
              ring:
                text: Ring.
                grade: good
              write:
                text: Write.
                grade: good
              forget:
                text: Forget.
                grade: poor
        """
    )
    solution = solved(game, ("teacher",))
    assert [move.option for move in solution.best_line if isinstance(move, Choose)] == ["ring"]
    assert [move.option for move in solution.worst_line if isinstance(move, Choose)] == ["forget"]


def test_of_equals_the_best_passes_less_and_the_worst_more() -> None:
    game = game_of(
        """
        first:
          decide:
            as: gp
            question: What do you pass on?
            worth: 0
            share: {facts: [reviews], to: [manager, nurse], openness: {mother: tell}}
        """
    )
    solution = solved(game, ("gp",))
    assert [len(move.given) for move in solution.best_line if isinstance(move, Share)] == [0]
    assert [len(move.given) for move in solution.worst_line if isinstance(move, Share)] == [2]


def can_cross(edition: str, *, verified: bool) -> Rulebook:
    """A rulebook whose one topic makes red lines, or, only recalled, none."""
    confidence = "verified" if verified else "memory"
    made = replace(rule("lines", None, "promptly", "a", "b"), timescale=None, confidence=confidence)
    return book(edition, topics={"lines": (made,)})


LEAKS = """\
endings:
  leaked:
    when: marked leaked
    text: It is told too widely.
  told: It is told.
"""


@pytest.mark.parametrize(
    ("form", "odds"),
    [
        ("share: {facts: [words], to: [nurse], openness: {mother: tell}}", Fraction(1, 2)),
        (
            "share: {facts: [words], to: [manager], openness: {mother: tell}, unsafe mode: {mother: ask}}",
            Fraction(1, 4),
        ),
        (
            "record: {items: {words: {label: said, where: file}}, places: [file, bag], "
            "unsafe: {words: [bag]}}",
            Fraction(1, 4),
        ),
        ("refer: {to: nurse, level: [early help], facts: [words]}", Fraction(2, 5)),
    ],
)
def test_the_story_follows_the_red_lines_of_the_date_of_play(form: str, odds: Fraction) -> None:
    game = game_of(
        f"""
        first:
          decide:
            as: teacher
            question: What now?
            cite: lines
            mark when unsafe: leaked
            {form}
        """,
        head=HEAD.replace("    about: child\n", "    about: child\n    never to: [nurse]\n", 1),
        rest=LEAKS,
        rulebook=can_cross("wt2010", verified=True),
    )
    solution = solved(game, ("teacher",), can_cross("wt2013", verified=False))
    assert (solution.endings["leaked"], solution.worst_red_lines) == (odds, 0)
