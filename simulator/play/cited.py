"""What a case cites, and the rulebook it is played or marked by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from scoring.calendar import from_minutes
from scoring.guidance import NATIONAL, Guidance, LocalLayer, clock_of
from scoring.guidance.model import Rule
from scoring.rulebook import Rulebook
from scoring.timescales import Clocked
from simulator.scenario.model import JUDGEMENT, Case, Decision, Meet, Options
from simulator.words import play as words
from simulator.words import say


def topics_of(case: Case) -> tuple[str, ...]:
    """Every topic a case cites or times, under any edition, in the file's order, each once."""
    return tuple(topic for topic in dict.fromkeys(_topics(case)) if topic != JUDGEMENT)


def _topics(case: Case) -> Iterator[str]:
    for timed in case.clocks:
        yield timed.topic
    for scene in case.scenes.values():
        if scene.decision:
            yield from _cited(scene.decision)


def _cited(decision: Decision) -> Iterator[str]:
    yield from decision.cite
    for expected in decision.editions:
        yield from expected.change.cite or ()
    if isinstance(decision.kind, Options | Meet):
        for option in decision.kind.options:
            yield from option.cite
            for judged in option.editions:
                yield from judged.change.cite or ()


def rulebook_for(
    case: Case, guidance: Guidance, on: date | None = None, local: LocalLayer = NATIONAL
) -> Rulebook:
    """The guidance of a date (by default the case's own) as far as the case uses it."""
    topics = topics_of(case)
    book = guidance.rulebook(topics, on or from_minutes(case.set_on).date(), case.guidance, local)
    timed = {
        name
        for rules in book.topics.values()
        for rule in rules
        if rule.timescale
        for name in (rule.timescale.begins, rule.timescale.ends)
    }
    known = guidance.milestones()
    return replace(
        book,
        **_in_order(book),
        titles={topic: guidance.topic(topic).title for topic in sorted(topics)},
        edition_titles={
            edition: guidance.edition(edition).title_on(book.on)
            for edition in sorted({rule.edition for rules in book.topics.values() for rule in rules})
        },
        milestones={name: known[name] for name in sorted(timed) if name in known},
    )


def _in_order(book: Rulebook) -> dict[str, Any]:
    """Its maps sorted by name: a rulebook read back from the record is then the same in every respect."""
    return {
        name: dict(sorted(getattr(book, name).items())) for name in ("editions", "begun", "topics", "bases")
    }


def comes_from(rule: Rule, book: Rulebook) -> str:
    """In words, where a rule comes from: its edition, or this board where only its adoption makes it count.

    A board may adopt what was read on a page of a later edition than the day that is played.
    """
    if rule.adopted and rule.force == "local":
        return say(words.OF_THE_BOARD)
    return book.edition_titles.get(rule.edition, rule.edition)


def clocks_of(case: Case, rulebook: Rulebook, played: tuple[str, ...]) -> tuple[Clocked, ...]:
    """The timescales of a case: those it marks, and, unmarked, those of every other topic it cites.

    A timescale counts only where it binds somebody who is played.
    """
    marked = {timed.topic: timed.reasons_recorded for timed in case.clocks}
    roles = tuple(case.roles[role].binds_as for role in played)
    found = []
    for topic, rules in rulebook.topics.items():
        rule = next((one for role in roles if (one := clock_of(rules, role))), None)
        shown = rule or clock_of(rules)
        if shown is None or shown.timescale is None:
            continue
        begins, ends = (
            frozenset((name, *(rulebook.milestones[name].also if name in rulebook.milestones else ())))
            for name in (shown.timescale.begins, shown.timescale.ends)
        )
        counted = topic in marked and rule is not None
        found.append(Clocked(topic, shown, begins, ends, marked.get(topic, ""), counted))
    return tuple(found)
