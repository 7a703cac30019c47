"""Who was at a workshop, and how: figures that add up, and a line a person for the trainer alone.

Everybody who sat at a table is in one of four groups: saw it through, stepped out (which counts as attended),
was there in part (the play did not end), or only looked in (their table never began). Marks are not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from simulator.records import OpenAttempt, Presence, Store, rooms, rooms_people, rooms_places
from simulator.records.rooms_people import PersonAt
from simulator.records.rooms_places import KeptPlace
from simulator.text import clean
from simulator.words import say
from simulator.words import workshop as words
from simulator.workshop.watching import is_late


class Attended(NamedTuple):
    """One person at one table."""

    learner: str
    name: str
    agency: str
    table: int
    presence: Presence
    late: bool
    attempt: str
    missed: bool
    """Had gone while the table played on to its end: in part, until the trainer says otherwise."""
    away_since: datetime | None
    """Of those: when their window was last there, where it has not been there since."""


class Attendance(NamedTuple):
    """A whole workshop's."""

    people: tuple[Attended, ...]
    waiting: int
    """Of the record, seated at a table that never began."""

    @property
    def came(self) -> int:
        """People, each once, however many tables they sat at."""
        return len({one.learner for one in self.people})

    @property
    def attended(self) -> int:
        """Saw it through, or stepped out."""
        return self._count(lambda presence: presence.counts_as_attended)

    @property
    def part(self) -> int:
        """There for a part of it; nobody who also attended at another table."""
        return self.came - self.attended

    @property
    def stepped_out(self) -> int:
        """Of those who attended: who stepped out or left early, and saw no table through."""
        through = {one.learner for one in self.people if one.presence is Presence.ATTENDED}
        left = {one.learner for one in self.people if one.presence is Presence.STEPPED_OUT}
        return len(left - through)

    @property
    def late(self) -> int:
        """Of those who came: who joined a table that had been playing for a while."""
        return len({one.learner for one in self.people if one.late})

    @property
    def missed(self) -> tuple[Attended, ...]:
        """Whom the trainer may know to have seen it through all the same."""
        return tuple(one for one in self.people if one.missed)

    def _count(self, counts: object) -> int:
        assert callable(counts)
        return len({one.learner for one in self.people if counts(one.presence)})


def attendance_of(store: Store, room: str) -> Attendance:
    """Who was there. Raises RecordError where there is no such workshop."""
    rooms.how_it_stands(store, room)
    people: list[Attended] = []
    begun = set()
    places = rooms_places.places_of(store, room)
    for table in rooms.tables_of(store, room):
        if not table.attempt:
            continue
        begun.add(table.number)
        attempt = store.attempt(table.attempt)
        here = [place for place in places if place.number == table.number]
        for person in rooms_people.people_at(store, attempt.id):
            people.append(_attended(table.number, person, attempt, here))
    waiting = {
        place.learner for place in places if place.learner and place.held and place.number not in begun
    }
    return Attendance(tuple(people), len(waiting - {one.learner for one in people}))


def _attended(table: int, person: PersonAt, attempt: OpenAttempt, places: Sequence[KeptPlace]) -> Attended:
    ended = attempt.about.finished
    missed = ended is not None and person.presence is Presence.PART
    seen = max(
        (place.seen for place in places if place.learner == person.learner and place.seen), default=None
    )
    return Attended(
        person.learner,
        clean(person.name),
        clean(person.agency),
        table,
        person.presence,
        is_late(attempt.about.started, person),
        attempt.id,
        missed,
        seen if missed and ended and seen and seen < ended else None,
    )


def how_missed(one: Attended) -> str:
    """How somebody was there who had gone while the table played on."""
    if one.away_since is None:
        return say(words.MISSED)
    return say(words.AWAY_SINCE, time=f"{one.away_since.astimezone():%H:%M}")
