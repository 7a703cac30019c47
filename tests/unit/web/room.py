"""A server with stand-ins for seats, and browsers that visit it, for tests that are plain functions."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from simulator.access.phrases import new_phrase
from simulator.web.addresses import known_names
from simulator.web.children import OneByOne
from simulator.web.door import Door
from simulator.web.listening import Listening, listen_on
from simulator.web.seats import Seats
from simulator.web.server import Site

STANDIN = str(Path(__file__).with_name("standin.py"))
COPIES = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not copy processes")
COMMAND = (sys.executable, "-S", "-E", STANDIN)


class Room:
    """An open server."""

    def __init__(self, listening: Listening) -> None:
        self.listening = listening
        self.site = listening.site
        self.seats = listening.site.seats
        self.host = f"127.0.0.1:{self.site.port}"
        self.address = f"http://{self.host}"
        self.code = self.site.door.code

    def browser(self) -> Browser:
        """A browser with no cookies."""
        return Browser(self)


class Browser:
    """A browser with cookies of its own, whose pages say where they come from."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.client = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def __aenter__(self) -> Browser:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.close()

    async def ask(self, method: str, path: str, **given: Any) -> tuple[int, str, Any]:
        """Status, text and headers of an answer."""
        headers = {"Origin": self.room.address, **given.pop("headers", {})}
        headers = {name: value for name, value in headers.items() if value}
        options = {"allow_redirects": False, "headers": headers, **given}
        async with self.client.request(method, self.room.address + path, **options) as answer:
            return answer.status, (await answer.read()).decode("utf-8", "replace"), answer.headers

    async def join(self, code: str = "") -> int:
        """Through the door."""
        return (await self.ask("POST", "/join", data={"code": code or self.room.code}))[0]

    async def tab(self, name: str = "aaaaaaaa", how: str = "ask", **headers: str) -> Tab:
        """A tab's connection."""
        address = f"{self.room.address}/ws/{name}/{how}?width=90&height=30"
        given = {"Origin": self.room.address, **headers}
        return Tab(await self.client.ws_connect(address, headers=given))


class Tab:
    """A tab's connection to its seat."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def hears(self) -> str:
        """The next picture; how the connection was closed where it was."""
        message = await self.socket.receive(timeout=10)
        if message.type is aiohttp.WSMsgType.BINARY:
            return str(message.data.decode())
        code = message.data if message.type is aiohttp.WSMsgType.CLOSE else self.socket.close_code
        return f"closed {code} {message.extra or ''}".strip()

    async def type(self, text: str) -> None:
        """A key, or some."""
        await self.socket.send_json(["stdin", text])

    async def process(self) -> int:
        """The number of the process that it shows: the first thing a stand-in says."""
        return int((await self.hears()).split()[-1])


def in_a_room(
    home: Path, work: Callable[[Room], Coroutine[Any, Any, None]], *, most: int = 3, **given: Any
) -> None:
    """Open a server with a home, do something in it, and close it."""

    async def done() -> None:
        starter = given.pop("starter", None) or OneByOne(COMMAND)
        times = {name: given.pop(name) for name in ("waits", "hung", "looks") if name in given}
        seats = Seats(starter, home, most, **{"looks": 3600.0, **times})
        site = Site(Door(new_phrase(), os.urandom(32)), seats, known_names("127.0.0.1"), **given)
        listening = await listen_on(site, "127.0.0.1", 0)
        try:
            await work(Room(listening))
        finally:
            await listening.close()

    asyncio.run(done())


def runs(number: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        os.kill(number, 0)
        stat = Path(f"/proc/{number}/stat")
        return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")
    except ProcessLookupError:
        return False


async def until(true: Callable[[], bool]) -> None:
    """Wait for something that has to come. Raises TimeoutError where it does not."""
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.01)
