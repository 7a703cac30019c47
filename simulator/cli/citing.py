"""What `topics` prints: what a case can cite, found by words, with what is in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from scoring.guidance import Rule, Topic, library
from simulator.cli import show
from simulator.words import author as words
from simulator.words import say, say_count

SHOWN = 20
"""Topics printed of a search; all of them where nothing was asked."""


class Citable(NamedTuple):
    """A topic, and the rules it stands for on a day (on any, where no day was asked for)."""

    topic: Topic
    rules: tuple[Rule, ...]


def topics_found(query: str, on: date | None) -> tuple[Citable, ...]:
    """Topics in whose name, title or rules the words stand, those named like it first."""
    guidance, asked = library(), query.lower().replace("_", " ").split()
    by_text: dict[str, None] = {}
    if asked:
        for rule in guidance.search(query):
            by_text.update((topic.id, None) for topic in guidance.topics_of(rule.id))
    named = [one for one in guidance.topics().values() if asked and _named(one, asked)]
    ids = dict.fromkeys([*(one.id for one in named), *by_text]) if asked else guidance.topics()
    found = (Citable(topic := guidance.topic(id), _in_force(topic, on)) for id in ids)
    return tuple(one for one in found if one.rules)


def _named(topic: Topic, asked: list[str]) -> bool:
    called = " ".join((topic.id.replace("_", " "), topic.title, *topic.also)).lower()
    return all(word in called for word in asked)


def _in_force(topic: Topic, on: date | None) -> tuple[Rule, ...]:
    rules = (library().rule(id) for id in topic.rule_ids)
    return tuple(rule for rule in rules if on is None or rule.covers(on))


def show_topics(query: str, on: date | None, *, json: bool) -> None:
    """Print what was found: the word for `cite`, what it is about, and what is said of it."""
    found = topics_found(query, on)
    if json:
        show.document({"topics": [_data(one) for one in found]})
        return
    shown = found[:SHOWN] if query else found
    for one in shown:
        show.out(f"{one.topic.id}: {one.topic.title}")
        if on is None:
            editions = dict.fromkeys(rule.edition for rule in one.rules)
            show.wrapped(say(words.TOPIC_SAID_IN, editions=", ".join(editions)), "    ", "    ")
        else:
            for rule in one.rules[:2]:
                family = library().edition(rule.edition).family
                said = say(words.TOPIC_RULE, force=rule.force_word, family=family, text=rule.text)
                show.wrapped(said, "      ", "    ")
    more = len(found) - len(shown)
    counted = say_count(len(found), words.ONE_TOPIC, words.TOPICS)
    show.out(f"{counted} {say(words.MORE_WORDS)}" if more else counted)


def _data(one: Citable) -> dict[str, Any]:
    return {
        "id": one.topic.id,
        "title": one.topic.title,
        "is_timescale": one.topic.is_timescale,
        "rules": [
            {"id": rule.id, "edition": rule.edition, "force": rule.force_word, "text": rule.text}
            for rule in one.rules
        ],
    }
