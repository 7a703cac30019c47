"""R13: invented people by the hundred thousand, and nothing about any of them that could be somebody's.

    python -m tests.faults.families [how many]

Judges families by rules written here a second time, from the published ranges and not from the code under
test. A control family with an identifier spoilt in each way must be reported, or the run fails.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from simulator.family import (
    UNBORN,
    Family,
    FamilySpec,
    Kind,
    Person,
    PersonSpec,
    Sex,
    family_spec,
    invent,
    is_blocked,
    parse_age,
)

ON = date(2011, 9, 5)
AGE_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}


def case(*people: PersonSpec) -> FamilySpec:
    """A family with a neighbour, somebody shown by what they are, and three seats."""
    return family_spec(
        [
            *people,
            PersonSpec("neighbour", Kind.PERSON),
            PersonSpec("duty_doctor", Kind.PERSON, shown_as="the duty doctor"),
            PersonSpec("friend", Kind.PERSON, parse_age("14")),
            PersonSpec("gp", Kind.ROLE, title="Dr"),
            PersonSpec("health_visitor", Kind.ROLE),
            PersonSpec("police", Kind.ROLE),
        ]
    )


def member(id: str, age: str = "", *of: str, partner: str = "", sex: Sex = Sex.ANY) -> PersonSpec:
    """One of the family, the child of those named."""
    return PersonSpec(
        id,
        Kind.FAMILY,
        parse_age(age) if age else None,
        sex,
        focus=id == "child",
        child_of=of,
        partner_of=(partner,) if partner else (),
    )


CASES = (
    case(
        member("child", "11 weeks", "mother", "father"),
        member("mother", "21-24", "gran"),
        member("father", "21-25"),
        member("sister", "3", "mother"),
        member("gran", "44-55"),
    ),
    case(
        member("child", "8", "mother"),
        member("twin", "8", "mother"),
        member("brother", "5", "mother"),
        member("sister", "2", "mother"),
        member("mother", "31"),
        member("partner", "30", partner="mother"),
    ),
    case(
        PersonSpec("baby", age=UNBORN, child_of=("mother", "father"), focus=True),
        member("child", "5 months", "mother"),
        member("mother", "15", "gran", "grandad"),
        member("father"),
        member("gran"),
        member("grandad", "33-70"),
    ),
    case(
        member("child", "15", "mother", "mum"),
        member("mother", "40-50", sex=Sex.FEMALE),
        member("mum", "40-50", sex=Sex.FEMALE),
        member("half_brother", "14-16", "father"),
        member("father", "40-50"),
        member("aunt"),
    ),
    case(),
)


def faults_of(family: Family) -> Iterator[str]:
    """What is wrong with a family, each in a few words."""
    yield from _identifiers(family)
    yield from _names(family)
    yield from _ages(family)


def _identifiers(family: Family) -> Iterator[str]:
    if not re.fullmatch(r"01632 960\d{3}|07700 900\d{3}", family.telephone):
        yield f"telephone {family.telephone}"
    if not re.fullmatch(r"[QVX][A-Z]\d{1,2}[A-Z]? \d[A-Z]{2}", family.postcode):
        yield f"postcode {family.postcode}"
    if not re.fullmatch(r"[a-z0-9.]+@example\.org", family.email):
        yield f"e-mail {family.email}"
    numbers = [person.nhs_number for person in family.people if person.nhs_number]
    for number in numbers:
        digits = [int(digit) for digit in number if digit.isdigit()]
        total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
        valid = len(digits) == 10 and (total + digits[9]) % 11 == 0
        if not (re.fullmatch(r"999 \d{3} \d{4}", number) and valid):
            yield f"NHS number {number}"
    if len(set(numbers)) < len(numbers):
        yield "two people with one NHS number"
    if len(numbers) != sum(not person.unborn for person in family.members):
        yield "somebody without an NHS number"


def _names(family: Family) -> Iterator[str]:
    first_names = [person.first_name for person in family.people if person.first_name]
    if len(set(first_names)) < len(first_names):
        yield f"one first name twice: {first_names}"
    if set(first_names) & {person.surname for person in family.people}:
        yield f"a first name that is a surname: {first_names}"
    for person in family.people:
        if is_blocked(person.first_name, person.surname):
            yield f"blocked name {person.first_name} {person.surname}"
        if not re.fullmatch(r"[A-Za-z'-]*", person.first_name + person.surname) or not person.called:
            yield f"odd name {person.called!r} {person.first_name!r} {person.surname!r}"
        if not person.first_name and not (person.unborn or person.called.startswith("the ")):
            yield f"nobody's name {person.id}"


def _ages(family: Family) -> Iterator[str]:
    on = date.fromisoformat(family.on)
    people = {person.id: person for person in family.members}
    for person in people.values():
        if not person.unborn and _told_age(person, on) != person.age:
            yield f"{person.id} born {person.born} is not {person.age}"
        if person.unborn == (_born(person) <= on):
            yield f"{person.id} is unborn or is not"
        for parent in person.parents:
            if _years(_born(people[parent]), _born(person)) < 14:
                yield f"{parent} is too young a parent of {person.id}"
    for a, b in combinations(people.values(), 2):
        apart = abs(_born(a) - _born(b))
        if _one_mother(a, b, people) and timedelta(0) < apart < timedelta(270):
            yield f"{a.id} and {b.id} were born {apart.days} days apart"


def _one_mother(a: Person, b: Person, people: dict[str, Person]) -> bool:
    mothers = [{each for each in person.parents if people[each].sex == "female"} for person in (a, b)]
    return bool(set(a.parents) & set(b.parents)) and not (all(mothers) and not mothers[0] & mothers[1])


def _born(person: Person) -> date:
    return date.fromisoformat(person.born)


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _told_age(person: Person, on: date) -> str:
    born = _born(person)
    number, _, unit = person.age.partition(" ")
    if unit in AGE_UNITS:
        return f"{(on - born).days // AGE_UNITS[unit]} {unit}"
    if unit:
        return f"{(on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)} {unit}"
    return f"{_years(born, on)}" if number else ""


def spoilt(family: Family) -> Iterator[Family]:
    """The same family with one thing wrong at a time: the control."""
    person = next(each for each in family.members if each.nhs_number and each.parents)
    yield replace(family, telephone="020 7946 0018")
    yield replace(family, postcode="SW1A 1AA")
    yield replace(family, email="someone@gmail.com")
    for wrong in (
        {"nhs_number": "450 557 7104"},
        {"nhs_number": f"{person.nhs_number[:-1]}{(int(person.nhs_number[-1]) + 1) % 10}"},
        {"nhs_number": ""},
        {"first_name": "Victoria", "surname": "Climbié"},
        {"first_name": family.people[-1].first_name},
        {"born": family.on},
        {"age": "77"},
    ):
        changed = replace(person, **wrong)  # type: ignore[arg-type]  # texts all
        yield replace(family, people=tuple(changed if each is person else each for each in family.people))


def main() -> int:
    """Invent the families, count the faults, print the figure last."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    overlooked = sum(not list(faults_of(each)) for each in spoilt(invent(CASES[0], "control", ON)))
    found = 0
    for number in range(wanted):
        for fault in faults_of(invent(CASES[number % len(CASES)], str(number), ON)):
            found += 1
            print(f"seed {number}, case {number % len(CASES)}: {fault}")
    print(f"control: {overlooked} spoilt families overlooked")
    print(f"families: {wanted:,} invented, {found} faults")
    return 1 if found or overlooked else 0


if __name__ == "__main__":
    sys.exit(main())
