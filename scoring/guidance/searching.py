"""Plain search: the rules that hold the words somebody typed, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from scoring.guidance.model import Rule, Topic

_WORD: Final = re.compile(r"[a-z0-9]+")
_SMALL: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "do",
        "for",
        "from",
        "has",
        "have",
        "i",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "who",
        "with",
    )
)
_WEIGHTS: Final = (6, 4, 3, 1)
"""What a word counts for: in the rule's id, in a topic it belongs to, in its text, elsewhere in it."""


def search(text: str, rules: Iterable[Rule], topics: Iterable[Topic]) -> tuple[Rule, ...]:
    """Rules holding most of the words, then holding them in the more telling places, then as they stand."""
    wanted = [word for word in _WORD.findall(text.lower()) if word not in _SMALL]
    if not wanted:
        return ()
    titles: dict[str, str] = {}
    for topic in topics:
        for name in topic.rule_ids:
            titles[name] = f"{titles.get(name, '')} {topic.id} {topic.title} {' '.join(topic.also)}"
    found = []
    for place, rule in enumerate(rules):
        hits, score = _score(wanted, rule, titles.get(rule.id, ""))
        if hits * 2 >= len(wanted):
            found.append((-hits, -score, place, rule))
    return tuple(rule for *_, rule in sorted(found, key=lambda row: row[:3]))


def _score(wanted: list[str], rule: Rule, titles: str) -> tuple[int, int]:
    """How many of the words a rule holds, and how tellingly."""
    elsewhere = (
        f"{rule.domain} {rule.reference} {rule.caveat} {' '.join(rule.roles)} {rule.force} {rule.family}"
    )
    places = [set(_WORD.findall(part.lower())) for part in (rule.id, titles, rule.text, elsewhere)]
    hits = score = 0
    for word in wanted:
        weights = [weight for weight, words in zip(_WEIGHTS, places, strict=True) if _holds(words, word)]
        hits += bool(weights)
        score += sum(weights)
    return hits, score


def _holds(words: set[str], wanted: str) -> bool:
    """Whether a word stands there, whole or as the beginning of a longer one (refer: referral)."""
    if wanted in words:
        return True
    stem = wanted[:-1] if len(wanted) > 4 and wanted.endswith("s") else wanted
    return len(stem) > 2 and any(word.startswith(stem) for word in words)
