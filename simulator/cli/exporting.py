"""What leaves for other systems. Each export leaves a line in the audit, and none holds a score."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.cli.progress import progress
from simulator.cli.report_files import hand_out
from simulator.cli.reporting import Agency, Course, First, Last, asked_for
from simulator.words import cli_help as told
from simulator.words import exports as words
from simulator.words import say, say_count

if TYPE_CHECKING:
    from simulator.records import Store
    from simulator.reports.exports.column_map import ColumnMap
    from simulator.reports.exports.mapped import LeftOut
    from simulator.reports.report import Asked

NAMES_SHOWN = 10

For = Annotated[str, typer.Option("--for", help=say(told.EXPORT_FOR), metavar="NAME|MAP.toml")]
Out = Annotated[Path | None, typer.Option("--out", help=say(told.EXPORT_OUT), metavar="FILE")]
Shown = Annotated[str, typer.Option("--show", help=say(told.EXPORT_MAP_SHOWN), metavar="NAME")]

export = typer.Typer(
    help=say(told.EXPORT), epilog=example("export completions --for neutral"), no_args_is_help=True
)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    for name, help_, words_typed, command in (
        ("completions", told.COMPLETIONS, "export completions --for totara --out totara.csv", completions),
        ("maps", told.EXPORT_MAPS, "export maps --show neutral", maps),
        ("datapackage", told.DATA_PACKAGE, "export datapackage", datapackage),
    ):
        export.command(name, help=say(help_), epilog=example(words_typed))(command)
    app.add_typer(export, name="export")


def completions(
    for_: For = "neutral",
    out: Out = None,
    first: First = "",
    last: Last = "",
    agency: Agency = "",
    course: Course = "",
) -> None:
    """Completions for other systems; no score is in them."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.reports.exports.column_map import load_map
    from simulator.settings import load

    chosen = load_map(for_)
    asked = asked_for(first, last, agency, course)
    with TemporaryDirectory(prefix="simulator-export-") as folder, open_store(load()) as store:
        let_in(store)
        file = Path(folder) / "completions"
        rows, left_out = _write(store, asked, chosen, file)
        store.note("export", f"completions for {Path(for_).name}", asked.in_words(), rows)
        hand_out(file, out)
    show.err(say_count(rows, words.WRITTEN_ONE, words.WRITTEN))
    if left_out.rows:
        _say_left_out(left_out, chosen)
        raise typer.Exit(1)


def _write(store: Store, asked: Asked, chosen: ColumnMap, file: Path) -> tuple[int, LeftOut]:
    """The rows, in a file of their own first: what is handed out is whole."""
    from simulator.reports.exports.finished import count
    from simulator.reports.exports.mapped import write_completions

    total = store.database.read(lambda c: count(c, asked, latest=chosen.latest))
    with file.open("w+b") as opened, progress(total, words.EXPORTING) as bar:
        return store.database.read(
            lambda c: write_completions(c, asked, chosen, opened, lambda: bar.update(1))
        )


def _say_left_out(left_out: LeftOut, chosen: ColumnMap) -> None:
    names = sorted(left_out.names)
    shown = ", ".join(names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        shown = say(words.AND_OTHERS, names=shown, number=len(names) - NAMES_SHOWN)
    needs = ", ".join(chosen.needs)
    show.err(say(words.LEFT_OUT, number=left_out.rows, columns=needs, names=shown))


def maps(shown: Shown = "", json: Json = False) -> None:
    """What completions can be exported for, and what a column map looks like."""
    from simulator.reports.exports.column_map import FOLDER, known_maps, load_map

    if shown:
        load_map(shown)
        show.out((FOLDER / f"{shown}.toml").read_text("utf-8").rstrip())
        return
    found = {name: load_map(name) for name in known_maps()}
    if json:
        show.document({"maps": [{"name": name, "title": one.title} for name, one in found.items()]})
        return
    show.heading(say(words.MAPS))
    for name, one in found.items():
        show.wrapped(f"{one.title}. {one.about}", " " * 22, f"  {name:<20}")
        if one.source:
            show.wrapped(say(words.SEEN_AT, source=one.source), " " * 22)


def datapackage() -> None:
    """The contract of the CSV files, for programs that check them."""
    from simulator.reports.exports.contract import data_package

    show.document(data_package())
