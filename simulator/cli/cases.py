"""Commands about cases: `scenarios`, `check`, `solve`."""

from __future__ import annotations

from pathlib import Path

import typer

from simulator.cli import show
from simulator.cli.usage import wrong
from simulator.words import cli as words
from simulator.words import cli_help as told
from simulator.words import say


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("scenarios", help=say(told.SCENARIOS))(scenarios)
    app.command("check", help=say(told.CHECK))(check)
    app.command("solve", help=say(told.SOLVE))(solve)


def scenarios(json: bool = typer.Option(False, "--json", help=say(told.JSON))) -> None:
    """List the library."""
    from simulator.cli.library import listed, show_library, summary_data

    summaries = listed()
    if json:
        show.document({"cases": [summary_data(one) for one in summaries]})
    else:
        show_library(summaries)


def check(
    paths: list[Path] = typer.Argument(None, help=say(told.CHECK_PATHS)),
    strict: bool = typer.Option(False, "--strict", help=say(told.STRICT)),
    explain: str = typer.Option("", "--explain", help=say(told.EXPLAIN)),
    json: bool = typer.Option(False, "--json", help=say(told.JSON)),
) -> None:
    """Every finding of the reader, on files or folders."""
    from simulator.cli import checking

    if explain:
        checking.show_explanation(explain, json=json)
    elif not paths:
        raise wrong(say(words.NOTHING_TO_CHECK), say(words.CHECK_LIKE))
    elif checking.show_findings(paths, strict=strict, json=json):
        raise typer.Exit(1)


def solve(
    case: str = typer.Argument(..., help=say(told.CASE)),
    role: list[str] = typer.Option([], "--role", help=say(told.SEATS)),
    on: str | None = typer.Option(None, "--on", help=say(told.ON)),
    cut: str = typer.Option("", "--cut", help=say(told.CUT)),
    json: bool = typer.Option(False, "--json", help=say(told.JSON)),
) -> None:
    """The exact score space."""
    from simulator.cli.ready import day, get_ready
    from simulator.cli.solving import show_solution, solution_data
    from simulator.settings import load
    from simulator.solver.solution import solve as solved

    ready = get_ready(load(), case, roles=role, on=day(on), cut=cut)
    solution = solved(ready.game, ready.game.expected, ready.clocks, ready.seats)
    if json:
        show.document(solution_data(ready, solution))
    else:
        show_solution(ready, solution)
