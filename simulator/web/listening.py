"""Opening and closing the server, and how many connections it takes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from simulator import log
from simulator.web.server import Site

FIRST_WITHIN: Final = 10.0
"""Seconds for a connection to say what it wants."""
IDLE: Final = 20.0
A_BROWSER: Final = 8
"""Connections one browser opens while it loads a page."""


def _note(loop: asyncio.AbstractEventLoop, told: Mapping[str, object]) -> None:
    """What nobody waited for is noted by its kind alone: the library's own words may quote what was sent."""
    error = told.get("exception")
    if isinstance(error, BaseException):
        log.crash(error)


class _Refuse(asyncio.Protocol):
    """A connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def quiet() -> logging.Logger:
    """Where the library's own messages go: nowhere, because they quote what was sent."""
    logger = logging.getLogger("simulator.web.nowhere")
    logger.propagate = False
    logger.disabled = True
    return logger


@dataclass
class Listening:
    """A server that is open."""

    site: Site
    runner: web.AppRunner
    server: asyncio.Server
    watching: asyncio.Task[None]

    async def close(self) -> None:
        """End all seats, then the connections."""
        self.server.close()
        self.watching.cancel()
        await self.site.seats.close()
        await self.runner.cleanup()


async def listen_on(site: Site, host: str, port: int) -> Listening:
    """Open the server. Raises OSError where the port cannot be had."""
    runner = web.AppRunner(
        site.make(), access_log=None, logger=quiet(), handle_signals=False, keepalive_timeout=IDLE
    )
    await runner.setup()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_note)
    made = runner.server
    assert made is not None
    most = site.seats.most * A_BROWSER + 50

    def protocol() -> asyncio.Protocol:
        if len(made.connections) >= most:
            return _Refuse()
        handler = made()
        site.silent.add(handler)
        loop.call_later(FIRST_WITHIN, _end_silent, site.silent, handler)
        return handler

    server = await loop.create_server(protocol, host or None, port)
    site.port = server.sockets[0].getsockname()[1]
    watching = asyncio.create_task(site.seats.watch())
    return Listening(site, runner, server, watching)


def _end_silent(silent: set[object], handler: web.RequestHandler) -> None:
    """A connection that has asked for nothing makes room for others."""
    if handler in silent:
        silent.discard(handler)
        handler.force_close()
