"""What the guidance answers to a question of the command line, before it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

from scoring.calendar import Due, due, latest
from scoring.errors import NotInGuidance
from scoring.guidance import Edition, Rule, clock_of, library
from scoring.guidance.comparing import Step
from simulator.cli.usage import wrong
from simulator.words import cli as usage_words
from simulator.words import cli_rules as words
from simulator.words import say


class Deadline(NamedTuple):
    """When a rule's timescale falls due."""

    rule: Rule
    begun: datetime
    due: Due
    is_latest: bool
    """It is the last moment for its beginning: the timescale is a least time before something."""


def editions_on(on: date | None) -> tuple[Edition, ...]:
    """All editions, or those in force on a day."""
    return tuple(edition for edition in library().editions() if on is None or edition.covers(on))


def rules_found(query: str, edition: str, on: date | None) -> tuple[Rule, ...]:
    """Rules that hold the words of a query, of one edition and in force on a day if so asked."""
    if edition:
        library().edition(edition)
    return kept(library().search(query), edition, on)


def rules_in(edition: str, on: date | None) -> tuple[Rule, ...]:
    """The rules of an edition, or of every edition."""
    return kept(library().rules(edition).values(), edition, on)


def kept(rules: Iterable[Rule], edition: str, on: date | None) -> tuple[Rule, ...]:
    """Those of an edition, and in force on a day, if so asked."""
    return tuple(
        rule for rule in rules if (not edition or rule.edition == edition) and (on is None or rule.covers(on))
    )


def history_of(name: str, on: date | None) -> tuple[Step, ...]:
    """What each edition said on a rule's topic, or on a topic; on a day, what was in force then."""
    steps = library().history(name)
    if on is None:
        return steps
    found = [step._replace(rules=tuple(rule for rule in step.rules if rule.covers(on))) for step in steps]
    return tuple(step for step in found if step.rules)


def deadline(name: str, typed: str, on: date | None) -> Deadline:
    """When the timescale of a rule, or of a topic on its day, falls due. Raises WrongUsage for neither."""
    begun = moment(typed)
    rule = _timed(name, on or begun.date())
    if rule is None or rule.timescale is None or not rule.timescale.is_clock:
        raise wrong(say(words.NO_TIMESCALE, rule=name), say(words.NO_TIMESCALE_REMEDY))
    is_latest = rule.timescale.kind == "min"
    return Deadline(rule, begun, (latest if is_latest else due)(begun, rule.timescale), is_latest)


def _timed(name: str, on: date) -> Rule | None:
    """The rule of that id; for a topic, the rule of the day whose timescale counts."""
    try:
        return library().rule(name)
    except NotInGuidance as unknown:
        if name not in library().topics():
            raise unknown
    return clock_of(library().resolve(name, on))


def moment(typed: str) -> datetime:
    """A day, or a day and a time; the working day's beginning where no time is given. Raises WrongUsage."""
    try:
        if len(typed) <= 10:
            return datetime.combine(date.fromisoformat(typed), time(9))
        return datetime.fromisoformat(typed).replace(tzinfo=None)
    except ValueError:
        message = say(usage_words.NOT_A_DATE, typed=typed)
        raise wrong(message, say(words.MOMENT_LIKE)) from None
