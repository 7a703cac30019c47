"""Rows found by agency: one board's or one agency's report reads its own rows and no others."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """From rooms."""
    for table in ("attendances", "completions", "bookings"):
        op.create_index(op.f(f"ix_{table}_agency"), table, ["agency"])
