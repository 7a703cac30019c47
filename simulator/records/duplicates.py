"""People who may be one person. A program only lists them; a person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from typing import Final, NamedTuple

from sqlalchemy import Connection, insert, select

from simulator.errors import RecordError
from simulator.records import auditing, tables
from simulator.records.auditing import Audited
from simulator.records.details import Details, Known, from_row
from simulator.records.engine import take_time
from simulator.records.given import Given
from simulator.text import name_key
from simulator.words import records_people as words
from simulator.words import say

MOST_SHARING: Final = 4
"""An address that more people have than this is a shared mailbox, and says nothing of two of them."""


class Because(StrEnum):
    """Why two people may be one."""

    NAME_AND_AGENCY = "same name and agency"
    NAME = "same name, one without an e-mail"
    ADDRESS = "same e-mail"
    REGISTRATION = "same registration number"


class Duplicate(NamedTuple):
    """Two people who may be one."""

    one: Known
    other: Known
    because: tuple[Because, ...]


def duplicates(connection: Connection) -> tuple[Duplicate, ...]:
    """Everybody who may be one with somebody else, but for those a person has kept apart; by name."""
    take_time(connection)
    rows = connection.execute(select(tables.people)).mappings()
    people = {one.learner: one for one in map(from_row, rows)}
    apart = {(one, other) for one, other in connection.execute(select(tables.kept_apart))}
    found: dict[tuple[str, str], list[Because]] = defaultdict(list)
    for because, group in _groups(people):
        for one, other in combinations(sorted(group), 2):
            if (one, other) not in apart and _fits(because, people[one].details, people[other].details):
                found[one, other].append(because)
    pairs = [Duplicate(people[one], people[other], tuple(why)) for (one, other), why in found.items()]
    return tuple(sorted(pairs, key=lambda pair: (name_key(pair.one.details.name), pair.one, pair.other)))


def _groups(people: dict[str, Known]) -> Iterator[tuple[Because, list[str]]]:
    by: dict[tuple[Because, str], list[str]] = defaultdict(list)
    for learner, (_, details) in people.items():
        turned = " ".join(sorted(name_key(details.name).replace(",", " ").split()))
        by[Because.NAME, turned].append(learner)
        by[Because.NAME_AND_AGENCY, f"{turned}\n{details.agency.casefold()}"].append(learner)
        if details.email:
            by[Because.ADDRESS, details.email.casefold()].append(learner)
        if details.registration_number:
            by[Because.REGISTRATION, details.registration_number.casefold()].append(learner)
    for (because, _), group in by.items():
        if len(group) > 1 and not (because is Because.ADDRESS and len(group) > MOST_SHARING):
            yield because, group


def _fits(because: Because, one: Details, other: Details) -> bool:
    if because is not Because.NAME:
        return True
    return one.agency.casefold() != other.agency.casefold() and not (one.email and other.email)


def keep_apart(connection: Connection, one: str, other: str, who: str, given: Given) -> None:
    """Note that two people are two, so that they are not listed again. Raises RecordError for one person."""
    if one == other:
        raise RecordError(say(words.CANNOT_MERGE), say(words.SAME_ONE), say(words.SEE_DUPLICATES))
    pair = dict(zip(("one", "other"), sorted((one, other)), strict=True))
    apart = tables.kept_apart.c
    here = (apart.one == pair["one"], apart.other == pair["other"])
    if connection.execute(select(apart.one).where(*here)).first() is None:
        connection.execute(insert(tables.kept_apart).values(pair))
        auditing.write(connection, Audited(given.now(), who, "apart", one, other, 2))
