"""The process that is copied: it loads all that a seat needs once, and is forked for each seat, so that
thirty people are seated in the time of a few, and share the memory of what is loaded.

Not for Windows. It runs no thread and opens no record before it is copied. When the server is gone,
however it went, its end of the socket is closed by the operating system: then all copies are ended, and
so is this.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

from simulator.web.fence import is_closed

PATIENCE: Final = 3.0
"""Seconds between asking copies to end and ending them."""
LOOKS: Final = 0.25
"""Seconds between looks at which copies have ended."""
_ALL_OF: Final = ("simulator.terminal", "simulator.workshop", "simulator.play", "simulator.scenario")
_ALSO: Final = (
    "simulator.web.child",
    "simulator.family.invent",
    "simulator.reports.transcript",
    "scoring.debrief",
    "sqlite3",
    "asyncio",
    "concurrent.futures.thread",
    "textual._xterm_parser",
    "sqlalchemy.dialects.sqlite",
)


def load_all() -> None:
    """Import whatever a seat may need, and nothing that is the trainer's."""
    for package in _ALL_OF:
        _load_package(package)
    for name in _ALSO:
        importlib.import_module(name)
    from scoring.guidance import library

    library()


def _load_package(package: str) -> None:
    path = importlib.import_module(package).__path__
    for module in pkgutil.iter_modules(path, f"{package}."):
        if module.name.endswith("__main__") or is_closed(module.name):
            continue
        if module.ispkg:
            _load_package(module.name)
        else:
            with suppress(ImportError):  # a part that cannot be loaded is missed by whoever opens it
                importlib.import_module(module.name)


def serve(control: socket.socket, seat: Callable[[], int]) -> None:
    """Copy this process whenever asked, until nobody can ask any more."""
    children: set[int] = set()
    buffer, handed = b"", list[int]()
    selector = selectors.DefaultSelector()
    selector.register(control, selectors.EVENT_READ)
    while True:
        if selector.select(LOOKS):
            data, files, _, _ = socket.recv_fds(control, 65_536, 16)
            handed += files
            if not data:
                break
            *lines, buffer = (buffer + data).split(b"\n")
            for line in lines:
                _obey(json.loads(line), control, children, handed, seat)
        for number, code in _ended(children):
            _tell(control, {"gone": number, "code": code})
    end(children)


def _obey(
    told: Mapping[str, object],
    control: socket.socket,
    children: set[int],
    handed: list[int],
    seat: Callable[[], int],
) -> None:
    number = told.get("kill")
    if isinstance(number, int):
        if number in children:
            os.kill(number, signal.SIGKILL)
        return
    environment = told["environment"]
    assert isinstance(environment, dict)
    end_of_socket = handed.pop(0)
    number = os.fork()
    if number == 0:
        _become(control, end_of_socket, handed, environment, seat)
    os.close(end_of_socket)
    children.add(number)
    _tell(control, {"begun": told["begin"], "number": number})


def _become(
    control: socket.socket,
    end_of_socket: int,
    handed: list[int],
    environment: Mapping[str, str],
    seat: Callable[[], int],
) -> None:
    """The copy: the socket is its standard input and output, and nothing of the server's is left to it."""
    code = 1
    try:
        control.close()
        os.setsid()  # Linux shares the processor out by session: thirty seats are not one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.dup2(end_of_socket, 0)
        os.dup2(end_of_socket, 1)
        for number in (end_of_socket, *handed):
            os.close(number)
        os.environ.update(environment)
        gc.enable()
        code = seat()
    finally:
        os._exit(code)


def _ended(children: set[int]) -> list[tuple[int, int]]:
    found = []
    while children:
        number, status = os.waitpid(-1, os.WNOHANG)
        if not number:
            break
        children.discard(number)
        found.append((number, os.waitstatus_to_exitcode(status)))
    return found


def _tell(control: socket.socket, told: Mapping[str, object]) -> None:
    try:
        control.sendall(json.dumps(told).encode() + b"\n")
    except OSError:
        return  # the server is gone: the next look finds that out


def end(children: set[int]) -> None:
    """Ask all copies to end; those that do not are ended."""
    for sign, patience in ((signal.SIGTERM, PATIENCE), (signal.SIGKILL, PATIENCE)):
        for number in children:
            os.kill(number, sign)
        until = time.monotonic() + patience
        while children and time.monotonic() < until:
            _ended(children)
            time.sleep(0.02)


def main() -> int:
    """Run by the server, which hands over one end of a socket pair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    gc.disable()
    load_all()
    from simulator.web.child import main as seat

    gc.collect()
    gc.freeze()
    _tell(control, {"ready": os.getpid()})
    serve(control, seat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
