"""From a room's tables, live or imported, to what is compared."""

from __future__ import annotations

from simulator.play.cast import cast_of
from simulator.records import OpenAttempt, Store, rooms, rooms_people, rooms_talk
from simulator.records.tables import PlaceKind
from simulator.workshop.plenary.model import TablePlay


def tables_of_room(store: Store, room: str) -> list[TablePlay]:
    """Every table of a room that has begun, in the room's order. Raises RecordError."""
    return [
        table_play(store, table.name, store.attempt(table.attempt))
        for table in rooms.tables_of(store, room)
        if table.attempt
    ]


def table_play(store: Store, name: str, attempt: OpenAttempt) -> TablePlay:
    """One table's play."""
    people: dict[str, str] = {}
    for person in rooms_people.people_at(store, attempt.id):
        for role in person.roles:
            people[role] = person.name
    talk = rooms_talk.lines_after(store, attempt.id)
    return TablePlay(
        name=name,
        game=attempt.game,
        cast=cast_of(attempt.game.case, attempt.family),
        opening=attempt.opening[1],
        moves=attempt.moves,
        said=attempt.all_said(),
        people=people,
        notes=tuple(line.said for line in talk if line.role == PlaceKind.SCRIBE.value),
    )
