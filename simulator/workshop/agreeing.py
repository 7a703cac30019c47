"""What a table writes down: notes, and actions agreed (what, who, by when).

Actions are the record's (R13), owned by an agency or an office and never by a named person. Notes are lines
of the table's talk that its scribe says: kept as typed words are, so that they can be erased, and shown in
the plenary beside those of the other tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from simulator.errors import MoveRefused, RecordError
from simulator.records import OpenAttempt, Store, rooms_places, rooms_talk
from simulator.records.rooms_talk import Say
from simulator.records.tables import Action, PlaceKind
from simulator.text import clean, name_key
from simulator.words import say
from simulator.words import workshop as words
from simulator.workshop.joining import Ticket, held_by
from simulator.workshop.plenary.page import ActionLine

LONGEST_WHAT = 400
LONGEST_OWNER = 200


class Agreed(NamedTuple):
    """An action as it is agreed."""

    what: str
    who: str
    """An agency or a post, never a person's name."""
    due: date | None = None


def agree(
    store: Store, room: str, agreed: Agreed, agencies: Iterable[str] = (), attempt: str | None = None
) -> str:
    """Record an action and give its id; `agencies` are the board's, anybody else who owns one is a post.

    Raises RecordError where nobody owns it, or somebody by name who is in the room, or NotSaved.
    """
    who = clean(agreed.who, LONGEST_OWNER).strip()
    here = {name_key(place.name) for place in rooms_places.places_of(store, room) if place.name}
    if name_key(who) in here:
        raise RecordError(say(words.NO_NAMES), say(words.NO_NAMES_MESSAGE), say(words.NO_NAMES_REMEDY))
    agency = next((each for each in agencies if name_key(each) == name_key(who)), "")
    action = Action(
        id="",
        agreed_on=store.given.now().date(),
        workshop=room,
        attempt=attempt,
        what=clean(agreed.what, LONGEST_WHAT).strip(),
        agency=agency,
        office="" if agency else who,
        due=agreed.due,
    )
    return store.training.agree(action)


def write_down(
    store: Store, attempt: OpenAttempt, ticket: Ticket, agreed: Agreed, agencies: Iterable[str] = ()
) -> None:
    """An action that a table agrees: in the record, and among the table's notes for everybody there.

    Raises MoveRefused where the ticket is not the table's scribe's, RecordError or NotSaved.
    """
    scribe = next((place for place in held_by(store, ticket) if place.kind is PlaceKind.SCRIBE), None)
    if scribe is None:
        raise MoveRefused(say(words.FOR_THE_SCRIBE), say(words.FOR_THE_SCRIBE_MESSAGE))
    agree(store, ticket.room, agreed, agencies, attempt.id)
    phrase = words.AGREED_BY if agreed.due else words.AGREED
    line = say(phrase, what=agreed.what, who=agreed.who, due=agreed.due or "")
    rooms_talk.add_line(store, Say(attempt.id, ticket.room, scribe.kind.value, line, scribe.learner))


def actions_of(store: Store, room: str) -> Sequence[ActionLine]:
    """What a workshop agreed, in the order of when it is due."""
    return [
        ActionLine(
            clean(one.what),
            clean(", ".join(part for part in (one.agency, one.office) if part)),
            one.due.isoformat() if one.due else "",
        )
        for one in store.training.actions()
        if one.workshop == room
    ]
