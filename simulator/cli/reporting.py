"""The training lead's command `report`. Each report made leaves a line in the audit."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.cli.usage import wrong
from simulator.words import cli_help as told
from simulator.words import cli_record as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.reports.report import Asked, Report


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


Name = Annotated[str, typer.Argument(help=say(told.REPORT_NAME), show_default=False)]
First = Annotated[str, typer.Option("--from", help=say(told.FIRST_DAY), metavar="DATE", show_default=False)]
Last = Annotated[str, typer.Option("--to", help=say(told.LAST_DAY), metavar="DATE", show_default=False)]
Agency = Annotated[str, typer.Option("--agency", help=say(told.AGENCY), metavar="AGENCY", show_default=False)]
Course = Annotated[str, typer.Option("--course", help=say(told.COURSE), metavar="CASE", show_default=False)]
FormatAsked = Annotated[Format, typer.Option("--format", help=say(told.FORMAT))]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        "report", help=say(told.REPORT), epilog=example("report R1 --from 2026-07-01 --to 2026-09-30")
    )(report)


def report(
    name: Name = "",
    first: First = "",
    last: Last = "",
    agency: Agency = "",
    course: Course = "",
    format: FormatAsked = Format.TABLE,
    json: Json = False,
) -> None:
    """One report, or the list of them."""
    if not name:
        _list_reports(json=json or format is Format.JSON)
        return
    from simulator.reports.listed import PERSONAL, REPORTS, TITLES

    wanted = name.upper()
    if wanted not in REPORTS:
        phrase = words.LATER if wanted in TITLES else words.NO_REPORT
        raise wrong(say(phrase, name=name), say(words.REPORTS_ARE, names=", ".join(REPORTS)))
    made = _made(wanted, _asked(first, last, agency, course), personal=wanted in PERSONAL)
    if json or format is Format.JSON:
        show.document(made.as_data())
    elif format is Format.CSV:
        _write_csv(made)
    else:
        _show(made)


def _made(name: str, asked: Asked, *, personal: bool) -> Report:
    """Make a report, and leave its line in the audit before anybody sees it."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.reports.listed import REPORTS
    from simulator.settings import load

    with open_store(load()) as store:
        if personal:
            let_in(store)
        made = store.database.read(lambda connection: REPORTS[name](connection, asked))
        store.note("export", f"report {name}", asked.in_words(), len(made.rows))
    return made


def _asked(first: str, last: str, agency: str, course: str) -> Asked:
    from simulator.cli.ready import day
    from simulator.reports.report import Asked

    asked = Asked(day(first), day(last), agency, course)
    if asked.first and asked.last and asked.last < asked.first:
        raise wrong(say(words.ENDS_FIRST), say(words.TURN_ROUND))
    return asked


def _write_csv(made: Report) -> None:
    from simulator.reports.csv_file import csv_bytes

    sys.stdout.flush()
    sys.stdout.buffer.write(csv_bytes(made))


def _show(made: Report) -> None:
    from simulator.cli.tables import show_table

    show.heading(f"{made.name}  {made.title}")
    if made.rows:
        show_table([column.title for column in made.columns], made.rows, made.totals)
    else:
        show.out(say(words.NO_ROWS))
    for note in made.notes:
        show.wrapped(note)


def _list_reports(*, json: bool) -> None:
    from simulator.reports.listed import REPORTS, TITLES

    if json:
        show.document(
            {"reports": [{"name": n, "title": say(t), "ready": n in REPORTS} for n, t in TITLES.items()]}
        )
        return
    for name, title in TITLES.items():
        later = "" if name in REPORTS else f" ({say(words.COMES_LATER)})"
        show.wrapped(f"{say(title)}{later}", "      ", f"{name:<4}  ")
