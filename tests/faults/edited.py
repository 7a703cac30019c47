"""R7: a case is edited, deleted or replaced while it is played. Running attempts stay what they were, new
ones get the new version, and the record names both.

    python -m tests.faults.edited [EDITS OF EACH CASE] [SEED]

Copies of the shipped cases are played part of the way; the file is then changed (a word, a grade, a line
less, something called otherwise, rubbish), deleted, or replaced by another case; every attempt is carried on
by a freshly opened desk, as after a restart, to its end: state and story must be those of a play whose file
nobody touched. A new attempt has the file's new version, or is refused where none can be read. The control is
a player that reads the file again when it resumes: it must come to something else.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from simulator.errors import SimulatorError
from simulator.play.cast import cast_of
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE
from simulator.play.transcript import transcribe, transcript_hash
from simulator.records import OpenAttempt
from simulator.scenario.read import read_text
from simulator.scenario.source import source_of
from simulator.settings import load
from simulator.terminal.desk.model import Wish
from simulator.terminal.desk.stored import StoredDesk, open_stored
from tests.steps.record_databases import MEMORY

ROOT = Path(__file__).parents[2]
SEED = "1"
Edit = Callable[[str, random.Random], str | None]
"""A text and what becomes of it; None: the file is gone."""


def a_word(text: str, draw: random.Random) -> str:
    """Another wording of what is said."""
    return text.replace(" the ", draw.choice((" this very ", " a certain ")), draw.randint(1, 40))


def grades(text: str, draw: random.Random) -> str:
    """What was good is poor."""
    return text.replace("grade: good", "grade: poor", draw.randint(1, 5))


def a_line_less(text: str, draw: random.Random) -> str:
    """A line is gone, whatever it was."""
    lines = text.split("\n")
    del lines[draw.randrange(len(lines))]
    return "\n".join(lines)


def a_name_changed(text: str, draw: random.Random) -> str:
    """Something is called otherwise in one place."""
    lines = text.split("\n")
    names = [number for number, line in enumerate(lines) if line.rstrip().endswith(":")]
    number = draw.choice(names)
    lines[number] = lines[number].replace(":", "_x:", 1)
    return "\n".join(lines)


def rubbish(text: str, draw: random.Random) -> str:
    """No case at all."""
    return "\x00" + text[: draw.randrange(200)]


def gone(text: str, draw: random.Random) -> None:
    """The file is deleted."""


def another(text: str, draw: random.Random) -> str:
    """Another case under this name."""
    return draw.choice(shipped()).read_text("utf-8").replace("title: ", "title: Not ", 1)


EDITS: tuple[Edit, ...] = (a_word, grades, a_line_less, a_name_changed, rubbish, gone, another)


class Seen(NamedTuple):
    """What an attempt came to."""

    state: object
    story: str
    ids: tuple[str, ...]


def shipped() -> list[Path]:
    """The cases of the library."""
    return sorted((ROOT / "scenarios").glob("*.yaml"))


def desk_at(home: Path, folder: Path) -> StoredDesk:
    """A desk as it is after a restart."""
    return open_stored(load({"home": str(home), "scenarios": (str(folder),)}))


def begin(desk: StoredDesk, file: Path) -> OpenAttempt:
    """A new attempt at whatever the file holds now. Raises SimulatorError."""
    roles = tuple(reading.playable) if (reading := read_text(file.read_text("utf-8"), file.name).case) else ()
    attempt = desk.begin(Wish(str(file), roles, seed=SEED))
    assert isinstance(attempt, OpenAttempt)
    return attempt


def carry_on(attempt: OpenAttempt, moves: int = 1_000) -> OpenAttempt:
    """Some moves more, or to the end."""
    for _ in range(moves):
        waiting = waiting_for(attempt.game, attempt.state)
        if not waiting:
            break
        move = NAIVE["everything"](attempt.game, attempt.state, waiting[0])
        attempt.play(move, f"client-{len(attempt.moves) + 1}", waiting[0])
    return attempt


def seen(attempt: OpenAttempt) -> Seen:
    """What it came to."""
    cast = cast_of(attempt.game.case, attempt.family)
    story = transcript_hash(transcribe(attempt.game, cast, attempt.events))
    return Seen(attempt.state, story, tuple(moved.client_id for moved in attempt.moves))


def tried(case: Path, edit: Edit, draw: random.Random, home: Path) -> tuple[str, str, bool]:
    """What is wrong (empty: nothing), how a new attempt fared, and whether the control was caught."""
    folder = home / "cases"
    folder.mkdir(parents=True)
    file = folder / case.name
    shutil.copy(case, file)
    text = file.read_text("utf-8")
    desk = desk_at(home, folder)
    whole = seen(carry_on(begin(desk, file)))
    running = carry_on(begin(desk, file), draw.randint(0, len(whole.ids) - 1))
    desk.store.close()
    changed = edit(text, draw)
    file.unlink() if changed is None else file.write_text(changed, "utf-8")
    desk = desk_at(home, folder)
    resumed = desk.resume(running.id).attempt
    assert isinstance(resumed, OpenAttempt)
    trouble = "" if seen(carry_on(resumed)) == whole else "the running attempt came to something else"
    new, fared = None, "refused"
    try:
        new = begin(desk, file)
        fared = "new version"
    except (SimulatorError, OSError):
        readable = changed is not None and read_text(changed, file.name).case is not None
        trouble = trouble or ("a readable new version was refused" if readable else "")
    if new is not None:
        trouble = trouble or _versions(resumed, new, text, changed or "")
    caught = new is None or seen(carry_on(new)) != whole
    trouble = trouble or "; ".join(broken.message for broken in desk.store.verify()[:1])
    desk.store.close()
    return trouble, fared, caught


def _versions(running: OpenAttempt, new: OpenAttempt, before: str, after: str) -> str:
    """Whether each attempt names the version of the text it is played with."""
    wanted = [source_of(text, "case.yaml").sha256 for text in (before, after)]
    named = [running.about.case_version, new.about.case_version]
    return "" if named == wanted else f"the versions named are {named}, and were {wanted}"


def main(edits: int = len(EDITS), seed: int = 1) -> int:
    """Print the figure; 1 where anything was wrong or the control was never caught."""
    began, draw = time.monotonic(), random.Random(seed)
    wrong: list[str] = []
    fared: Counter[str] = Counter()
    caught = 0
    for case in shipped():
        for number in range(edits):
            edit = EDITS[number % len(EDITS)]
            with tempfile.TemporaryDirectory(prefix="edited-", dir=MEMORY) as home:
                trouble, new, noticed = tried(case, edit, draw, Path(home))
            fared[new] += 1
            caught += noticed
            if trouble:
                wrong.append(f"{case.stem}, {edit.__name__}: {trouble}")
    for one in wrong[:10]:
        print(one)
    total = sum(fared.values())
    print(f"new attempts: {dict(fared)}")
    print(f"control, the file read again: {caught} of {total} came to something else (must be some)")
    print(f"R7: {len(wrong)} of {total} edits went wrong, {time.monotonic() - began:.0f} s")
    return int(bool(wrong) or not caught)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
