"""Commands about this machine: `doctor`, `paths`, `uninstall`."""

from __future__ import annotations

from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.words import cli_help as told
from simulator.words import cli_machine as words
from simulator.words import say

WithRecord = Annotated[bool, typer.Option("--with-record", help=say(told.WITH_RECORD))]
Yes = Annotated[bool, typer.Option("--yes", help=say(told.YES))]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("doctor", help=say(told.DOCTOR), epilog=example("doctor"))(doctor)
    app.command("paths", help=say(told.PATHS), epilog=example("paths"))(paths)
    app.command("uninstall", help=say(told.UNINSTALL), epilog=example("uninstall"))(uninstall)


def doctor(json: Json = False) -> None:
    """What is in force, and whether it works."""
    from simulator.cli.checkup import checkup
    from simulator.settings import load

    found = []
    for one in checkup(load()):
        found.append(one)
        if not json:
            mark = say(words.WORKS if one.works else words.FAILS)
            source = f"  ({one.source})" if one.source else ""
            show.wrapped(f"{one.says}{source}", " " * 24, f"{mark:<6}  {one.name:<14}  ")
    if json:
        show.document({"findings": [one._asdict() for one in found]})
    if not all(one.works for one in found):
        raise typer.Exit(1)


def paths(json: Json = False) -> None:
    """Where things are."""
    from simulator.cli.places_shown import places
    from simulator.settings import load

    found = places(load())
    if json:
        show.document(found)
        return
    for name, place in found.items():
        if place:
            show.out(f"{name.replace('_', ' '):<12}{place}")


def uninstall(with_record: WithRecord = False, yes: Yes = False) -> None:
    """What the simulator made on this machine, gone; the record stays unless told."""
    from simulator.cli.leaving import remove, to_remove
    from simulator.cli.office import agree
    from simulator.cli.places_shown import CHECKOUT, is_checkout
    from simulator.settings import load

    settings = load()
    there = to_remove(settings, with_record=with_record)
    if there:
        show.out(say(words.WILL_REMOVE))
        show.listed(map(str, there))
    if not with_record:
        show.out(say(words.KEEPS, record=settings.database_file or settings.database_shown))
    elif settings.database_file is None:
        show.out(say(words.SERVER_STAYS, record=settings.database_shown))
    if there:
        agree(say(words.REMOVE_QUESTION), yes=yes)
        remove(there)
        show.out(say(words.REMOVED))
    show.out(say(words.LAST_CHECKOUT, folder=CHECKOUT) if is_checkout() else say(words.LAST_PACKAGE))
