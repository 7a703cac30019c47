"""Signing what leaves and may come back: certificates and run files. The key lies beside the record, readable
by its owner alone, and is in every backup; whoever has it can sign."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.errors import AccessRefused
from simulator.places import make_private_folder
from simulator.words import access as words
from simulator.words import say

KEY_BYTES: Final = 32
SHORT: Final = 12
"""Letters of a short signature: 60 bits, more than anybody can try on a laptop that answers one at a time."""


def signing_key(file: Path) -> bytes:
    """The key, made the first time it is asked for. Raises AccessRefused where the file holds none, and
    SettingsError where it cannot be made."""
    make_private_folder(file.parent)
    if not file.exists():
        _make(file)
    try:
        key = bytes.fromhex(file.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise _no_key(file) from error
    if len(key) < KEY_BYTES:
        raise _no_key(file)
    return key


def signature(key: bytes, purpose: str, *parts: str) -> str:
    """The full signature of some texts for a purpose, in hexadecimal; no two lists of texts share one."""
    message = b"".join(len(part.encode()).to_bytes(8, "big") + part.encode() for part in (purpose, *parts))
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def short_signature(key: bytes, purpose: str, *parts: str) -> str:
    """A signature to read from paper: twelve letters and digits in threes."""
    whole = base64.b32encode(bytes.fromhex(signature(key, purpose, *parts))).decode()[:SHORT].lower()
    return "-".join(whole[at : at + 3] for at in range(0, SHORT, 3))


def same(one: str, other: str) -> bool:
    """Whether two signatures are alike, compared in the same time whatever they are."""
    return hmac.compare_digest(one.encode(), other.encode())


def _make(file: Path) -> None:
    """Write a new key and then name it, so that nobody reads half of one; where two do so at once, the first
    stays."""
    new = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_hex(KEY_BYTES))
        opened.flush()
        os.fsync(opened.fileno())
    try:
        with suppress(FileExistsError):
            os.link(new, file)
    except OSError:  # a file system without links
        if not file.exists():
            os.replace(new, file)
    finally:
        new.unlink(missing_ok=True)


def _no_key(file: Path) -> AccessRefused:
    return AccessRefused(say(words.NO_KEY), say(words.NO_KEY_MESSAGE, file=file), say(words.NO_KEY_REMEDY))
