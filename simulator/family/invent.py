"""One seed, one family: the same people for the same spec, seed and day, in every process and machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from simulator.family.ages import age_in, age_text, births
from simulator.family.births import days_of_birth
from simulator.family.chance import Chance
from simulator.family.identifiers import email, home, nhs_number, postcode, school, telephone
from simulator.family.model import Family, Person
from simulator.family.names import (
    Bearer,
    draw_backgrounds,
    draw_first_name,
    draw_surname,
    outsiders_background,
)
from simulator.family.spec import Age, FamilySpec, Kind, PersonSpec, Sex, Unit
from simulator.family.surnames import draw_surnames
from simulator.words import family as words
from simulator.words import say

ADULT: Final = 18
SCHOOL_AGE: Final = range(4, 19)
_GROWN_UP: Final = Age(24, 62)
"""Of those outside the family whose age is not said; it decides only which first names are in fashion."""
_SEX_OF: Final = {
    Sex.FEMALE: "mother mum mummy stepmother stepmum grandmother gran nan nana grandma sister stepsister "
    "aunt auntie daughter niece girl girlfriend wife woman",
    Sex.MALE: "father dad daddy stepfather stepdad grandfather grandad grandpa brother stepbrother "
    "uncle son nephew boy boyfriend husband man",
}
_SEX_BY_WORD: Final = {word: sex for sex, told_by in _SEX_OF.items() for word in told_by.split()}


def invent(spec: FamilySpec, seed: str, on: date) -> Family:
    """Everybody of the spec as they are on the day the case begins.

    Raises CaseError where the ages cannot all be true or no first name is left.
    """
    chance = Chance(seed)
    sexes = {person.id: _sex(person, chance) for person in spec.people}
    born = days_of_birth(spec, sexes, on, chance)
    surnames, people = _people(spec, sexes, born, on, chance)
    surname = _shared_surname(spec, surnames, chance)
    return Family(
        seed=seed,
        on=on.isoformat(),
        surname=surname,
        home=home(chance),
        postcode=postcode(chance),
        school=school(_age_at_school(spec, born, on), chance),
        telephone=telephone(chance),
        email=email(surname, chance),
        people=people,
    )


def _sex(person: PersonSpec, chance: Chance) -> Sex:
    """As the case says, else as the id says (`mother`, `older_brother`), else drawn; unknown before birth."""
    if person.sex is not Sex.ANY:
        return person.sex
    for word in reversed(person.id.split("_")):
        if word in _SEX_BY_WORD:
            return _SEX_BY_WORD[word]
    return Sex.ANY if person.nameless else chance.one_of((Sex.FEMALE, Sex.MALE), "sex", person.id)


class _Drawn(NamedTuple):
    """What was drawn for one person."""

    sex: Sex
    born: date | None
    surname: str
    first_name: str
    nhs_number: str


def _people(
    spec: FamilySpec, sexes: Mapping[str, Sex], born: Mapping[str, date], on: date, chance: Chance
) -> tuple[dict[str, str], tuple[Person, ...]]:
    origins = draw_backgrounds(spec, chance)
    surnames = draw_surnames(spec, sexes, origins, chance)
    first_names: list[str] = []
    numbers: list[str] = []
    people = []
    for each in spec.people:
        first_name = number = ""
        if not each.nameless:
            day = born.get(each.id) or births(_GROWN_UP, on)[0]
            bearer = Bearer(each.id, sexes[each.id], day.year, surnames[each.id], origins[each.id])
            first_name = draw_first_name(bearer, first_names, surnames.values(), chance)
            first_names.append(first_name)
        if each.kind is Kind.FAMILY and not each.unborn:
            number = nhs_number(each.id, numbers, chance)
            numbers.append(number)
        drawn = _Drawn(sexes[each.id], born.get(each.id), surnames[each.id], first_name, number)
        people.append(_person(spec, each, drawn, on, chance))
    return surnames, tuple(people)


def _person(spec: FamilySpec, each: PersonSpec, drawn: _Drawn, on: date, chance: Chance) -> Person:
    young = drawn.born is not None and age_in(Unit.YEARS, drawn.born, on) < ADULT
    title = "" if young or each.nameless else each.title or _title(each.id, drawn.sex, chance)
    unit = each.age.unit if each.age else Unit.YEARS
    return Person(
        id=each.id,
        kind=each.kind,
        first_name=drawn.first_name,
        surname="" if each.shown_as else drawn.surname,
        title=title,
        called=_called(each, drawn, "" if young else title),
        sex=drawn.sex,
        age=age_text(drawn.born, on, unit) if drawn.born else "",
        born=drawn.born.isoformat() if drawn.born else "",
        nhs_number=drawn.nhs_number,
        unborn=each.unborn,
        focus=each.focus,
        parents=spec.parents.get(each.id, ()),
        partners=spec.partners.get(each.id, ()),
    )


def _title(person: str, sex: Sex, chance: Chance) -> str:
    if sex is Sex.MALE:
        return say(words.MR)
    return say(chance.one_of((words.MRS, words.MS), "title", person))


def _called(each: PersonSpec, drawn: _Drawn, title: str) -> str:
    if each.shown_as:
        return each.shown_as
    if each.unborn:
        return say(words.THE_BABY)
    if each.kind is Kind.FAMILY or not title:
        return drawn.first_name
    return f"{title} {drawn.surname}"


def _shared_surname(spec: FamilySpec, surnames: Mapping[str, str], chance: Chance) -> str:
    """That of the child the case is about, or of the first of the family; a case without one has one too."""
    for each in _focus_first(spec):
        return surnames[each.id]
    return draw_surname(outsiders_background("family", chance), surnames.values(), chance, "family")


def _age_at_school(spec: FamilySpec, born: Mapping[str, date], on: date) -> int:
    """The age of the child whose school is meant: the one the case is about, else one of school age."""
    ages = [age_in(Unit.YEARS, born[each.id], on) for each in _focus_first(spec)]
    return next((age for age in ages if age in SCHOOL_AGE), SCHOOL_AGE.start)


def _focus_first(spec: FamilySpec) -> list[PersonSpec]:
    return sorted(spec.family, key=lambda each: not each.focus)
