"""One seat: its process, and the browser tab that shows it, which may go away and come back."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final, NamedTuple, Protocol

from simulator import log
from simulator.web.children import Child
from simulator.web.wire import DATA, META, meta, packet, packets, said

SLOW: Final = 20.0
"""Seconds that one picture may take to reach a browser before its connection is given up."""
END_WITHIN: Final = 5.0
"""Seconds for the app to end when asked."""
UNSEEN_AFTER: Final = 3.0
"""Seconds without a tab, longer than a reload takes, after which the others are told that nobody is there."""


class Why(IntEnum):
    """Why the server closed a tab's connection: the code the page is given (4000 to 4999 are ours to use)."""

    TAKEN = 4001
    """The seat is open in another tab. Shall it be taken over?"""
    ELSEWHERE = 4002
    """It was taken over by another tab."""
    LEFT = 4003
    """The app was left."""
    FULL = 4004
    STOPPED = 4005
    """The process stopped, or did not answer and was ended. The page comes back by itself."""
    CLOSED = 4006
    """The server is closing, or the workshop has ended."""
    REFUSED = 4007
    """What the tab sent was none of what a tab sends."""


class Size(NamedTuple):
    """Of a terminal, in cells."""

    width: int
    height: int


class Tab(Protocol):
    """A browser tab's connection, as `aiohttp.web.WebSocketResponse` has it."""

    @property
    def closed(self) -> bool: ...

    async def send_bytes(self, data: bytes) -> None: ...

    async def close(self, *, code: int = 1000, message: bytes = b"") -> Any: ...


Start = Callable[["Seat", Size], Coroutine[Any, Any, Child]]


@dataclass(eq=False)
class Seat:
    """A browser's place. `name` is secret: it is what the cookie is for."""

    name: str
    start: Start
    """Begins its process."""
    tab: Tab | None = None
    tab_name: str = ""
    child: Child | None = None
    left: bool = False
    """Whether the app was left; one that stopped by itself was not."""
    last_words: str = ""
    heard: float = 0.0
    """When the process last gave a sign of life, by `time.monotonic`."""
    quiet_since: float | None = None
    """Since when no tab has shown it; None while one does."""
    reading: asyncio.Task[None] | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    beside: set[asyncio.Task[None]] = field(default_factory=set)
    """What nobody waits for, such as connections being closed: a browser may be gone."""

    @property
    def running(self) -> bool:
        """Whether its process runs."""
        return self.child is not None and not self.child.gone.is_set()

    def is_open_elsewhere(self, tab_name: str) -> bool:
        """Whether another tab shows it now."""
        return self.tab is not None and not self.tab.closed and self.tab_name != tab_name

    async def attach(self, tab: Tab, tab_name: str, size: Size) -> None:
        """Show the seat in a tab from now on, and in no other. Raises SimulatorError if it does not start."""
        before, why = self.tab, Why.ELSEWHERE if self.tab_name != tab_name else Why.STOPPED
        self.tab, self.tab_name, self.quiet_since = tab, tab_name, None
        if before is not None and not before.closed:
            self._later(_close(before, why))
        async with self.turn:
            if not self.running:
                self.left, self.last_words = False, ""
                self.child = await self.start(self, size)
                self.heard = time.monotonic()
                self.reading = asyncio.create_task(self._read(self.child))
                return
        await self.tell({"type": "attach", **size._asdict()})

    def detach(self, tab: Tab) -> None:
        """A tab went away; if it was the one that shows the seat, the process waits a while for another."""
        if self.tab is tab:
            self.tab, self.quiet_since = None, time.monotonic()
            self._later(self._unseen())

    async def _unseen(self) -> None:
        await asyncio.sleep(UNSEEN_AFTER)
        if self.tab is None:
            await self.tell({"type": "unseen"})

    async def type(self, text: str) -> None:
        """What was typed or done with the mouse."""
        await self._write(packet(DATA, text.encode("utf-8", "replace")))

    async def tell(self, fields: dict[str, object]) -> None:
        """Something about the terminal."""
        await self._write(meta(fields))

    async def _write(self, data: bytes) -> None:
        if self.child is None:
            return
        with contextlib.suppress(OSError, RuntimeError):
            self.child.writer.write(data)
            await self.child.writer.drain()

    async def end(self) -> None:
        """Ask the app to keep what is being filled in and end; end it where it does not."""
        async with self.turn:  # one that is being started is ended, too
            child = self.child
        if child is None or child.gone.is_set():
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END_WITHIN):
                await self.tell({"type": "quit"})
                await child.gone.wait()
                return
        self.kill("did not end")

    def kill(self, why: str) -> None:
        """End the process at once."""
        if self.child is not None and not self.child.gone.is_set():
            log.note("seat-ended-by-force", why=why.replace(" ", "-"), process=self.child.number)
            self.child.kill()
            self.child.writer.close()

    async def _read(self, child: Child) -> None:
        """Hand on what the process draws, to whichever tab shows it; then say how it ended."""
        async for kind, payload in packets(child.reader):
            if kind == DATA:
                await self._show(payload)
            elif kind == META:
                self._note(said(payload))
        child.writer.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END_WITHIN):
                await child.gone.wait()
        if not child.gone.is_set():
            child.kill()
        if self.child is child and self.tab is not None:
            await _close(self.tab, Why.LEFT if self.left else Why.STOPPED, self.last_words)

    async def _show(self, picture: bytes) -> None:
        tab = self.tab
        if tab is None or tab.closed:
            return
        try:
            async with asyncio.timeout(SLOW):
                await tab.send_bytes(picture)
        except (TimeoutError, OSError, RuntimeError):
            self.detach(tab)
            self._later(_close(tab, Why.STOPPED))

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.beside.add(task)
        task.add_done_callback(self.beside.discard)

    def _note(self, told: dict[str, object]) -> None:
        self.heard = time.monotonic()
        if told.get("type") in ("left", "stopped"):
            self.left, self.last_words = told["type"] == "left", str(told.get("said", ""))


LONGEST_REASON: Final = 120
"""Bytes of a reason that a closing connection can give."""


async def _close(tab: Tab, why: Why, reason: str = "") -> None:
    short = reason.encode()[:LONGEST_REASON].decode(errors="ignore").encode()
    with contextlib.suppress(OSError, RuntimeError, json.JSONDecodeError):
        await tab.close(code=why, message=short)
