"""Commands that look back on an attempt: `replay` and `debrief`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, Plain, example
from simulator.words import cli_help as told
from simulator.words import cli_play as words
from simulator.words import say

Attempt = Annotated[str, typer.Argument(help=say(told.ATTEMPT), show_default=False)]
AsOf = Annotated[str, typer.Option("--as-of", help=say(told.AS_OF), metavar="DATE", show_default=False)]
From = Annotated[str, typer.Option("--from", help=say(told.FROM_SCENE), metavar="SCENE", show_default=False)]
Html = Annotated[Path | None, typer.Option("--html", help=say(told.HTML), metavar="FILE")]
Pdf = Annotated[Path | None, typer.Option("--pdf", help=say(told.PDF), metavar="FILE")]
NoNames = Annotated[bool, typer.Option("--no-names", help=say(told.NO_NAMES))]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("replay", help=say(told.REPLAY), epilog=example("replay k3m9x2p7qd4t --as-of 2024-03-01"))(
        replay
    )
    app.command("debrief", help=say(told.DEBRIEF), epilog=example("debrief k3m9x2p7qd4t --html page.html"))(
        debrief
    )


def replay(attempt: Attempt, as_of: AsOf = "", from_scene: From = "", json: Json = False) -> None:
    """Transcript and marks again, from the journal alone."""
    from simulator.cli.attempts import play_of, try_from_scene
    from simulator.cli.headless import show_play
    from simulator.cli.ready import day
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        found = store.replay(attempt)
        if from_scene:
            show.out(say(words.PRACTICE, attempt=try_from_scene(store, found, from_scene)))
            return
        played = play_of(found, day(as_of))
    if json:
        show.document(played.as_data())
    else:
        show_play(played)


def debrief(
    attempt: Attempt, html: Html = None, pdf: Pdf = None, plain: Plain = False, no_names: NoNames = False
) -> None:
    """What trainees remember: on the screen, or as a page to print."""
    from simulator.cli.debriefing import debrief_of_attempt, write_page
    from simulator.records import open_store
    from simulator.settings import load
    from simulator.solver.debrief_text import debrief_text

    with open_store(load()) as store:
        found = debrief_of_attempt(store, attempt)
    for file, kind in ((html, "html"), (pdf, "pdf")):
        if file:
            write_page(file, kind, found, names=not no_names)
            show.err(say(words.WRITTEN, file=file))
    if html or pdf:
        return
    for line in debrief_text(found, names=not no_names):
        if plain:
            show.out(line)
        else:
            indent = line[: len(line) - len(line.lstrip())]
            show.wrapped(line.strip(), indent + "  " * bool(indent), indent)
