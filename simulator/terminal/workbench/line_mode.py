"""The preview line by line: for screen readers, pipes, and a terminal beside the editor."""

from __future__ import annotations

import contextlib
import select
import sys
from pathlib import Path
from typing import TextIO

from scoring.guidance import library
from scoring.guidance.board import Board
from simulator.author.preview.attempt import Preview
from simulator.author.preview.beginning import Beginning
from simulator.author.preview.told import after_saving, findings_told, moves_told, where
from simulator.errors import CaseError
from simulator.terminal.desk.model import Desk
from simulator.terminal.plain.asides import Here, Left, SteppedOut, choose
from simulator.terminal.plain.console import Console, EndOfInput
from simulator.terminal.plain.room import Room
from simulator.terminal.reading.cases import case_line
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import Seats, seen
from simulator.terminal.room.table import needs_curtain
from simulator.terminal.workbench.looking import look_at, map_page, score_page
from simulator.words import say
from simulator.words import workbench as words

EVERY = 0.3
"""Seconds between two looks whether the file was saved."""


class _Saved(Exception):
    """The file was saved while something was asked."""


class _Said(Exception):
    """A word for the preview was typed."""

    def __init__(self, word: str, rest: str) -> None:
        super().__init__(word)
        self.word = word
        self.rest = rest


class _Watching(Console):
    """A console that notices a save while it waits, and takes the preview's own words."""

    preview: Preview

    def hear(self, prompt: str, *, hidden: bool = False) -> str:
        """What is typed next. Raises EndOfInput, _Saved or _Said."""
        self.write.write(f"{prompt} ")
        self.write.flush()
        self._wait()
        typed = super().hear("", hidden=hidden)
        if self.preview.changed():
            raise _Saved
        word, _, rest = typed.partition(" ")
        if word.lower() in (words.BACK, words.FROM, words.MOVES, words.FINDINGS_WORD):
            raise _Said(word.lower(), rest.strip())
        return typed

    def _wait(self) -> None:
        """Until something is typed; only where the input can be waited for."""
        while _can_wait(self.read) and not select.select([self.read], [], [], EVERY)[0]:
            if self.preview.changed():
                self._line("")
                raise _Saved


def _can_wait(stream: TextIO) -> bool:
    if sys.platform == "win32":
        return False
    try:
        return stream.isatty()
    except (OSError, ValueError):
        return False


class _Room(Room):
    """The case room without a curtain: the author may see everything. It begins in the scene played last."""

    def __init__(self, here: Here, seats: Seats) -> None:
        super().__init__(here, seats, None)
        for listener in ("", *seats.roles):
            lines = seen(seats, listener or seats.roles[0], private=bool(listener))
            scenes = [place for place, line in enumerate(lines) if line.kind == "scene"]
            self._heard[listener] = scenes[-1] if scenes else 0

    def _take_turn(self, role: str) -> None:
        self._open_to = role if needs_curtain(self.seats, self.seats.turn(role)) else ""
        super()._take_turn(role)


def run_preview(preview: Preview, board: Board, read: TextIO, write: TextIO) -> None:
    """Play until the author leaves or nothing more is typed; every save is taken in."""
    console = _Watching(read, write)
    console.preview = preview
    console.say(say(words.PREVIEW, file=preview.file))
    console.say(say(words.PREVIEW_HOW))
    _tell_findings(console)
    _tell(console, where(preview))
    with contextlib.suppress(EndOfInput, Left, SteppedOut):
        while True:
            try:
                _sitting(console, board)
            except _Saved:
                preview.refresh()
                console.say()
                _tell(console, after_saving(preview))
                _tell_findings(console)
            except _Said as said:
                _do(console, said)


def _sitting(console: _Watching, board: Board) -> None:
    seats = seats_of(console.preview, console.preview.seats)
    _Room(Here(console, board), seats).play()
    _tell(console, where(console.preview))
    while console.hear(say(words.ENDED)).lower() != words.LEAVE:
        pass
    raise Left


def _do(console: _Watching, said: _Said) -> None:
    preview = console.preview
    if said.word == words.BACK:
        if preview.moves:
            preview.take_back()
        else:
            console.say(say(words.NOTHING_BACK))
        _tell(console, where(preview))
    elif said.word == words.FROM:
        try:
            preview.begin_at(said.rest)
        except CaseError as problem:
            console.say(str(problem))
        _tell(console, where(preview))
    elif said.word == words.MOVES:
        _tell(console, moves_told(preview) or (say(words.NO_MOVES_YET),))
    else:
        _tell_findings(console)


def _tell_findings(console: _Watching) -> None:
    """The reader's findings, and where to find those of the whole case."""
    _tell(console, findings_told(console.preview.draft_read.findings))
    console.say(say(words.WHOLE_CASE_LATER, file=console.preview.file))


def _tell(console: Console, lines: tuple[str, ...]) -> None:
    for line in lines:
        console.say(line)


def workbench(here: Here, desk: Desk) -> None:
    """A case looked at line by line: what is found, what can be earned, what leads where; then played."""
    cases = desk.cases()
    console = here.console
    console.say(say(words.CHOOSE))
    place = choose(here, [*map(case_line, cases), say(words.OTHER_FILE), say(words.BACK_BUTTON)])
    if place > len(cases):
        return
    file = Path(cases[place].path) if place < len(cases) else Path(console.hear(say(words.PATH) + ":"))
    console.say(say(words.LOOKING))
    looked = look_at(file.expanduser(), desk.board)
    _tell(console, findings_told(looked.findings))
    console.tell(score_page(looked))
    console.say()
    console.tell(map_page(looked))
    try:
        preview = Preview(file.expanduser(), library(), desk.board, Beginning())
    except CaseError as problem:
        console.say(str(problem))
        return
    run_preview(preview, desk.board, console.read, console.write)
