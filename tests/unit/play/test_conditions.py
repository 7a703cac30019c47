"""Every sentence a condition may be, held and not held, read by the ending that a play comes to."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.play.game import Game
from simulator.scenario.conditions import FORMS
from tests.unit.play.cases import book, game_of, say

STORY = """
first:
  decide:
    as: teacher
    question: What now?
    options:
      ring:
        text: Ring.
        takes: 20 minutes
        milestone: concern_formed
        mark: rung
        tells: {nurse: [words]}
      wait:
        text: Wait.
        takes: 1 day
        mark: waited
      wait_long:
        text: Wait longer.
        takes: 1 day
        milestone: concern_formed
        mark: drifted
second:
  decide:
    as: gp
    question: What do you pass on?
    share: {facts: [reviews], to: [manager], openness: {mother: tell}}
third:
  decide:
    as: teacher
    question: Do you refer?
    takes: 3 hours
    refer: {to: manager, level: [child in need], facts: [words]}
fourth:
  decide:
    as: nurse
    question: What do you look up?
    look up:
      child: child
      purposes:
        ring: To see whom to ring.
      results:
        right:
          text: A girl of six.
        other:
          text: A girl elsewhere.
"""
RING, WAIT, LONG = "first ring", "first wait", "first wait_long"
KEEP, HEAD, FULL = "second give nothing", "second give headline reviews", "second give reviews"
NONE, NEED, PHONE = "third refer none", "third refer child in need", "third refer child in need; phone only"
OPEN, LEAVE = "fourth look up right for ring", "fourth look up nothing"
REST = (KEEP, NONE, LEAVE)


@cache
def story(sentence: str, edition: str) -> Game:
    rest = f"endings:\n  held:\n    when:\n{sentence}\n    text: So.\n  not_held: Otherwise.\n"
    return game_of(STORY, rest=rest, rulebook=book(edition))


def held(sentence: str, *moves: str, edition: str = "wt2010", seats: str = "teacher gp nurse") -> bool:
    """Whether a sentence holds after these moves; moves that are not given are `RING` and nothing more."""
    given = {move.partition(" ")[0]: move for move in (RING, *REST)} | {
        move.partition(" ")[0]: move for move in moves
    }
    listed = sentence if "\n" in sentence else f"      - {sentence}"
    game = story(listed, edition)
    end, _ = say(game, tuple(seats.split()), "\n".join(given.values()))
    return game.ending_ids[end.ending] == "held"


CASES = [
    ("manager knows reviews", [FULL], [KEEP]),
    ("manager knows reviews", [HEAD], []),
    ("manager knows reviews in full", [FULL], [HEAD]),
    ("manager does not know reviews", [KEEP], [HEAD]),
    ("manager does not know reviews in full", [HEAD], [FULL]),
    ("nurse knows words", [RING], [WAIT]),
    ("at least 1 of words, reviews known to manager", [HEAD], [KEEP]),
    ("at least 2 of words, reviews known to manager", [HEAD, NEED], [FULL, NONE]),
    ("chose first ring", [RING], [WAIT]),
    ("did not choose first ring", [WAIT], [RING]),
    ("chose third none", [NONE], [NEED]),
    ("chose third child in need", [NEED], ["third refer immediate"]),
    ("chose fourth right", [OPEN], ["fourth look up other for ring"]),
    ("chose fourth none", [LEAVE], [OPEN]),
    ("marked rung", [RING], [WAIT]),
    ("not marked rung", [WAIT], [RING]),
    ("at least 1 marked: waited, drifted", [LONG], [RING]),
    ("at least 2 marked: waited, drifted, rung", [], [LONG]),
    ("concern_formed reached", [RING], [WAIT]),
    ("concern_formed not reached", [WAIT], [LONG]),
    ("referral_received reached", [NEED], [NONE]),
    ("written_referral reached", [NEED], [PHONE]),
    ("telephone_referral reached", [PHONE], ["third refer child in need; writing only"]),
    ("concern_formed within 20 minutes of start", [RING], [LONG]),
    ("concern_formed within 19 minutes of start", [], [RING]),
    ("concern_formed within 1 working days of start", [LONG], []),
    ("referral_received within 1 working days of start", [LONG, NEED], [WAIT, LONG]),
    ("referral_received within 3 hours of concern_formed", [NEED], []),
    ("referral_received within 179 minutes of concern_formed", [], [NEED]),
    ("referral_received within 9 days of concern_formed", [NEED], [NONE, RING]),
    ("referral_received within 9 days of concern_formed", [], [WAIT, NEED]),
    ("clock after 20 minutes since start", [RING], []),
    ("clock after 1 days since start", [WAIT], [RING]),
    ("clock before 1 days since start", [RING], [WAIT]),
    ("clock after 3 hours since concern_formed", [NEED, RING], []),
    ("clock before 1 minutes since concern_formed", [], [RING, NEED]),
    ("clock before 9 days since concern_formed", [RING], [WAIT]),
    ("clock after 9 days since concern_formed", [], [WAIT]),
    ("clock before 13:01", [RING], [WAIT]),
    ("clock after 13:00", [RING, NEED], []),
    ("clock after 2011-09-06 09:40", [WAIT], [RING]),
    ("clock before 2011-09-06 09:40", [RING], [WAIT]),
]
ANY_OF = """\
      - any of:
        - marked rung
        - manager knows reviews"""
ALL_OF = """\
      - marked rung
      - manager knows reviews"""


@pytest.mark.parametrize(("sentence", "yes", "no"), CASES)
def test_a_sentence(sentence: str, yes: list[str], no: list[str]) -> None:
    if yes:
        assert held(sentence, *yes)
    if no:
        assert not held(sentence, *no)


@pytest.mark.parametrize(
    ("sentence", "edition", "holds"),
    [
        ("edition is wt2013", "wt2010", False),
        ("edition is wt2013", "wt2013", True),
        ("edition is wt2013", "wt2018", False),
        ("edition before wt2013", "wt2010", True),
        ("edition before wt2013", "wt2013", False),
        ("edition from wt2013", "wt2010", False),
        ("edition from wt2013", "wt2013", True),
        ("edition from wt2013", "wt2018", True),
    ],
)
def test_a_sentence_about_the_edition(sentence: str, edition: str, holds: bool) -> None:
    assert held(sentence, edition=edition) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("playing gp", True),
        ("playing manager", False),
        ("gp is a colleague", False),
        ("manager is a colleague", True),
        ("police is a colleague", True),
    ],
)
def test_a_sentence_about_who_plays(sentence: str, holds: bool) -> None:
    assert held(sentence) is holds


@pytest.mark.parametrize(("moves", "holds"), [((RING,), True), ((WAIT, FULL), True), ((WAIT,), False)])
def test_any_of_a_list(moves: tuple[str, ...], holds: bool) -> None:
    assert held(ANY_OF, *moves) is holds


@pytest.mark.parametrize(("moves", "holds"), [((RING, FULL), True), ((RING,), False), ((WAIT, FULL), False)])
def test_a_list_means_all(moves: tuple[str, ...], holds: bool) -> None:
    assert held(ALL_OF, *moves) is holds


def test_every_form_of_sentence_is_among_these() -> None:
    tried = [sentence for sentence, _, _ in CASES] + ["edition is wt2010", "playing gp", "gp is a colleague"]
    untried = [form.words for form in FORMS if not any(form.pattern.fullmatch(said) for said in tried)]
    assert untried == []
