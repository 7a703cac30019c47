"""Where in the record a person can be: read off the tables themselves, so that no new table is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    func,
    or_,
    select,
)

from simulator.records import tables
from simulator.words import Phrase, say
from simulator.words import records_people as words

SEALED: Final = (("attempts", "trainer"), ("completions", "trainer"))
"""Columns that an attempt's opening hash covers: they keep the pseudonym they were begun with."""
FREE_TEXT: Final[Mapping[str, tuple[Phrase, str, tuple[str, ...]]]] = {
    "words": (words.IN_WORDS, "attempt", ("text",)),
    "drafts": (words.IN_DRAFT, "attempt", ("text",)),
    "intention_words": (words.IN_INTENTION, "intention", ("text",)),
    "actions": (words.IN_ACTION, "id", ("what", "evidence", "office", "review")),
    "workshops": (words.IN_WORKSHOP, "id", ("title", "place")),
    "courses": (words.IN_COURSE, "code", ("title",)),
    "attempts": (words.IN_ATTEMPT, "id", ("table_name", "workshop")),
    "room_tables": (words.IN_WORKSHOP, "room", ("name",)),
    "headcounts": (words.IN_HEADCOUNT, "agency", ("source",)),
    "audit": (words.IN_AUDIT, "id", ("what", "chosen")),
}
"""Table -> what it is called, what names a row, and the columns in which anybody may have typed a name."""


@lru_cache(maxsize=1)
def pseudonym_columns() -> Mapping[str, tuple[str, ...]]:
    """Every table that can name somebody -> the columns that hold a pseudonym, `learners` first."""
    found = {
        table.name: tuple(column.name for column in table.columns if _leads_to_learners(column))
        for table in tables.metadata.sorted_tables
    }
    return {"learners": ("id", "merged_into"), **{n: c for n, c in found.items() if c and n != "learners"}}


def _leads_to_learners(column: Column[object]) -> bool:
    return any(
        (key.column.table.name == "learners" and key.column.name == "id") or _leads_to_learners(key.column)
        for key in column.foreign_keys
        if key.column is not column
    )


def keys_with(table: Table, name: str) -> list[tuple[str, ...]]:
    """The other columns of every key of a table that a column is part of."""
    keys = [one for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
    named = {tuple(column.name for column in key.columns) for key in keys}
    return [tuple(one for one in key if one != name) for key in sorted(named) if name in key]


def mentions(connection: Connection, *typed: str) -> tuple[str, ...]:
    """Where else somebody's name or address stands because a person typed it there, said for people."""
    wanted = [text.casefold() for text in typed if text]
    found = []
    for name, (phrase, key, columns) in FREE_TEXT.items():
        table = tables.metadata.tables[name]
        holds = [
            func.lower(table.c[one]).contains(text, autoescape=True) for one in columns for text in wanted
        ]
        if holds:
            rows = select(table.c[key]).where(or_(*holds)).distinct().order_by(table.c[key])
            found += [say(phrase, key=one) for one in connection.scalars(rows)]
    return tuple(found)
