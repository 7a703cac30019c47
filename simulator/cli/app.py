"""All commands put together, and what becomes of their errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from scoring.errors import NotInGuidance, ScoringError
from simulator import __version__
from simulator.cli import cases, playing
from simulator.cli.show import err, out
from simulator.cli.usage import WrongUsage
from simulator.errors import SimulatorError
from simulator.play.spoken import SpokenMoveRefused
from simulator.words import cli_help as words
from simulator.words import say

DEBUG = "--debug"
WRONG_USAGE = (WrongUsage, SpokenMoveRefused, NotInGuidance)

app = typer.Typer(
    name="simulator",
    help=say(words.SIMULATOR),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def version(wanted: bool) -> None:
    """Say the version, and stop."""
    if wanted:
        out(f"simulator {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def simulator(
    context: typer.Context,
    _version: bool = typer.Option(
        False, "--version", is_eager=True, callback=version, help=say(words.VERSION)
    ),
    _debug: bool = typer.Option(False, DEBUG, help=say(words.DEBUG)),
) -> None:
    """Without a command: the app, or the demonstration where there is no terminal."""
    if context.invoked_subcommand is None:
        playing.open_or_show()


cases.add_to(app)
playing.add_to(app)


def run(arguments: Sequence[str]) -> int:
    """Run one command; 2 for words that cannot be used, 1 for what was refused. Other errors are raised."""
    debug = DEBUG in arguments
    try:
        return _invoke([word for word in arguments if word != DEBUG])
    except (SimulatorError, ScoringError) as error:
        if debug:
            raise
        err(str(error))
        return 2 if isinstance(error, WRONG_USAGE) else 1


def _invoke(arguments: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        with command.make_context("simulator", arguments) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except (typer.Abort, EOFError, KeyboardInterrupt):
        print(file=sys.stderr)
        return 130
    except typer.TyperException as refused:
        err(_in_words(refused))
        return refused.exit_code
    return 0


def _in_words(refused: typer.TyperException) -> str:
    context = getattr(refused, "ctx", None)
    usage = f"{context.get_usage()}\n" if context else ""
    return usage + refused.format_message()
