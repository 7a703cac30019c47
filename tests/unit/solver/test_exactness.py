"""Small stories, each with one trap for an exact solver; figures worked out by hand beside the twin's."""

from __future__ import annotations

from fractions import Fraction

from simulator.play.moves import Choose, Share, TakeAdvice
from simulator.solver.explore import Explorer
from simulator.solver.losses import taken
from tests.unit.play.cases import HEAD, book, game_of
from tests.unit.solver.comparing import solved


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
            options: ring good, write good
        second:
          if: clock after 10:00
          decide:
            as: teacher
            question: And now?
            options: ring good, write good
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
              options: enquire good, wait poor
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
              options: enquire good, wait poor
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
            options: wait poor, ring good, write good, forget poor
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
