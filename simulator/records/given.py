"""What the record takes from the world: the time, new names, and chance. Handed in, so that tests can hand in
their own and one seed is one run."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, NamedTuple

_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Without letters that are read as digits (Crockford's base 32)."""
_ID_LENGTH: Final = 12
"""60 bits: a million attempts share none, and it can still be read out over a telephone."""


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH))


def _salt() -> str:
    return secrets.token_hex(16)


class Given(NamedTuple):
    """The world of one store."""

    now: Callable[[], datetime] = _now
    """The time of day, aware; only ever stored, never compared: clocks jump."""
    new_id: Callable[[], str] = _new_id
    """A name nobody has: of a person's pseudonym, an attempt, a certificate."""
    salt: Callable[[], str] = _salt
    """32 hexadecimal digits, never the same twice."""
    elapsed: Callable[[], float] = time.monotonic
    """Seconds since some moment; for waiting."""
    sleep: Callable[[float], None] = time.sleep


WORLD: Final = Given()
