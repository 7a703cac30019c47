"""Commands that play: `play`, `resume`, `demo`, and the app without a command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.options import Cut, Json, On, Plain, Role, Seed, example
from simulator.cli.usage import wrong
from simulator.words import cli as words
from simulator.words import cli_help as told
from simulator.words import say

if TYPE_CHECKING:
    from simulator.cli.ready import Wanted
    from simulator.terminal import Options

CaseOrNone = Annotated[str, typer.Argument(help=say(told.CASE), show_default=False)]
Table = Annotated[str, typer.Option("--table", help=say(told.TABLE), metavar="NAME", show_default=False)]
Moves = Annotated[
    str | None, typer.Option("--moves", help=say(told.MOVES), metavar="MOVES", show_default=False)
]
Keep = Annotated[bool, typer.Option("--keep", help=say(told.KEEP))]
Attempt = Annotated[str, typer.Argument(help=say(told.ATTEMPT), show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        "play", help=say(told.PLAY), epilog=example('play reluctant-gp --role gp --moves "best" --json')
    )(play)
    app.command("resume", help=say(told.RESUME), epilog=example("resume"))(resume)
    app.command("demo", help=say(told.DEMO), epilog=example("demo"))(demo)


def play(
    case: CaseOrNone = "",
    role: Role = None,
    table: Table = "",
    seed: Seed = None,
    on: On = "",
    cut: Cut = "",
    plain: Plain = False,
    moves: Moves = None,
    keep: Keep = False,
    json: Json = False,
) -> None:
    """In the app, or without a screen."""
    from simulator.cli.ready import Wanted, day

    wanted = Wanted(case, tuple(role or ()), seed, day(on), cut)
    if moves is None:
        for option, given in (("--keep", keep), ("--json", json)):
            if given:
                raise wrong(say(words.NEEDS_MOVES, option=option), say(words.MOVES_LIKE))
        raise typer.Exit(open_screen(_options(wanted, table), plain=plain))
    if not case:
        raise wrong(say(words.NEEDS_CASE), say(words.NAME_A_CASE))
    from simulator.cli.headless import play_and_show
    from simulator.settings import load

    play_and_show(load(), wanted, moves, keep=keep, json=json)


def _options(wanted: Wanted, table: str) -> Options:
    """What the app is opened with; what cannot be played is refused before a screen opens."""
    from simulator.cli.ready import check_playable
    from simulator.settings import load
    from simulator.terminal import Options

    if wanted.roles and (table or len(wanted.roles) > 1):
        raise wrong(say(words.ONE_SEAT), say(words.ONE_SEAT_REMEDY))
    settings = load()
    return Options(
        settings=settings,
        case=str(check_playable(settings, wanted)) if wanted.case else "",
        role=wanted.roles[0] if wanted.roles else "",
        table=table,
        seed="" if wanted.seed is None else str(wanted.seed),
        on=wanted.on,
        cut=wanted.cut,
    )


def resume(attempt: Attempt = "", plain: Plain = False, json: Json = False) -> None:
    """Carry on with an attempt; without one, say which there are."""
    from simulator.settings import load

    if attempt:
        from simulator.cli.attempts import check_unfinished
        from simulator.terminal import Options

        settings = load()
        check_unfinished(settings, attempt)
        raise typer.Exit(open_screen(Options(settings=settings, attempt=attempt), plain=plain))
    from simulator.cli.attempts import show_unfinished

    show_unfinished(load(), json=json)


def demo() -> None:
    """One case plays itself."""
    from simulator.cli.headless import show_demonstration
    from simulator.settings import load

    show_demonstration(load())


def open_or_show(*, plain: bool = False) -> int:
    """The app where there is a terminal; the demonstration where there is none.

    `plain` opens it line by line, in a pipe as well.
    """
    if not plain and not has_terminal():
        demo()
        return 0
    from simulator.settings import load
    from simulator.terminal import Options

    return open_screen(Options(settings=load()), plain=plain)


def open_screen(options: Options, *, plain: bool = False) -> int:
    """The app; line by line where asked for, or where the terminal can do no more. Gives the exit code."""
    from simulator import log

    log.start(options.settings.logs)
    if plain or not has_terminal() or os.environ.get("TERM", "") == "dumb":
        from simulator.terminal.plain import run_plain

        return run_plain(options)
    from simulator.terminal import run_app

    return run_app(options)


def has_terminal() -> bool:
    """Whether somebody can be asked and shown something here."""
    return sys.stdin.isatty() and sys.stdout.isatty()
