"""`records import`: people, bookings, headcounts and what was answered weeks later, from CSV files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.cli.usage import wrong
from simulator.words import records_cli as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records.imports.importing import Imported


class Kind(StrEnum):
    """What a file holds."""

    PEOPLE = "people"
    BOOKINGS = "bookings"
    HEADCOUNTS = "headcounts"
    FOLLOW_UP = "follow-up"


KindAsked = Annotated[Kind, typer.Argument(help=say(words.KIND), show_default=False)]
File = Annotated[Path | None, typer.Argument(help=say(words.CSV_FILE), show_default=False)]
Template = Annotated[bool, typer.Option("--template", help=say(words.TEMPLATE))]


def add_to(records: typer.Typer) -> None:
    """Add this command."""
    records.command("import", help=say(words.IMPORT), epilog=example("records import people staff.csv"))(
        import_
    )


def import_(kind: KindAsked, file: File = None, template: Template = False, json: Json = False) -> None:
    """Take a file in, or say what is wrong with it."""
    from simulator.cli.office import let_in
    from simulator.cli.ready import board_of
    from simulator.records import open_store
    from simulator.records.imports.importing import COLUMNS
    from simulator.records.imports.importing import Kind as Held
    from simulator.settings import load

    if template:
        show.out(",".join(COLUMNS[Held(kind.value)][0]))
        return
    if file is None:
        raise wrong(say(words.WHICH_FILE), say(words.FOR_A_TEMPLATE, kind=kind.value))
    settings = load()
    with open_store(settings) as store:
        let_in(store)
        taken = store.import_file(Held(kind.value), file, board_of(settings))
        people = kind in (Kind.PEOPLE, Kind.BOOKINGS)
        alike = len(store.duplicates()) if taken.added and people else 0
    if json:
        show.document(_as_data(taken, alike))
    else:
        _show(taken, str(file), alike)
    if taken.faults:
        raise typer.Exit(1)


def _as_data(taken: Imported, alike: int) -> dict[str, object]:
    done = taken._asdict()
    faults = [one._asdict() for one in taken.faults]
    return {**done, "kind": taken.kind.value, "faults": faults, "possible_duplicates": alike}


def _show(taken: Imported, file: str, alike: int) -> None:
    for fault in taken.faults:
        show.out(fault.told(file))
    for note in taken.notes:
        show.wrapped(note)
    if taken.faults:
        show.err(say(words.NOTHING_TAKEN_IN))
        return
    counts = {"added": taken.added, "changed": taken.changed, "same": taken.same}
    show.out(say(words.TAKEN_IN, file=taken.file, **counts))
    if alike:
        show.wrapped(say(words.MAY_BE_ONE))
