"""Thirty browser seats that come at once: seconds until all are ready, memory, key to picture, what a
kill leaves.

python -m tests.bench browsers [SEATS]

A seat is ready when the first question of the welcome is on its screen. Memory is the proportional share
(PSS) of server, the process that is copied, and its copies. Then somebody types at each seat once a
second. Last, the server is killed (-9) while all are there. Control: with one seat fewer than browsers,
not all are ready; and each seat as a process of its own, as textual-serve starts them, beside it.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from typing import NamedTuple

import aiohttp

from tests.browser.screen import Terminal
from tests.browser.serving import Served, memory, processes, served, wait_until

READY = "What would you like to do?"
SEATS = 30
WITHIN = 60.0
KEYS = 8
FLOOR_SECONDS, FLOOR_BYTES = 15.0, 2 * 1024**3


class Found(NamedTuple):
    """What one run showed."""

    ready: list[float]
    bytes: int
    keys: list[float]
    left: int


class Visitor:
    """A browser, without its drawing."""

    def __init__(self, client: aiohttp.ClientSession, server: Served) -> None:
        self.client, self.server = client, server
        self.terminal = Terminal()
        self.came = asyncio.Event()
        self.socket: aiohttp.ClientWebSocketResponse | None = None

    async def join(self) -> None:
        """Through the door."""
        form = {"code": self.server.code}
        async with self.client.post(f"{self.server.address}/join", data=form) as answer:
            assert answer.status == 200, answer.status

    async def ready(self, since: float) -> float:
        """Seconds until the welcome asks."""
        self.socket = await self.client.ws_connect(
            f"{self.server.address}/ws/{'a' * 24}/ask?width=100&height=30"
        )
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self.terminal.feed(message.data)
                if READY in self.terminal.text:
                    return time.monotonic() - since
        return float("inf")

    async def hear(self) -> None:
        """What is drawn from now on."""
        assert self.socket is not None
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self.came.set()

    async def keys(self) -> list[float]:
        """Milliseconds from a key to the next picture, one a second."""
        assert self.socket is not None
        found = []
        for number in range(KEYS):
            await asyncio.sleep(1)
            self.came.clear()
            start = time.monotonic()
            await self.socket.send_json(["stdin", "\x1b[B" if number % 4 < 2 else "\x1b[A"])
            async with asyncio.timeout(10):
                await self.came.wait()
            found.append((time.monotonic() - start) * 1000)
        return found


async def run(seats: int, allowed: int, **environment: str) -> Found:
    """One server, and so many who come at once."""
    with served("--seats", str(allowed), **environment) as server:
        visitors = []
        for _ in range(seats):
            client = aiohttp.ClientSession(
                cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"Origin": server.address}
            )
            visitors.append(Visitor(client, server))
        await asyncio.gather(*(visitor.join() for visitor in visitors))
        start = time.monotonic()
        work = (asyncio.wait_for(visitor.ready(start), WITHIN) for visitor in visitors)
        ready = await asyncio.gather(*work)
        there = [each for each, seconds in zip(visitors, ready, strict=True) if seconds < float("inf")]
        await asyncio.sleep(1)
        taken = memory(processes(server.home))
        hearing = [asyncio.create_task(each.hear()) for each in there]
        keys = [key for found in await asyncio.gather(*(each.keys() for each in there)) for key in found]
        server.process.kill()
        server.process.wait()
        wait_until(lambda: not processes(server.home), 10)
        left = len(processes(server.home))
        for task in hearing:
            task.cancel()
        for visitor in visitors:
            await visitor.client.close()
        return Found(ready, taken, keys, left)


def told(name: str, found: Found) -> None:
    """One run, in a line."""
    late = sum(each == float("inf") for each in found.ready)
    seated = [each for each in found.ready if each < float("inf")]
    keys = sorted(found.keys)
    print(
        f"{name}: ready median {statistics.median(seated):.1f} s, last {max(seated):.1f} s"
        f"{f', {late} never' if late else ''}; {found.bytes / 2**20:.0f} MiB; key to picture median "
        f"{statistics.median(keys):.0f} ms, p95 {keys[int(len(keys) * 0.95)]:.0f} ms; "
        f"10 s after kill -9: {found.left} processes"
    )


def main() -> int:
    """Both ways of starting, then the control."""
    seats = int(sys.argv[1]) if len(sys.argv) > 1 else SEATS
    print(f"{seats} seats, load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    copies = asyncio.run(run(seats, seats))
    told("copies", copies)
    told("one by one", asyncio.run(run(seats, seats, SIMULATOR_SEATS_START="one by one")))
    control = asyncio.run(run(4, 3))
    told("control: 4 browsers, 3 seats", control)
    well = max(copies.ready) <= FLOOR_SECONDS and copies.bytes <= FLOOR_BYTES and not copies.left
    fails = max(control.ready) == float("inf")
    print("floor held" if well else "FLOOR MISSED")
    print("control fails as it must" if fails else "CONTROL DID NOT FAIL")
    return 0 if well and fails else 1


if __name__ == "__main__":
    sys.exit(main())
