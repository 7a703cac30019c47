"""The places this device holds in workshops: a token a place, in a file for its owner alone.

Whoever has the token has the place, so the file ends with the workshop: what can no longer be come back to is
taken out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, NamedTuple

from simulator.places import make_private_file, make_private_folder
from simulator.records import Store
from simulator.records.tables import PlaceKind
from simulator.words import live as words
from simulator.words import say
from simulator.workshop import entering
from simulator.workshop.joining import Ticket

FILE: Final = "places.json"
LARGEST: Final = 50_000
MOST: Final = 60


class Kept(NamedTuple):
    """A place held from this device."""

    room: str
    token: str
    role: str
    """Empty for an observer."""
    table: str
    """The table's name."""


def kept_places(folder: Path, room: str = "") -> tuple[Kept, ...]:
    """The places held from here, the last taken first; of one room, or of all."""
    try:
        with (folder / FILE).open(encoding="utf-8") as opened:
            rows = json.loads(opened.read(LARGEST))
        found = [Kept(*map(str, row)) for row in rows]
    except (OSError, ValueError, TypeError):
        return ()
    return tuple(each for each in found if room in ("", each.room))


def keep_place(folder: Path, place: Kept) -> None:
    """Hold a place from here. Raises SettingsError where nothing can be written."""
    others = [each for each in kept_places(folder) if each.token != place.token]
    _write(folder, [place, *others][:MOST])


def forget_place(folder: Path, token: str) -> None:
    """Hold a place from here no longer."""
    _write(folder, [each for each in kept_places(folder) if each.token != token])


def _write(folder: Path, places: list[Kept]) -> None:
    make_private_folder(folder)
    new = make_private_file(folder / f"{FILE}.new")
    new.write_text(json.dumps(places, ensure_ascii=False), "utf-8")
    new.replace(folder / FILE)


def keep_ticket(folder: Path, store: Store, ticket: Ticket) -> None:
    """Hold a place from this device, by the names of its seat and its table. Raises SettingsError."""
    door = entering.door(store, ticket.room)
    table = next(each for each in door.tables if each.number == ticket.number)
    role = ", ".join(seat.title for seat in table.seats if seat.role in ticket.roles)
    if ticket.kind is PlaceKind.SCRIBE:
        role = say(words.THE_SCRIBE)
    keep_place(folder, Kept(ticket.room, ticket.token, role, table.name))
