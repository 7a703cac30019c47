"""The server's addresses, and what each answers."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from simulator import log
from simulator.access.phrases import as_typed
from simulator.errors import AccessRefused, SimulatorError
from simulator.web import pages
from simulator.web.addresses import is_loopback
from simulator.web.checks import Handler, add_headers, checking, same_origin
from simulator.web.cookie import LASTS, seat_of, signed
from simulator.web.door import Door
from simulator.web.seat import Why
from simulator.web.seats import Seats
from simulator.web.tab import listen, new_socket, size_of
from simulator.web.tries import Tries
from simulator.words import Phrase, say
from simulator.words import web as words

LARGEST_FORM: Final = 2_000
"""Bytes."""
FORM_WITHIN: Final = 5.0
_TAB: Final = r"{tab:[0-9a-f]{8,32}}"
_HOW: Final = r"{how:ask|take}"
_SAYS: Final = {
    403: words.FORBIDDEN,
    404: words.NOT_HERE,
    405: words.NOT_HERE,
    413: words.TOO_LARGE,
    421: words.MISDIRECTED,
}


Rooms = Callable[[str, str], str]
"""Code and address -> the workshop's id. Raises AccessRefused with what to tell."""


@dataclass
class Site:
    """What the server answers from."""

    door: Door
    seats: Seats
    names: frozenset[str]
    rooms: Rooms | None = None
    """Finds the workshop of a code that is not the server's own; None: there are none."""
    behind: bool = False
    """Whether another server of this machine stands before this one, and says whose requests it hands on."""
    port: int = 0
    tries: Tries = field(default_factory=Tries)
    silent: set[object] = field(default_factory=set)
    """Connections that have not said what they want."""
    now: Callable[[], float] = time.time

    @property
    def cookie(self) -> str:
        """Its name: two servers on one machine share a browser's cookies, whatever their ports."""
        return f"seat-{self.port}"

    def seat(self, request: web.Request) -> str:
        """The seat of the browser that asks; empty for one that has not come through the door."""
        return seat_of(request.cookies.get(self.cookie, ""), self.door.key, int(self.now()))

    def make(self) -> web.Application:
        """The addresses."""
        app = web.Application(middlewares=[self.plainly, checking(self.names)], client_max_size=LARGEST_FORM)
        app.add_routes(
            [
                web.get("/", self.index),
                web.get("/join", self.at_the_door),
                web.post("/join", self.join),
                web.get("/alive", self.alive),
                web.get(f"/ws/{_TAB}/{_HOW}", self.connect),
                web.get("/static/{name}", self.static),
            ]
        )
        app.on_response_prepare.append(add_headers)
        return app

    @web.middleware
    async def plainly(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Whatever is refused is refused in a sentence; whatever goes wrong is noted without what
        was sent."""
        self.silent.discard(request.protocol)
        try:
            return await handler(request)
        except web.HTTPException as answer:
            if answer.status < 400:
                raise
            return _told(answer.status, _SAYS.get(answer.status, words.NOT_HERE))
        except BaseException as error:
            if not isinstance(error, ConnectionError | asyncio.CancelledError):
                log.crash(error)
            raise

    async def index(self, request: web.Request) -> web.Response:
        """The seat, or the door."""
        if self.seat(request):
            return _html(pages.seat_page(pages.letters(request.query.get("fontsize", ""))))
        return _html(pages.join_page())

    async def at_the_door(self, request: web.Request) -> web.Response:
        """The door, also for a browser that has a seat: another workshop has another code."""
        return _html(pages.join_page())

    async def join(self, request: web.Request) -> web.Response:
        """Look at a code, unless too many were wrong."""
        address = self.address(request)
        wait = self.tries.wait(address)
        if wait > 0:
            seconds = max(1, round(wait))
            page = _html(pages.join_page(say(words.WAIT, wait=seconds)), 429)
            page.headers["Retry-After"] = str(seconds)
            return page
        try:
            async with asyncio.timeout(FORM_WITHIN):
                typed = (await request.post()).get("code", "")
        except (TimeoutError, ValueError):
            typed = ""
        try:
            room = await self.room(typed if isinstance(typed, str) else "", address)
        except AccessRefused as refused:
            self.tries.wrong(address)
            log.note("code-refused")
            return _html(pages.join_page(f"{refused.title}. {refused.message} {refused.remedy}"), 403)
        return self.let_in(request, self.seats.seat_for(self.seat(request), room))

    async def room(self, typed: str, address: str) -> str:
        """The workshop a code is of; empty for the server's own. Raises AccessRefused."""
        if self.door.opens_to(typed):
            return ""
        if self.rooms is None or not as_typed(typed):
            raise AccessRefused(say(words.WRONG), say(words.WRONG_MESSAGE))
        return await asyncio.to_thread(self.rooms, typed, address)

    def let_in(self, request: web.Request, seat: str) -> web.Response:
        """On to the seat, with the cookie that brings this browser back to it."""
        answer = web.Response(status=303, headers={"Location": "/"})
        value = signed(seat, self.door.key, int(self.now()))
        secure = request.headers.get("Origin", "").startswith("https://")
        answer.set_cookie(
            self.cookie, value, max_age=LASTS, path="/", httponly=True, samesite="Strict", secure=secure
        )
        return answer

    def address(self, request: web.Request) -> str:
        """Where a request comes from, for counting wrong codes."""
        near = request.remote or ""
        if self.behind and is_loopback(near):
            return request.headers.get("X-Forwarded-For", near).rpartition(",")[2].strip()[:60]
        return near

    async def alive(self, request: web.Request) -> web.Response:
        """Whether a page that lost its connection can come back."""
        return web.Response(status=204 if self.seat(request) else 401)

    async def static(self, request: web.Request) -> web.StreamResponse:
        """One of the few files that pages load."""
        found = pages.loaded_files().get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        file, kind = found
        return web.FileResponse(
            file, headers={"Content-Type": kind, "Cache-Control": "private, max-age=3600"}
        )

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """A tab's connection to its seat."""
        name = self.seat(request)
        if not name or not same_origin(request):
            raise web.HTTPForbidden
        socket = new_socket()
        await socket.prepare(request)
        tab, how = request.match_info["tab"], request.match_info["how"]
        seat = None if self.seats.closing else self.seats.find(name)
        if seat is None:
            await socket.close(code=Why.CLOSED if self.seats.closing else Why.FULL)
            return socket
        if how == "ask" and seat.is_open_elsewhere(tab):
            await socket.close(code=Why.TAKEN)
            return socket
        size = size_of(request.query.get("width"), request.query.get("height"))
        try:
            await seat.attach(socket, tab, size)
            await listen(socket, seat)
        except SimulatorError:
            log.note("seat-not-begun")
            await socket.close(code=Why.STOPPED)
        finally:
            seat.detach(socket)
        return socket


def _html(page: str, status: int = 200) -> web.Response:
    return web.Response(text=page, status=status, content_type="text/html", charset="utf-8")


def _told(status: int, told: Phrase) -> web.Response:
    return _html(pages.refused_page(told), status)
