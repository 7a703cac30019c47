"""Certificates: printing them, and telling whether one is the board's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.exporting import export
from simulator.cli.options import Json, example
from simulator.cli.usage import wrong
from simulator.words import certificates as words
from simulator.words import cli_help as told
from simulator.words import say, say_count

if TYPE_CHECKING:
    from simulator.reports.certificates.certificate import Certificate
    from simulator.reports.certificates.shown import Letterhead
    from simulator.settings import Settings

Of = Annotated[str, typer.Argument(help=say(told.CERTIFICATE_OF), metavar="ATTEMPT|WORKSHOP")]
Whose = Annotated[str, typer.Option("--person", help=say(told.CERTIFICATE_PERSON), metavar="NAME")]
Html = Annotated[Path | None, typer.Option("--html", help=say(told.CERTIFICATE_HTML), metavar="FILE")]
Pdf = Annotated[Path | None, typer.Option("--pdf", help=say(told.CERTIFICATE_PDF), metavar="FILE")]
Code = Annotated[str, typer.Argument(help=say(told.CERTIFICATE_CODE), show_default=False)]

certificate = typer.Typer(
    help=say(told.CERTIFICATE),
    epilog=example("certificate verify k3m9x2p7qd4t-abc-def-ghi-jkl"),
    no_args_is_help=True,
)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    export.command(
        "certificate",
        help=say(told.EXPORT_CERTIFICATE),
        epilog=example("export certificate k3m9x2p7qd4t --pdf certificates.pdf"),
    )(export_certificate)
    certificate.command(
        "verify",
        help=say(told.VERIFY_CERTIFICATE),
        epilog=example("certificate verify k3m9x2p7qd4t-abc-def-ghi-jkl"),
    )(verify)
    app.add_typer(certificate, name="certificate")


def export_certificate(of: Of, person: Whose = "", html: Html = None, pdf: Pdf = None) -> None:
    """One person's certificate, or everybody's of a play or a workshop, each on a page of its own."""
    from simulator.access.signing import signing_key
    from simulator.cli.office import let_in
    from simulator.cli.persons import the_person
    from simulator.cli.writing import write_file
    from simulator.records import open_store
    from simulator.reports.certificates.certificate import certificates_of
    from simulator.reports.certificates.shown import certificates_page, certificates_pdf
    from simulator.settings import load

    if html is None and pdf is None:
        raise wrong(say(words.ONE_FILE))
    settings = load()
    with open_store(settings) as store:
        let_in(store)
        learner = the_person(store, person).learner if person else ""
        key = signing_key(store.place.secret)
        found = store.database.read(lambda c: certificates_of(c, key, of))
        chosen = [one for one in found if learner in ("", one.learner)]
        if not chosen:
            raise wrong(say(words.NOT_THEIRS, person=person, of=of))
        store.note("export", f"certificates of {of}", person and chosen[0].learner, len(chosen))
    sheets = [(one, _letterhead(settings, one)) for one in chosen]
    if html:
        write_file(html, certificates_page(sheets).encode())
    if pdf:
        write_file(pdf, certificates_pdf(sheets))
    show.err(say_count(len(chosen), words.WRITTEN_ONE, words.WRITTEN))


def verify(code: Code, json: Json = False) -> None:
    """Whether a certificate is the board's own and still what the record says."""
    from simulator.access.signing import signing_key
    from simulator.records import open_store
    from simulator.reports.certificates.certificate import verified
    from simulator.reports.certificates.shown import certificate_lines
    from simulator.settings import load

    settings = load()
    with open_store(settings) as store:
        key = signing_key(store.place.secret)
        found = store.database.read(lambda c: verified(c, key, code))
    if json:
        show.document({"holds": found is not None, "certificate": _data(found) if found else None})
    elif found is None:
        show.wrapped(say(words.HOLDS_NOT))
    else:
        show.out(say(words.HOLDS))
        for line in certificate_lines(found, _letterhead(settings, found)):
            show.wrapped(line, "    ", "  ")
    if found is None:
        raise typer.Exit(1)


def _letterhead(settings: Settings, certificate: Certificate) -> Letterhead:
    from scoring.guidance import library
    from scoring.guidance.board_reading import load_board
    from simulator.reports.certificates.shown import Letterhead

    board = load_board(settings.board)
    edition = library().edition(certificate.edition).title if certificate.edition else ""
    return Letterhead(board.on(certificate.completed_on).name, edition)


def _data(certificate: Certificate) -> dict[str, object]:
    data = certificate._asdict()
    data["completed_on"] = certificate.completed_on.isoformat()
    data["expires"] = certificate.expires.isoformat() if certificate.expires else None
    data["hours"] = float(certificate.hours)
    return data
