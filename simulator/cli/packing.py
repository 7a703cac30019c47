"""`simulator pack`: a case on paper; and the course map that `simulator scenarios --map` prints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Case, example
from simulator.words import pack as words
from simulator.words import say

FIRST_SEED = 1
Html = Annotated[Path | None, typer.Option("--html", help=say(words.HELP_HTML), metavar="FILE")]
Pdf = Annotated[Path | None, typer.Option("--pdf", help=say(words.HELP_PDF), metavar="FILE")]
Role = Annotated[list[str] | None, typer.Option("--role", help=say(words.HELP_ROLE), metavar="ROLE")]
Seed = Annotated[int, typer.Option("--seed", min=0, help=say(words.HELP_SEED), metavar="N")]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("pack", help=say(words.HELP), epilog=example("pack mark-on-his-cheek --pdf pack.pdf"))(pack)


def pack(case: Case, html: Html = None, pdf: Pdf = None, role: Role = None, seed: Seed = FIRST_SEED) -> None:
    """Role pages, observer's sheet and facilitator's guide; as text where no file is named."""
    from simulator.author.pack.as_page import pack_page
    from simulator.author.pack.as_pdf import pack_pdf
    from simulator.author.pack.as_text import pack_text
    from simulator.author.pack.making import sheets_of
    from simulator.author.pack.setting import setting_of
    from simulator.cli.examining import examined_case
    from simulator.cli.ready import seats_of

    examined = examined_case(case)
    title = examined.case.title
    sheets = sheets_of(setting_of(examined, seed), seats_of(examined.case, role) if role else ())
    if html:
        _write(html, pack_page(title, sheets).encode())
    if pdf:
        _write(pdf, pack_pdf(title, sheets))
    if not (html or pdf):
        for line in pack_text(sheets):
            show.wrapped(line)


def show_courses() -> None:
    """The course map of the library, in Markdown; a case that cannot be read is left out."""
    from scoring.guidance import library
    from simulator.author.course_map import course_map, course_of
    from simulator.cli.ready import board_of, read_case
    from simulator.errors import CaseError
    from simulator.scenario.library import files, folders
    from simulator.settings import load

    settings = load()
    board, found = board_of(settings), []
    for file in files(folders(settings.scenarios)):
        try:
            found.append(course_of(read_case(file)[1], library(), board))
        except CaseError as broken:
            show.err(broken.message)
    show.out(course_map(found))


def _write(file: Path, data: bytes) -> None:
    from simulator.cli.writing import write_file

    write_file(file, data)
    show.err(say(words.WRITTEN_TO, file=file))
