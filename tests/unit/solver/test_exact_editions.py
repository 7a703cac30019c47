"""Small stories that two editions mark differently, each with one trap for an exact solver."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scoring.rulebook import Rulebook
from tests.unit.play.cases import HEAD, book, game_of, rule
from tests.unit.solver.comparing import solved


def test_what_comes_late_as_of_another_edition_is_remembered() -> None:
    game = game_of(
        """
        first:
          decide:
            as: teacher
            question: And now?
            options: ring good (milestone: concern_formed), write good
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
