"""`preview`: a case is played while it is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.options import Cut, Plain, Role, Seed, example
from simulator.words import say
from simulator.words import workbench as words

File = Annotated[Path, typer.Argument(help=say(words.HELP_PREVIEW_FILE), show_default=False)]
From = Annotated[str, typer.Option("--from", help=say(words.HELP_FROM), metavar="SCENE", show_default=False)]
Knowing = Annotated[
    list[str] | None, typer.Option("--knowing", help=say(words.HELP_KNOWING), metavar="ROLE:FACT")
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    shown = example("preview my-case.yaml --from tuesday --knowing gp:late")
    app.command("preview", help=say(words.HELP_PREVIEW), epilog=shown)(preview)


def preview(
    file: File,
    scene: From = "",
    knowing: Knowing = None,
    role: Role = None,
    seed: Seed = None,
    cut: Cut = "",
    plain: Plain = False,
) -> None:
    """Play a file, and follow it while it is saved. Raises CaseError where it cannot be played yet."""
    from scoring.guidance import library
    from simulator.author.preview.attempt import Preview
    from simulator.author.preview.beginning import Beginning
    from simulator.cli.playing import has_terminal
    from simulator.cli.ready import board_of
    from simulator.settings import load

    settings = load()
    board = board_of(settings)
    begins = Beginning(tuple(role or ()), scene, tuple(knowing or ()), str(seed or 1), cut)
    opened = Preview(file, library(), board, begins)
    if plain or not has_terminal() or os.environ.get("TERM", "") == "dumb":
        from simulator.terminal.workbench.line_mode import run_preview

        run_preview(opened, board, sys.stdin, sys.stdout)
        return
    from simulator.terminal.workbench.opening import open_preview

    raise typer.Exit(open_preview(settings, opened))
