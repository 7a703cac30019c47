"""What is read far from where it was said or done: what makes a case too large to be solved."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.author.pieces import all_conditions, flat, options_of
from simulator.scenario.model import Ask, Case, Chose, Condition, Knows, KnowsSome, Marked, Meet, Refer, Share

MOST_NAMED = 3


def far_reads(case: Case) -> tuple[str, ...]:
    """The marks, choices and facts with the most scenes between being made and last being read."""
    made, index_of = _made(case), {scene: index for index, scene in enumerate(case.scenes)}
    distance: dict[str, int] = {}
    for asked in all_conditions(case):
        for one in flat(asked.conditions):
            for name, begun in _read(one, made, index_of):
                distance[name] = max(distance.get(name, 0), asked.scene - begun)
    far = sorted(distance, key=lambda name: -distance[name])
    return tuple(name for name in far[:MOST_NAMED] if distance[name] > 1)


def _made(case: Case) -> dict[str, int]:
    """Mark -> the first scene that sets it; the empty name: the first scene in which facts are passed."""
    made: dict[str, int] = {}
    for index, scene in enumerate(case.scenes.values()):
        decision = scene.decision
        marks = [scene.effects.mark]
        if decision:
            marks += [decision.effects.mark, decision.mark_when_unsafe]
            marks += [option.effects.mark for option in options_of(decision)]
            if isinstance(decision.kind, Share | Ask | Refer | Meet):
                made.setdefault("", index)
        for mark in marks:
            if mark:
                made.setdefault(mark, index)
    return made


def _read(one: Condition, made: dict[str, int], index_of: dict[str, int]) -> Iterator[tuple[str, int]]:
    if isinstance(one, Marked):
        yield from ((mark, made.get(mark, 0)) for mark in one.marks)
    elif isinstance(one, Chose):
        yield f"{one.scene} {one.choice}", index_of[one.scene]
    elif isinstance(one, Knows):
        yield one.fact, made.get("", 0)
    elif isinstance(one, KnowsSome):
        yield from ((fact, made.get("", 0)) for fact in one.facts)
