"""A case file from the disk, read so that no path, device or encoding can surprise the reader.

`open_source` reads a path and `source_of` takes a text that is already in memory (an attempt keeps the text
it was played with). Neither raises for what a file may hold: the one finding there is comes back instead.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from simulator.scenario.catalogue import ENTRIES
from simulator.scenario.decoding import decoded
from simulator.scenario.diagnostics import Diagnostic, Place
from simulator.text import clean
from simulator.words import Phrase, say

LARGEST: Final = 1024 * 1024
"""Bytes of the largest case that is read."""
_LONGEST_NAME: Final = 500

FOLDER = Phrase("a folder")
PIPE = Phrase("a pipe")
SOCKET = Phrase("a socket")
DEVICE = Phrase("a device")
SPECIAL = Phrase("a special file")
NOT_A_NAME = Phrase("the name holds a character that no file name can have")


class Located(Protocol):
    """Anything with a place in the source: every node of the tree."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one case, as everything else sees it: no byte order mark, line breaks all `\\n`."""

    name: str
    """As it is shown in findings."""
    text: str
    sha256: str
    """Hex digest of `text` as UTF-8: the version of the case."""
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def finding(self, code: str, line: int, column: int, length: int = 1, /, **values: object) -> Diagnostic:
        """A finding of the catalogue at a place; `values` fill the words of its entry.

        Raises KeyError for a code without entry.
        """
        entry = ENTRIES[code]
        place = Place(self.name, line, column)
        message, remedy = say(entry.message, **values), say(entry.remedy, **values)
        return Diagnostic(code, entry.severity, place, message, remedy, self.line(line), max(length, 1))

    def at(self, code: str, node: Located, /, **values: object) -> Diagnostic:
        """A finding at a node of the tree, with carets under the part of it that stands in one line."""
        end = getattr(node, "end_column", node.column + 1)
        if getattr(node, "end_line", node.line) != node.line:
            end = len(self.line(node.line)) + 1
        return self.finding(code, node.line, node.column, end - node.column, **values)


def source_of(text: str, name: str) -> Source:
    """A text already in memory as a source: byte order mark taken away, line breaks made `\\n`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(clean(name, _LONGEST_NAME), text, digest, tuple(text.split("\n")))


def open_source(path: Path, name: str = "") -> Source | Diagnostic:
    """Read a case file; the one thing that is wrong comes back in place of the source.

    Only an ordinary file is read, no larger than LARGEST, and a link only where it stays inside its folder.
    `name` is how findings call it; by default the path as it was given.
    """
    nothing = source_of("", name or str(path))
    try:
        data = _contents(path, nothing)
    except FileNotFoundError:
        return nothing.finding("Y001", 1, 1)
    except ValueError:  # a NUL in the path
        return nothing.finding("Y004", 1, 1, reason=say(NOT_A_NAME))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        return nothing.finding("Y004", 1, 1, reason=reason[:1].lower() + reason[1:])
    if isinstance(data, Diagnostic):
        return data
    text = decoded(data)
    if isinstance(text, str):
        return source_of(text, nothing.name)
    shown = source_of(text.readable, nothing.name)
    return shown.finding(text.code, text.line, text.column, **text.values)


def _contents(path: Path, nothing: Source) -> bytes | Diagnostic:
    target = Path(os.path.realpath(path))
    if os.path.islink(path) and not target.is_relative_to(os.path.realpath(path.parent)):
        return nothing.finding("Y003", 1, 1)
    kind = os.stat(path)
    if not stat.S_ISREG(kind.st_mode):
        return nothing.finding("Y002", 1, 1, kind=say(_kind(kind.st_mode)))
    if kind.st_size > LARGEST:
        return nothing.finding("Y005", 1, 1, limit=LARGEST // 1024)
    # Between the look and the opening somebody may have put something else there: never follow, never wait.
    never = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    handle = os.open(target, os.O_RDONLY | never | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    with open(handle, "rb") as file:
        kind = os.fstat(handle)
        if not stat.S_ISREG(kind.st_mode):
            return nothing.finding("Y002", 1, 1, kind=say(_kind(kind.st_mode)))
        # A file of no size has nothing to read; those that do all the same are the kernel's, not an author's.
        data = file.read(LARGEST + 1) if kind.st_size else b""
    return data if len(data) <= LARGEST else nothing.finding("Y005", 1, 1, limit=LARGEST // 1024)


def _kind(mode: int) -> Phrase:
    if stat.S_ISDIR(mode):
        return FOLDER
    if stat.S_ISFIFO(mode):
        return PIPE
    if stat.S_ISSOCK(mode):
        return SOCKET
    return DEVICE if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else SPECIAL
