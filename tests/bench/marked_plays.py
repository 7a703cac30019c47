"""The item analysis over plays that were marked before, against marking each again.

    python -m tests.bench.marked_plays [PLAYS]

Plays of two cases of the library at random, 2,000 where nobody says otherwise, in memory where the system has
such a place. The control, what is kept thrown away, must take as long as the first time.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from scoring.guidance import library
from simulator.family import invent
from simulator.places import shipped_cases
from simulator.play.cast import spec_of
from simulator.play.cited import rulebook_for
from simulator.play.step import waiting_for
from simulator.play.strategies import random_strategy
from simulator.records import Beginning, Player, Store, open_store
from simulator.reports.kept_plays import KeptPlays
from simulator.reports.listed import make
from simulator.reports.report import Asked
from simulator.scenario.read import case_from
from simulator.settings import Settings, load
from tests.steps.record_databases import MEMORY
from tests.steps.record_world import add_learner

PLAYS = 2_000
CASES = ("third-log-this-month", "fifteen-days")
FLOOR = 0.25
"""Of the first time, that the second may take."""


def play(store: Store, name: str, number: int) -> None:
    """A play by somebody new, to its end."""
    text = (shipped_cases() / f"{name}.yaml").read_text("utf-8")
    case = case_from(text, name)
    book = rulebook_for(case, library())
    family = invent(spec_of(case), "1", book.on)
    players = (Player(add_learner(store, "Somebody", "police"), case.playable),)
    begun = Beginning(text, f"{name}.yaml", case.playable, "1", family, book, players=players)
    attempt, choose, move = store.attempt(store.begin(begun)), random_strategy(number), 0
    while waiting := waiting_for(attempt.game, attempt.state):
        move += 1
        attempt.play(choose(attempt.game, attempt.state, waiting[0]), f"move-{move}", waiting[0])


def asked(store: Store, settings: Settings) -> tuple[float, object]:
    """Seconds of CPU that the item analysis takes, and what it says."""
    began = time.process_time()
    what = Asked(kept=KeptPlays(settings))
    report = store.database.read(lambda connection: make(connection, "ITEMS", what).read())
    return time.process_time() - began, report.as_data()


def main() -> int:
    """Compare, and give what the process ends with."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else PLAYS
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        settings = load({"home": folder})
        with open_store(settings) as store:
            for at in range(number):
                play(store, CASES[at * len(CASES) // number], at)
            first, said = asked(store, settings)
            second, again = asked(store, settings)
            shutil.rmtree(Path(folder) / "cache")
            control, _ = asked(store, settings)
    print(f"control, nothing kept: {control / first:.2f} of the first time")
    told = f"{number:,} plays: {first:.1f} s of CPU, then {second:.1f} s, {second / first:.2f} of it"
    print(f"{told}; {'the same' if said == again else 'ANOTHER'} report")
    return int(said != again or second / first > FLOOR or control / first < 2 * FLOOR)


if __name__ == "__main__":
    sys.exit(main())
