"""The hash chain: what makes a journal one that cannot be quietly changed.

The chain begins with the hash of everything the attempt was begun with, and each row's hash covers the one
before it and all its own columns, wall time too. It shows any change to what is stored; it cannot show that
somebody rewrote the whole of it: for that, a later hash must be kept elsewhere, on a certificate or in an
export.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from typing import Any, Final, NamedTuple

_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class JournalRow(NamedTuple):
    """A row as the database gives it, in the order of the table's columns after `attempt`."""

    seq: int
    client_id: str
    role: str
    move: str
    simulated: int
    at: datetime
    previous: str
    hash: str


def canonical(data: Mapping[str, Any]) -> str:
    """The one text of some data: sorted keys, no spaces, characters as they are."""
    return _ENCODER.encode(data)


def text_digest(text: str) -> str:
    """sha256 of a text's UTF-8."""
    return sha256(text.encode()).hexdigest()


def moment_text(at: datetime) -> str:
    """A moment as it is hashed: UTC, with microseconds."""
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat(timespec="microseconds")


def row_hash(attempt: str, row: JournalRow) -> str:
    """The hash a row must have, from the hash before it and its own columns."""
    seq, client_id, role, move, simulated, at, previous, _ = row
    own = (
        f'{{"at":"{moment_text(at)}","attempt":{_quoted(attempt)},"client_id":{_quoted(client_id)},'
        f'"move":{_quoted(move)},"role":{_quoted(role)},"seq":{seq},"simulated":{simulated}}}'
    )  # what `canonical` would say of it, in a third of the time
    return text_digest(previous + own)


def sealed(attempt: str, row: JournalRow) -> JournalRow:
    """The row with its hash."""
    return row._replace(hash=row_hash(attempt, row))


def opening_hash(columns: Mapping[str, Any]) -> str:
    """The hash of an attempt's columns as they are fixed at its start; moments and days as ISO text."""
    return text_digest(canonical({name: _plain(value) for name, value in columns.items()}))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return moment_text(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)
