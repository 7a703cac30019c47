"""The training lead's command `report`. Each report made leaves a line in the audit."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.cli.report_files import hand_out, marked_again, refuse_unfit, watched
from simulator.cli.usage import wrong
from simulator.reports.files import Format, written
from simulator.words import cli_help as told
from simulator.words import cli_record as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.reports.report import Area, Asked, Report
    from simulator.settings import Settings

Name = Annotated[str, typer.Argument(help=say(told.REPORT_NAME), show_default=False)]
First = Annotated[str, typer.Option("--from", help=say(told.FIRST_DAY), metavar="DATE", show_default=False)]
Last = Annotated[str, typer.Option("--to", help=say(told.LAST_DAY), metavar="DATE", show_default=False)]
Quarter = Annotated[
    str, typer.Option("--quarter", help=say(told.QUARTER), metavar="YYYY-Q1", show_default=False)
]
Agency = Annotated[str, typer.Option("--agency", help=say(told.AGENCY), metavar="AGENCY", show_default=False)]
Course = Annotated[str, typer.Option("--course", help=say(told.COURSE), metavar="COURSE", show_default=False)]
FormatAsked = Annotated[Format, typer.Option("--format", help=say(told.FORMAT))]
Out = Annotated[Path | None, typer.Option("--out", help=say(told.REPORT_OUT), metavar="FILE")]


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command("report", help=say(told.REPORT), epilog=example("report R1 --quarter 2026-Q3"))(report)


def report(
    name: Name = "",
    first: First = "",
    last: Last = "",
    quarter: Quarter = "",
    agency: Agency = "",
    course: Course = "",
    format: FormatAsked = Format.TABLE,
    out: Out = None,
    json: Json = False,
) -> None:
    """One report, or the list of them."""
    form = Format.JSON if json else format
    if not name:
        _list_reports(json=form is Format.JSON)
        return
    from simulator.settings import load

    wanted, settings = _known(name), load()
    if quarter:
        first, last = _days_of(quarter, first, last)
    asked = asked_for(first, last, agency, course)._replace(area=area(settings), heard=marked_again())
    refuse_unfit(form, out)
    with TemporaryDirectory(prefix="simulator-report-") as folder:
        file = Path(folder) / "report"
        made = _made(settings, wanted, asked, form, file)
        if made is None:
            hand_out(file, out)
        else:
            _show(made)


def _known(name: str) -> str:
    """A report's name. Raises WrongUsage."""
    from simulator.reports.listed import ALSO, REPORTS

    wanted = ALSO.get(name.upper(), name.upper())
    if wanted not in REPORTS:
        raise wrong(say(words.NO_REPORT, name=name), say(words.REPORTS_ARE, names=", ".join(REPORTS)))
    return wanted


def _made(settings: Settings, name: str, asked: Asked, form: Format, file: Path) -> Report | None:
    """Make a report, and leave its line in the audit before anybody sees it: in `file`, or in memory."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.reports.asking import asked_in_words
    from simulator.reports.kept_plays import KeptPlays
    from simulator.reports.listed import PERSONAL, make

    def work(connection: Any) -> tuple[int, Report | None]:
        report = watched(make(connection, name, asked._replace(kept=KeptPlays(settings))))
        if form is Format.TABLE:
            report = report.read()
            return len(tuple(report.rows)), report
        return written(report, asked_in_words(asked), form, file), None

    with open_store(settings) as store:
        if name in PERSONAL:
            let_in(store)
        rows, made = store.database.read(work)
        store.note("export", f"report {name}", asked.in_words(), rows)
    return made


def asked_for(first: str, last: str, agency: str, course: str) -> Asked:
    """Period and filter as typed. Raises WrongUsage."""
    from simulator.cli.ready import day
    from simulator.reports.report import Asked

    asked = Asked(day(first), day(last), agency, course)
    if asked.first and asked.last and asked.last < asked.first:
        raise wrong(say(words.ENDS_FIRST), say(words.TURN_ROUND))
    return asked


def _days_of(quarter: str, first: str, last: str) -> tuple[str, str]:
    from simulator.reports.periods import quarter as days_of

    found = days_of(quarter)
    if found is None:
        raise wrong(say(words.NO_QUARTER, quarter=quarter), say(words.QUARTERS_ARE))
    if first or last:
        raise wrong(say(words.QUARTER_AND_DAYS), say(words.ONE_OR_OTHER))
    return found[0].isoformat(), found[1].isoformat()


def area(settings: Settings) -> Area:
    """What reports need of the board's profile. Raises SettingsError."""
    from scoring.errors import ScoringError
    from scoring.guidance.board_reading import load_board
    from simulator.errors import SettingsError
    from simulator.reports.area import area_of

    try:
        return area_of(load_board(settings.board))
    except ScoringError as error:
        raise SettingsError(error.title, error.message, error.remedy) from error


def _show(made: Report) -> None:
    from simulator.cli.tables import show_report

    show.heading(made.heading)
    if made.rows:
        show_report(made)
    else:
        show.out(say(words.NO_ROWS))
    for note in made.notes:
        show.wrapped(note)
    for part in made.parts:
        show.out()
        _show(part)


def _list_reports(*, json: bool) -> None:
    from simulator.reports.listed import REPORTS, TITLES, called

    if json:
        show.document({"reports": [{"name": name, "title": say(TITLES[name])} for name in REPORTS]})
        return
    for name in REPORTS:
        show.wrapped(say(TITLES[name]), " " * 11, f"{called(name):<9}  ")
