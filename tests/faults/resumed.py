"""R5: resumed after every move of every shipped case, however the session ended: left, killed, hung up, cut.

    python -m tests.faults.resumed [MANNERS AT EACH MOVE] [A DRAWN SCREEN AT EVERY …TH MOVE] [CASES]

A session is a process that resumes the attempt, makes one move, says so and is ended; the next one goes on
from there, to the end of the case. After each the attempt is opened anew, and its state (facts, clocks,
marks set), what every seat has been told, and the hash of the whole transcript are compared with a play that
nothing interrupted; at the end the marks as well, and now and then the drawn screen of a fresh app. The
control says that its move is kept before it is, and is ended in between: it must be caught.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from simulator.play.cast import cast_of
from simulator.play.moves import Move
from simulator.play.transcript import transcribe, transcript_hash
from simulator.records import OpenAttempt, open_store
from simulator.solver.marked import fold, mark_play
from simulator.terminal.room.opening import seats_of
from simulator.terminal.room.seats import seen
from tests.screens.driver import driven, options, still
from tests.steps.record_databases import MEMORY
from tests.steps.record_world import beginning, next_move

ROOT = Path(__file__).parents[2]
MANNERS = ("exit", "KILL", "HUP", "drop")
DONE, LEAVE = b"d", b"l"
Session = Callable[[str, str, socket.socket], None]
"""Plays one move of an attempt in a record, and talks over a socket."""


class Sight(NamedTuple):
    """All that there is to see of an attempt at one moment."""

    state: object
    transcript: str
    told: tuple[object, ...]
    """What each seat has been told."""


def sight(attempt: OpenAttempt) -> Sight:
    """An attempt as it stands."""
    cast = cast_of(attempt.game.case, attempt.family)
    seats = seats_of(attempt, attempt.seats)
    told = tuple(seen(seats, role) for role in attempt.seats)
    return Sight(attempt.state, transcript_hash(transcribe(attempt.game, cast, attempt.events)), told)


def marks(attempt: OpenAttempt) -> object:
    """An attempt's marks, without what could have been earned instead."""
    cast = cast_of(attempt.game.case, attempt.family)
    moves: list[Move] = [moved.move for moved in attempt.moves]
    return mark_play(attempt.game, cast, fold(attempt.game, attempt.seats, moves), budget=0).card


def play_one(database: str, attempt: str, line: socket.socket) -> None:
    """The product's session: the move is on the record when it is said to be."""
    with open_store(database) as store:
        opened = store.attempt(attempt)
        move, role = next_move(opened, "everything")
        opened.play(move, f"client-{len(opened.moves) + 1}", role)
        line.send(DONE)
        if line.recv(1) != LEAVE:  # cut off: nothing is closed
            os._exit(1)


def say_it_too_soon(database: str, attempt: str, line: socket.socket) -> None:
    """The control: it says so, and is ended before it has kept anything."""
    line.send(DONE)
    line.recv(1)
    os._exit(1)


def session(play: Session, database: str, attempt: str, manner: str) -> None:
    """One move in a process of its own, ended in a manner once it is acknowledged."""
    here, there = socket.socketpair()
    child = os.fork()
    if not child:
        here.close()
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        code = 1
        try:
            play(database, attempt, there)
            code = 0
        finally:
            os._exit(code)
    there.close()
    said = here.recv(1)
    if manner in ("KILL", "HUP"):
        os.kill(child, getattr(signal, f"SIG{manner}"))
    elif manner == "exit":
        here.send(LEAVE)
    here.close()
    os.waitpid(child, 0)
    assert said == DONE, "a session ended before its move"


def screen(home: Path, attempt: str) -> str:
    """What a fresh app draws when it carries on with an attempt."""
    from simulator.terminal.desk.stored import open_stored

    settings = still(home=str(home))
    with driven(options(settings=settings, attempt=attempt), desk=open_stored(settings)) as driver:
        return driver.text


class Whole:
    """A play of a case that nothing interrupted, with all there was to see on the way."""

    def __init__(self, text: str, home: Path, drawn: int) -> None:
        self.text = text
        self.sights: list[Sight] = []
        self.screens: dict[int, str] = {}
        with open_store(f"sqlite:///{home}/record.db") as store:
            attempt = store.attempt(store.begin(beginning(text)))
            while not attempt.ended:
                move, role = next_move(attempt, "everything")
                attempt.play(move, f"client-{len(attempt.moves) + 1}", role)
                self.sights.append(sight(attempt))
                number = len(attempt.moves)
                if drawn and number % drawn == 0 and not attempt.ended:
                    self.screens[number] = screen(home, attempt.id)
            self.marks = marks(attempt)


def interrupted(whole: Whole, home: Path, manners: tuple[str, ...], play: Session = play_one) -> list[str]:
    """The same play, a session a move; what is not as it was. The manners take turns."""
    database, turn = f"sqlite:///{home}/record.db", cycle(manners)
    with open_store(database) as store:
        attempt = store.begin(beginning(whole.text))
    for number, was in enumerate(whole.sights, 1):
        manner = next(turn)
        session(play, database, attempt, manner)
        with open_store(database) as store:
            opened = store.attempt(attempt)
            now = sight(opened)
            differs = [name for name, one, other in zip(now._fields, now, was, strict=True) if one != other]
            if number == len(whole.sights) and not differs and marks(opened) != whole.marks:
                differs.append("marks")
        if not differs and number in whole.screens and screen(home, attempt) != whole.screens[number]:
            differs.append("screen")
        if differs:
            return [f"after move {number}, {manner}: {', '.join(differs)}"]
    return []


def main(each: int = len(MANNERS), drawn: int = 10, cases: int = 1_000) -> int:
    """Print the figure; 1 where anything differs or the control was not caught."""
    began, wrong, resumed, screens, caught = time.monotonic(), [], 0, 0, False
    files = sorted((ROOT / "scenarios").glob("*.yaml"))[:cases]
    for file in files:
        with tempfile.TemporaryDirectory(prefix="resumed-", dir=MEMORY) as room:
            homes = (Path(room) / str(number) for number in range(20))
            whole = Whole(file.read_text("utf-8"), made(next(homes)), drawn)
            for first in range(each):  # every manner comes first once: after every move each of them
                manners = tuple(islice(cycle(MANNERS), first, first + len(MANNERS)))
                found = interrupted(whole, made(next(homes)), manners)
                wrong += [f"{file.stem}: {one}" for one in found]
                resumed += len(whole.sights)
                screens += len(whole.screens)
            caught = caught or bool(interrupted(whole, made(next(homes)), ("KILL",), say_it_too_soon))
        print(f"{file.stem}: {len(whole.sights)} moves", flush=True)
    for one in wrong[:10]:
        print(one)
    print(f"control: {'caught' if caught else 'not caught'} (it must be)")
    print(
        f"R5: {len(wrong)} of {resumed} resumptions differ, {screens} with the screen drawn,"
        f" {len(files)} cases, {time.monotonic() - began:.0f} s"
    )
    return int(bool(wrong) or not caught)


def made(folder: Path) -> Path:
    """A folder, there."""
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
