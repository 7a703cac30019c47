"""Where each thing a case can know or remember has its bit in a `State`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scoring.terms import Level
from simulator.play.state import bits_for
from simulator.scenario.model import (
    AnyOf,
    Ask,
    Case,
    Chose,
    Clock,
    Condition,
    Decision,
    Meet,
    Option,
    Options,
    Reached,
    Scene,
    Then,
    Within,
)

REFERRAL_MILESTONES = ("referral_received", "telephone_referral", "written_referral")


@dataclass(frozen=True, slots=True)
class Layout:
    """Indexes of parties, facts, milestones and flags of one case."""

    parties: Mapping[str, int]
    """Roles first, then family, then other people."""
    facts: Mapping[str, int]
    milestones: Mapping[str, int]
    marks: Mapping[str, int]
    """Mark -> flag bit, as a mask; so with the others."""
    chosen: Mapping[tuple[str, str], int]
    """(scene, choice) -> its flag, for those that a condition asks for; of the others nothing is kept."""
    asked: Mapping[str, int]
    injected: Mapping[str, int]
    entered: Mapping[str, tuple[int, ...]]
    """Scene -> one mask for each time it may be entered; none where no way leads back to it."""

    def slot(self, party: str, fact: str) -> int:
        return self.parties[party] * len(self.facts) + self.facts[fact]

    def knowing(self, party: str, fact: str, level: Level = Level.FULL) -> int:
        """Knowledge bits for a party knowing a fact at a level."""
        return bits_for(self.slot(party, fact), level)


def layout_of(case: Case) -> Layout:
    """Lay out a case. The order is the file's, so the same text always has the same bits."""
    flags = _masks()
    scenes = case.scenes.values()
    conditions = tuple(dict.fromkeys(_every_condition(case)))
    again = _led_back_to(case)
    return Layout(
        parties={party: index for index, party in enumerate((*case.roles, *case.family, *case.people))},
        facts={fact: index for index, fact in enumerate(case.facts)},
        milestones={name: index for index, name in enumerate(_milestones(case, conditions))},
        marks={mark: next(flags) for mark in _marks(case)},
        chosen={key: next(flags) for key in dict.fromkeys(_choices_read(conditions))},
        asked={role: next(flags) for role in case.roles},
        injected={inject: next(flags) for inject in case.injects},
        entered={
            scene.id: tuple(next(flags) for _ in range(scene.again + 1)) if scene.id in again else ()
            for scene in scenes
        },
    )


def _led_back_to(case: Case) -> set[str]:
    """Scenes that a way back leads to or over: of the others, entered once at most, nothing need be kept."""
    at = {scene: index for index, scene in enumerate(case.scenes)}
    found, farthest = set(), len(at)
    for scene in reversed(tuple(case.scenes.values())):
        ahead = [at[way.scene] for then in _thens(scene) for way in then if way.scene]
        if scene.decision and isinstance(scene.decision.kind, Ask) and scene.decision.kind.if_refused:
            ahead.append(at[scene.decision.kind.if_refused])
        farthest = min((farthest, *ahead))
        if farthest <= at[scene.id]:
            found.add(scene.id)
    return found


def _masks() -> Iterator[int]:
    mask = 1
    while True:
        yield mask
        mask <<= 1


def _choices_read(conditions: Iterable[Condition]) -> Iterator[tuple[str, str]]:
    for condition in conditions:
        if isinstance(condition, Chose):
            yield condition.scene, condition.choice
        elif isinstance(condition, AnyOf):
            yield from _choices_read(condition.conditions)


def _marks(case: Case) -> Iterator[str]:
    seen: dict[str, None] = {}
    for scene in case.scenes.values():
        for mark in _marks_set_in(scene):
            seen[mark] = None
    for cut in case.cuts.values():
        seen.update(dict.fromkeys(cut.marks))
    seen.pop("", None)
    yield from seen


def _marks_set_in(scene: Scene) -> Iterator[str]:
    yield scene.effects.mark
    if scene.decision:
        yield scene.decision.effects.mark
        yield scene.decision.mark_when_unsafe
        for option in _options(scene.decision):
            yield option.effects.mark


def _options(decision: Decision) -> tuple[Option, ...]:
    return decision.kind.options if isinstance(decision.kind, Options | Meet) else ()


def _milestones(case: Case, conditions: Iterable[Condition]) -> Iterator[str]:
    seen: dict[str, None] = dict.fromkeys(REFERRAL_MILESTONES)
    for scene in case.scenes.values():
        seen[scene.effects.milestone] = None
        if scene.decision:
            seen[scene.decision.effects.milestone] = None
            for option in _options(scene.decision):
                seen[option.effects.milestone] = None
    for fact in case.facts.values():
        seen.update({need.before: None for need in fact.needs.needed_by.values()})
    for condition in conditions:
        seen.update(dict.fromkeys(_milestones_read(condition)))
    seen.pop("", None)
    seen.pop("start", None)
    yield from seen


def _milestones_read(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Reached):
        yield condition.milestone
    elif isinstance(condition, Within):
        yield from (condition.milestone, condition.since)
    elif isinstance(condition, Clock):
        yield condition.since
    elif isinstance(condition, AnyOf):
        for inner in condition.conditions:
            yield from _milestones_read(inner)


def _every_condition(case: Case) -> Iterator[Condition]:
    for scene in case.scenes.values():
        yield from scene.when
        for line in scene.say:
            yield from line.when
        for then in _thens(scene):
            for way in then:
                yield from way.when
    for ending in case.endings.values():
        yield from ending.when
    for inject in case.injects.values():
        yield from inject.when or ()


def _thens(scene: Scene) -> Iterator[Then]:
    """The ways on that a scene, its decision and its options name."""
    yield scene.effects.then
    if scene.decision:
        yield scene.decision.effects.then
        for option in _options(scene.decision):
            yield option.effects.then
