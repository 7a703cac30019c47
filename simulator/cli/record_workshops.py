"""`records workshops`: planned, who is on them, who came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.cli.record_offers import Level, Minutes
from simulator.cli.usage import wrong
from simulator.words import cli_help as told
from simulator.words import records_cli as words
from simulator.words import say

if TYPE_CHECKING:
    from datetime import date

    from simulator.records import Store
    from simulator.records.tables import Workshop
    from simulator.scenario.model import Case

WorkshopId = Annotated[str, typer.Argument(help=say(words.WORKSHOP), show_default=False)]
First = Annotated[str, typer.Option("--from", help=say(told.FIRST_DAY), metavar="DATE", show_default=False)]
Last = Annotated[str, typer.Option("--to", help=say(told.LAST_DAY), metavar="DATE", show_default=False)]
CourseCode = Annotated[
    str, typer.Option("--course", help=say(words.COURSE), metavar="CODE", show_default=False)
]
CaseId = Annotated[
    str, typer.Option("--case", help=say(words.CASE_PLAYED), metavar="CASE", show_default=False)
]
On = Annotated[str, typer.Option("--on", help=say(words.HELD_ON), metavar="DATE", show_default=False)]
TitleSaid = Annotated[
    str, typer.Option("--title", help=say(words.TITLE), metavar="TITLE", show_default=False)
]
Place = Annotated[str, typer.Option("--place", help=say(words.PLACE), metavar="PLACE", show_default=False)]
Capacity = Annotated[int, typer.Option("--capacity", min=0, help=say(words.CAPACITY), metavar="N")]
Parts = Annotated[int, typer.Option("--parts", min=1, help=say(words.PARTS), metavar="N")]
Charged = Annotated[bool, typer.Option("--charged", help=say(words.CHARGED))]
Trainers = Annotated[list[str] | None, typer.Option("--trainer", help=say(words.TRAINER), metavar="PERSON")]
HalfDays = Annotated[int, typer.Option("--half-days", min=0, help=say(words.HALF_DAYS), metavar="N")]

workshops = typer.Typer(
    help=say(words.WORKSHOPS), epilog=example("records workshops"), invoke_without_command=True
)


def add_to(records: typer.Typer) -> None:
    """Add these commands."""
    from simulator.cli import record_bookings

    workshops.callback()(listed)
    for name, help_, words_typed, command in (
        ("add", words.WORKSHOP_ADD, "records workshops add --course wt-3 --on 2026-09-30 --capacity 24", add),
        ("close", words.WORKSHOP_CLOSE, "records workshops close k3m9x2p7qd4t", close),
        ("cancel", words.WORKSHOP_CANCEL, "records workshops cancel k3m9x2p7qd4t", cancel),
    ):
        workshops.command(name, help=say(help_), epilog=example(words_typed))(command)
    record_bookings.add_to(workshops)
    records.add_typer(workshops, name="workshops")


def listed(context: typer.Context, first: First = "", last: Last = "", json: Json = False) -> None:
    """The workshops."""
    if context.invoked_subcommand:
        return
    from simulator.cli.ready import day
    from simulator.cli.record_tables import show_rows
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        found = store.training.workshops(day(first), day(last))
        booked = {
            one.id: sum(b.status.counts_as_booked for b in store.training.bookings_of(one.id))
            for one in found
        }
    if json:
        show.document({"workshops": [{**_as_data(one), "booked": booked[one.id]} for one in found]})
        return
    if not found:
        show.wrapped(say(words.NO_WORKSHOPS))
        return
    rows = [
        (
            one.id,
            one.held_on.isoformat(),
            one.title,
            one.place,
            one.capacity or None,
            booked[one.id],
            one.status.value,
        )
        for one in found
    ]
    show_rows(words.WORKSHOP_HEADS, rows)


def _as_data(one: Workshop) -> dict[str, object]:
    return {**one.model_dump(), "held_on": one.held_on.isoformat(), "status": one.status.value}


def add(
    course: CourseCode = "",
    case: CaseId = "",
    on: On = "",
    title: TitleSaid = "",
    place: Place = "",
    capacity: Capacity = 0,
    level: Level = "",
    minutes: Minutes = 0,
    parts: Parts = 1,
    charged: Charged = False,
    trainers: Trainers = None,
    half_days: HalfDays = 1,
) -> None:
    """Plan a workshop."""
    from simulator.cli.office import let_in
    from simulator.cli.ready import find_case, read_case
    from simulator.records import open_store
    from simulator.records.tables import Workshop
    from simulator.settings import load

    settings = load()
    planned = Workshop(
        id="",
        title=title,
        course=course or None,
        held_on=_held_on(on),
        place=place,
        capacity=capacity,
        level=level,
        minutes=minutes,
        parts=parts,
        charged=charged,
    )
    if case:
        _of_case(planned, read_case(find_case(settings, case))[1])
    with open_store(settings) as store:
        let_in(store)
        workshop = _plan(store, planned, trainers or [], half_days)
    show.out(say(words.PLANNED, workshop=workshop))


def _held_on(typed: str) -> date:
    from simulator.cli.ready import day

    held_on = day(typed)
    if held_on is None:
        raise wrong(say(words.WHEN_NEEDED))
    return held_on


def _of_case(planned: Workshop, case: Case) -> None:
    """The case that is played; where there is no course to say so, it says what is not said."""
    planned.case_id = case.id
    if not planned.course:
        planned.title = planned.title or case.title
        planned.level = planned.level or case.level
        planned.minutes = planned.minutes or case.minutes


def _plan(store: Store, planned: Workshop, trainers: list[str], half_days: int) -> str:
    from simulator.cli.persons import the_person
    from simulator.records.tables import Trainer

    people = [the_person(store, name) for name in trainers]
    workshop = store.training.plan(planned)
    leads = [
        Trainer(workshop=workshop, learner=one.learner, agency=one.details.agency, half_days=half_days)
        for one in people
    ]
    store.training.set_trainers(workshop, leads)
    return workshop


def close(workshop: WorkshopId) -> None:
    """It was held."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        store.training.close(workshop)
        statuses = [one.status for one in store.training.bookings_of(workshop)]
    came = sum(one.counts_as_attended for one in statuses)
    away = sum(one.value == "no-show" for one in statuses)
    show.out(say(words.CLOSED, came=came, away=away))


def cancel(workshop: WorkshopId) -> None:
    """It was not held."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.records.tables import Status
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        store.training.set_status(workshop, Status.CANCELLED)
    show.out(say(words.CANCELLED))
