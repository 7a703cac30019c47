"""Red lines at the end of a play: every one listed, and a vital fact kept under advice until it passes."""

from __future__ import annotations

import pytest

from simulator.play.marking import red_lines, weighed
from tests.unit.play.cases import HEAD, game_of, say

VITAL = HEAD.replace("    needed by: [manager]\n", "    needed by: [manager, nurse]\n    vital: yes\n", 1)
STORY = """
first:
  decide:
    as: teacher
    question: What do you pass on?
    advice:
      from: named doctor
      says: What would you want to know?
    share: {facts: [words], to: [manager, nurse], openness: {mother: tell}}
second:
  decide:
    as: teacher
    question: And now?
    options:
      tell:
        text: Tell her.
        tells: {manager: [words]}
      tell_both:
        text: Tell both.
        tells: {manager: [words], nurse: [words]}
      promise:
        text: Promise.
        grade: unsafe
"""


def lines(words: str, head: str = VITAL) -> list[tuple[str, str]]:
    game = game_of(STORY, head=head)
    end, events = say(game, ("teacher",), words)
    return [(one.scene, one.line) for one in red_lines(game, weighed(game, game.expected, events), end)]


KEPT_BOTH = [("first", "words kept from manager"), ("first", "words kept from nurse")]


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("first give words to manager and nurse\nsecond tell", []),
        ("first give words to nurse\nsecond tell_both", KEPT_BOTH[:1]),
        ("first give nothing\nsecond tell_both", KEPT_BOTH),
        ("first advice\nfirst give nothing\nsecond tell_both", []),
        ("first advice\nfirst give nothing\nsecond tell", KEPT_BOTH[1:]),
        ("first advice\nfirst give words to nurse\nsecond tell", []),
        (
            "first advice\nfirst give nothing\nsecond promise",
            [*KEPT_BOTH, ("second", "the choice was unsafe")],
        ),
    ],
)
def test_what_is_listed(words: str, listed: list[tuple[str, str]]) -> None:
    assert lines(words) == listed


def test_a_fact_that_is_not_vital_is_only_missed() -> None:
    assert lines("first give nothing\nsecond tell", HEAD) == []
