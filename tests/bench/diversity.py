"""Diversity of the library: over many seeds, who people are does not depend on what they do in a case.

    python -m tests.bench.diversity [how many seeds]

For every member of every case the backgrounds that names are drawn from are counted over the seeds and set
against their shares; so are women and men where a case leaves it open, and those whom a police fact is about
against all others. The figure is the farthest that any of them lies from what it should be, in standard
deviations of chance. A control in which one role is always drawn from one background must be far outside.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from scoring.calendar import from_minutes
from simulator.family.chance import Chance
from simulator.family.invent import _sex, invent
from simulator.family.names import draw_backgrounds
from simulator.family.spec import FamilySpec, Sex
from simulator.family.wordlists import names
from simulator.play.cast import spec_of
from simulator.scenario.model import Case
from simulator.scenario.read import case_from

FOLDER = Path(__file__).parents[2] / "scenarios"
FARTHEST = 5.0
"""Standard deviations: with a few hundred comparisons chance alone seldom goes beyond four."""


class Far(NamedTuple):
    """How far something lies from what it should be."""

    deviations: float
    what: str


def cases() -> list[Case]:
    """The library."""
    return [case_from(file.read_text("utf-8"), file.stem) for file in sorted(FOLDER.glob("*.yaml"))]


def shares() -> dict[str, float]:
    """Background -> its share of families."""
    whole = sum(each.share for each in names().backgrounds)
    return {each.key: each.share / whole for each in names().backgrounds}


def deviations(counted: Mapping[str, int], expected: Mapping[str, float]) -> float:
    """Chi-square against expected shares, as standard deviations above its mean."""
    number = sum(counted.values())
    squares = sum(
        (counted.get(key, 0) - number * share) ** 2 / (number * share) for key, share in expected.items()
    )
    freedom = len(expected) - 1
    return (squares - freedom) / sqrt(2 * freedom)


def backgrounds(spec: FamilySpec, seeds: int) -> dict[str, Counter[str]]:
    """Person -> how often each background was theirs."""
    found: dict[str, Counter[str]] = {person.id: Counter() for person in spec.people if not person.nameless}
    for seed in range(seeds):
        drawn = draw_backgrounds(spec, Chance(str(seed)))
        for person in found:
            found[person][drawn[person].key] += 1
    return found


def far(case: Case, seeds: int) -> Iterator[Far]:
    """Every comparison of one case."""
    spec = spec_of(case)
    counted = backgrounds(spec, seeds)
    for person, counts in counted.items():
        if person in case.family:
            yield Far(deviations(counts, shares()), f"{case.id}: {person}")
    yield from _by_risk(case, counted)
    for member in spec.family:
        if member.sex is Sex.ANY and not member.unborn:
            drawn = Counter(_sex(member, Chance(str(seed))) for seed in range(seeds))
            if len(drawn) > 1:
                women = drawn[Sex.FEMALE]
                yield Far(abs(women - seeds / 2) / sqrt(seeds / 4), f"{case.id}: sex of {member.id}")


def _by_risk(case: Case, counted: Mapping[str, Counter[str]]) -> Iterator[Far]:
    """Those whom a police fact is about, each against the shares of the same case's others."""
    suspected = {
        who
        for fact in case.facts.values()
        if fact.sensitive == "police"
        for who in fact.about
        if who in counted
    }
    others = Counter[str]()
    for person, counts in counted.items():
        if person in case.family and person not in suspected:
            others.update(counts)
    total = sum(others.values())
    if not total:
        return
    expected = {key: max(others[key], 1) / total for key in shares()}
    for person in sorted(suspected):
        yield Far(
            deviations(counted[person], expected), f"{case.id}: {person}, of whom the police hold something"
        )


def forms(found: list[Case]) -> Counter[str]:
    """What kinds of family the library has."""
    kinds: Counter[str] = Counter()
    for case in found:
        family = case.family
        child = next((one for one in family.values() if one.focus), None)
        if child is None:
            continue
        ties = {one.id for one in family.values() if child.id in one.parent_of} | set(child.child_of)
        with_whom = [one for one in family.values() if one.partner_of]
        kinds[f"{len(ties)} parent(s) in the family"] += 1
        kinds["with a partner who is no parent of the child"] += any(one.id not in ties for one in with_whom)
        kinds["with grandparents, aunts or others"] += len(family) > len(ties) + 3
    return kinds


def faults(found: list[Case], seeds: int) -> list[str]:
    """Names that are alike, or families that cannot be drawn."""
    wrong = []
    for case in found:
        on = from_minutes(case.set_on).date()
        spec = spec_of(case)
        for seed in range(0, seeds, 10):
            people = [one.called for one in invent(spec, str(seed), on).people if one.first_name]
            if len(set(people)) < len(people):
                wrong.append(f"{case.id} seed {seed}: two are called alike")
    return wrong


def control(seeds: int) -> Far:
    """One role always from one background: what a stereotype would look like."""
    only = Counter({names().backgrounds[-1].key: seeds})
    return Far(deviations(only, shares()), "control: one role, one background")


def main(seeds: int = 1_000) -> int:
    """Print the farthest, the forms, and the figure last."""
    found = cases()
    every = sorted((each for case in found for each in far(case, seeds)), reverse=True)
    for each in every[:5]:
        print(f"{each.deviations:6.2f}  {each.what}")
    for form, number in forms(found).most_common():
        print(f"{number:6}  {form}")
    wrong = faults(found, seeds)
    print("\n".join(wrong[:10]))
    met = {
        key for case in found[:1] for counts in backgrounds(spec_of(case), seeds).values() for key in counts
    }
    spoilt = control(seeds)
    print(f"{spoilt.deviations:6.0f}  {spoilt.what}")
    good = (
        every[0].deviations < FARTHEST and not wrong and met == set(shares()) and spoilt.deviations > FARTHEST
    )
    print(
        f"{len(every)} comparisons over {seeds} seeds, {len(met)} backgrounds met: "
        f"farthest {every[0].deviations:.1f} standard deviations, {len(wrong)} faults"
    )
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
