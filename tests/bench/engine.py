"""P1: moves played a second, evidence recorded, against inkjs with the same story and walk. P2: at any size.

    python -m tests.bench.engine [MOVES] [ROUNDS]

A move here is `step` with its events kept, and the lines it led to with every name filled in, as ink writes
them out; both sides take turns, and medians are compared. Where the walks' hashes differ nothing is compared:
that is the control, tried first with a walk that picks otherwise. P2: with 10,000 scenes ÷ with 10.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from scoring.calendar import from_minutes
from scoring.guidance import library
from simulator.family import invent
from simulator.play.cast import Cast, cast_of, spec_of
from simulator.play.cited import rulebook_for
from simulator.play.events import Ended, Entered, Event
from simulator.play.game import Game, prepare
from simulator.play.moves import Choose
from simulator.play.state import NO_ENDING
from simulator.play.step import start, step
from simulator.play.transcript import transcribe
from simulator.scenario import building, tree
from simulator.scenario.model import Options
from simulator.scenario.read import case_from
from tests.bench.inkjs import Ink, NoInk
from tests.bench.story import CHILD, as_ink, as_yaml, picks, story, walk_hash

SCENES, FEW, MANY = 100, 10, 10_000
FLOOR, AIM = 10.0, 20.0
FLOOR_OF_SIZES, AIM_OF_SIZES = 0.8, 0.95
SEAT = "nurse"
ALOUD = (Entered, Ended)
"""What ink tells too: the lines of a scene, and the ending."""


class Told(NamedTuple):
    """A story ready to play: the game, its names, and each scene's options with their words."""

    game: Game
    cast: Cast
    options: dict[str, tuple[tuple[str, str], ...]]


def ready(scenes: int) -> Told:
    """A story of so many scenes. The largest is larger than any case may be, so the limits are lifted."""
    with patch.object(tree, "LARGEST", 10**9), patch.object(building, "MOST_NODES", 10**9):
        case = case_from(as_yaml(story(scenes)), "story.yaml")
    game = prepare(case, rulebook_for(case, library()))
    family = invent(spec_of(case), "1", from_minutes(case.set_on).date())
    names = cast_of(case, family)
    cast = Cast({**names.names, "child": CHILD}, names.speakers)
    options = {}
    for scene in case.scenes.values():
        assert scene.decision is not None and isinstance(scene.decision.kind, Options)
        options[scene.id] = tuple((option.id, option.text) for option in scene.decision.kind.options)
    return Told(game, cast, options)


def walk(told: Told, picked: list[int], *, aloud: bool = True) -> tuple[float, list[str]]:
    """Seconds of a walk, and what was heard and chosen in it; not `aloud`, only moves and their evidence."""
    game, cast, options = told
    heard: list[str] = []
    journal: list[list[Event]] = []

    def hear() -> None:
        if aloud:
            told = transcribe(game, cast, (event for event in events if type(event) in ALOUD))
            heard.extend([line.text for line in told if line.text])

    begun = time.perf_counter()
    state, events = start(game, (SEAT,))
    for pick in picked:
        hear()
        if state.ending != NO_ENDING:
            state, events = start(game, (SEAT,))
            journal = []
            hear()
        scene = game.scenes[state.scene].scene.id
        option, text = options[scene][pick]
        heard.append(cast.fill(text))
        state, events = step(game, state, Choose(scene, SEAT, option))
        journal.append(events)
    hear()
    return time.perf_counter() - begun, heard


def against_ink(moves: int, rounds: int) -> float | None:
    """How many times inkjs's speed ours is; None where the two did not play the same."""
    told, picked = ready(SCENES), picks(moves)
    ours: list[float] = []
    silent: list[float] = []
    theirs: list[float] = []
    with Ink() as ink, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "story.ink"
        file.write_text(as_ink(story(SCENES)), "utf-8")
        ink.compile(file)
        ink.walk(moves)  # warm
        if walk_hash(walk(told, picked[::-1])[1]) == ink.walk(moves)[1]:
            print("the control, another walk, has the same hash: nothing is compared")
            return None
        for _ in range(rounds):
            seconds, heard = walk(told, picked)
            ours.append(seconds)
            silent.append(walk(told, picked, aloud=False)[0])
            seconds, hash_of_theirs = ink.walk(moves)
            theirs.append(seconds)
            if walk_hash(heard) != hash_of_theirs:
                print("the walks differ: nothing is compared")
                return None
    mine, mute, other = (moves / statistics.median(taken) for taken in (ours, silent, theirs))
    print(f"{SCENES} scenes, {moves} moves, {rounds} rounds, equal hashes; another walk's hash differs")
    print(f"moves a second: {mine:.0f} with every line told, {mute:.0f} without; inkjs {other:.0f}")
    return mine / other


def of_sizes(moves: int, rounds: int) -> float:
    """The speed with many scenes ÷ the speed with few."""
    picked = picks(moves)
    few, many = ready(FEW), ready(MANY)
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    for _ in range(rounds):
        taken[FEW].append(walk(few, picked)[0])
        taken[MANY].append(walk(many, picked)[0])
    middle = {size: moves / statistics.median(found) for size, found in taken.items()}
    print(f"moves a second: {middle[FEW]:.0f} with {FEW} scenes, {middle[MANY]:.0f} with {MANY}")
    return middle[MANY] / middle[FEW]


def main(moves: int = 7_000, rounds: int = 15) -> int:
    """Print both figures; 1 where one misses its floor."""
    sizes = of_sizes(moves, rounds)
    try:
        ratio = against_ink(moves, rounds)
    except NoInk as none:
        print(f"P1 was not measured: {none}")
        return 1
    print(f"P2 {sizes:.2f} (floor {FLOOR_OF_SIZES}, aim {AIM_OF_SIZES})")
    if ratio is None:
        return 1
    print(f"P1 {ratio:.1f}x inkjs (floor {FLOOR:.0f}x, aim {AIM:.0f}x)")
    return int(ratio < FLOOR or sizes < FLOOR_OF_SIZES)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
