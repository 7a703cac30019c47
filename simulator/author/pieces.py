"""The pieces of a case one after the other, each with its place: conditions, options, prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scoring.calendar import from_minutes
from simulator.scenario.model import (
    AnyOf,
    Case,
    Chose,
    Clock,
    Condition,
    Conditions,
    Decision,
    EditionIs,
    Knows,
    KnowsSome,
    Marked,
    Meet,
    Member,
    Option,
    Options,
    Playing,
    Position,
    Reached,
    Scene,
    Span,
    Then,
    Within,
)

ADULT: Final = 18
"""Years."""


class Asked(NamedTuple):
    """Conditions where they stand."""

    conditions: Conditions
    scene: int
    """Index of the scene; the number of scenes for endings and messages."""
    at: Position


def all_conditions(case: Case) -> Iterator[Asked]:
    """Every list of conditions, in the order of the file."""
    for index, scene in enumerate(case.scenes.values()):
        yield Asked(scene.when, index, scene.at)
        for line in scene.say:
            yield Asked(line.when, index, line.at)
        for then, at in thens(scene):
            for way in then:
                yield Asked(way.when, index, at)
    for ending in case.endings.values():
        yield Asked(ending.when, len(case.scenes), ending.at)
    for inject in case.injects.values():
        yield Asked(inject.when or (), len(case.scenes), inject.at)


def thens(scene: Scene) -> Iterator[tuple[Then, Position]]:
    """Every way on that a scene, its decision and its options give, with its place."""
    yield scene.effects.then, scene.at
    if scene.decision:
        yield scene.decision.effects.then, scene.decision.at
        for option in options_of(scene.decision):
            yield option.effects.then, option.at


def options_of(decision: Decision | None) -> tuple[Option, ...]:
    """The options of a decision in which one is picked or viewed."""
    kind = decision.kind if decision else None
    return kind.options if isinstance(kind, Options | Meet) else ()


def flat(conditions: Conditions) -> Iterator[Condition]:
    """Each sentence, those of `any of` too."""
    for one in conditions:
        yield from flat(one.conditions) if isinstance(one, AnyOf) else (one,)


def sentence(one: Condition) -> str:
    """A condition as a trainer writes it."""
    if isinstance(one, Knows):
        whole = " in full" if one.level == 2 else ""
        return f"{one.party} {'does not know' if one.negated else 'knows'} {one.fact}{whole}"
    if isinstance(one, KnowsSome):
        return f"at least {one.at_least} of {', '.join(one.facts)} known to {one.party}"
    if isinstance(one, Chose):
        return f"{'did not choose' if one.negated else 'chose'} {one.scene} {one.choice}"
    if isinstance(one, Marked):
        return _marked(one)
    if isinstance(one, Reached):
        return f"{one.milestone} {'not ' if one.negated else ''}reached"
    if isinstance(one, Within):
        return f"{one.milestone} within {_span(one.span)} of {one.since}"
    if isinstance(one, Clock):
        moment = f"{from_minutes(one.moment):%Y-%m-%d %H:%M}" if one.moment is not None else ""
        until = f"{_span(one.span)} since {one.since}" if one.span else moment
        return f"clock {'before' if one.before else 'after'} {until}"
    if isinstance(one, Playing):
        return f"{one.role} is a colleague" if one.negated else f"playing {one.role}"
    if isinstance(one, EditionIs):
        return f"edition {one.relation} {one.edition}"
    return "any of: " + "; ".join(map(sentence, one.conditions))


def _marked(one: Marked) -> str:
    if len(one.marks) > 1 or one.at_least > 1:
        return f"at least {one.at_least} marked: {', '.join(one.marks)}"
    return f"{'not ' if one.negated else ''}marked {one.marks[0]}"


def _span(span: Span) -> str:
    return f"{span.amount} {span.unit[:-1] if span.amount == 1 else span.unit}"


def is_child(member: Member) -> bool:
    """Somebody born who is under 18 for certain or may be."""
    years = member.age.split("-")[0].strip()
    return member.age != "unborn" and not (years.isdigit() and int(years) >= ADULT)
