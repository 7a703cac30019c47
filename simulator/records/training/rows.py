"""Rows of one kind, written whole and read back: tidied, validated, and refused in words."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, UnaryExpression, and_, insert, select, update

from simulator.errors import RecordError
from simulator.records.tables import Row, row, table_of
from simulator.records.tables.base import LONGEST_ID, LONGEST_LINE, LONGEST_WORD
from simulator.records.tables.learning import LONGEST_AGREED
from simulator.text import clean
from simulator.words import records_training as words
from simulator.words import say

Kind = TypeVar("Kind", bound=Row)
_WORDS: Final = ("code", "level", "case_id", "item", "edition")
_LINES: Final = ("title", "place", "agency", "table_name", "source", "review", "office")
_AGREED: Final = ("what", "evidence", "text")
LONGEST: Final = {
    "id": LONGEST_ID,
    **dict.fromkeys(_WORDS, LONGEST_WORD),
    **dict.fromkeys(_LINES, LONGEST_LINE),
    **dict.fromkeys(_AGREED, LONGEST_AGREED),
}
"""Field -> most characters; only the fields of `_AGREED` may have several lines."""
NEEDED: Final = ("id", "code", "title", "item", "what", "text")


def checked(one: Row) -> dict[str, Any]:
    """The values of a row, tidied and validated. Raises RecordError naming the field that cannot be kept."""
    given = values_of(one)
    values = {name: _tidied(name, value) for name, value in given.items()}
    try:
        return row(type(one), **values)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise refused(
            say(words.NOT_LIKE_THAT, field=shown(field), value=str(given.get(field))[:40])
        ) from error


def values_of(one: Row) -> dict[str, Any]:
    """The values of a row, validated or not; None for what nobody has said."""
    return {name: getattr(one, name, None) for name in type(one).model_fields}


def changed(one: Kind, **changes: Any) -> Kind:
    """The row with some of its values changed; validated when it is put."""
    return type(one)(**{**values_of(one), **changes})


def put(connection: Connection, one: Row) -> dict[str, Any]:
    """Add a row, or replace the one that has its key. Raises RecordError for what cannot be kept."""
    values = checked(one)
    table = table_of(type(one))
    here = and_(*(column == values[column.name] for column in table.primary_key))
    if not connection.execute(update(table).where(here).values(values)).rowcount:
        connection.execute(insert(table).values(values))
    return values


def found(
    connection: Connection,
    kind: type[Kind],
    *clauses: ColumnElement[bool],
    order: tuple[ColumnElement[Any] | UnaryExpression[Any], ...] = (),
) -> tuple[Kind, ...]:
    """The rows of a kind that fit, by their key where no order is given."""
    table = table_of(kind)
    query = select(table).where(*clauses).order_by(*order, *table.primary_key)
    return tuple(kind.model_validate(dict(one)) for one in connection.execute(query).mappings())


def refused(message: str) -> RecordError:
    """What is said of something that cannot be kept."""
    return RecordError(say(words.CANNOT_BE_KEPT), message, say(words.CORRECT_IT))


def shown(field: str) -> str:
    """A field's name as people read it."""
    return field.replace("_", " ")


def _tidied(name: str, value: Any) -> Any:
    if name not in LONGEST or not isinstance(value, str):
        return value
    most = LONGEST[name]
    lines = name in _AGREED
    text = clean(value, most + 1, lines=lines).strip()
    text = text if lines else " ".join(text.split())
    if len(text) > most:
        raise refused(say(words.TOO_LONG, field=shown(name), most=most))
    if not text and name in NEEDED:
        raise refused(say(words.MISSING, field=shown(name)))
    return text
