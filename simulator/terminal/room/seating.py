"""Who sits round one screen, as it is said one after the other: seats, a scribe, observers. Plain values."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from scoring.calendar import from_minutes
from scoring.errors import GuidanceError
from scoring.guidance.board import Board, agency_name
from simulator.scenario.model import Case
from simulator.terminal.desk.model import Learner, SignedIn, Wish
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


class Came(NamedTuple):
    """Somebody who has come to the table."""

    name: str
    """Empty for nobody."""
    learner: Learner | None = None
    phrases: tuple[tuple[str, str], ...] = ()
    """Their words to come back, where they are new to the record."""


class Place(NamedTuple):
    """What somebody is asked to take: a seat, or to write or look on beside the table."""

    id: str
    """`seat ` and a role, OBSERVER, or BESIDE."""
    title: str
    usual: str
    """The seat's own agency, as it was called then: most people take the seat of their own."""


def place_of(board: Board, case: Case, chosen: str) -> Place:
    """The place that was chosen from a list."""
    if chosen == BESIDE:
        return Place(chosen, say(words.WHO_WRITES), "")
    if not chosen.startswith(SEAT):
        return Place(chosen, say(words.WHO_OBSERVES), "")
    role = case.roles[chosen.removeprefix(SEAT)]
    title = say(words.WHO_TAKES, role=clean(role.title))
    try:
        return Place(chosen, title, agency_name(board, role.agency, from_minutes(case.set_on).date()))
    except GuidanceError:
        return Place(chosen, title, role.agency)


def signed_in(signed: SignedIn) -> Came:
    """Somebody who was entered just now, or was on the record."""
    name, phrase = signed.learner.name, signed.phrase
    return Came(name, signed.learner, ((name, phrase),) if phrase else ())


def who_is_it(seated: Seated, name: str, me: Learner | None) -> Came | None:
    """Whoever has signed in, or sits in another seat already: they are not entered a second time."""
    known = seated.known(name) or (me if me and same_name(me.name, name) else None)
    return Came(known.name, known) if known else None


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


def taken(seated: Seated, place: Place, came: Came | None) -> Seated:
    """Somebody, or nobody, takes a place; None: it stays as it was."""
    if came is None:
        return seated
    if not came.name and place.id != BESIDE:
        role = place.id.removeprefix(SEAT)
        return without_observer(seated) if place.id == OBSERVER else without_seat(seated, role)
    seated = seated._replace(phrases=(*seated.phrases, *came.phrases))
    if place.id == BESIDE:
        return with_scribe(seated, came.name, came.learner)
    if place.id == OBSERVER:
        return with_observer(seated, came.name, came.learner)
    return with_seat(seated, place.id.removeprefix(SEAT), came.name, came.learner)


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


def with_people(wish: Wish, seated: Seated, me: Learner | None) -> Wish:
    """A wish with everybody who sits there; who has signed in and taken no seat is there, too."""
    taken = {learner.id: roles for learner, roles in seated.people}
    there = tuple(learner for learner, _ in seated.people)
    learners = there if me is None or me.id in taken else (me, *there)
    return replace(wish, learners=learners, taken=taken, seating=seated.table)
