"""`records pin`: the trainer's PIN, set for the first time or changed by whoever knows the old one."""

from __future__ import annotations

import sys

import typer

from simulator.cli import show
from simulator.cli.office import LONGEST_PIN, let_in
from simulator.cli.options import example
from simulator.cli.usage import wrong
from simulator.words import cli_record as words
from simulator.words import say


def add_to(records: typer.Typer) -> None:
    """Add the command."""
    records.command("pin", help=say(words.PIN_HELP), epilog=example("records pin"))(pin)


def pin() -> None:
    """Ask for the old PIN where there is one, then for the new one, twice on a terminal."""
    from simulator.access import set_pin
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        set_pin(store, _new_pin())
        store.note("new pin", "trainer")
    show.out(say(words.PIN_SET))


def _new_pin() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline(LONGEST_PIN).strip()
    from getpass import getpass

    typed = getpass(f"{say(words.NEW_PIN)} ")
    if getpass(f"{say(words.NEW_PIN_AGAIN)} ") != typed:
        raise wrong(say(words.PINS_DIFFER), say(words.PIN_UNCHANGED))
    return typed
