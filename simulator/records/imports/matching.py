"""Whether a line of a file is about somebody the record knows. It never decides between two people."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import Connection, select

from simulator.records import tables
from simulator.records.details import Details, from_row
from simulator.records.imports.agencies import Agencies
from simulator.text import name_key


class Wanted(NamedTuple):
    """How a file names somebody."""

    reference: str
    name: str
    email: str
    agency: str


class Register:
    """Everybody of the record, by what files name them by. What is taken in is added as it goes."""

    def __init__(self, connection: Connection, agencies: Agencies) -> None:
        self._agencies = agencies
        self.people: dict[str, Details] = {}
        self._by_address: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_agency: dict[tuple[str, str], list[str]] = defaultdict(list)
        for found in connection.execute(select(tables.people)).mappings():
            one = from_row(found)
            self.add(one.learner, one.details)
        moved = tables.learners.c
        self._moved: dict[str, str] = dict(
            connection.execute(
                select(moved.id, moved.merged_into).where(moved.merged_into.is_not(None))
            ).all()
        )

    def add(self, learner: str, details: Details) -> None:
        """Somebody more, or with other details than before."""
        self.people[learner] = details
        key = name_key(details.name)
        for kept in (
            self._by_address[key, details.email.casefold()],
            self._by_agency[key, self._agencies.key(details.agency)],
        ):
            if learner not in kept:
                kept.append(learner)

    def find(self, wanted: Wanted) -> tuple[str, ...]:
        """Who it is: one pseudonym; none for somebody new; several where a person must say which.

        A reference says it. Else name and address together do; and where the file or the record has no
        address, name and agency. The same address with another name is not taken for the same person.
        """
        if wanted.reference:
            reference = self._moved.get(wanted.reference, wanted.reference)
            return (reference,) if reference in self.people else ()
        key, email = name_key(wanted.name), wanted.email.casefold()
        if email and (same := self._by_address.get((key, email))):
            return tuple(same)
        alike = self._alike(key, wanted.agency)
        if not email:
            return alike
        return tuple(one for one in alike if not self.people[one].email)

    def _alike(self, key: str, agency: str) -> tuple[str, ...]:
        if agency:
            return tuple(self._by_agency.get((key, self._agencies.key(agency)), ()))
        return tuple(
            learner for (name, _), kept in self._by_agency.items() if name == key for learner in kept
        )
