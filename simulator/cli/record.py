"""Commands that look after the record: `records verify`, `backup`, `restore`, `erase`, and so on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import (
    record_actions,
    record_follow_up,
    record_import,
    record_offers,
    record_people,
    record_pin,
    record_workshops,
    show,
)
from simulator.cli.options import Json, example
from simulator.words import cli_help as told
from simulator.words import cli_record as words
from simulator.words import records_cli as more
from simulator.words import say

Person = Annotated[str, typer.Argument(help=say(told.PERSON), show_default=False)]
Attempt = Annotated[str, typer.Argument(help=say(told.ATTEMPT), show_default=False)]
Seq = Annotated[int, typer.Argument(help=say(told.SEQ), min=1, show_default=False)]
File = Annotated[Path, typer.Argument(help=say(told.BACKUP_FILE), show_default=False)]
Keep = Annotated[Path | None, typer.Option("--keep", help=say(more.KEEP_HEADS), metavar="FILE")]
Against = Annotated[Path | None, typer.Option("--against", help=say(more.AGAINST), metavar="FILE")]
Yes = Annotated[bool, typer.Option("--yes", help=say(told.YES))]

records = typer.Typer(help=say(told.RECORDS), epilog=example("records verify"), no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    for name, help_, words_typed, command in (
        ("verify", told.VERIFY, "records verify", verify),
        ("backup", told.BACKUP, "records backup friday.zip", backup),
        ("restore", told.RESTORE, "records restore friday.zip", restore),
        ("erase", told.ERASE, 'records erase "Sam Example"', erase),
        ("person", told.PERSON_HELD, 'records person "Sam Example" --json', person),
        ("phrase", told.NEW_PHRASE, 'records phrase "Sam Example"', phrase),
        ("redact", told.REDACT, "records redact k3m9x2p7qd4t 12", redact),
        ("audit", told.AUDIT, "records audit", audit),
    ):
        records.command(name, help=say(help_), epilog=example(words_typed))(command)
    for part in (
        record_import,
        record_follow_up,
        record_pin,
        record_people,
        record_offers,
        record_workshops,
        record_actions,
    ):
        part.add_to(records)
    app.add_typer(records, name="records")


def verify(keep: Keep = None, against: Against = None, json: Json = False) -> None:
    """Every hash chain, every ending, every completion."""
    from simulator.cli import record_heads
    from simulator.records import open_store
    from simulator.settings import load

    before = record_heads.kept(against) if against else None
    with open_store(load()) as store:
        found = store.verify()
        found += store.changed_since(before) if before else []
        if keep:
            record_heads.keep(store.heads(), keep)
        attempts = len(store.resumable()) + len(store.finished())
    if json:
        show.document({"attempts": attempts, "breaks": [one._asdict() for one in found]})
    else:
        show.listed(one.message for one in found)
        show.out(say(words.BROKEN if found else words.WHOLE, attempts=attempts))
    if found:
        raise typer.Exit(1)


def backup(file: File) -> None:
    """A copy of the record and its key in one file."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        made = store.backup(file.absolute())
    show.out(say(words.BACKED_UP, file=made.file))
    show.wrapped(say(words.BACKUP_HOLDS))


def restore(file: File, yes: Yes = False) -> None:
    """The record as it was in a backup."""
    from simulator.cli.office import agree, let_in
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        agree(say(words.RESTORE_QUESTION, file=file), yes=yes)
        restored = store.restore(file.absolute())
        show.out(say(words.RESTORED, made=restored.made))
        show.out(say(words.BEFORE_RESTORE, folder=store.place.backups))


def erase(name: Person, yes: Yes = False) -> None:
    """A person out of the record; counts stay true."""
    from simulator.cli.office import agree, let_in
    from simulator.cli.persons import show_erased, the_person
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        found = the_person(store, name)
        agree(say(words.ERASE_QUESTION, name=found.details.name, agency=found.details.agency), yes=yes)
        show_erased(store.erase(found.learner))


def person(name: Person, json: Json = False) -> None:
    """Everything the record holds about a person, for whoever asks for their own data."""
    from simulator.cli.office import let_in
    from simulator.cli.persons import held_data, show_held, the_person
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        found = the_person(store, name)
        held = held_data(store.held_about(found.learner))
        store.note("export", found.learner, "person", sum(map(len, held.values())))
    if json:
        show.document({"learner": found.learner, "held": held})
    else:
        show_held(found, held)


def phrase(name: Person) -> None:
    """New words to come back with, for somebody who has lost theirs; the old ones end."""
    from simulator.access import renew_phrase
    from simulator.cli.office import let_in
    from simulator.cli.persons import the_person
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        found = the_person(store, name)
        show.out(say(words.NEW_PHRASE, name=found.details.name))
        show.out(f"  {renew_phrase(store, found.learner)}")
        store.note("new phrase", found.learner, "person", 1)


def redact(attempt: Attempt, seq: Seq) -> None:
    """What was typed with one move."""
    from simulator.cli.office import let_in
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        let_in(store)
        store.redact(attempt, seq)
    show.out(say(words.REDACTED, seq=seq, attempt=attempt))


def audit(json: Json = False) -> None:
    """What left the record or was taken out of it."""
    from simulator.cli.tables import show_table
    from simulator.records import open_store
    from simulator.settings import load

    with open_store(load()) as store:
        lines = store.audit()
    if json:
        show.document({"audit": [{**one._asdict(), "at": one.at.isoformat()} for one in lines]})
        return
    if not lines:
        show.out(say(words.NO_AUDIT))
        return
    heads = [say(head) for head in words.AUDIT_HEADS]
    show_table(heads, [(f"{one.at:%Y-%m-%d %H:%M}", *one[1:]) for one in lines])
