"""Secrets are kept only as scrypt hashes, and compared in the same time whatever they are."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import lru_cache
from typing import Final

_COST: Final = 14
"""2**14 rounds: 16 MiB and some 50 ms, a guess each."""
_BLOCKS: Final = 8
_LANES: Final = 1
_MEMORY: Final = 64 * 1024 * 1024
"""Bytes that the library may take."""


def hashed(secret: str) -> str:
    """The hash to keep, with its salt and cost."""
    salt = secrets.token_bytes(16)
    return f"scrypt${_COST}${_BLOCKS}${_LANES}${salt.hex()}${_scrypt(secret, salt, _COST, _BLOCKS, _LANES)}"


def fits(secret: str, kept: str) -> bool:
    """Whether a secret is the one of a kept hash; False for a hash that is none."""
    kind, *parts = kept.split("$")
    if kind != "scrypt" or len(parts) != 5:
        return False
    cost, blocks, lanes = map(int, parts[:3])
    return hmac.compare_digest(_scrypt(secret, bytes.fromhex(parts[3]), cost, blocks, lanes), parts[4])


def fits_nobody(secret: str) -> bool:
    """False, after as long as `fits` takes: a wrong name must not be quicker than a wrong phrase."""
    return fits(secret, _nobodys()) and False


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return hashed(secrets.token_hex())


def _scrypt(secret: str, salt: bytes, cost: int, blocks: int, lanes: int) -> str:
    typed = secret.encode("utf-8", "replace")
    return hashlib.scrypt(typed, salt=salt, n=1 << cost, r=blocks, p=lanes, maxmem=_MEMORY).hex()
