"""The command `family`: a look at what a seed invents."""

from __future__ import annotations

import typer

from simulator.cli import show
from simulator.cli.options import Json, Seed, example
from simulator.words import cli_help as told
from simulator.words import cli_machine as words
from simulator.words import say

BEGINS = "2011-09-05"
"""The day on which the ages shown are those of the family."""


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command("family", help=say(told.FAMILY), epilog=example("family --seed 7"))(family)


def family(seed: Seed = None, json: Json = False) -> None:
    """A synthetic family: nobody real, nothing that could be anybody's."""
    from datetime import date

    from simulator.cli.ready import DEFAULT_SEED
    from simulator.family import PersonSpec, as_data, family_spec, invent, parse_age
    from simulator.family.genogram import as_sentences, as_text

    spec = family_spec(
        [
            PersonSpec("child", age=parse_age("11 weeks"), focus=True),
            PersonSpec("mother", age=parse_age("21-34"), parent_of=("child", "sister")),
            PersonSpec("father", age=parse_age("21-38"), parent_of=("child",)),
            PersonSpec("sister", age=parse_age("3-9")),
            PersonSpec("gran", age=parse_age("44-60"), parent_of=("mother",)),
        ]
    )
    found = invent(spec, str(DEFAULT_SEED if seed is None else seed), date.fromisoformat(BEGINS))
    if json:
        show.document(as_data(found))
        return
    for line in as_text(found, width=show.columns()):
        show.out(line)
    show.out()
    for sentence in as_sentences(found):
        show.wrapped(sentence, "  ", "")
    show.out()
    for label, value in (
        (words.HOME, f"{found.home}, {found.postcode}"),
        (words.SCHOOL, found.school),
        (words.TELEPHONE, found.telephone),
        (words.EMAIL, found.email),
    ):
        show.out(f"{say(label):<12}{value}")
    show.wrapped(say(words.NOBODYS))
