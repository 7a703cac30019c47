"""`records actions`: what was agreed, who owns it, and what shows that it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.words import records_cli as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records.tables import Action

What = Annotated[str, typer.Argument(help=say(words.WHAT), show_default=False)]
ActionId = Annotated[str, typer.Argument(help=say(words.ACTION), show_default=False)]
Waiting = Annotated[bool, typer.Option("--waiting", help=say(words.WAITING))]
Agency = Annotated[
    str, typer.Option("--agency", help=say(words.OWNER_AGENCY), metavar="AGENCY", show_default=False)
]
Office = Annotated[
    str, typer.Option("--office", help=say(words.OWNER_OFFICE), metavar="POST", show_default=False)
]
Due = Annotated[str, typer.Option("--due", help=say(words.DUE), metavar="DATE", show_default=False)]
On = Annotated[str, typer.Option("--on", help=say(words.ON), metavar="DATE", show_default=False)]
AtWorkshop = Annotated[
    str, typer.Option("--workshop", help=say(words.AT_WORKSHOP), metavar="ID", show_default=False)
]
AtAttempt = Annotated[
    str, typer.Option("--attempt", help=say(words.AT_ATTEMPT), metavar="ID", show_default=False)
]
AtReview = Annotated[
    str, typer.Option("--review", help=say(words.AT_REVIEW), metavar="REF", show_default=False)
]
Evidence = Annotated[
    str, typer.Option("--evidence", help=say(words.EVIDENCE), metavar="TEXT", show_default=False)
]

actions = typer.Typer(
    help=say(words.ACTIONS), epilog=example("records actions --waiting"), invoke_without_command=True
)


def add_to(records: typer.Typer) -> None:
    """Add these commands."""
    actions.callback()(listed)
    actions.command(
        "add",
        help=say(words.ACTION_ADD),
        epilog=example('records actions add "Number on the wall" --office "training lead" --due 2026-10-31'),
    )(add)
    actions.command(
        "done",
        help=say(words.ACTION_DONE),
        epilog=example('records actions done k3m9x2p7qd4t --evidence "Minutes of 1 October"'),
    )(done)
    records.add_typer(actions, name="actions")


def listed(context: typer.Context, waiting: Waiting = False, json: Json = False) -> None:
    """The actions."""
    if context.invoked_subcommand:
        return
    from simulator.cli.record_tables import show_rows
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        found = store.training.actions(waiting=waiting)
    if json:
        show.document({"actions": [_as_data(one) for one in found]})
        return
    if not found:
        show.wrapped(say(words.NO_ACTIONS))
        return
    rows = [
        (
            one.id,
            one.agreed_on.isoformat(),
            one.what,
            ", ".join(filter(None, (one.agency, one.office))),
            one.due.isoformat() if one.due else "",
            one.done_on.isoformat() if one.done_on else "",
            one.evidence,
        )
        for one in found
    ]
    show_rows(words.ACTION_HEADS, rows)


def _as_data(one: Action) -> dict[str, object]:
    days = {name: getattr(one, name) for name in ("agreed_on", "due", "done_on")}
    return {**one.model_dump(), **{name: day.isoformat() if day else None for name, day in days.items()}}


def add(
    what: What,
    agency: Agency = "",
    office: Office = "",
    due: Due = "",
    on: On = "",
    workshop: AtWorkshop = "",
    attempt: AtAttempt = "",
    review: AtReview = "",
) -> None:
    """Add an action."""
    from simulator.cli.office import let_in
    from simulator.cli.ready import day
    from simulator.records import open_store
    from simulator.records.tables import Action
    from simulator.settings import load

    by, agreed_on = day(due), day(on)
    with open_store(load()) as store:
        let_in(store)
        action = Action(
            id="",
            agreed_on=agreed_on or store.given.now().date(),
            workshop=store.training.workshop(workshop).id if workshop else None,
            attempt=store.attempt(attempt).id if attempt else None,
            review=review,
            what=what,
            agency=agency,
            office=office,
            due=by,
        )
        kept = store.training.agree(action)
    show.out(say(words.AGREED, action=kept))


def done(action: ActionId, evidence: Evidence = "", on: On = "") -> None:
    """Say that an action is done."""
    from simulator.cli.office import let_in
    from simulator.cli.ready import day
    from simulator.records import open_store
    from simulator.settings import load

    finished = day(on)
    with open_store(load()) as store:
        let_in(store)
        store.training.done(action, finished or store.given.now().date(), evidence)
    show.out(say(words.DONE))
