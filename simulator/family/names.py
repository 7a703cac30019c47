"""First names and surnames, drawn from the family's background and from nothing else about a person.

Role, risk, age beyond the fashion of a generation, and what happens in the case have no part in it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from simulator.family.blocked import is_blocked
from simulator.family.chance import Chance
from simulator.family.spec import FamilySpec, Sex, generations, impossible
from simulator.family.wordlists import BRITISH, Background, names
from simulator.words import family as words

SAME_BACKGROUND: Final = 82
"""Of a hundred who join a family from outside, how many are of its background."""
TRIES: Final = 200
TRIES_FOR_AN_INITIAL: Final = 40
YOUNG_SINCE: Final = 1982
"""Year of birth from which British first names are ours: Faker's are of an older time."""


def draw_backgrounds(spec: FamilySpec, chance: Chance) -> dict[str, Background]:
    """Where everybody has their name from: a family mostly shares a background, children have a parent's."""
    shared = chance.one_of(names().by_share, "background")
    generation = generations(spec.parents, spec.partners)
    drawn = {each.id: outsiders_background(each.id, chance) for each in spec.outsiders}
    for person in sorted(spec.parents, key=generation.__getitem__):
        parents = spec.parents[person]
        if parents:
            drawn[person] = drawn[chance.one_of(parents, "background of", *parents)]
        elif chance.happens(SAME_BACKGROUND, "same background", person):
            drawn[person] = shared
        else:
            drawn[person] = outsiders_background(person, chance)
    return drawn


def outsiders_background(person: str, chance: Chance) -> Background:
    """The background of somebody who is nobody's relative."""
    return chance.one_of(names().by_share, "background", person)


class Bearer(NamedTuple):
    """All of a person that a first name depends on."""

    id: str
    sex: Sex
    born: int
    """Year of birth: names have their times."""
    surname: str
    background: Background


def draw_first_name(
    bearer: Bearer, first_names: Collection[str], surnames: Collection[str], chance: Chance
) -> str:
    """A first name that nobody in the case has, with another initial while there is one left.

    Raises CaseError where the lists hold no other name.
    """
    initials = {name[0] for name in first_names}
    fallback = ""
    for attempt in range(TRIES):
        name = _first_name(bearer, chance, attempt)
        if name in first_names or name in surnames or not _fit(name, bearer):
            continue
        if name[0] not in initials:
            return name
        fallback = fallback or name
        if attempt >= TRIES_FOR_AN_INITIAL:
            break
    if not fallback:
        raise impossible(words.NO_NAME_LEFT, words.SMALLER, person=bearer.id)
    return fallback


def _fit(name: str, bearer: Bearer) -> bool:
    background = bearer.background
    misplaced = name in names().not_british and name not in (*background.women, *background.men)
    return not (misplaced or name in names().as_words or is_blocked(name, bearer.surname))


def _first_name(bearer: Bearer, chance: Chance, attempt: int) -> str:
    purpose = ("first name", bearer.id, attempt)
    background = bearer.background
    common = background.key == BRITISH or chance.happens(background.borrowed, "borrowed", *purpose)
    if common and bearer.born < YOUNG_SINCE:
        return chance.british_first_name(bearer.sex is Sex.FEMALE, *purpose)
    lists = names().young if common else background
    return chance.one_of(lists.women if bearer.sex is Sex.FEMALE else lists.men, *purpose)


def draw_surname(background: Background, taken: Collection[str], chance: Chance, *purpose: object) -> str:
    """A surname of the background, one that nobody has yet where that is possible."""
    fallback = ""
    for attempt in range(TRIES):
        if background.key == BRITISH:
            name = chance.british_surname("surname", *purpose, attempt)
            unfit = name in names().not_british or name in names().as_words
        else:
            name = chance.one_of(background.surnames, "surname", *purpose, attempt)
            unfit = name in names().as_words
        if not unfit and name not in taken:
            return name
        fallback = fallback or ("" if unfit else name)
    return fallback
