"""Commands about cases: `scenarios`, `check`, `solve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Case, Cut, Json, On, Role, example
from simulator.cli.usage import wrong
from simulator.words import author as author_told
from simulator.words import cli as words
from simulator.words import cli_help as told
from simulator.words import pack, say

Paths = Annotated[list[Path] | None, typer.Argument(help=say(told.CHECK_PATHS), show_default=False)]
Strict = Annotated[bool, typer.Option("--strict", help=say(told.STRICT))]
Explain = Annotated[
    str, typer.Option("--explain", help=say(told.EXPLAIN), metavar="CODE", show_default=False)
]
Courses = Annotated[bool, typer.Option("--map", help=say(pack.HELP_COURSES))]
Watch = Annotated[bool, typer.Option("--watch", help=say(told.WATCH))]

Anew = Annotated[bool, typer.Option("--anew", help=say(author_told.HELP_ANEW))]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("scenarios", help=say(told.SCENARIOS), epilog=example("scenarios"))(scenarios)
    app.command("check", help=say(told.CHECK), epilog=example("check my-case.yaml"))(check)
    app.command("solve", help=say(told.SOLVE), epilog=example("solve reluctant-gp --role gp"))(solve)


def scenarios(courses: Courses = False, json: Json = False) -> None:
    """List the library."""
    if courses:
        from simulator.cli.packing import show_courses

        show_courses()
        return
    from simulator.cli.library import show_library
    from simulator.settings import load

    show_library(load(), json=json)


def check(
    paths: Paths = None,
    strict: Strict = False,
    explain: Explain = "",
    watch: Watch = False,
    anew: Anew = False,
    json: Json = False,
) -> None:
    """Every finding on files or folders, and what each case can come to."""
    from simulator.cli import checking
    from simulator.settings import load

    if explain:
        checking.show_explanation(explain, json=json)
    elif not paths:
        raise wrong(say(words.NOTHING_TO_CHECK), say(words.CHECK_LIKE))
    elif watch:
        checking.watch_findings(paths, board=load().board)
    else:
        settings = load()
        memory = None if anew else checking.checks_folder(settings)
        if checking.show_findings(paths, strict=strict, json=json, board=settings.board, memory=memory):
            raise typer.Exit(1)


def solve(case: Case, role: Role = None, on: On = "", cut: Cut = "", json: Json = False) -> None:
    """The exact score space."""
    from simulator.cli.ready import day, get_ready
    from simulator.cli.solving import show_solution, solution_data
    from simulator.settings import load
    from simulator.solver.solution import solve as solved

    ready = get_ready(load(), case, roles=role or (), on=day(on), cut=cut)
    solution = solved(ready.game, ready.game.expected, ready.clocks, ready.seats)
    if json:
        show.document(solution_data(ready, solution))
    else:
        show_solution(ready, solution)
