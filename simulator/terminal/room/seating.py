"""Who sits round one screen, as it is said one after the other: seats, a scribe, observers. Plain values."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from simulator.scenario.model import Case
from simulator.terminal.desk.model import Learner
from simulator.terminal.forms.view import Button, Item, View
from simulator.terminal.room.table import Table
from simulator.text import clean, same_name
from simulator.words import say
from simulator.words import table as words

BEGIN, BACK = "begin", "back"
SCRIBE, OBSERVER, ROUND, PAGES = "scribe", "observer", "round", "pages"
SEAT: Final = "seat "
BESIDE: Final = "beside "
"""Before the name of a scribe who is there already; alone: somebody else."""


class Seated(NamedTuple):
    """Who sits at a table."""

    table: Table
    people: tuple[tuple[Learner, tuple[str, ...]], ...] = ()
    """Those who are recorded, each with the seats they take; none for an observer, or a scribe beside."""
    phrases: tuple[tuple[str, str], ...] = ()
    """Name and words to come back, of those who are new to the record."""

    def known(self, name: str) -> Learner | None:
        """Somebody of this name who has been entered for this table already."""
        return next((one for one, _ in self.people if same_name(one.name, name)), None)


def seats_view(case: Case, seated: Seated, *, recorded: bool, led: bool) -> View:
    """Every seat and how the table plays; a table that a trainer leads is not asked about the votes."""
    table = seated.table
    items = [Item(f"{SEAT}{role}", _seat_line(case, seated, role)) for role in case.playable]
    scribe = clean(table.scribe) or say(words.SCRIBE_NOBODY)
    observers = ", ".join(map(clean, table.observers)) or say(words.NO_OBSERVERS)
    chosen = say(words.YES if table.own_pages else words.NO)
    items += [
        Item(SCRIBE, say(words.SCRIBE, name=scribe)),
        Item(OBSERVER, say(words.OBSERVERS, names=observers)),
        *([] if led else [Item(ROUND, say(words.VOTES_ON if table.asks_round else words.VOTES_OFF))]),
        Item(PAGES, say(words.OWN_PAGES, chosen=chosen)),
    ]
    hint = [say(words.SEATS_HINT), *([] if recorded else [say(words.SEATS_PRACTICE)])]
    buttons = (Button(BEGIN, say(words.BEGIN)), Button(BACK, say(words.BACK)))
    return View(say(words.SEATS_TITLE), said=tuple(hint), items=tuple(items), buttons=buttons)


def _seat_line(case: Case, seated: Seated, role: str) -> str:
    title = clean(case.roles[role].title)
    title = title[:1].upper() + title[1:]
    name = seated.table.names.get(role, "")
    if not name:
        return say(words.SEAT_FREE, role=title)
    agency = next((learner.agency for learner, roles in seated.people if role in roles), "")
    if not agency:
        return say(words.SEAT_TAKEN_BY, role=title, name=clean(name))
    return say(words.SEAT_TAKEN, role=title, name=clean(name), agency=clean(agency))


def scribes(seated: Seated) -> tuple[Item, ...]:
    """Who can write for the table: anybody who is there, somebody beside it, or whoever has the laptop."""
    table = seated.table
    there = dict.fromkeys((*table.names.values(), *table.observers))
    items = [Item(f"{BESIDE}{name}", clean(name)) for name in there]
    return (*items, Item(BESIDE, say(words.SCRIBE_BESIDE)), Item("", say(words.SCRIBE_NOBODY)))


def turned(seated: Seated, what: str) -> Seated | None:
    """The table with a yes or no of its own turned round; None where something else was chosen."""
    table = seated.table
    if what == ROUND:
        return seated._replace(table=replace(table, asks_round=not table.asks_round))
    if what == PAGES:
        return seated._replace(table=replace(table, own_pages=not table.own_pages))
    return None


def with_seat(seated: Seated, role: str, name: str, learner: Learner | None = None) -> Seated:
    """Somebody takes a seat; who takes the first writes for the table until it says otherwise."""
    before = seated.table.names.get(role, "")
    table = replace(seated.table, names={**seated.table.names, role: name})
    if table.scribe in ("", before):
        table = replace(table, scribe=name)
    return _tidy(_entered(seated._replace(table=table), learner))


def without_seat(seated: Seated, role: str) -> Seated:
    """Nobody takes a seat."""
    table = seated.table
    names = {seat: name for seat, name in table.names.items() if seat != role}
    leaves = table.scribe == table.names.get(role) and table.scribe not in (*names.values(), *table.observers)
    return _tidy(seated._replace(table=replace(table, names=names, scribe="" if leaves else table.scribe)))


def with_observer(seated: Seated, name: str, learner: Learner | None = None) -> Seated:
    """Somebody looks on."""
    table = replace(seated.table, observers=tuple(dict.fromkeys((*seated.table.observers, name))))
    return _tidy(_entered(seated._replace(table=table), learner))


def without_observer(seated: Seated) -> Seated:
    """The last observer does not look on after all."""
    return _tidy(seated._replace(table=replace(seated.table, observers=seated.table.observers[:-1])))


def with_scribe(seated: Seated, name: str, learner: Learner | None = None) -> Seated:
    """Somebody writes for the table: from a seat, or beside it. Empty: whoever has the laptop."""
    table = replace(seated.table, scribe=name)
    return _tidy(_entered(seated._replace(table=table), learner))


def _entered(seated: Seated, learner: Learner | None) -> Seated:
    if learner is None or any(one.id == learner.id for one, _ in seated.people):
        return seated
    return seated._replace(people=(*seated.people, (learner, ())))


def _tidy(seated: Seated) -> Seated:
    """Everybody who is recorded has the seats that stand in their name; who is not there any more is not."""
    table = seated.table
    there = (*table.names.values(), *table.observers, table.scribe)

    def seats_of(learner: Learner) -> tuple[str, ...]:
        return tuple(role for role, name in table.names.items() if same_name(name, learner.name))

    people = tuple(
        (learner, seats_of(learner))
        for learner, _ in seated.people
        if any(same_name(name, learner.name) for name in there if name)
    )
    return seated._replace(people=people)
