"""What the trainer's PIN stands before at the command line: names, exports, and what cannot be undone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from simulator.cli.show import err
from simulator.cli.usage import wrong
from simulator.words import cli_record as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records import Store

LONGEST_PIN = 80


def let_in(store: Store) -> None:
    """Ask for the trainer's PIN where one is set: on the terminal, else the first line of standard input.

    Raises AccessRefused for a wrong one.
    """
    from simulator.access import check_pin, has_pin

    if has_pin(store):
        check_pin(store, _typed_pin())


def _typed_pin() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline(LONGEST_PIN).strip()
    from getpass import getpass

    return getpass(f"{say(words.PIN)} ")


def agree(question: str, *, yes: bool) -> None:
    """Ask before something that cannot be undone; where it is not agreed to, the command ends."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise wrong(question, say(words.SAY_YES))
    print(f"{question} {say(words.YES_OR_NO)} ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().casefold() not in (say(words.YES), say(words.YES)[:1]):
        err(say(words.NOT_DONE))
        raise typer.Exit(1)
