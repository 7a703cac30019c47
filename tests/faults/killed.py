"""R1, R2: killed at any call that makes something durable, and again while recovering; writes torn; disks
full and faulty. Nothing acknowledged is lost, nothing counts twice, and there is one completion.

    python -m tests.faults.killed [RUNS OF EACH] [kill|torn|full|faulty|each] [SEED]

Every call of a whole play is struck once, then calls are drawn at random until RUNS; every third kill is
followed by a second one during recovery. The control is the obvious store, which saves a decision and then
its state in two commits: it must be caught. Files lie in memory where the system has such a place: a killed
process loses nothing that it wrote, so the disk plays no part (for power cuts see tests.faults.power).
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from simulator.errors import NotSaved
from simulator.play.state import State
from simulator.records import OpenAttempt, Store, open_store
from tests.faults.naive import NaiveStore
from tests.faults.shim import Fault, Shim, enter_with_shim
from tests.steps.record_databases import MEMORY
from tests.steps.record_kept import said_with, taken_part
from tests.steps.record_world import FOUR, add_learner, next_move, pure_states, solo

LEARNER = "learner00001"
NOTHING = 0


class Sent(NamedTuple):
    """What a session told the outside before it ended."""

    attempt: str
    acknowledged: int
    """Moves that `play` returned for."""
    tried: int
    """Moves that were sent, acknowledged or not."""
    not_saved: int
    """1 where it was told that something was not saved."""
    died: bool
    trouble: str
    """What went wrong besides dying; empty where nothing did."""


Session = Callable[[Path, "Tell", str], None]
"""Plays in a folder from wherever it stands (an attempt's id, or none), telling what it does."""


class Tell:
    """Speaks to the parent over a pipe, which a kill cannot take back."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def __call__(self, what: str, value: str) -> None:
        os.write(self._pipe, f"{what} {value}\n".encode())


def words_of(number: int) -> str | None:
    return f"Reason {number}" if number % 2 else None


def play(folder: Path, tell: Tell, attempt: str) -> None:
    """The product's own store, from the last state to the end. What is not saved is sent again, once."""
    with open_store(f"sqlite:///{folder}/record.db") as store:
        if not attempt:
            attempt = again_if_not_saved(lambda: store.begin(solo(LEARNER, FOUR)), tell)
            tell("attempt", attempt)
        opened = store.attempt(attempt)
        while not opened.ended:
            number = len(opened.moves) + 1
            tell("tried", str(number))
            again_if_not_saved(partial(send, opened, number, opened.state, tell), tell)
            tell("acknowledged", str(number))
            if number == 2:
                draft = partial(opened.keep_draft, "teacher", "half a thought", LEARNER)
                again_if_not_saved(draft, tell)


def send(opened: OpenAttempt, number: int, before: State, tell: Tell) -> None:
    """Send one move from the state it was thought of in."""
    if opened.state != before:
        tell("trouble", f"move {number} was not saved and the state has changed")
    move, role = next_move(opened)
    opened.play(move, f"client-{number}", role, words=words_of(number))


def again_if_not_saved(act: Callable[[], object], tell: Tell) -> str:
    """Do it; where it is said not to be saved, let the disk be well again and do it once more."""
    try:
        return str(act())
    except NotSaved:
        tell("not_saved", "1")
        Shim().arm(Path("/nowhere"), NOTHING, Fault.QUIET)
        return str(act())


def check(folder: Path, tell: Tell, attempt: str, acknowledged: int, tried: int) -> None:
    """Resume, find everything acknowledged, send it all again, play to the end, and look at all of it."""
    with open_store(f"sqlite:///{folder}/record.db") as store:
        if broken := store.verify():
            tell("trouble", broken[0].message)
        if not attempt:
            return
        opened = store.attempt(attempt)
        stored = [moved.client_id for moved in opened.moves]
        if stored != [f"client-{number + 1}" for number in range(len(stored))]:
            tell("trouble", f"stored are {stored}")
        if not acknowledged <= len(stored) <= tried:
            tell("trouble", f"{acknowledged} acknowledged, {len(stored)} stored, {tried} sent")
        states = pure_states(opened)
        if opened.state != states[len(stored)]:
            tell("trouble", "it does not resume where it stood")
        for number, moved in enumerate(opened.moves, 1):
            opened.play(moved.move._replace(words=""), f"client-{number}", moved.role, words=words_of(number))  # type: ignore[call-arg]
        play(folder, Tell(os.open(os.devnull, os.O_WRONLY)), attempt)
        check_end(store, tell, attempt)


def check_end(store: Store, tell: Tell, attempt: str) -> None:
    opened = store.attempt(attempt)
    moves = [moved.client_id for moved in opened.moves]
    said = [said_with(opened, moved.move) or None for moved in opened.moves]
    (line,) = [one for one in taken_part(store, LEARNER) if one.attempt == attempt]
    if not opened.ended or len(moves) != len(set(moves)) or line.completed_on is None:
        tell("trouble", f"it ends with {moves}, completed {line.completed_on}")
    if said != [words_of(number + 1) for number in range(len(moves))]:
        tell("trouble", f"typed were {said}")
    if broken := store.verify():
        tell("trouble", broken[0].message)


def run_child(act: Callable[[Tell], None]) -> Sent:
    """Do something in a child process, which may die, and gather what it told."""
    ears, mouth = os.pipe()
    child = os.fork()
    if not child:
        os.close(ears)
        code = 1
        try:
            act(Tell(mouth))
            code = 0
        except BaseException as error:  # noqa: BLE001 - the parent must hear of it
            Tell(mouth)("trouble", f"{type(error).__name__}: {error}".replace("\n", " "))
        finally:
            os._exit(code)
    os.close(mouth)
    with os.fdopen(ears) as said:
        told = [line.rstrip("\n").partition(" ") for line in said]
    _, status = os.waitpid(child, 0)
    heard = {what: value for what, _, value in told}
    number = {what: int(heard.get(what, 0)) for what in ("acknowledged", "tried", "not_saved")}
    return Sent(
        heard.get("attempt", ""), **number, died=os.WIFSIGNALED(status), trouble=heard.get("trouble", "")
    )


class Strike(NamedTuple):
    """One run: where the first session is struck, and where its recovery is (0: not)."""

    call: int
    second: int
    fault: Fault


class Harness:
    """Runs strikes against one kind of store, each in a fresh folder that begins as the template."""

    def __init__(self, template: Path, session: Session, judge: Callable[..., None]) -> None:
        self.template, self.session, self.judge = template, session, judge
        self.shim = Shim()

    def run(self, strike: Strike) -> tuple[str, Counter[str]]:
        """What went wrong (empty: nothing), and what happened."""
        with tempfile.TemporaryDirectory(prefix="fault-", dir=MEMORY) as room:
            folder = Path(room) / "record"
            shutil.copytree(self.template, folder)
            first = run_child(lambda tell: self._struck(folder, tell, "", strike.call, strike.fault))
            second = first
            if strike.second and first.attempt and first.died:
                second = run_child(
                    lambda tell: self._struck(folder, tell, first.attempt, strike.second, strike.fault)
                )
            acknowledged = max(first.acknowledged, second.acknowledged)
            tried = max(first.tried, second.tried)
            last = run_child(lambda tell: self.judge(folder, tell, first.attempt, acknowledged, tried))
        happened = Counter(
            killed=first.died,
            killed_twice=second is not first and second.died,
            told_not_saved=first.not_saved,
            acknowledged=acknowledged,
        )
        return first.trouble or second.trouble or last.trouble, happened

    def calls(self) -> int:
        """How many calls a whole play makes. Played here and not in a child, so that every child finds the
        case read and the libraries loaded."""
        with tempfile.TemporaryDirectory(prefix="fault-", dir=MEMORY) as room, open(os.devnull, "w") as out:
            folder = Path(room) / "record"
            shutil.copytree(self.template, folder)
            self._struck(folder, Tell(out.fileno()), "", NOTHING, Fault.QUIET)
            return self.shim.counted()

    def _struck(self, folder: Path, tell: Tell, attempt: str, call: int, fault: Fault) -> None:
        self.shim.arm(folder, call, fault)
        self.session(folder, tell, attempt)


def strikes(calls: int, runs: int, fault: Fault, seed: int) -> list[Strike]:
    """Every call once (of fewer runs, calls evenly apart), then at random; every third is struck again during
    recovery."""
    draw = random.Random(seed)
    kills = fault in (Fault.KILL, Fault.TORN)
    once = min(calls, runs)
    made = [Strike(1 + calls * number // once, 0, fault) for number in range(once)]
    while len(made) < runs:
        second = draw.randint(1, max(1, calls // 3)) if kills and len(made) % 3 == 0 else 0
        made.append(Strike(draw.randint(1, calls), second, fault))
    return made


def prepared(folder: Path) -> Path:
    """An empty record with one person in it."""
    folder.mkdir()
    with open_store(f"sqlite:///{folder}/record.db") as store:
        add_learner(store, "Amira Shah", "health visiting", LEARNER)
    return folder


def judged(harness: Harness, todo: list[Strike]) -> tuple[list[str], Counter[str]]:
    """What went wrong over many strikes, and what happened."""
    wrong, happened = [], Counter[str]()
    for strike in todo:
        trouble, one = harness.run(strike)
        happened += one
        if trouble:
            wrong.append(f"{strike}: {trouble}")
    return wrong, happened


def control(folder: Path, runs: int, fault: Fault) -> int:
    """How many strikes at the obvious store are caught."""
    folder.mkdir()
    NaiveStore(folder / "naive.db").close()
    harness = Harness(folder, NaiveStore.play, NaiveStore.check)
    calls = harness.calls()
    wrong, _ = judged(harness, strikes(calls, min(runs, calls), fault, 1))
    return len(wrong)


def main(runs: int, fault: Fault, seed: int) -> int:
    """Print the figures and give the exit code."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fault-", dir=MEMORY) as room:
        caught = control(Path(room) / "naive", runs, fault)
        harness = Harness(prepared(Path(room) / "template"), play, check)
        calls = harness.calls()
        wrong, happened = judged(harness, strikes(calls, runs, fault, seed))
    for one in wrong[:10]:
        print(one)
    print(f"control: {caught} strikes at the obvious store were caught (must be some)")
    print(f"{runs} runs in {time.monotonic() - began:.0f} s, {calls} calls a play: {json.dumps(happened)}")
    print(f"{fault.name.lower()}: {len(wrong)} of {runs} runs lost, doubled or misled")
    return int(bool(wrong) or not caught)


if __name__ == "__main__":
    enter_with_shim("tests.faults.killed")
    arguments = dict(enumerate(sys.argv))
    runs, chosen = int(arguments.get(1, 1_000)), arguments.get(2, "kill").upper()
    seed = int(arguments.get(3, time.time_ns() % 1_000_000))
    faults = list(Fault)[1:] if chosen == "EACH" else [Fault[chosen]]
    sys.exit(max([main(runs, fault, seed) for fault in faults]))
