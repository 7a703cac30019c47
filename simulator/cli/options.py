"""Options that several commands have in common, each written down once."""

from __future__ import annotations

from typing import Annotated

import typer

from simulator.words import called, say
from simulator.words import cli_help as told

Json = Annotated[bool, typer.Option("--json", help=say(told.JSON))]
Case = Annotated[str, typer.Argument(help=say(told.CASE), show_default=False)]
Role = Annotated[list[str] | None, typer.Option("--role", help=say(told.ROLE), metavar="ROLE")]
Plain = Annotated[bool, typer.Option("--plain", help=say(told.PLAIN))]
Seed = Annotated[int | None, typer.Option("--seed", min=0, help=say(told.SEED), metavar="N")]
On = Annotated[str, typer.Option("--on", help=say(told.ON), metavar="DATE", show_default=False)]
Cut = Annotated[str, typer.Option("--cut", help=say(told.CUT), metavar="CUT", show_default=False)]


def example(words: str) -> str:
    """The last line of a command's help: an example that works."""
    return say(told.EXAMPLE, command=f"{called()} {words}")
