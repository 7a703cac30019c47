"""Every text of a case that somebody reads, with its place, and what can be counted of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.author.pieces import options_of
from simulator.scenario.model import NOWHERE, Case, Decision, Position


class Prose(NamedTuple):
    """One text and where it stands."""

    text: str
    at: Position


def prose_of(case: Case) -> Iterator[Prose]:
    """Every text, in the order of the file."""
    for text in (case.title, case.summary, *case.learning, case.trainer_notes):
        yield Prose(text, NOWHERE)
    for role in case.roles.values():
        yield Prose(role.brief, role.at)
    for fact in case.facts.values():
        yield Prose(fact.text, fact.at)
        yield Prose(fact.headline, fact.at)
    for scene in case.scenes.values():
        for line in scene.say:
            yield Prose(line.text, line.at)
        yield Prose(scene.stop, scene.at)
        if scene.decision:
            yield from _decision(scene.decision)
    for ending in case.endings.values():
        yield Prose(ending.text, ending.at)
    for inject in case.injects.values():
        for line in inject.say:
            yield Prose(line.text, line.at)
    for text in (*case.afterwards, *case.debrief):
        yield Prose(text, NOWHERE)


def _decision(decision: Decision) -> Iterator[Prose]:
    yield Prose(decision.question, decision.at)
    for option in options_of(decision):
        yield Prose(option.text, option.at)
        yield Prose(option.tempting, option.at)
        yield Prose(option.why, option.at)
    yield Prose(decision.why, decision.at)
    if decision.advice:
        yield Prose(decision.advice.says, decision.at)


_PLACEHOLDER: Final = re.compile(r"<[^<>]*>")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE: Final = re.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS: Final = re.compile(r"[aeiouy]+")


def words_in(text: str) -> list[str]:
    """The words of a text; a placeholder is one short name."""
    return _WORD.findall(_PLACEHOLDER.sub("Ann", text))


def reading_age(text: str) -> int:
    """The age in years at which a text is read with ease: the Flesch-Kincaid grade, and five years."""
    words = words_in(text)
    if not words:
        return 0
    sentences = max(len(_SENTENCE.findall(text.strip())), 1)
    syllables = sum(map(_syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(5, round(grade + 5))


def _syllables(word: str) -> int:
    lower = word.lower()
    found = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee")) and found > 1
    return max(found - silent, 1)
