"""What `guidance` prints for a person: wherever a rule is shown, so is its force and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scoring.calendar import in_words
from scoring.guidance import Edition, Rule, library
from scoring.guidance.glossary import lookup
from simulator.cli import guidance_found as found
from simulator.cli import show
from simulator.words import cli_rules as words
from simulator.words import say, say_count


def editions(on: date | None) -> None:
    """Every edition, or those of a day, family by family."""
    family = ""
    for edition in found.editions_on(on):
        if edition.family != family:
            family = edition.family
            show.heading(family)
        show.wrapped(
            f"{edition.title}, {_window(edition.begins, edition.ends)}", " " * 26, f"  {edition.id:<24}"
        )
    show.wrapped(say(words.ASK_FURTHER))


def search(query: str, edition: str, on: date | None) -> None:
    """Rules for a query, and the glossary's word for it."""
    entry = lookup(query)
    if entry is not None:
        title = say(words.GLOSSARY, word=entry.word, full=entry.full) if entry.full else entry.word
        show.wrapped(f"{title}: {entry.means}", "  ", "")
        show.out()
    rules = found.rules_found(query, edition, on)
    for rule in rules:
        _rule(rule)
    if rules:
        show.out(say_count(len(rules), words.ONE_RULE, words.RULES))
    else:
        show.wrapped(say(words.NO_RULES, query=query))


def rules_of(edition: str, on: date | None) -> None:
    """An edition with its rules, domain by domain."""
    about = library().edition(edition)
    show.heading(about.title)
    show.out(_window(about.begins, about.ends))
    if about.note:
        show.wrapped(about.note)
    rules = found.rules_in(edition, on)
    for domain in dict.fromkeys(rule.domain for rule in rules):
        show.out()
        show.heading(domain)
        for rule in rules:
            if rule.domain == domain:
                _rule(rule)
    show.out(say_count(len(rules), words.ONE_RULE, words.RULES))


def history(name: str, on: date | None) -> None:
    """A rule's topic through the editions, from the oldest."""
    steps = found.history_of(name, on)
    if not steps:
        show.out(say(words.NOTHING_THEN, name=name))
        return
    topic = steps[0].topic
    show.heading(say(words.TOPIC, topic=topic.id))
    show.wrapped(topic.title)
    for step in steps:
        show.out()
        show.heading(f"{step.edition.title}, {_window(step.edition.begins, step.edition.ends)}")
        for rule in step.rules:
            _rule(rule, mark="*" if rule.id == name else " ")
            if rule.id == name:
                _reservations(rule)


def differences(one: str, other: str) -> None:
    """What changed between two editions, what matters most first."""
    compared = library().differences(one, other)
    show.heading(say(words.COMPARED, one=compared.one.title, other=compared.other.title))
    for change in compared.changes:
        show.out()
        show.heading(say(words.CHANGE, kind=say(words.KINDS[change.kind]), title=change.topic.title))
        _side(compared.one, change.before)
        _side(compared.other, change.after)
    for example in compared.stated:
        show.out()
        show.heading(say(words.EXAMPLE, question=example.question))
        show.listed(f"{answer.when}: {answer.says}" for answer in example.answers)
    if not compared.changes and not compared.stated:
        show.out(say(words.NO_CHANGES))


def due(name: str, typed: str, on: date | None) -> None:
    """When a timescale falls due, with the counting."""
    answer = found.deadline(name, typed, on)
    timescale = answer.rule.timescale
    assert timescale is not None
    _rule(answer.rule)
    _reservations(answer.rule)
    names = {"begins": _words(timescale.begins), "ends": _words(timescale.ends)}
    show.wrapped(say(words.COUNTED, time=timescale.in_words, **names))
    for line in answer.due.counting:
        show.wrapped(line, "    ", "  ")
    if answer.due.at is None:
        show.out(say(words.NO_NUMBER))
        return
    at = f"{in_words(answer.due.at.date())}, {answer.due.at:%H:%M}"
    show.heading(say(words.LATEST if answer.is_latest else words.DUE, at=at))


def _side(edition: Edition, rules: Iterable[Rule]) -> None:
    there = tuple(rules)
    if not there:
        show.out(say(words.SAYS_NOTHING, edition=edition.id))
    for rule in there:
        _rule(rule)


def _rule(rule: Rule, mark: str = " ") -> None:
    reference = f", {rule.reference}" if rule.reference else ""
    show.wrapped(f"{rule.force_word}: {rule.text}", "    ", f"{mark} ")
    badge = "" if rule.verified else f" · {say(words.UNVERIFIED)}"
    show.wrapped(
        f"{rule.id} ({rule.edition}{reference}; {_window(rule.begins, rule.ends)}){badge}", "      ", "    "
    )
    for source in rule.sources[:1]:
        show.wrapped(say(words.SOURCE, title=source.title, url=source.url), "      ", "    ")


def _reservations(rule: Rule) -> None:
    """What somebody who asks for this one rule should know of it."""
    if rule.attribution == "inferred":
        show.wrapped(say(words.INFERRED), "      ", "    ")
    if rule.dated:
        show.wrapped(say(words.DATED, because=rule.dated), "      ", "    ")
    if rule.caveat:
        show.wrapped(say(words.CAVEAT, caveat=rule.caveat), "      ", "    ")


def _words(milestone: str) -> str:
    known = library().milestones().get(milestone)
    return known.words if known else milestone.replace("_", " ")


def _window(begins: date | None, ends: date | None) -> str:
    if begins is None:
        return say(words.NEVER_BY_DATE)
    if ends is None:
        return say(words.SINCE, begins=begins)
    return say(words.FROM_TO, begins=begins, ends=ends)
