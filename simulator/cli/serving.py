"""The command that opens the app to browsers: `serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import example
from simulator.words import cli_help as told
from simulator.words import say

Host = Annotated[str, typer.Option("--host", help=say(told.SERVE_HOST), metavar="ADDRESS")]
Port = Annotated[int, typer.Option("--port", min=0, max=65_535, help=say(told.SERVE_PORT), metavar="N")]
Seats = Annotated[int, typer.Option("--seats", min=1, max=200, help=say(told.SERVE_SEATS), metavar="N")]
Names = Annotated[
    list[str] | None, typer.Option("--name", help=say(told.SERVE_NAME), metavar="NAME", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command("serve", help=say(told.SERVE), epilog=example("serve --port 8000"))(serve)


def serve(host: Host = "127.0.0.1", port: Port = 8000, seats: Seats = 40, name: Names = None) -> None:
    """The app in browsers, until it is closed."""
    from simulator.settings import load
    from simulator.web.serving import Asked
    from simulator.web.serving import serve as open_to_browsers

    open_to_browsers(load(), Asked(host, port, seats, tuple(name or ())), show.wrapped)
