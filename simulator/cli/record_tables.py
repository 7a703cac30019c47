"""Rows of the record for a person: columns that are empty in every row are left out."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.cli.tables import show_table
from simulator.words import Phrase, say
from simulator.words import cli_record as words

Value = str | int | bool | None


def show_rows(heads: Sequence[Phrase], rows: Sequence[Sequence[Value]]) -> None:
    """Print rows under their heads."""
    kept = [at for at in range(len(heads)) if any(row[at] not in (None, "", False) for row in rows)]
    right = [all(type(row[at]) is int or row[at] is None for row in rows) for at in kept]
    lines = [[_shown(row[at]) for at in kept] for row in rows]
    show_table([say(heads[at]) for at in kept], lines, (), right)


def _shown(value: Value) -> str:
    if value is None or value is False:
        return ""
    return say(words.YES) if value is True else str(value)
