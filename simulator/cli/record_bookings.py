"""`records workshops show`, `book`, `withdraw`, `came`, `paper`: who is on it, and what became of that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.words import cli_help as told
from simulator.words import records_cli as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.access import Known
    from simulator.records import Store
    from simulator.records.tables import Booking


class Came(StrEnum):
    """What a trainer can say of somebody."""

    ATTENDED = "attended"
    PART = "part"
    NO_SHOW = "no-show"


class Why(StrEnum):
    """Why somebody did not come."""

    NOT_GIVEN = "not given"
    SICKNESS = "sickness"
    PERSONAL = "personal commitments"
    URGENT_WORK = "urgent work"
    NO_COVER = "no cover"
    LEFT_POST = "left the post"
    TRAVEL = "travel"
    OTHER = "other"


WorkshopId = Annotated[str, typer.Argument(help=say(words.WORKSHOP), show_default=False)]
Person = Annotated[str, typer.Argument(help=say(told.PERSON), show_default=False)]
CameAsked = Annotated[Came, typer.Argument(help=say(words.CAME), show_default=False)]
On = Annotated[str, typer.Option("--on", help=say(words.ON), metavar="DATE", show_default=False)]
Table = Annotated[str, typer.Option("--table", help=say(words.TABLE), metavar="TABLE", show_default=False)]
Reason = Annotated[Why, typer.Option("--reason", help=say(words.REASON))]
Charge = Annotated[bool, typer.Option("--charge", help=say(words.CHARGE))]
Part = Annotated[int, typer.Option("--part", min=0, help=say(words.PART), metavar="N", show_default=False)]


def add_to(workshops: typer.Typer) -> None:
    """Add these commands."""
    for name, help_, words_typed, command in (
        ("show", words.WORKSHOP_SHOW, "records workshops show k3m9x2p7qd4t", shown),
        ("book", words.WORKSHOP_BOOK, 'records workshops book k3m9x2p7qd4t "Sam Example"', book),
        (
            "withdraw",
            words.WORKSHOP_BACK,
            'records workshops withdraw k3m9x2p7qd4t "Sam Example"',
            withdraw,
        ),
        ("came", words.WORKSHOP_CAME, 'records workshops came k3m9x2p7qd4t "Sam Example" attended', came),
        ("paper", words.WORKSHOP_PAPER, 'records workshops paper k3m9x2p7qd4t "Sam Example"', paper),
    ):
        workshops.command(name, help=say(help_), epilog=example(words_typed))(command)


@contextmanager
def _about(name: str) -> Iterator[tuple[Store, Known]]:
    """The record, after the PIN, and the person of a name."""
    from simulator.cli.office import let_in
    from simulator.cli.persons import the_person
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        yield store, the_person(store, name)


def shown(workshop: WorkshopId, json: Json = False) -> None:
    """Who is on a workshop."""
    from simulator.cli.office import let_in
    from simulator.cli.record_tables import show_rows
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.text import name_key

    with open_store(load()) as store:
        let_in(store)
        about = store.training.workshop(workshop)
        bookings = store.training.bookings_of(workshop)
        named = [(one, _name(store, one.learner)) for one in bookings]
        rows = sorted(named, key=lambda pair: (pair[1] == "", name_key(pair[1])))
        store.note("export", f"workshop {workshop}", "bookings", len(rows))
    if json:
        held = {"workshop": about.id, "title": about.title, "held_on": about.held_on.isoformat()}
        show.document({**held, "bookings": [{**_as_data(one), "name": name} for one, name in rows]})
        return
    show.heading(f"{about.title}, {about.held_on.isoformat()}")
    if not rows:
        show.out(say(words.NOBODY_BOOKED))
        return
    table = [
        (one.learner, name, one.agency, one.table_name, _day(one.booked_on), one.status.value,
         _day(one.cancelled_on), one.charge)
        for one, name in rows
    ]  # fmt: skip
    show_rows(words.BOOKING_HEADS, table)


def _name(store: Store, learner: str) -> str:
    from simulator.access import person
    from simulator.errors import RecordError

    try:
        return person(store, learner).details.name
    except RecordError:
        return ""


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _as_data(one: Booking) -> dict[str, object]:
    """A booking for other programs. Why somebody stayed away is not told."""
    plain = {
        "status": one.status.value,
        "booked_on": _day(one.booked_on),
        "cancelled_on": _day(one.cancelled_on),
    }
    return {**one.model_dump(exclude={"reason"}), **plain}


def book(workshop: WorkshopId, name: Person, on: On = "", table: Table = "") -> None:
    """Book a place."""
    from simulator.cli.ready import day

    with _about(name) as (store, found):
        store.training.book(workshop, found.learner, day(on) or store.given.now().date(), table)
    show.out(say(words.BOOKED, name=found.details.name))


def withdraw(
    workshop: WorkshopId, name: Person, on: On = "", reason: Reason = Why.NOT_GIVEN, charge: Charge = False
) -> None:
    """Give a place back."""
    from simulator.cli.ready import day
    from simulator.records.tables import Reason as Kept

    with _about(name) as (store, found):
        held_on = day(on) or store.given.now().date()
        store.training.cancel(workshop, found.learner, held_on, Kept(reason.value), charge=charge)
    show.out(say(words.GIVEN_BACK, name=found.details.name))


def came(
    workshop: WorkshopId, name: Person, status: CameAsked, reason: Reason = Why.NOT_GIVEN, part: Part = 0
) -> None:
    """Say whether somebody came."""
    from simulator.records.tables import Booked, PartThere
    from simulator.records.tables import Reason as Kept

    with _about(name) as (store, found):
        if part:
            how = PartThere.MISSED if status is Came.NO_SHOW else PartThere(status.value)
            store.training.there(workshop, found.learner, part, how)
        else:
            store.training.came(workshop, found.learner, Booked(status.value), Kept(reason.value))
    show.out(say(words.NOTED, name=found.details.name, status=status.value))


def paper(workshop: WorkshopId, name: Person, on: On = "") -> None:
    """Record a completion on paper."""
    from simulator.cli.ready import day
    from simulator.records.tables import OnPaper
    from simulator.records.training.paper import OfWhat

    with _about(name) as (store, found):
        held_on = day(on) or store.training.workshop(workshop).held_on
        of = OfWhat(workshop=workshop)
        certificate = store.training.complete_on_paper(found.learner, of, OnPaper.PACK, held_on)
    show.out(say(words.ON_PAPER, name=found.details.name, certificate=certificate))
