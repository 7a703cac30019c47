"""What a seat's process can never do, whatever its screens offer: start a program, write outside the
record's own folder, listen on the network. Python asks before each of these; what is asked for from a
browser is refused. Nor can it load what is the trainer's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

PROGRAMS: Final = frozenset(
    (
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
        "os.forkpty",
        "pty.spawn",
    )
)
_LISTENING: Final = () if sys.platform == "win32" else ("socket.bind",)  # where event loops bind a socket
REACHES: Final = frozenset(
    ("webbrowser.open", "os.startfile", "ftplib.connect", "smtplib.connect", *_LISTENING)
)
_CHANGES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MOVES: Final = frozenset(
    ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod")
)

CLOSED: Final = (
    "simulator.cli",
    "simulator.terminal.console",
    "simulator.terminal.register",
    "simulator.terminal.trainers",
    "simulator.terminal.workbench",
    "simulator.workshop.leading",
)
"""What only trainers and training leads do, at their own machine: a seat's process cannot even load it."""


def is_closed(module: str) -> bool:
    """Whether a module is part of what is closed to seats."""
    return any(module == each or module.startswith(f"{each}.") for each in CLOSED)


def close_off() -> None:
    """From now on the trainer's part cannot be imported here."""
    for name in [*CLOSED, *filter(is_closed, sys.modules)]:
        sys.modules[name] = None  # type: ignore[assignment]  # how Python is told not to look for it


def raise_fence(home: Path, database: Path | None) -> None:
    """From now on, and for as long as this process lives; it cannot be taken down."""
    inside = [os.path.join(os.path.realpath(home), "")]
    if database is not None:
        inside.append(os.path.realpath(database))
    may_change = tuple(inside)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event in PROGRAMS or event in REACHES:
            raise PermissionError(f"{event} in a browser's seat")
        if event == "open" and _changes(arguments) and not _is_inside(arguments[0], may_change):
            raise PermissionError("writing outside the record in a browser's seat")
        if event in _MOVES and not all(_is_inside(each, may_change) for each in arguments[:2]):
            raise PermissionError(f"{event} outside the record in a browser's seat")

    sys.addaudithook(look)


def _changes(arguments: tuple[object, ...]) -> bool:
    mode, flags = arguments[1], arguments[2]
    if isinstance(mode, str) and set(mode) & set("wax+"):
        return True
    return isinstance(flags, int) and bool(flags & _CHANGES)


def _is_inside(path: object, inside: tuple[str, ...]) -> bool:
    if isinstance(path, int):
        return True
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    return os.path.realpath(os.fsdecode(path)).startswith((*inside, os.devnull))
