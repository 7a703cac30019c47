"""`simulator serve`: open the door, say where it is, and stay until somebody closes it."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator import log
from simulator.errors import SimulatorError
from simulator.settings import Settings
from simulator.web.addresses import is_loopback, known_names, own_addresses, shown
from simulator.web.children import Copies, OneByOne, starter
from simulator.web.door import close_door, open_door
from simulator.web.listening import listen_on
from simulator.web.seats import Seats
from simulator.web.server import Rooms, Site
from simulator.words import say
from simulator.words import web as words

if TYPE_CHECKING:
    from simulator.records import Store

PORT: Final = 8000
HOST: Final = "127.0.0.1"
SEATS: Final = 40


class Asked(NamedTuple):
    """What the command line asks for."""

    host: str = HOST
    port: int = PORT
    seats: int = SEATS
    names: tuple[str, ...] = ()
    """Other names the server is called by, such as that of a web server before it."""


def serve(settings: Settings, asked: Asked, tell: Callable[[str], None]) -> None:
    """Serve until interrupted. `tell` says a line to whoever started it. Raises SimulatorError."""
    from simulator.records import open_store
    from simulator.workshop.opening import workshops

    store = open_store(settings)  # made or migrated once, before thirty seats want it
    log.start(settings.logs)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(settings, asked, tell, rooms_of(store)))
    if any(one.closed is None for one in workshops(store)):
        tell(say(words.STILL_OPEN))  # whoever has a seat in it comes back to it when this is started again
    else:
        close_door(settings.home)
        tell(say(words.ENDED))


def rooms_of(store: Store) -> Rooms:
    """How the code of a workshop in the record is looked at."""
    from simulator.workshop.entering import enter

    return lambda code, address: enter(store, code, address)


async def _serve(settings: Settings, asked: Asked, tell: Callable[[str], None], rooms: Rooms) -> None:
    door = open_door(settings.home)
    children = starter()
    seats = Seats(children, settings.home, asked.seats)
    site = Site(door, seats, known_names(asked.host, asked.names), rooms, behind=bool(asked.names))
    try:
        listening = await listen_on(site, asked.host, asked.port)
    except OSError as error:
        raise _not_listening(asked, error) from error
    stopped = _stop_when_told()
    try:
        if isinstance(children, Copies) and not await _can_copy(children):
            seats.starter = OneByOne()
        for line in lines(asked, site.port, door.code):
            tell(line)
        await stopped.wait()
    finally:
        await listening.close()


async def _can_copy(copies: Copies) -> bool:
    """Whether the process that is copied starts; where it does not, seats are slower to open, and do."""
    try:
        await copies.open()
    except SimulatorError:
        log.note("seats-one-by-one")
        await copies.close()
        return False
    return True


def lines(asked: Asked, port: int, code: str) -> list[str]:
    """What whoever opened the server is told."""
    near = is_loopback(asked.host)
    told = [say(words.OPEN_HERE if near else words.OPEN)]
    told += [f"  {address}" for address in shown(asked.host, port)]
    told += ["", say(words.THE_CODE, code=code), say(words.OTHER_CODES)]
    told.append(say(words.HOW_TO_END, seats=asked.seats))
    return told if near else [*told, "", say(words.EXPOSED)]


def _stop_when_told() -> asyncio.Event:
    """Set by Ctrl+C, a closed terminal or a request to end; Windows raises KeyboardInterrupt in place
    of it."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, stopped.set)
    return stopped


def _not_listening(asked: Asked, error: OSError) -> SimulatorError:
    known = error.errno in errno.errorcode and not isinstance(error, socket.gaierror)
    reason = (os.strerror(error.errno or 0) if known else error.strerror or str(error)).lower()
    message = say(words.PORT_TAKEN_MESSAGE, host=asked.host, port=asked.port, reason=reason)
    if known and error.errno in (errno.EADDRINUSE, errno.EACCES):
        other = asked.port + 1 if 1024 <= asked.port < 65_535 else PORT
        remedy = say(words.PORT_TAKEN_REMEDY, port=other)
    else:
        remedy = say(words.HOST_REMEDY, addresses=", ".join([HOST, *own_addresses()]))
    return SimulatorError(say(words.PORT_TAKEN), message, remedy)
