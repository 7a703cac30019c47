"""All commands put together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from simulator import __version__
from simulator.cli import (
    DEBUG,
    authoring,
    cases,
    certifying,
    exporting,
    families,
    joining,
    looking,
    machine,
    packing,
    playing,
    preview,
    record,
    reporting,
    rules,
    serving,
    show,
    workshops,
    xapi,
)
from simulator.cli.options import Plain
from simulator.words import called, say
from simulator.words import cli_help as words

HELP_NAMES = {"help_option_names": ["--help", "-h"]}
app = typer.Typer(
    help=say(words.SIMULATOR),
    epilog=say(words.EXAMPLE, command=f"{called()} play mark-on-his-cheek"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings=HELP_NAMES,
)


def version(wanted: bool) -> None:
    """Say the version, and stop."""
    if wanted:
        show.out(f"simulator {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=version, help=say(words.VERSION))]
Debug = Annotated[bool, typer.Option(DEBUG, help=say(words.DEBUG))]


@app.callback(invoke_without_command=True)
def simulator(
    context: typer.Context, version: Version = False, debug: Debug = False, plain: Plain = False
) -> None:
    """Without a command: the app, or the demonstration where there is no terminal."""
    if context.invoked_subcommand is None:
        raise typer.Exit(playing.open_or_show(plain=plain))


GROUPS = (
    playing,
    looking,
    cases,
    authoring,
    packing,
    preview,
    rules,
    families,
    workshops,
    joining,
    reporting,
    exporting,
    certifying,
    xapi,
    record,
    serving,
    machine,
)
for group in GROUPS:
    group.add_to(app)


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; errors that are not about the words typed are raised."""
    command = typer.main.get_command(app)
    try:
        with command.make_context(called(), list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except (typer.Abort, EOFError, KeyboardInterrupt):
        print(file=sys.stderr)
        return 130
    except typer.TyperException as refused:
        where: typer.Context | None = getattr(refused, "ctx", None)
        if where:
            show.err(where.get_usage())
        show.err(refused.format_message())
        return refused.exit_code
    return 0
