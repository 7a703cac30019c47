"""The same thing in other editions: a topic's history, two editions side by side, and worked examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scoring.guidance.model import Edition, Rule, Topic
from scoring.guidance.reading import open_file
from scoring.guidance.resolving import clock_of, strongest_first


class Step(NamedTuple):
    """What one edition said on a topic."""

    topic: Topic
    edition: Edition
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and the days it holds. Neither day: it always holds, unless it waits."""

    when: str
    says: str
    begins: date | None
    ends: date | None
    waiting: bool = False
    """It waits for something whose day was not seen; it holds on no day."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One case whose right answer depends on the edition."""

    id: str
    question: str
    answers: tuple[Answer, ...]
    effect: str
    """What it does to the marks, in a few words."""
    topics: tuple[str, ...]
    rules: tuple[str, ...]
    confidence: str
    """In words: which part was verified."""


@dataclass(frozen=True, slots=True)
class Invariant:
    """Something every edition says alike."""

    fact: str
    topics: tuple[str, ...]
    rules: tuple[str, ...]


class Change(NamedTuple):
    """A topic that two editions do not say alike."""

    topic: Topic
    kind: str
    """new, gone, time, force or words: what differs most."""
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]


class Comparison(NamedTuple):
    """Two editions side by side."""

    one: Edition
    other: Edition
    changes: tuple[Change, ...]
    stated: tuple[Difference, ...]


def topic_of(rule: Rule, topics: tuple[Topic, ...]) -> Topic:
    """The topic a rule's history is told by: its timescale's, else the one most editions speak to."""
    timed = [topic for topic in topics if topic.is_timescale] if rule.timescale else []
    return max(timed or topics, key=lambda topic: len(topic.rules))


def history(topic: Topic, said: Iterable[tuple[Edition, Iterable[Rule]]]) -> tuple[Step, ...]:
    """Each edition's rules on a topic, from the oldest; editions without a first day last."""
    steps = [Step(topic, edition, tuple(rules)) for edition, rules in said]
    return tuple(sorted(steps, key=lambda step: (_first(step), step.edition.id)))


def _first(step: Step) -> date:
    begun = [rule.begins for rule in step.rules if rule.begins is not None]
    return min(begun, default=step.edition.begins or date.max)


def compare(
    editions: tuple[Edition, Edition],
    said: tuple[Mapping[str, Rule], Mapping[str, Rule]],
    topics: Iterable[Topic],
    stated: Iterable[Difference],
) -> Comparison:
    """Two editions, topic by topic; what changes most comes first. A clock that stayed is no change."""
    kinds = ("time", "force", "new", "gone", "words")
    changes = []
    for topic in topics:
        before, after = (tuple(rules[name] for name in topic.rule_ids if name in rules) for rules in said)
        kind = _kind(topic, before, after)
        if kind:
            changes.append(Change(topic, kind, before, after))
    changes.sort(key=lambda change: kinds.index(change.kind))
    telling = tuple(item for item in stated if _answers(item, editions[0]) != _answers(item, editions[1]))
    return Comparison(*editions, tuple(changes), telling)


def _kind(topic: Topic, before: tuple[Rule, ...], after: tuple[Rule, ...]) -> str:
    if not before or not after:
        return "new" if after else "gone" if before else ""
    if topic.is_timescale:
        return "" if _time(before) == _time(after) else "time"
    if strongest_first(before)[0].force_word != strongest_first(after)[0].force_word:
        return "force"
    return "" if {rule.text for rule in before} == {rule.text for rule in after} else "words"


def _time(rules: tuple[Rule, ...]) -> tuple[int | None, str] | None:
    rule = clock_of(rules)
    if rule is None or rule.timescale is None:
        return None
    return rule.timescale.value, rule.timescale.unit


def _answers(item: Difference, edition: Edition) -> tuple[str, ...] | None:
    """The answers that hold at any time of an edition, by when they are said; None: it has no first day."""
    if edition.begins is None:
        return None
    last = edition.ends or date.max
    return tuple(
        answer.when
        for answer in item.answers
        if not answer.waiting
        and (answer.begins is None or answer.begins <= last)
        and (answer.ends is None or answer.ends >= edition.begins)
    )


def read_stated(path: Path) -> tuple[tuple[Difference, ...], tuple[Invariant, ...]]:
    """The worked examples, and what never changes; raises FileMistakes."""
    fields = open_file(path, "the list of differences")
    differences = []
    for name, entry in fields.map("differences"):
        answers = []
        for said in entry.list("answers"):
            begins, ends = said.window()
            waiting = said.choice("by date", ("never",), "") == "never"
            answers.append(Answer(said.text("when"), said.text("says"), begins, ends, waiting))
            said.done()
        difference = Difference(
            id=name,
            question=entry.text("question"),
            answers=tuple(answers),
            effect=entry.text("effect"),
            topics=entry.texts("topics"),
            rules=entry.texts("rules"),
            confidence=entry.text("confidence"),
        )
        entry.done()
        differences.append(difference)
    invariants = []
    for entry in fields.list("never change"):
        invariants.append(Invariant(entry.text("fact"), entry.texts("topics"), entry.texts("rules")))
        entry.done()
    fields.done()
    fields.mistakes.raise_if_any()
    return tuple(differences), tuple(invariants)
