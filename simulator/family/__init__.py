"""Synthetic people: one family and those around it, invented from a seed; nobody real, nothing that could be.

spec = family_spec([PersonSpec("child", age=parse_age("11 weeks"), focus=True), …])
family = invent(spec, seed, date(2011, 9, 5))      # Faker is imported here and nowhere else
stored = as_data(family)                           # kept with the attempt; from_data gives the same family
placeholders(family)["child's"], placeholders(family)["child.their"]
"""

from __future__ import annotations

from simulator.family.blocked import blocked_names_in, is_blocked
from simulator.family.invent import invent
from simulator.family.model import Family, Person, Pronouns
from simulator.family.placeholders import placeholders
from simulator.family.spec import UNBORN, Age, FamilySpec, Kind, PersonSpec, Sex, Unit, family_spec, parse_age
from simulator.family.stored import as_data, from_data

__all__ = [
    "UNBORN",
    "Age",
    "Family",
    "FamilySpec",
    "Kind",
    "Person",
    "PersonSpec",
    "Pronouns",
    "Sex",
    "Unit",
    "as_data",
    "blocked_names_in",
    "family_spec",
    "from_data",
    "invent",
    "is_blocked",
    "parse_age",
    "placeholders",
]
