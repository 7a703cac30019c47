"""R6: a stored attempt is replayed to one transcript in every process, wherever and whenever that runs.

    python -m tests.faults.everywhere [PROCESSES] [LIBRARIES: 1 fetches other versions, 0 does not]

One record with an attempt of every shipped case is replayed by processes with other hash seeds, time zones,
locales and clocks (which takes a C compiler), with the names' and the holidays' libraries of other versions,
and with none at all. Each gives the hash of every transcript and of the marks. The control invents each
family again from a seed the process draws: it must give other hashes.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from simulator.records import open_store
from tests.faults.shim import compiler
from tests.steps.record_world import beginning, next_move

ROOT = Path(__file__).parents[2]
ZONES = ("UTC", "Europe/London", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu")
LOCALES = ("C", "C.UTF-8", "POSIX", "de_DE.UTF-8", "tr_TR.UTF-8")
DAYS_OFF = (0, -40, 400, -6000, 9000)
HASH_SEEDS = ("0", "1", "31415", "random")
VERSIONS = {"other": ("faker==37.0.0", "holidays==0.60"), "older": ("faker==20.0.0", "holidays==0.40")}
CLOCK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <sys/time.h>
static long off(void) { const char *days = getenv("DAYS_OFF"); return days ? atol(days) * 86400 : 0; }
int clock_gettime(clockid_t which, struct timespec *now) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int done = real(which, now);
    if (!done && which == CLOCK_REALTIME) now->tv_sec += off();
    return done;
}
time_t time(time_t *where) {
    struct timespec now; clock_gettime(CLOCK_REALTIME, &now);
    if (where) *where = now.tv_sec;
    return now.tv_sec;
}
int gettimeofday(struct timeval *now, void *zone) {
    struct timespec exact; clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec; now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}
"""
REPLAY = """
import hashlib, json, sys, time
from simulator.family import invent
from simulator.play.cast import cast_of, spec_of
from simulator.play.transcript import transcribe, transcript_hash
from simulator.records import open_store
from simulator.solver.marked import fold, mark_play

anew = sys.argv[2] == "anew"
digest = hashlib.sha256()
with open_store("sqlite:///" + sys.argv[1]) as store:
    for one in store.finished():
        played = store.replay(one.attempt)
        game, family = played.game, played.family
        if anew:
            family = invent(spec_of(game.case), str(hash(one.attempt)), game.rulebook.on)
        cast = cast_of(game.case, family)
        digest.update(transcript_hash(transcribe(game, cast, played.events)).encode())
        play = fold(game, played.seats, [moved.move for moved in played.moves])
        card = mark_play(game, cast, play, budget=0).card.as_data()
        digest.update(json.dumps(card, sort_keys=True).encode())
        digest.update(played.head[1].encode())
print(time.strftime("%Y"), "faker" in sys.modules, digest.hexdigest())
"""


def record(file: Path) -> int:
    """Attempts of every shipped case, played to the end; how many."""
    cases = sorted((ROOT / "scenarios").glob("*.yaml"))
    with open_store(f"sqlite:///{file}") as store:
        for case in cases:
            attempt = store.attempt(store.begin(beginning(case.read_text("utf-8"))))
            while not attempt.ended:
                move, role = next_move(attempt, "everything")
                attempt.play(move, f"client-{len(attempt.moves) + 1}", role)
    return len(cases)


def moved_clock(folder: Path) -> str:
    """A library that moves the clock; empty where none can be made."""
    if compiler() is None:
        return ""
    source, library = folder / "clock.c", folder / "clock.so"
    source.write_text(CLOCK)
    subprocess.run([str(compiler()), "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return str(library)


def libraries(folder: Path, fetch: bool) -> dict[str, str]:
    """Folders that come first on the path: libraries that cannot be loaded, and other versions of them."""
    none = folder / "none"
    none.mkdir()
    for name in ("faker", "holidays"):
        (none / f"{name}.py").write_text("raise ImportError('a replay needs nothing of this')\n")
    found = {"as installed": "", "none": str(none)}
    for name, wanted in VERSIONS.items() if fetch else ():
        there = folder / name
        pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(there), *wanted]
        if subprocess.run(pip, check=False).returncode == 0:
            found[f"{name}: {', '.join(wanted)}"] = str(there)
        else:
            print(f"not to be had here: {', '.join(wanted)}")
    return found


def replayed(file: Path, setting: dict[str, str], *, anew: bool = False) -> str:
    """What one process gives."""
    path = os.pathsep.join(filter(None, (setting.pop("LIBRARIES", ""), str(ROOT))))
    done = subprocess.run(
        [sys.executable, "-c", REPLAY, str(file), "anew" if anew else ""],
        env={**os.environ, **setting, "PYTHONPATH": path},
        cwd=file.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.split()[-1] if done.returncode == 0 else done.stderr[-400:]


def main(processes: int = 40, fetch: int = 1) -> int:
    """Print the figure; 1 where there is more than one hash, or only one from the control."""
    began, draw = time.monotonic(), random.Random(1)
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        file = folder / "record.db"
        attempts = record(file)
        shifted, where = moved_clock(folder), libraries(folder, bool(fetch))
        hashes: Counter[str] = Counter()
        first_seen: dict[str, dict[str, str]] = {}
        for number in range(processes):
            setting = {
                "PYTHONHASHSEED": draw.choice(HASH_SEEDS),
                "TZ": draw.choice(ZONES),
                "LC_ALL": draw.choice(LOCALES),
                "DAYS_OFF": str(DAYS_OFF[number % len(DAYS_OFF)]),
                "LD_PRELOAD": shifted,
                "LIBRARIES": list(where.values())[number % len(where)],
            }
            found = replayed(file, dict(setting))
            hashes[found] += 1
            first_seen.setdefault(found, setting)
        control = {replayed(file, {"PYTHONHASHSEED": seed}, anew=True) for seed in ("0", "1", "2")}
    for found, times in hashes.most_common(5) if len(hashes) > 1 else ():
        print(f"{times} times: {found}, first with {first_seen[found]}")
    print(f"libraries: {'; '.join(where)}; clock {'moved' if shifted else 'not moved: no compiler'}")
    print(f"control, families invented again: {len(control)} hashes of 3 processes (must be more than one)")
    print(
        f"R6: {len(hashes)} hash from {processes} processes, {attempts} attempts each,"
        f" {time.monotonic() - began:.0f} s (must be 1)"
    )
    return int(len(hashes) != 1 or len(control) == 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
