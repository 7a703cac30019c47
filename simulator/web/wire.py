"""How a seat's process and the server speak: packets of a kind, a length and a payload, as Textual's web
driver writes and reads them. `D` is what a terminal would be sent, `M` a JSON object about it; `P`
carries files, and is never passed on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Final

PRELUDE: Final = b"__GANGLION__\n"
"""What the driver writes before its first packet."""
DATA: Final = b"D"
META: Final = b"M"
LONGEST: Final = 8 * 1024 * 1024
"""Bytes of one packet: a screen of 400 by 200 cells, each with colours of its own, is a quarter of it."""
_HEAD: Final = 5


def packet(kind: bytes, payload: bytes) -> bytes:
    """One packet."""
    return kind + len(payload).to_bytes(4, "big") + payload


def meta(fields: Mapping[str, object]) -> bytes:
    """One packet about the terminal."""
    return packet(META, json.dumps(fields).encode())


async def packets(reader: asyncio.StreamReader) -> AsyncIterator[tuple[bytes, bytes]]:
    """The packets of a process, until it ends or says something that is none."""
    try:
        await reader.readuntil(PRELUDE)
        while True:
            head = await reader.readexactly(_HEAD)
            size = int.from_bytes(head[1:], "big")
            if size > LONGEST:
                return
            yield head[:1], await reader.readexactly(size)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
        return


def said(payload: bytes) -> dict[str, object]:
    """What a packet about the terminal says; nothing where it cannot be read."""
    try:
        found = json.loads(payload)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
