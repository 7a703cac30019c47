"""One tab's connection: what it may send, how much of it, and how fast."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp import WSMessage, WSMsgType, web

from simulator.web.seat import Seat, Size, Why

LARGEST: Final = 64 * 1024
"""Bytes of one message: a page of pasted text."""
HEARTBEAT: Final = 10.0
"""Seconds between looks at whether the browser is still there; it has half as long to answer."""
CLOSES_WITHIN: Final = 2.0
AT_ONCE: Final = 400
"""Messages before a tab is slowed down; moving the mouse sends many."""
A_SECOND: Final = 150.0
NARROWEST, WIDEST = 20, 400
LOWEST, HIGHEST = 8, 150


def new_socket() -> web.WebSocketResponse:
    """A connection with every size bounded. Nothing is compressed: that takes memory, and the room is
    near."""
    return web.WebSocketResponse(
        timeout=CLOSES_WITHIN, heartbeat=HEARTBEAT, max_msg_size=LARGEST, compress=False
    )


def size_of(width: object, height: object) -> Size:
    """A terminal's size, within reason whatever was asked for."""
    return Size(_between(width, NARROWEST, WIDEST, 80), _between(height, LOWEST, HIGHEST, 24))


def _between(value: object, least: int, most: int, usual: int) -> int:
    try:
        return max(least, min(int(str(value)[:6]), most))
    except ValueError:
        return usual


@dataclass
class Pace:
    """How fast a tab may speak; it waits rather than being turned away."""

    clock: Callable[[], float] = time.monotonic
    left: float = AT_ONCE
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.at = self.clock()

    async def keep(self) -> None:
        """Wait where too much was sent."""
        now = self.clock()
        self.left = min(AT_ONCE, self.left + (now - self.at) * A_SECOND) - 1
        self.at = now
        if self.left < 0:
            await asyncio.sleep(-self.left / A_SECOND)


async def listen(socket: web.WebSocketResponse, seat: Seat) -> None:
    """Hand on what a tab sends to its seat, until the tab goes or says what no page of ours says."""
    pace = Pace()
    async for message in socket:
        await pace.keep()
        if seat.tab is not socket:
            return
        if message.type is not WSMsgType.TEXT or not await _obey(message, socket, seat):
            await socket.close(code=Why.REFUSED)
            return


async def _obey(message: WSMessage, socket: web.WebSocketResponse, seat: Seat) -> bool:
    match _parts(message):
        case ["stdin", str(text)]:
            await seat.type(text)
        case ["resize", {"width": width, "height": height}]:
            await seat.tell({"type": "resize", **size_of(width, height)._asdict()})
        case ["focus" | "blur" as kind, *_]:
            await seat.tell({"type": kind})
        case ["ping", str(mark)]:
            await socket.send_json(["pong", mark[:40]])
        case _:
            return False
    return True


def _parts(message: WSMessage) -> object:
    try:
        return message.json()
    except (ValueError, RecursionError):
        return None
