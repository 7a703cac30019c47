"""`records courses`: what a board offers, listed and added."""

from __future__ import annotations

from typing import Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.words import records_cli as words
from simulator.words import say

Code = Annotated[str, typer.Argument(help=say(words.CODE), show_default=False)]
Title = Annotated[str, typer.Argument(help=say(words.TITLE), show_default=False)]
Cases = Annotated[list[str] | None, typer.Option("--case", help=say(words.CASES), metavar="CASE")]
Level = Annotated[str, typer.Option("--level", help=say(words.LEVEL), metavar="LEVEL", show_default=False)]
Minutes = Annotated[int, typer.Option("--minutes", min=0, help=say(words.MINUTES), metavar="N")]
Valid = Annotated[int, typer.Option("--valid-months", min=0, help=say(words.VALID), metavar="N")]
Passive = Annotated[bool, typer.Option("--not-participatory", help=say(words.PASSIVE))]
OneAgency = Annotated[bool, typer.Option("--single-agency", help=say(words.ONE_AGENCY))]

courses = typer.Typer(help=say(words.COURSES), epilog=example("records courses"), invoke_without_command=True)


def add_to(records: typer.Typer) -> None:
    """Add these commands."""
    courses.callback()(listed)
    courses.command(
        "add",
        help=say(words.COURSE_ADD),
        epilog=example('records courses add wt-3 "Working together" --case mark-on-his-cheek --minutes 180'),
    )(add)
    records.add_typer(courses, name="courses")


def listed(context: typer.Context, json: Json = False) -> None:
    """The courses."""
    if context.invoked_subcommand:
        return
    from simulator.cli.record_tables import show_rows
    from simulator.records import open_store
    from simulator.records.training.courses import cases_of
    from simulator.settings import load

    with open_store(load()) as store:
        found = store.training.courses()
    if json:
        show.document({"courses": [{**one.model_dump(), "cases": cases_of(one)} for one in found]})
        return
    if not found:
        show.wrapped(say(words.NO_COURSES))
        return
    rows = [
        (one.code, one.title, ", ".join(cases_of(one)), one.level, one.minutes, one.valid_months)
        for one in found
    ]
    show_rows(words.COURSE_HEADS, rows)


def add(
    code: Code,
    title: Title,
    cases: Cases = None,
    level: Level = "",
    minutes: Minutes = 0,
    valid_months: Valid = 0,
    not_participatory: Passive = False,
    single_agency: OneAgency = False,
) -> None:
    """Add a course, or change it."""
    import json

    from simulator.cli.office import let_in
    from simulator.cli.ready import find_case, read_case
    from simulator.records import open_store
    from simulator.records.tables import Course
    from simulator.settings import load

    settings = load()
    ids = [read_case(find_case(settings, one))[1].id for one in cases or ()]
    with open_store(settings) as store:
        let_in(store)
        store.training.set_course(
            Course(
                code=code,
                title=title,
                cases=json.dumps(ids),
                level=level,
                minutes=minutes,
                valid_months=valid_months,
                participatory=not not_participatory,
                multi_agency=not single_agency,
            )
        )
    show.out(say(words.COURSE_KEPT, code=code))
