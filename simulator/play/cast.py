"""Who is called what in one attempt: the invented family and the seats, ready for the placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.family import placeholders
from simulator.scenario.model import NARRATOR, Case
from simulator.scenario.placeholders import fill
from simulator.words import play as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.family.model import Family
    from simulator.family.spec import FamilySpec


@dataclass(frozen=True, slots=True)
class Cast:
    """Names of everybody in one attempt."""

    names: Mapping[str, str]
    """Placeholder without brackets -> words."""
    speakers: Mapping[str, str]
    """Family member, person or role -> the name over a chat line."""
    filled: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The case's texts that were filled in before: each is shown, told and hashed many times."""

    def fill(self, text: str) -> str:
        """The trainer's text with its placeholders filled in."""
        known = self.filled.get(text)
        if known is None:
            known = self.filled[text] = fill(text, self.names)
        return known

    def name(self, who: str) -> str:
        """The name over a chat line; the id where nobody is called so."""
        return self.speakers.get(who, who)


def cast_of(case: Case, family: Family) -> Cast:
    """Everybody's names."""
    names = placeholders(family)
    speakers = {NARRATOR: "", **{person.id: capital(person.called) for person in family.people}}
    for role in case.roles.values():
        title = capital(role.title)
        called = speakers.get(role.id)
        speakers[role.id] = say(words.ROLE_NAME, name=called, title=role.title) if called else title
        names.setdefault(role.id, role.title)
    return Cast(names, speakers)


def capital(text: str) -> str:
    """As a line or a title begins: `The named GP`."""
    return text[:1].upper() + text[1:]


def spec_of(case: Case) -> FamilySpec:
    """Whom to invent for a case: its family, the others who speak, and the seats. Raises CaseError."""
    from simulator.family.spec import Kind, PersonSpec, Sex, family_spec, parse_age

    family = (
        PersonSpec(
            member.id,
            Kind.FAMILY,
            parse_age(member.age),
            Sex(member.sex),
            member.focus,
            member.parent_of,
            member.child_of,
            member.partner_of,
        )
        for member in case.family.values()
    )
    people = (PersonSpec(person.id, Kind.PERSON, shown_as=person.title) for person in case.people.values())
    roles = (PersonSpec(role.id, Kind.ROLE, title=_title(role.title)) for role in case.roles.values())
    return family_spec((*family, *people, *roles))


def _title(role: str) -> str:
    """Doctors are called so; everybody else has the title the seed gives."""
    return "Dr" if any(word in role.lower() for word in words.DOCTORS) else ""
