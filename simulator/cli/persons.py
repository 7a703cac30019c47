"""A person of the record, found by name or by pseudonym, and what is printed about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from simulator.cli import show
from simulator.cli.usage import wrong
from simulator.errors import RecordError
from simulator.words import cli_record as words
from simulator.words import records_cli as more
from simulator.words import say, say_count

if TYPE_CHECKING:
    from simulator.access import Known
    from simulator.records import Store
    from simulator.records.erasing import Erased


def the_person(store: Store, name: str) -> Known:
    """The one person of a name or pseudonym. Raises WrongUsage where there is none, or several."""
    from simulator.access import find
    from simulator.access import person as by_pseudonym

    try:
        return by_pseudonym(store, name)
    except RecordError:
        found = find(store, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise wrong(say(words.NOBODY, name=name), say(words.NOBODY_REMEDY))
    several = "; ".join(say(words.ONE_OF, learner=one.learner, agency=one.details.agency) for one in found)
    raise wrong(say(words.SEVERAL, name=name), say(words.SEVERAL_REMEDY, several=several))


def held_data(held: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Rows as JSON holds them."""
    return {
        table: [{name: _plain(value) for name, value in row.items()} for row in rows]
        for table, rows in held.items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)


def show_held(found: Known, held: Mapping[str, list[dict[str, Any]]]) -> None:
    """Print everything held, table by table."""
    show.heading(say(words.HELD, name=found.details.name, learner=found.learner))
    for table, rows in held.items():
        if not rows:
            continue
        show.out()
        show.heading(table)
        for row in rows:
            for name, value in row.items():
                if value not in (None, ""):
                    show.wrapped(str(value), " " * 26, f"  {name:<22}  ")
            show.out()


def show_erased(gone: Erased) -> None:
    """Say what was taken out, and where else the person may still be."""
    show.out(say_count(gone.words, words.ERASED_ONE, words.ERASED))
    if gone.exports:
        show.out(say(words.IN_EXPORTS))
        show.listed(f"{one.at:%Y-%m-%d} {one.what} {one.chosen}".rstrip() for one in gone.exports)
    if gone.mentions:
        show.out(say(more.MENTIONED))
        show.listed(gone.mentions)
    if gone.backups:
        show.out(say(words.IN_BACKUPS))
        show.listed(map(str, gone.backups))
