"""What a form is made of: pages with fields, fields with rows, and the answers given so far.

Answers are one flat mapping of texts, so that a half-filled form can be kept as a draft and read back:
`field` -> id of the row chosen (one of several); `field/row` -> `yes`, `headline`, `full` (each on its own).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

from scoring.terms import Level

Answers = Mapping[str, str]

YES: Final = "yes"
HEADLINE: Final = "headline"
FULL: Final = "full"
LEVEL_OF: Final = {HEADLINE: Level.HEADLINE, FULL: Level.FULL}
VALUE_OF: Final = {Level.HEADLINE: HEADLINE, Level.FULL: FULL}


class How(Enum):
    """How the rows of a field are chosen."""

    ONE = "one"
    """One of them."""
    MANY = "many"
    """Each on its own, yes or no."""
    AMOUNT = "amount"
    """Each on its own: kept, as a headline, or in full."""


class Row(NamedTuple):
    """One thing that can be chosen."""

    id: str
    text: str
    mark: str = ""
    """What kind of thing it is: `said`, `record`; shown before the text."""
    values: tuple[str, ...] = ()
    """Of an amount: the levels it can be passed at."""
    headline: str = ""
    """Of an amount: what is passed as a headline, where that differs from the text."""


class Field(NamedTuple):
    """One thing to fill in."""

    key: str
    label: str
    how: How
    rows: tuple[Row, ...]
    missing: str = ""
    """What is missing while it is not filled in; empty where leaving it is an answer."""


class Page(NamedTuple):
    """What is filled in together."""

    id: str
    title: str
    fields: tuple[Field, ...]
    hint: str = ""
    keep: bool = False
    """Whether nothing need be passed here: the page has a *Keep to myself*."""


def chosen(answers: Answers, field: Field) -> str:
    """The row chosen of a field where one is; empty while none is."""
    found = answers.get(field.key, "")
    return found if any(row.id == found for row in field.rows) else ""


def value(answers: Answers, field: Field, row: Row) -> str:
    """What is set for a row: empty, `yes`, `headline` or `full`."""
    if field.how is How.ONE:
        return YES if chosen(answers, field) == row.id else ""
    found = answers.get(f"{field.key}/{row.id}", "")
    allowed = (YES,) if field.how is How.MANY else row.values
    return found if found in allowed else ""


def with_value(answers: Answers, field: Field, row: Row, new: str) -> dict[str, str]:
    """The answers with a row set; empty takes it back."""
    changed = dict(answers)
    key, kept = (field.key, row.id) if field.how is How.ONE else (f"{field.key}/{row.id}", new)
    if new:
        changed[key] = kept
    else:
        changed.pop(key, None)
    return changed


def next_value(answers: Answers, field: Field, row: Row) -> str:
    """What a press on a row makes of it: the next of its values, after the last one nothing again."""
    if field.how is How.ONE:
        return YES
    values = (YES,) if field.how is How.MANY else row.values
    now = value(answers, field, row)
    ring = ("", *values)
    return ring[(ring.index(now) + 1) % len(ring)]


def picked(answers: Answers, field: Field) -> tuple[tuple[str, str], ...]:
    """(row, value) of every row that is set, in the order shown."""
    found = ((row.id, value(answers, field, row)) for row in field.rows)
    return tuple((row, set_to) for row, set_to in found if set_to)


def unfilled(pages: tuple[Page, ...], answers: Answers) -> tuple[str, ...]:
    """What is not filled in yet, in words."""
    return tuple(
        field.missing
        for page in pages
        for field in page.fields
        if field.missing and not picked(answers, field)
    )
