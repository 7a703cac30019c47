"""The cookie that brings a browser back to its seat: a seat's name and when it was given, signed."""

from __future__ import annotations

import base64
import hmac
import re
import secrets
from typing import Final

LASTS: Final = 12 * 60 * 60
"""Seconds: a day's course."""
_PARTS: Final = re.compile(r"([0-9a-f]{32})\.([0-9]{1,12})\.([\w-]{43})")


def new_seat() -> str:
    """A seat's name, which nobody can guess."""
    return secrets.token_hex(16)


def signed(seat: str, key: bytes, now: int) -> str:
    """A cookie's value; `now` in seconds since 1970."""
    return f"{seat}.{now}.{_signature(f'{seat}.{now}', key)}"


def seat_of(value: str, key: bytes, now: int) -> str:
    """The seat a cookie is for; empty for one that is not ours, is altered or is too old."""
    parts = _PARTS.fullmatch(value)
    if parts is None:
        return ""
    seat, given, signature = parts.groups()
    if not hmac.compare_digest(signature, _signature(f"{seat}.{given}", key)):
        return ""
    return seat if 0 <= now - int(given) <= LASTS else ""


def _signature(text: str, key: bytes) -> str:
    digest = hmac.digest(key, f"seat {text}".encode(), "sha256")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
