"""What a case says of the people to be invented: who they are to each other and how old.

The scenario language has its own reading of `family:` and `people:`; play turns that into these specs, so
that neither side imports the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.errors import CaseError
from simulator.words import Phrase, say
from simulator.words import family as words


class Kind(StrEnum):
    """Whom a name is for, which decides how they are called."""

    FAMILY = "family"
    """Of the case's family: called by the first name, lives at the family's home."""
    PERSON = "person"
    """Somebody else who speaks, such as a neighbour: title and surname, a child by the first name."""
    ROLE = "role"
    """A seat at the table: title and surname."""


class Sex(StrEnum):
    """As the case gives it; `any` is decided by the id (`mother`) or drawn."""

    FEMALE = "female"
    MALE = "male"
    ANY = "any"


class Unit(StrEnum):
    """What an age is counted in; the age is told in the same."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    UNBORN = "unborn"


@dataclass(frozen=True, slots=True)
class Age:
    """An age on the day the case begins, exact (`low == high`) or a range, both ends included."""

    low: int
    high: int
    unit: Unit = Unit.YEARS


UNBORN = Age(0, 0, Unit.UNBORN)
OLDEST = 110
_AGE = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?(?:\s*(day|week|month|year)s?)?")


def parse_age(text: str) -> Age:
    """The age that `11 weeks`, `5-7 months`, `3`, `21-24` or `unborn` says; CaseError for anything else."""
    plain = " ".join(text.split()).lower()
    if plain == "unborn":
        return UNBORN
    match = _AGE.fullmatch(plain)
    if match is None:
        raise impossible(words.BAD_AGE, words.BAD_AGE_REMEDY, age=text)
    low = int(match[1])
    age = Age(low, int(match[2] or low), Unit(f"{match[3] or 'year'}s"))
    if age.low > age.high or age.high > (OLDEST if age.unit is Unit.YEARS else 999):
        raise impossible(words.BAD_AGE, words.BAD_AGE_REMEDY, age=text)
    return age


def impossible(message: Phrase, remedy: Phrase, **values: object) -> CaseError:
    """The error of a family that cannot be, in the catalogue's words."""
    return CaseError(say(words.IMPOSSIBLE_TITLE), say(message, **values), say(remedy))


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """One person to invent."""

    id: str
    kind: Kind = Kind.FAMILY
    age: Age | None = None
    """None: fits the others; for people outside the family, not said."""
    sex: Sex = Sex.ANY
    focus: bool = False
    """The case is about this child."""
    parent_of: tuple[str, ...] = ()
    child_of: tuple[str, ...] = ()
    partner_of: tuple[str, ...] = ()
    title: str = ""
    """`Dr`; empty: Mr, Mrs or Ms."""
    shown_as: str = ""
    """Said instead of an invented name: `the duty doctor`."""

    @property
    def unborn(self) -> bool:
        """Not born on the day the case begins."""
        return self.age == UNBORN

    @property
    def nameless(self) -> bool:
        """Has no first name: not yet, or none that the case needs."""
        return self.unborn or bool(self.shown_as)


@dataclass(frozen=True, slots=True)
class FamilySpec:
    """Everybody to invent for one attempt, in the order of the case. Made by `family_spec`."""

    people: tuple[PersonSpec, ...]
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each of the family, in the order of the case."""
    partners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Whom each is said to be with, or has a child with."""

    @property
    def family(self) -> tuple[PersonSpec, ...]:
        """Those of the family, in the order of the case."""
        return tuple(person for person in self.people if person.kind is Kind.FAMILY)

    @property
    def outsiders(self) -> tuple[PersonSpec, ...]:
        """Everybody else, in the order of the case."""
        return tuple(person for person in self.people if person.kind is not Kind.FAMILY)

    def children(self, person: str) -> tuple[str, ...]:
        """Whose parent somebody is, in the order of the case."""
        return tuple(child for child, parents in self.parents.items() if person in parents)


def family_spec(people: Iterable[PersonSpec]) -> FamilySpec:
    """The people with their ties read in both directions.

    Raises CaseError where two share an id, a tie leads to nobody, or somebody is their own ancestor.
    """
    everybody = tuple(people)
    order = {person.id: place for place, person in enumerate(everybody)}
    if len(order) < len(everybody):
        ids = [person.id for person in everybody]
        raise impossible(words.TWICE, words.RENAME, person=next(each for each in ids if ids.count(each) > 1))
    family = [person for person in everybody if person.kind is Kind.FAMILY]
    parents: dict[str, set[str]] = {person.id: set() for person in family}
    partners: dict[str, set[str]] = {person.id: set() for person in family}
    for person in family:
        for child in person.parent_of:
            _known(person, child, parents).add(person.id)
        parents[person.id].update(
            parent for parent in person.child_of if _known(person, parent, parents) is not None
        )
        for other in person.partner_of:
            _known(person, other, partners).add(person.id)
            partners[person.id].add(other)
    for together in parents.values():
        for parent in together:
            partners[parent] |= together - {parent}
    spec = FamilySpec(everybody, _in_order(parents, order), _in_order(partners, order))
    generations(spec.parents, spec.partners)
    return spec


def _known(person: PersonSpec, other: str, family: dict[str, set[str]]) -> set[str]:
    if other not in family:
        raise impossible(words.NOBODY, words.CHECK_TIES, person=person.id, other=other)
    return family[other]


def _in_order(ties: dict[str, set[str]], order: dict[str, int]) -> dict[str, tuple[str, ...]]:
    return {person: tuple(sorted(others, key=order.__getitem__)) for person, others in ties.items()}


def generations(
    parents: Mapping[str, Sequence[str]], partners: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """How far down the tree everybody stands, eldest at 0; partners stand level.

    Raises CaseError where somebody would be their own ancestor, or together with one.
    """
    level = dict.fromkeys(parents, 0)
    for _ in range(len(level) + 1):
        settled = True
        for person in level:
            above = max((level[parent] + 1 for parent in parents[person]), default=0)
            beside = max((level[partner] for partner in partners[person]), default=0)
            if max(above, beside) > level[person]:
                level[person] = max(above, beside)
                settled = False
        if settled:
            return level
    person = max(level, key=level.__getitem__)
    raise impossible(words.OWN_ANCESTOR, words.CHECK_TIES, person=person)
