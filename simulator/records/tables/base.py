"""What every table of the record shares: one metadata, names for constraints, and checks the database makes.

A table class validates nothing by itself (SQLModel), and SQLite keeps fifty letters in a column of five. So
values come in through `row`, which validates, and every limit is a CHECK of the database as well.
Moments are aware and in UTC; lengths of time are whole minutes; JSON is text in its one canonical form.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, Final

from sqlalchemy import Boolean, CheckConstraint, Enum, MetaData, Table
from sqlmodel import SQLModel

LONGEST_ID: Final = 40
LONGEST_WORD: Final = 80
"""Characters of an id of a case, a role, a cut, a level."""
LONGEST_NAME: Final = 80
LONGEST_LINE: Final = 200
"""Characters of an agency, a title, a file's name."""

NAMES: Final = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Every constraint has a name, so that a migration can name it on any database."""


class Row(SQLModel):
    """One row of the record."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def table_of(kind: type[Row]) -> Table:
    """The table that holds rows of a kind, for statements."""
    return Row.metadata.tables[str(kind.__tablename__)]


def row(kind: type[Row], /, **values: Any) -> dict[str, Any]:
    """The values of one row, validated. Raises pydantic's ValidationError, which is a ValueError."""
    return kind.model_validate(values).model_dump()


def one_of(kind: type[StrEnum], name: str) -> Enum:
    """A column that holds one of an enum's values, and the database knows which."""
    return Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        validate_strings=True,
        create_constraint=True,
        length=24,
        name=name,
    )


def yes_or_no(name: str) -> Boolean:
    """A column that holds true or false and nothing else."""
    return Boolean(create_constraint=True, name=name)


def sized(column: str, most: int, least: int = 0) -> CheckConstraint:
    """The column's text has between `least` and `most` characters."""
    return CheckConstraint(f"length({column}) BETWEEN {least} AND {most}", name=f"{column}_length")


def digest(column: str) -> CheckConstraint:
    """The column holds a sha256 in hexadecimal."""
    return CheckConstraint(f"length({column}) = 64", name=f"{column}_is_sha256")


def at_least(column: str, least: int) -> CheckConstraint:
    """The column's number is not below `least`."""
    return CheckConstraint(f"{column} >= {least}", name=f"{column}_at_least_{least}")
