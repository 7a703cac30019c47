"""Once the case has ended for somebody in a workshop: out of the role, and while the others finish the same
case from another chair, as practice that is nobody's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.records import Beginning, Store, rooms
from simulator.terminal.forms.view import Item, View
from simulator.text import clean
from simulator.words import live as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.scenario.model import Case
    from simulator.terminal.room.seats import Seats

DONE = ""
"""No other chair."""


def out_of_the_role(seats: Seats, role: str) -> tuple[str, str]:
    """What leads everybody back to themselves: one, a table, or somebody who observed (no role)."""
    if not role:
        return say(words.OBSERVING), say(words.DE_ROLE_OBSERVER)
    if seats.shared:
        return say(words.DE_ROLE_TABLE_TITLE), say(words.DE_ROLE_TABLE)
    title = clean(seats.attempt.game.case.roles[role].title)
    return say(words.DE_ROLE_TITLE, role=title), say(words.DE_ROLE, role=title)


def other_chairs_of(case: Case, mine: tuple[str, ...]) -> View:
    """Whether to, and which; an item's id is the role, or DONE."""
    others = [role for role in case.playable if mine != (role,)]
    items = [Item(role, say(words.OTHER_CHAIR, role=clean(case.roles[role].title))) for role in others]
    return View(say(words.OTHER_CHAIR_TITLE), items=(Item(DONE, say(words.I_AM_DONE)), *items))


def begin_in(store: Store, room: str, role: str) -> str:
    """A practice attempt at the room's case, with its own family and guidance; gives its id."""
    kept = rooms.find_room(store, room)
    return store.begin(
        Beginning(
            kept.case_text,
            kept.case_name,
            (role,),
            kept.seed,
            kept.family,
            kept.rulebook,
            cut=kept.cut,
            board=kept.board,
            practice_only=True,
        )
    )
