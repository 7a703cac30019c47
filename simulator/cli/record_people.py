"""`records duplicates`, `merge`, `apart` and `purge`: people who may be one, and people past keeping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli import show
from simulator.cli.options import Json, example
from simulator.words import cli_help as told
from simulator.words import records_cli as words
from simulator.words import say

if TYPE_CHECKING:
    from simulator.records.duplicates import Duplicate
    from simulator.records.purging import Purge

Gone = Annotated[str, typer.Argument(help=say(words.GOES), show_default=False)]
Stays = Annotated[str, typer.Argument(help=say(words.STAYS), show_default=False)]
One = Annotated[str, typer.Argument(help=say(words.ONE), show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help=say(words.DRY_RUN))]
Before = Annotated[
    str, typer.Option("--before", help=say(words.DUE_BEFORE), metavar="DATE", show_default=False)
]
Yes = Annotated[bool, typer.Option("--yes", help=say(told.YES))]


def add_to(records: typer.Typer) -> None:
    """Add these commands."""
    for name, help_, words_typed, command in (
        ("duplicates", words.DUPLICATES, "records duplicates", duplicates),
        ("merge", words.MERGE, 'records merge k3m9x2p7qd4t "Sam Example"', merge),
        ("apart", words.APART, "records apart k3m9x2p7qd4t p7qd4tk3m9x2", apart),
        ("purge", words.PURGE, "records purge --dry-run", purge),
    ):
        records.command(name, help=say(help_), epilog=example(words_typed))(command)


def duplicates(json: Json = False) -> None:
    """Who may be one person."""
    from simulator.cli.office import let_in
    from simulator.cli.record_tables import show_rows
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        found = store.duplicates()
        store.note("export", "duplicates", "", len(found))
    if json:
        show.document({"duplicates": [_pair(one) for one in found]})
    elif not found:
        show.out(say(words.NO_DUPLICATES))
    else:
        show_rows(words.DUPLICATE_HEADS, [_row(one) for one in found])
        show.wrapped(say(words.DUPLICATES_HELP))
        show.wrapped(say(words.DUPLICATES_APART))


def _pair(found: Duplicate) -> dict[str, object]:
    people = {
        which: {"learner": one.learner, **one.details._asdict()}
        for which, one in (("one", found.one), ("other", found.other))
    }
    return {**people, "because": [why.value for why in found.because]}


def _row(found: Duplicate) -> tuple[str, ...]:
    cells: list[str] = []
    for learner, details in (found.one, found.other):
        cells += [learner, details.name, details.agency, details.email]
    return (*cells, ", ".join(why.value for why in found.because))


def merge(gone: Gone, stays: Stays, yes: Yes = False) -> None:
    """Make two people one."""
    from simulator.cli.office import agree, let_in
    from simulator.cli.persons import the_person
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        first, second = the_person(store, gone), the_person(store, stays)
        question = say(
            words.MERGE_QUESTION,
            gone=first.details.name,
            gone_ref=first.learner,
            stays=second.details.name,
            stays_ref=second.learner,
        )
        agree(question, yes=yes)
        merged = store.merge(first.learner, second.learner)
    show.out(say(words.MERGED, rows=merged.rows, dropped=merged.dropped))


def apart(one: One, other: One) -> None:
    """Note that two people are two."""
    from simulator.cli.office import let_in
    from simulator.cli.persons import the_person
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        store.keep_apart(the_person(store, one).learner, the_person(store, other).learner)
    show.out(say(words.ARE_TWO))


def purge(dry_run: DryRun = False, before: Before = "", yes: Yes = False, json: Json = False) -> None:
    """Take out who and what is past keeping."""
    from simulator.cli.office import agree, let_in
    from simulator.cli.ready import day
    from simulator.records import open_store
    from simulator.records.purging import keeps_from
    from simulator.settings import load

    settings = load()
    with open_store(settings) as store:
        let_in(store)
        until = day(before) or keeps_from(settings.retention_years, store.given.now().date())
        found = store.past_keeping(until)
        store.note("export", "past keeping", f"before {until}", len(found.people))
        nothing = not (found.people or found.words or found.intentions)
        if json:
            if not (dry_run or nothing):
                agree(say(words.PURGE_QUESTION), yes=yes)
                found = store.purge(until)
            show.document(_as_data(found, done=not (dry_run or nothing)))
            return
        _show(found)
        if nothing or dry_run:
            show.out(say(words.NOTHING_PAST if nothing else words.DRY))
            return
        agree(say(words.PURGE_QUESTION), yes=yes)
        done = store.purge(until)
    show.out(say(words.PURGED))
    if not done.overwritten:
        show.wrapped(say(words.NOT_OVERWRITTEN))


def _as_data(found: Purge, *, done: bool) -> dict[str, object]:
    people = [{**one._asdict(), "last": one.last.isoformat()} for one in found.people]
    return {
        "before": found.before.isoformat(),
        "people": people,
        "words": found.words,
        "intentions": found.intentions,
        "backups": [str(file) for file in found.backups],
        "done": done,
    }


def _show(found: Purge) -> None:
    from simulator.cli.record_tables import show_rows

    show.heading(say(words.PAST, before=found.before))
    if found.people:
        show.out(say(words.PAST_PEOPLE, number=len(found.people)))
        show_rows(words.PAST_HEADS, [(*one[:3], one.last.isoformat()) for one in found.people])
    if found.words or found.intentions:
        show.out(say(words.PAST_WORDS, words=found.words, intentions=found.intentions))
    if found.backups:
        show.out(say(words.PAST_BACKUPS))
        show.listed(map(str, found.backups))
