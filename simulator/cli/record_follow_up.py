"""`records follow-up`: who is to be asked again weeks after a training, and the sheet that is sent round."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.cli.reporting import Agency, Course
from simulator.words import follow_up as words
from simulator.words import say, say_count

Out = Annotated[Path | None, typer.Option("--out", help=say(words.SHEET_OUT), metavar="FILE")]


def add_to(records: typer.Typer) -> None:
    """Add this command."""
    typed = "records follow-up --out ask-again.csv"
    records.command("follow-up", help=say(words.COMMAND), epilog=example(typed))(follow_up)


def follow_up(agency: Agency = "", course: Course = "", out: Out = None, json: Json = False) -> None:
    """Who is due, on the screen or as a sheet with the questions."""
    from simulator.cli.office import let_in
    from simulator.cli.report_files import hand_out
    from simulator.cli.tables import show_report
    from simulator.records import open_store
    from simulator.reports import asked_again
    from simulator.reports.csv_file import write_csv
    from simulator.reports.report import Asked
    from simulator.settings import load

    asked = Asked(agency=agency, course=course)
    with open_store(load()) as store:
        let_in(store)
        make = asked_again.sheet if out else asked_again.follow_up
        made = store.database.read(lambda connection: make(connection, asked))
        rows = len(tuple(made.rows))
        store.note("export", made.name, asked.in_words(), rows)
    if out:
        with TemporaryDirectory(prefix="simulator-sheet-") as folder:
            file = Path(folder) / "sheet"
            with file.open("wb") as opened:
                write_csv(made, opened)
            hand_out(file, out)
        show.err(say_count(rows, words.SHEET_WRITTEN_ONE, words.SHEET_WRITTEN, file=out))
        show.err(say(words.SEND_EACH, file=out))
    elif json:
        show.document(made.as_data())
    elif rows:
        show_report(made)
        for note in made.notes:
            show.wrapped(note)
    else:
        show.out(say(words.NOBODY_DUE))
