"""`export xapi`: completions as statements, printed, or sent to a learning record store."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TextIO
from urllib.parse import urlsplit

import typer

from simulator.cli import show
from simulator.cli.exporting import export
from simulator.cli.options import example
from simulator.cli.progress import progress
from simulator.cli.usage import wrong
from simulator.words import cli_help as told
from simulator.words import exports as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.reports.exports.sending import Store
    from simulator.reports.exports.statements import Statement

KEY: Final = "SIMULATOR_XAPI_KEY"
SECRET: Final = "SIMULATOR_XAPI_SECRET"
To = Annotated[str, typer.Option("--to", help=say(told.XAPI_TO), metavar="URL", show_default=False)]
Home = Annotated[str, typer.Option("--home", help=say(told.XAPI_HOME), metavar="URL", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Add the command to the group of exports, which is there already."""
    words_typed = "export xapi --to https://store.example.org/xapi"
    export.command("xapi", help=say(told.XAPI), epilog=example(words_typed))(xapi)


def xapi(to: To = "", home: Home = "") -> None:
    """Completions as xAPI statements; without an address they are printed."""
    from tempfile import TemporaryFile

    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.reports.exports.statements import NOBODYS_HOME, write_statements
    from simulator.settings import load

    settings = load()
    receiver = _receiver(to) if to else None
    with TemporaryFile("w+", encoding="utf-8") as file:
        with open_store(settings) as store:
            let_in(store)
            base = (home or NOBODYS_HOME).rstrip("/")
            number = store.database.read(lambda c: write_statements(c, base, file))
            store.note("export", "xapi statements", urlsplit(to).hostname or "", number)
        if receiver is None:
            _print(file)
        else:
            _send(file, number, receiver, settings.home / "sent")


def _receiver(to: str) -> Store:
    from simulator.reports.exports.sending import Store

    key, secret = os.environ.get(KEY, ""), os.environ.get(SECRET, "")
    if not (key and secret):
        raise wrong(say(words.NO_CREDENTIALS), say(words.NOT_LET_IN_REMEDY))
    return Store(to, key, secret)


def _lines(file: TextIO) -> Iterator[Statement]:
    file.seek(0)
    for line in file:
        statement: Statement = json.loads(line)
        yield statement


def _print(file: TextIO) -> None:
    """One JSON list, without holding it whole."""
    sys.stdout.write("[")
    for number, statement in enumerate(_lines(file)):
        written = json.dumps(statement, sort_keys=True, ensure_ascii=True)
        sys.stdout.write((",\n" if number else "\n") + written)
    sys.stdout.write("\n]\n")


def _send(file: TextIO, number: int, receiver: Store, folder: Path) -> None:
    from time import sleep

    from simulator.places import make_private_folder
    from simulator.reports.exports.sending import send

    book = sha256(receiver.url.rstrip("/").encode()).hexdigest()[:16]
    noted = make_private_folder(folder) / book
    with progress(number, words.SENDING) as bar:
        sent = send(_lines(file), receiver, noted, sleep, bar.update)
    show.err(say(words.SENT, stored=sent.stored, already=sent.already))
