"""Rooms: workshops that are played live, their tables and places, and what tables say to themselves."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KINDS = ("seat", "scribe", "observer")
_STATES = ("free", "taken", "simulated")


def upgrade() -> None:
    """From courses and learning."""
    _rooms()
    _room_tables()
    _places()
    _talk()


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=null)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [_text(name) for name in names]


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _one_of(name: str, values: tuple[str, ...]) -> sa.Column[Any]:
    kind = sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=24)
    return sa.Column(name, kind, nullable=False)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _sized(table: str, **most: int | tuple[int, int]) -> list[sa.CheckConstraint]:
    limits = {name: size if isinstance(size, tuple) else (0, size) for name, size in most.items()}
    return [
        _check(table, f"{name}_length", f"length({name}) BETWEEN {least} AND {largest}")
        for name, (least, largest) in limits.items()
    ]


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def _refers(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [target], name=op.f(f"fk_{table}_{name}"))
        for name, target in targets.items()
    ]


def _rooms() -> None:
    op.create_table(
        "rooms",
        *_texts("id", "case_text", "case_name", "rulebook"),
        _text("board", null=True),
        *_texts("cut", "seed", "family", "setting"),
        _text("trainer", null=True),
        _moment("opened"),
        _moment("closed", null=True),
        _key("rooms", "id"),
        *_sized("rooms", case_name=200, cut=80, seed=80, setting=(2, 4_000)),
        *_refers("rooms", id="workshops.id", case_text="kept_texts.sha256", rulebook="kept_texts.sha256"),
        *_refers("rooms", board="kept_texts.sha256", trainer="learners.id"),
    )


def _room_tables() -> None:
    table = "room_tables"
    op.create_table(
        table,
        _text("room"),
        _number("number"),
        _text("name"),
        sa.Column("one_screen", sa.Boolean(create_constraint=True, name="one_screen"), nullable=False),
        _text("attempt", null=True),
        _key(table, "room", "number"),
        _check(table, "number_at_least_1", "number >= 1"),
        *_sized(table, name=(1, 200)),
        sa.UniqueConstraint("attempt", name=op.f(f"uq_{table}_attempt")),
        *_refers(table, room="rooms.id", attempt="attempts.id"),
    )


def _places() -> None:
    table = "places"
    op.create_table(
        table,
        *_texts("id", "room"),
        _number("number"),
        _one_of("kind", _KINDS),
        _text("role"),
        _one_of("state", _STATES),
        _text("learner", null=True),
        *_texts("holder", "shown_in"),
        _number("turns"),
        _moment("seen", null=True),
        _key(table, "id"),
        _check(table, "number_at_least_1", "number >= 1"),
        _check(table, "holder_is_sha256", "length(holder) IN (0, 64)"),
        _check(table, "seats_have_roles", "(kind = 'seat') = (length(role) > 0)"),
        *_sized(table, id=(1, 40), role=80, shown_in=40),
        *_refers(table, room="rooms.id", learner="learners.id"),
    )
    op.create_index(op.f("ix_places_room_number"), table, ["room", "number"])
    op.create_index(op.f("ix_places_holder"), table, ["holder"])
    op.create_index(op.f("ix_places_learner"), table, ["learner"])


def _talk() -> None:
    op.create_table(
        "talk",
        _text("attempt"),
        _number("seq"),
        *_texts("role", "said"),
        _moment("at"),
        _key("talk", "attempt", "seq"),
        _check("talk", "seq_at_least_1", "seq >= 1"),
        _check("talk", "said_is_sha256", "length(said) = 64"),
        *_sized("talk", role=(1, 80)),
        *_refers("talk", attempt="attempts.id"),
    )
