"""Whether a right answer shows by something other than being right: its place, its length, its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scoring.terms import Grade
from simulator.author.examined import Examined
from simulator.author.finding import Found, found
from simulator.author.pieces import options_of
from simulator.author.prose import words_in
from simulator.scenario.catalogue import wording as told
from simulator.scenario.model import Option, Scene
from simulator.words import author as words
from simulator.words import say

UNLIKELY: Final = 0.05
"""The chance below which a pattern is taken for one."""
FEWEST: Final = 5
"""Decisions below which no pattern is looked for."""
APART: Final = 1.3
"""How many times as long as the shortest option the longest may be."""
_WRITES: Final = re.compile(r"\b(writ(?:e|es|ing|ten)|record|notes? (?:it|down))\b", re.I)
_GUIDANCE: Final = re.compile(r"\b(guidance|procedures?|polic(?:y|ies)|protocols?|Working Together)\b", re.I)
_ABSOLUTE: Final = re.compile(r"\b(always|never|everybody|everyone|nobody|no one)\b", re.I)


Cue = Callable[[Scene], Sequence[Option]]
"""The options of a decision that stand out in one way; none where nothing does."""


def _by_length(pick: Callable[..., Option]) -> Cue:
    def stand_out(scene: Scene) -> Sequence[Option]:
        options = options_of(scene.decision)
        one = pick(options, key=lambda option: len(option.text))
        ties = [option for option in options if len(option.text) == len(one.text)]
        return [one] if len(ties) == 1 else []

    return stand_out


def _only_with(pattern: re.Pattern[str]) -> Cue:
    def stand_out(scene: Scene) -> Sequence[Option]:
        those = [option for option in options_of(scene.decision) if pattern.search(option.text)]
        return those if len(those) == 1 else []

    return stand_out


def _at(place: int) -> Cue:
    return lambda scene: [options_of(scene.decision)[place]]


def _overlapping(scene: Scene) -> Sequence[Option]:
    """The one option that takes up most of the question's own words, where one does."""
    asked = _telling(scene.decision.question) if scene.decision else frozenset()
    shared = [(len(asked & _telling(option.text)), option) for option in options_of(scene.decision)]
    most = max((number for number, _ in shared), default=0)
    those = [option for number, option in shared if number == most]
    return those if most and len(those) == 1 else []


LONG_WORD: Final = 5
"""Letters from which a word tells something."""


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words_in(text) if len(word) >= LONG_WORD)


CUES: Final = (
    (words.FIRST_GOOD, _at(0), True),
    (words.LAST_GOOD, _at(-1), True),
    (words.OVERLAP_GOOD, _overlapping, True),
    (words.LONGEST_GOOD, _by_length(max), True),
    (words.SHORTEST_GOOD, _by_length(min), True),
    (words.ONLY_WRITES, _only_with(_WRITES), True),
    (words.ONLY_GUIDANCE, _only_with(_GUIDANCE), True),
    (words.ABSOLUTE_WEAK, _only_with(_ABSOLUTE), False),
)
"""What it is called, what stands out, and whether it gives the good options away or the others."""


def give_aways(examined: Examined) -> Iterator[Found]:
    """C012: each pattern with the chance that it came about by itself."""
    for feature, cue, good in CUES:
        hits, chances = 0, []
        for scene in examined.case.scenes.values():
            options = options_of(scene.decision)
            judged = examined.game.expected[scene.id].options if options else {}
            right = [option for option in options if (judged[option.id].grade is Grade.GOOD) is good]
            standing = cue(scene) if options else ()
            if not standing or not right or len(right) == len(options):
                continue
            chances.append(len(right) / len(options))
            hits += standing[0] in right
        if len(chances) >= FEWEST and (odds := tail(chances, hits)) < UNLIKELY:
            shown = f"{100 * odds:.0f}" if odds >= 0.01 else say(words.FEWER_THAN_ONE)
            yield found(told.GIVE_AWAY, hits=hits, all=len(chances), feature=say(feature), odds=shown)


def tail(chances: Sequence[float], hits: int) -> float:
    """The chance of at least so many hits, each decision having a chance of its own."""
    odds = [1.0]
    for chance in chances:
        odds = [
            (odds[number] * (1 - chance) if number < len(odds) else 0.0)
            + (odds[number - 1] * chance if number else 0.0)
            for number in range(len(odds) + 1)
        ]
    return sum(odds[hits:])


def uneven(examined: Examined) -> Iterator[Found]:
    """C062."""
    for scene in examined.case.scenes.values():
        lengths = [len(option.text) for option in options_of(scene.decision)]
        if lengths and scene.decision and max(lengths) > APART * min(lengths):
            yield found(told.UNEVEN, scene.decision.at, longest=max(lengths), shortest=min(lengths))


CHECKS: Final = (give_aways, uneven)
