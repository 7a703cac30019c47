"""Who sits at a table that has begun, as the record knows it: everybody by name, and who writes."""

from __future__ import annotations

from simulator.records import OpenAttempt, Store
from simulator.terminal.desk.asking import whoever_is_at
from simulator.terminal.room.table import Table
from simulator.text import clean, same_name


def keep_scribe(store: Store, attempt: OpenAttempt, table: Table) -> None:
    """Keep who writes, where the record knows them. Raises NotSaved."""
    for one in whoever_is_at(store, attempt):
        if table.scribe and same_name(one.name, table.scribe):
            attempt.keep_scribe(one.learner)


def table_at(store: Store, attempt: OpenAttempt) -> Table:
    """Who sits where, and who writes, of those who are still there."""
    there, writes = whoever_is_at(store, attempt), attempt.scribe()
    names = {role: clean(one.name) for one in there for role in one.roles}
    return Table(names, next((clean(one.name) for one in there if one.learner == writes), ""))
