"""The family as a tree for a side panel, and as sentences for those who listen to it.

      Ruth 61
        |
      Dee 24 --- Marc 27
              |
        +-----+-----+
        |           |
      Jordan 4    Lily 5 months
      [school]    [you] [GP]

The tree is ASCII, one generation a line. A family that no such tree can show within the width, such as one of
more generations and partners than fit, is given as its sentences.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Final

from simulator.family.model import Family, Person
from simulator.family.spec import Sex, generations
from simulator.family.tree import Cell, Kin, draw
from simulator.words import family as words
from simulator.words import say

WIDTH: Final = 36
"""Columns of the side panel."""
Notes = Mapping[str, Sequence[str]]
"""What the caller adds beneath a person, by id: `["[you]", "[GP]"]`."""

_PARENT: Final = {Sex.FEMALE: words.MOTHER_OF, Sex.MALE: words.FATHER_OF, Sex.ANY: words.PARENT_OF}
_CHILD: Final = {Sex.FEMALE: words.DAUGHTER_OF, Sex.MALE: words.SON_OF, Sex.ANY: words.CHILD_OF}


def by_generation(family: Family) -> tuple[tuple[Person, ...], ...]:
    """The family's own people, the eldest generation first and in each the eldest person first."""
    parents, partners = _ties(family)
    level = generations(parents, partners)
    rows: dict[int, list[Person]] = {}
    for person in sorted(family.members, key=lambda each: (each.born, each.id)):
        rows.setdefault(level[person.id], []).append(person)
    return tuple(tuple(rows[row]) for row in sorted(rows))


def as_text(family: Family, notes: Notes | None = None, width: int = WIDTH) -> tuple[str, ...]:
    """The tree in lines no longer than the width; as sentences, wrapped, where a tree does not fit."""
    parents, partners = _ties(family)
    born = {person.id: person.born for person in family.members}
    cells = {
        person.id: Cell(_label(person), " ".join((notes or {}).get(person.id, ())))
        for person in family.members
    }
    drawn = draw(Kin(cells, parents, partners, born), width)
    if drawn is not None:
        return drawn
    return tuple(
        line
        for sentence in as_sentences(family, notes)
        for line in textwrap.wrap(sentence, width, subsequent_indent="  ")
    )


def as_sentences(family: Family, notes: Notes | None = None) -> tuple[str, ...]:
    """`Dee, 24: daughter of Ruth; mother of Jordan and Lily. [GP]`, one a person, eldest generation first."""
    people = [person for row in by_generation(family) for person in row]
    names = {person.id: person.called for person in people}
    sentences = []
    for person in people:
        children = [each.id for each in people if person.id in each.parents]
        with_whom = [each for each in person.partners if not _have_a_child(family, person.id, each)]
        ties = (
            (_CHILD[person.sex], person.parents),
            (_PARENT[person.sex], children),
            (words.PARTNER_OF, with_whom),
        )
        said = [say(phrase, people=_listed([names[each] for each in who])) for phrase, who in ties if who]
        what = "; ".join(said) or say(words.OF_THE_FAMILY)
        who = say(words.SAID_OF, who=person.called, age=person.age)
        sentences.append(
            " ".join([say(words.ONE_OF_THE_FAMILY, who=who, what=what), *(notes or {}).get(person.id, ())])
        )
    return tuple(sentences)


def _have_a_child(family: Family, a: str, b: str) -> bool:
    return any(a in each.parents and b in each.parents for each in family.members)


def _listed(names: Sequence[str]) -> str:
    *some, last = names
    return say(words.LAST_OF_SEVERAL, some=", ".join(some), last=last) if some else last


def _label(person: Person) -> str:
    phrase = words.NOT_YET_BORN if person.unborn else words.NAME_AND_AGE
    return say(phrase, name=person.called, age=person.age)


def _ties(family: Family) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    return (
        {person.id: person.parents for person in family.members},
        {person.id: person.partners for person in family.members},
    )
