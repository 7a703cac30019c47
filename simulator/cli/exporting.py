"""What leaves for other systems. Each export leaves a line in the audit, and none holds a score."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from simulator.cli.options import example
from simulator.words import cli_help as told
from simulator.words import say


class Target(StrEnum):
    """Who an export is for."""

    NEUTRAL = "neutral"


For = Annotated[Target, typer.Option("--for", help=say(told.EXPORT_FOR))]

export = typer.Typer(
    help=say(told.EXPORT), epilog=example("export completions --for neutral"), no_args_is_help=True
)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    export.command(
        "completions", help=say(told.COMPLETIONS), epilog=example("export completions --for neutral")
    )(completions)
    app.add_typer(export, name="export")


def completions(for_: For) -> None:
    """Completions for other systems; no score is in them."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.reports.completions import neutral_completions
    from simulator.reports.csv_file import csv_bytes
    from simulator.reports.report import Asked
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        made = store.database.read(lambda connection: neutral_completions(connection, Asked()).read())
        store.note("export", f"completions for {for_}", "", len(tuple(made.rows)))
    sys.stdout.flush()
    sys.stdout.buffer.write(csv_bytes(made))
