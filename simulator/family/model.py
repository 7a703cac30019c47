"""An invented family: who is in it, what they are called, and what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.family.spec import Kind, Sex


class Pronouns(NamedTuple):
    """How to speak of somebody."""

    they: str
    them: str
    their: str


_PRONOUNS: Final = {
    Sex.FEMALE: Pronouns("she", "her", "her"),
    Sex.MALE: Pronouns("he", "him", "his"),
    Sex.ANY: Pronouns("they", "them", "their"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented."""

    id: str
    kind: Kind
    first_name: str
    """Empty for an unborn child and for somebody shown by what they are."""
    surname: str
    title: str
    """Mr, Mrs, Ms, Dr …"""
    called: str
    """What everybody in the case calls them: `Lily`, `Mrs Ellery`, `the duty doctor`, `the baby`."""
    sex: Sex
    """`any` where nobody knows."""
    age: str
    """On the day the case begins: `4`, `5 months`, `unborn`; empty where it is not known."""
    born: str
    """ISO date of birth, or on which an unborn child is due; empty where it is not known."""
    nhs_number: str
    """Of the family's own; empty for others and for the unborn."""
    unborn: bool
    focus: bool
    """The case is about this child."""
    parents: tuple[str, ...]
    partners: tuple[str, ...]
    """Whom they are with, or have a child with."""

    @property
    def pronouns(self) -> Pronouns:
        """She, he, or they where the sex is not known."""
        return _PRONOUNS[self.sex]


@dataclass(frozen=True, slots=True)
class Family:
    """Everybody invented for one attempt, and what the family shares. All of it is ready to be shown."""

    seed: str
    on: str
    """ISO date of the day the case begins."""
    surname: str
    """Of the child the case is about."""
    home: str
    """Number, street and town."""
    postcode: str
    school: str
    telephone: str
    email: str
    people: tuple[Person, ...]
    """In the order of the case."""

    def person(self, wanted: str) -> Person | None:
        """The person of that id; for `child`, where nobody has that id, the first the case is about."""
        for person in self.people:
            if person.id == wanted:
                return person
        return self.child if wanted == "child" else None

    @property
    def child(self) -> Person | None:
        """The first child the case is about, if it says so."""
        return next((person for person in self.people if person.focus), None)

    @property
    def members(self) -> tuple[Person, ...]:
        """Those of the family itself."""
        return tuple(person for person in self.people if person.kind is Kind.FAMILY)
