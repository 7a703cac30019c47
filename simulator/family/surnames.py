"""Who has which surname: families share one, keep two, join them, or carry one from before."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.family.chance import Chance
from simulator.family.names import draw_surname
from simulator.family.spec import FamilySpec, Sex, generations
from simulator.family.wordlists import Background

SHARED = 45
"""Of a hundred couples, how many bear one surname."""
HERS_CHANGED = 90
"""Of a hundred such couples of a woman and a man, in how many it is his."""
FROM_ELSEWHERE = 20
"""Of a hundred single parents, how many have children with a surname that nobody here bears."""
DOUBLE = 15
"""Of a hundred couples with two surnames, how many give their children both."""
FATHERS = 60
"""Of a hundred of the others, how many give the father's."""
LONGEST_DOUBLE = 17
"""Characters; people shorten longer double surnames."""


def draw_surnames(
    spec: FamilySpec,
    sexes: Mapping[str, Sex],
    backgrounds: Mapping[str, Background],
    chance: Chance,
) -> dict[str, str]:
    """Everybody's surname on the day the case begins, the eldest generation first, outsiders last.

    Children of two people who are not a couple, or of one, have the surname from before any couple.
    """
    surnames: dict[str, str] = {}
    before: dict[str, str] = {}
    generation = generations(spec.parents, spec.partners)
    for level in sorted(set(generation.values())):
        elders = dict(surnames)
        earlier = dict(before)
        people = [person for person in spec.parents if generation[person] == level]
        for person in people:
            parents = spec.parents[person]
            if parents:
                theirs = elders if _are_a_couple(parents, spec) else earlier
                surnames[person] = _childs(parents, theirs, sexes, backgrounds[person], chance)
            else:
                surnames[person] = draw_surname(backgrounds[person], surnames.values(), chance, person)
        before |= {person: surnames[person] for person in people}
        _share(people, spec, surnames, sexes, chance)
    for outsider in spec.outsiders:
        surnames[outsider.id] = draw_surname(backgrounds[outsider.id], surnames.values(), chance, outsider.id)
    return surnames


def _are_a_couple(parents: tuple[str, ...], spec: FamilySpec) -> bool:
    return len(parents) == 2 and parents[1] in spec.partners[parents[0]]


def _childs(
    parents: tuple[str, ...],
    surnames: Mapping[str, str],
    sexes: Mapping[str, Sex],
    background: Background,
    chance: Chance,
) -> str:
    """The surname that these parents' children have; all children of the same parents draw the same."""
    theirs = tuple(dict.fromkeys(surnames[parent] for parent in parents))
    if len(theirs) == 1:
        elsewhere = len(parents) == 1 and chance.happens(FROM_ELSEWHERE, "from elsewhere", *parents)
        return (
            draw_surname(background, surnames.values(), chance, "elsewhere", *parents)
            if elsewhere
            else theirs[0]
        )
    double = "-".join(theirs)
    short = len(theirs) == 2 and double.count("-") == 1 and len(double) <= LONGEST_DOUBLE
    if short and chance.happens(DOUBLE, "double", *parents):
        return double
    fathers = [surnames[parent] for parent in parents if sexes[parent] is Sex.MALE]
    if len(fathers) == 1 and chance.happens(FATHERS, "father's", *parents):
        return fathers[0]
    return chance.one_of(theirs, "which parent's", *parents)


def _share(
    people: list[str], spec: FamilySpec, surnames: dict[str, str], sexes: Mapping[str, Sex], chance: Chance
) -> None:
    """Give some couples one surname; nobody takes or gives one twice."""
    settled: set[str] = set()
    for person in people:
        for partner in spec.partners[person]:
            couple = (person, partner)
            if settled & set(couple) or not chance.happens(SHARED, "one surname", *sorted(couple)):
                continue
            settled |= set(couple)
            men = [each for each in couple if sexes[each] is Sex.MALE]
            if len(men) == 1:
                kept = men[0] if chance.happens(HERS_CHANGED, "whose surname", *sorted(couple)) else None
                kept = kept or next(each for each in couple if each not in men)
            else:
                kept = chance.one_of(sorted(couple), "whose surname", *sorted(couple))
            surnames[person] = surnames[partner] = surnames[kept]
