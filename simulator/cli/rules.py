"""The command `guidance`: what each edition said, when, and when a timescale falls due."""

from __future__ import annotations

from typing import Annotated

import typer

from simulator.cli.options import Json, example
from simulator.cli.usage import wrong
from simulator.words import cli_help as told
from simulator.words import cli_rules as words
from simulator.words import say

Query = Annotated[list[str] | None, typer.Argument(help=say(told.QUERY), show_default=False)]
Edition = Annotated[str, typer.Option("--edition", help=say(told.EDITION), metavar="ID", show_default=False)]
Rule = Annotated[str, typer.Option("--rule", help=say(told.RULE), metavar="ID", show_default=False)]
Differences = Annotated[
    tuple[str, str] | None, typer.Option("--differences", help=say(told.DIFFERENCES), metavar="A B")
]
OnDay = Annotated[str, typer.Option("--on", help=say(told.ON_DAY), metavar="DATE", show_default=False)]
DueFrom = Annotated[
    str, typer.Option("--due-from", help=say(told.DUE_FROM), metavar="DATE", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command(
        "guidance",
        help=say(told.GUIDANCE),
        epilog=example("guidance --rule wt2010-icpc-15wd --due-from 2011-04-18"),
    )(guidance)


def guidance(
    query: Query = None,
    edition: Edition = "",
    rule: Rule = "",
    differences: Differences = None,
    on: OnDay = "",
    due_from: DueFrom = "",
    json: Json = False,
) -> None:
    """Search; a rule with its history; two editions; a deadline."""
    from simulator.cli import guidance_data, guidance_shown
    from simulator.cli.ready import day

    asked = " ".join(query or ())
    if sum(map(bool, (asked, rule, differences))) > 1:
        raise wrong(say(words.ONE_QUESTION), say(words.ONE_QUESTION_REMEDY))
    if due_from and not rule:
        raise wrong(say(words.DUE_NEEDS_RULE), say(words.DUE_NEEDS_RULE_REMEDY))
    shown = guidance_data if json else guidance_shown
    if due_from:
        shown.due(rule, due_from, day(on))
    elif rule:
        shown.history(rule, day(on))
    elif differences:
        shown.differences(*differences)
    elif asked:
        shown.search(asked, edition, day(on))
    elif edition:
        shown.rules_of(edition, day(on))
    else:
        shown.editions(day(on))
