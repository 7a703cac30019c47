"""Commands that play: `play`, `resume`, `demo`, and the app without a command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from simulator.cli.show import document
from simulator.cli.usage import wrong
from simulator.words import cli as words
from simulator.words import cli_help as told
from simulator.words import say

if TYPE_CHECKING:
    pass


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("play", help=say(told.PLAY))(play)


def play(
    case: str = typer.Argument("", help=say(told.CASE)),
    role: list[str] = typer.Option([], "--role", help=say(told.ROLE)),
    table: str = typer.Option("", "--table", help=say(told.TABLE)),
    seed: int | None = typer.Option(None, "--seed", min=0, help=say(told.SEED)),
    on: str | None = typer.Option(None, "--on", help=say(told.ON)),
    cut: str = typer.Option("", "--cut", help=say(told.CUT)),
    plain: bool = typer.Option(False, "--plain", help=say(told.PLAIN)),
    moves: str | None = typer.Option(None, "--moves", help=say(told.MOVES)),
    keep: bool = typer.Option(False, "--keep", help=say(told.KEEP)),
    json: bool = typer.Option(False, "--json", help=say(told.JSON)),
) -> None:
    """Play in the app, or without a screen."""
    from simulator.cli.headless import play_headless
    from simulator.cli.ready import DEFAULT_SEED, day, get_ready
    from simulator.settings import load

    if moves is None:
        raise wrong(say(words.NEEDS_TERMINAL), say(words.NEEDS_TERMINAL_REMEDY))
    if not case:
        raise wrong(say(words.NEEDS_CASE), say(words.NAME_A_CASE))
    ready = get_ready(load(), case, roles=role, on=day(on), cut=cut)
    played = play_headless(ready, moves_text(moves), DEFAULT_SEED if seed is None else seed)
    if json:
        document(played.as_data())
        return
    from simulator.cli.transcripts import show_play

    show_play(played)


def moves_text(given: str) -> str:
    """The moves of --moves: from standard input, a file, or as they stand. Raises WrongUsage."""
    try:
        if given == "-":
            return sys.stdin.read()
        if "|" not in given and " " not in given and Path(given).is_file():
            return Path(given).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise wrong(say(words.NO_MOVES_FILE, file=given, reason=reason), say(words.MOVES_LIKE)) from None
    return given


def open_or_show() -> None:
    """The app where there is a terminal; the demonstration where there is none."""
