"""Actions agreed in the plenary: what, who, by when. They are the record's (R13), owned by an agency or an
office and never by a named person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from simulator.records import Store
from simulator.records.tables import Action
from simulator.text import clean
from simulator.workshop.plenary.page import ActionLine

LONGEST_WHAT = 400


def agree(store: Store, room: str, what: str, agency: str, due: date | None = None, office: str = "") -> str:
    """Record an action and give its id. Raises RecordError where nobody owns it, or NotSaved."""
    action = Action(
        id="",
        agreed_on=store.given.now().date(),
        workshop=room,
        what=clean(what, LONGEST_WHAT).strip(),
        agency=clean(agency, 200).strip(),
        office=clean(office, 200).strip(),
        due=due,
    )
    return store.training.agree(action)


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
