"""The command that takes a seat in a workshop: `join`."""

from __future__ import annotations

from typing import Annotated

import typer

from simulator.cli.options import Plain, example
from simulator.words import live as words
from simulator.words import say

Code = Annotated[list[str], typer.Argument(help=say(words.CODE_HELP), metavar="CODE", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command("join", help=say(words.JOIN_HELP), epilog=example("join amber-tiger-lane-seven"))(join)


def join(code: Code, plain: Plain = False) -> None:
    """A seat, in the app."""
    from simulator.cli.playing import open_screen
    from simulator.settings import load
    from simulator.terminal import Options

    raise typer.Exit(open_screen(Options(settings=load(), join=" ".join(code)), plain=plain))
