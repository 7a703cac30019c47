"""Commands for those who write cases: `new`, `import`, `schema`, `topics`, `graph`, `proof`."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Case, Json, example
from simulator.words import author as told
from simulator.words import say


class Picture(StrEnum):
    """What a graph is written as."""

    SVG = "svg"
    DOT = "dot"
    MERMAID = "mermaid"
    TEXT = "text"


class Paper(StrEnum):
    """What a proof is written as."""

    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"


ENDINGS = {".pdf": Paper.PDF, ".md": Paper.MARKDOWN}
"""What a file's name says it is written as; anything else is a page."""
PICTURES = {
    ".dot": Picture.DOT,
    ".gv": Picture.DOT,
    ".mmd": Picture.MERMAID,
    ".mermaid": Picture.MERMAID,
    ".md": Picture.MERMAID,
    ".txt": Picture.TEXT,
}
"""The same of a graph; anything else is a picture."""


Out = Annotated[Path | None, typer.Option("--out", help=say(told.HELP_OUT), metavar="FILE")]
DrawnAs = Annotated[Picture | None, typer.Option("--format", help=say(told.HELP_FORMAT))]
PrintedAs = Annotated[Paper | None, typer.Option("--format", help=say(told.HELP_FORMAT))]
File = Annotated[Path, typer.Argument(help=say(told.HELP_FILE), show_default=False)]
StoryFile = Annotated[Path, typer.Argument(help=say(told.HELP_STORY), show_default=False)]
Query = Annotated[list[str] | None, typer.Argument(help=say(told.HELP_TOPIC_WORDS), show_default=False)]
OnDay = Annotated[
    str, typer.Option("--on", help=say(told.HELP_TOPIC_DAY), metavar="DATE", show_default=False)
]
Full = Annotated[bool, typer.Option("--full", help=say(told.HELP_FULL))]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    commands = (
        ("new", new, told.HELP_NEW, "new my-case.yaml --full"),
        ("import", import_story, told.HELP_IMPORT, "import story.twee --out my-case.yaml"),
        ("schema", schema, told.HELP_SCHEMA, "schema --out case.schema.json"),
        ("topics", topics, told.HELP_TOPICS, "topics early help --on 2024-01-15"),
        ("graph", graph, told.HELP_GRAPH, "graph reluctant-gp --out picture.svg"),
        ("proof", proof, told.HELP_PROOF, "proof reluctant-gp --out proof.pdf"),
    )
    for name, command, help_, shown in commands:
        app.command(name, help=say(help_), epilog=example(shown))(command)


def new(file: File, full: Full = False) -> None:
    """Write a case to begin with."""
    from simulator.author.starting import template, write_new

    write_new(file, template(full=full))
    show.out(say(told.WRITTEN, file=file))
    show.out(say(told.CHECK_IT, file=file))


def import_story(story: StoryFile, out: Out = None) -> None:
    """A Twee story as the beginning of a case; what did not come along is said on standard error."""
    from simulator.author.starting import write_new
    from simulator.author.twee.passages import read_story
    from simulator.author.twee.writing import imported

    found = imported(read_story(_text_of(story)), story.stem)
    if out:
        write_new(out, found.text)
    else:
        show.out(found.text.rstrip("\n"))
    for remark in found.remarks:
        show.err(f"{story}:{remark.line}: {remark.words}")
    counts = {"passages": found.passages, "links": found.links, "remarks": len(found.remarks)}
    show.err(say(told.IMPORTED_COUNT, **counts))


def _text_of(file: Path) -> str:
    """A story's text. Raises WrongUsage where it cannot be read."""
    from simulator.cli.usage import wrong
    from simulator.scenario.source import LARGEST

    if file.exists() and not file.is_file():
        raise wrong(say(told.CANNOT_READ, file=file, reason=say(told.NO_FILE)))
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise wrong(say(told.CANNOT_READ, file=file, reason=say(told.TOO_LONG, limit=LARGEST // 1024)))
        return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8")
    except OSError as error:
        raise wrong(say(told.CANNOT_READ, file=file, reason=error.strerror or str(error))) from None
    except UnicodeDecodeError:
        raise wrong(say(told.CANNOT_READ, file=file, reason=say(told.NOT_UTF_8))) from None


def schema(out: Out = None) -> None:
    """The JSON Schema of case files."""
    import json

    from simulator.scenario.schema import case_schema

    _write(json.dumps(case_schema(), indent=2, ensure_ascii=True) + "\n", out)


def topics(query: Query = None, on: OnDay = "", json: Json = False) -> None:
    """What `cite` can say."""
    from simulator.cli.citing import show_topics
    from simulator.cli.ready import day

    show_topics(" ".join(query or ()), day(on), json=json)


def graph(case: Case, drawn_as: DrawnAs = None, out: Out = None) -> None:
    """A picture of a case, written as the file's name says."""
    from simulator.author.graph.lines import text
    from simulator.author.graph.shape import shape_of
    from simulator.author.graph.svg import svg
    from simulator.author.graph.text import dot, mermaid
    from simulator.cli.examining import examined_case

    draw = {Picture.SVG: svg, Picture.DOT: dot, Picture.MERMAID: mermaid, Picture.TEXT: text}
    written_as = drawn_as or PICTURES.get(out.suffix.lower() if out else "", Picture.SVG)
    _write(draw[written_as](shape_of(examined_case(case))), out)


def proof(case: Case, printed_as: PrintedAs = None, out: Out = None) -> None:
    """A copy of a case for a reviewer to sign, written as the file's name says."""
    from simulator.author.proof.blocks import html, markdown
    from simulator.author.proof.content import blocks
    from simulator.cli.examining import examined_case

    written_as = printed_as or ENDINGS.get(out.suffix.lower() if out else "", Paper.HTML)
    if written_as is Paper.PDF and out is None:
        from simulator.cli.usage import wrong

        raise wrong(say(told.PDF_NEEDS_FILE), say(told.PDF_LIKE))
    examined = examined_case(case)
    content = blocks(examined)
    if written_as is Paper.PDF:
        from simulator.author.proof.paper import pdf

        _write(pdf(examined.case.title, content), out)
    else:
        as_page = written_as is Paper.HTML
        _write(html(examined.case.title, content) if as_page else markdown(content), out)


def _write(text: str | bytes, out: Path | None) -> None:
    if out is None:
        print(text, end="")
        return
    from simulator.author.starting import write_new

    write_new(out, text)
    show.err(say(told.WRITTEN, file=out))
