"""The browser server killed while people are seated: no process may be left after ten seconds.

python -m tests.faults orphans [SEATS]

Killed (-9) are, one after the other: the server; the process that is copied; both; the server while a
seat hangs (stopped, so that it cannot end by itself); and, ended in order, the server by Ctrl+C and by a
closed terminal. Control: the same app behind textual-serve's own server, which leaves its processes
behind.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp

from tests.bench.browsers import Visitor
from tests.browser.serving import Served, processes, served, wait_until

SEATS = 4
WITHIN = 10.0

STOCK = """
import sys
from textual_serve.server import Server
Server(sys.argv[1], port=int(sys.argv[2])).serve()
"""


def the_server(server: Served, seats: list[int], copied: int) -> None:
    """The server alone."""
    server.process.kill()


def the_copied(server: Served, seats: list[int], copied: int) -> None:
    """What is copied alone; the server is ended by its user afterwards."""
    os.kill(copied, signal.SIGKILL)
    if not wait_until(lambda: not set(seats) & processes(server.home), WITHIN):
        print("  seats outlived what they were copied from")
    server.process.send_signal(signal.SIGINT)


def both(server: Served, seats: list[int], copied: int) -> None:
    """At once."""
    os.kill(copied, signal.SIGKILL)
    server.process.kill()


def one_hangs(server: Served, seats: list[int], copied: int) -> None:
    """A seat is stopped, and so can do nothing about its own end."""
    os.kill(seats[0], signal.SIGSTOP)
    server.process.kill()


def interrupted(server: Served, seats: list[int], copied: int) -> None:
    """Ctrl+C."""
    server.process.send_signal(signal.SIGINT)


def hung_up(server: Served, seats: list[int], copied: int) -> None:
    """The terminal is closed, while a seat is stopped."""
    os.kill(seats[0], signal.SIGSTOP)
    server.process.send_signal(signal.SIGHUP)


WAYS: tuple[Callable[[Served, list[int], int], None], ...] = (
    the_server,
    the_copied,
    both,
    one_hangs,
    interrupted,
    hung_up,
)


async def one(way: Callable[[Served, list[int], int], None], seats: int) -> tuple[float, int]:
    """Seconds until nothing was left, and how much was left after ten."""
    with served() as server:
        visitors = []
        for _ in range(seats):
            client = aiohttp.ClientSession(
                cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"Origin": server.address}
            )
            visitors.append(Visitor(client, server))
            await visitors[-1].join()
        await asyncio.gather(*(visitor.ready(0) for visitor in visitors))
        server_number, copied, *others = sorted(processes(server.home))
        assert server_number == server.process.pid and len(others) == seats, (copied, others)
        start = time.monotonic()
        way(server, others, copied)
        await asyncio.to_thread(
            wait_until, lambda: server.process.poll() is not None and not processes(server.home), WITHIN
        )
        took, left = time.monotonic() - start, processes(server.home)
        for number in left:
            os.kill(number, signal.SIGKILL)
        for visitor in visitors:
            await visitor.client.close()
        return took, len(left)


async def control() -> int:
    """What textual-serve's own server leaves behind."""
    home = Path(tempfile.mkdtemp(prefix="stock-"))
    port = 18_765
    environment = {**os.environ, "SIMULATOR_HOME": str(home)}
    command = f"exec {sys.executable} -c 'from textual.app import App; App().run()'"
    process = subprocess.Popen(
        [sys.executable, "-c", STOCK, command, str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    async with aiohttp.ClientSession() as client:
        for _ in range(100):
            try:
                socket = await client.ws_connect(f"http://localhost:{port}/ws?width=80&height=24")
                break
            except aiohttp.ClientError:
                await asyncio.sleep(0.2)
        else:
            raise SystemExit("textual-serve did not open")
        await socket.receive()
        process.kill()
        process.wait()
        await asyncio.sleep(WITHIN)
    left = processes(home)
    for number in left:
        os.kill(number, signal.SIGKILL)
    return len(left)


def main() -> int:
    """All ways, then the control."""
    seats = int(sys.argv[1]) if len(sys.argv) > 1 else SEATS
    total = 0
    for way in WAYS:
        took, left = asyncio.run(one(way, seats))
        total += left
        print(f"{way.__name__.replace('_', ' '):14} {took:4.1f} s, {left} left")
    kept = asyncio.run(control())
    print(f"control, textual-serve's own server killed: {kept} left")
    print("the control leaves some, as it must" if kept else "CONTROL DID NOT FAIL")
    print(f"left in all: {total}")
    return 0 if not total and kept else 1


if __name__ == "__main__":
    sys.exit(main())
