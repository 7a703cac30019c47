"""R15: the terminal is closed (HUP), the session ended (TERM) or the process killed (KILL) at any moment.
Nothing that was acknowledged is lost, and of what was being typed only what came after the last draft kept.

    python -m tests.faults.hung_up [RUNS] [SEED]

The control is a store told to keep its moves until it is closed: it must be caught. Needs no compiler.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from simulator.records import open_store
from tests.faults.killed import LEARNER, Tell, prepared, words_of
from tests.steps.record_databases import MEMORY
from tests.steps.record_world import EVERYTHING, next_move, play_on, solo

SIGNALS = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGKILL") if hasattr(signal, name)]
LATEST_SECONDS = 0.4


def play(folder: Path, tell: Tell) -> None:
    """Moves and drafts in turn, each told once it is kept, attempt after attempt."""
    with open_store(f"sqlite:///{folder}/record.db") as store:
        while True:
            attempt = store.attempt(store.begin(solo(LEARNER, EVERYTHING)))
            tell("attempt", attempt.id)
            while not attempt.ended:
                move, role = next_move(attempt)
                draft = f"draft before move {len(attempt.moves) + 1}"
                attempt.keep_draft(role, draft, LEARNER)
                tell("draft", f"{attempt.id}/{role}/{draft}")
                number = len(attempt.moves) + 1
                attempt.play(move, f"client-{number}", role, words=words_of(number))
                tell("kept", f"{attempt.id}/{number}")


def play_and_keep_nothing(folder: Path, tell: Tell) -> None:
    """The control: what it acknowledges it has only in memory."""
    with open_store(f"sqlite:///{folder}/record.db") as store:
        attempt = store.begin(solo(LEARNER, EVERYTHING))
        for number in range(1, 1_000_000):
            tell("kept", f"{attempt}/{number}")
            time.sleep(0.01)


def run(template: Path, session: Callable[[Path, Tell], None], draw: random.Random) -> str:
    """Play until a signal comes, and look: what went wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix="hung-up-", dir=MEMORY) as room:
        folder = Path(room) / "record"
        shutil.copytree(template, folder)
        ears, mouth = os.pipe()
        child = os.fork()
        if not child:
            os.close(ears)
            for one in SIGNALS[:-1]:
                signal.signal(one, signal.SIG_DFL)
            try:
                session(folder, Tell(mouth))
            finally:
                os._exit(1)
        os.close(mouth)
        time.sleep(draw.uniform(0.02, LATEST_SECONDS))
        os.kill(child, draw.choice(SIGNALS))
        with os.fdopen(ears) as said:
            told = [line.rstrip("\n").partition(" ") for line in said]
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return "the session ended by itself"
        return judge(folder, [(what, value) for what, _, value in told])


def judge(folder: Path, told: list[tuple[str, str]]) -> str:
    with open_store(f"sqlite:///{folder}/record.db") as store:
        for what, value in told:
            if what == "kept":
                attempt, _, number = value.partition("/")
                if len(store.attempt(attempt).moves) < int(number):
                    return f"move {number} of {attempt} was acknowledged and is lost"
        if told and told[-1][0] == "draft":
            attempt, role, draft = told[-1][1].split("/")
            opened = store.attempt(attempt)
            before = int(draft.rsplit(" ", 1)[1])
            if len(opened.moves) < before and opened.draft(role) != draft:
                return "the last draft that was kept is lost"
        if broken := store.verify():
            return broken[0].message
        if attempts := [value for what, value in told if what == "attempt"]:
            play_on(store.attempt(attempts[-1]))
    return ""


def main(runs: int, seed: int) -> int:
    """Print the figures and give the exit code."""
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="hung-up-", dir=MEMORY) as room:
        template = prepared(Path(room) / "template")
        warm = Path(room) / "warm"
        shutil.copytree(template, warm)
        with open_store(f"sqlite:///{warm}/record.db") as store:
            play_on(store.attempt(store.begin(solo(LEARNER, EVERYTHING))))
        caught = sum(bool(run(template, play_and_keep_nothing, draw)) for _ in range(min(runs, 20)))
        wrong = [trouble for _ in range(runs) if (trouble := run(template, play, draw))]
    for one in wrong[:10]:
        print(one)
    print(f"control: {caught} of {min(runs, 20)} that kept nothing were caught (must be all but a few)")
    print(f"hung up: {len(wrong)} of {runs} runs lost something")
    return int(bool(wrong) or not caught)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [100, 1][len(given) :])))
