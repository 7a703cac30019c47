"""P1: moves played a second, evidence recorded, against inkjs with the same story and walk. P2: at any size.

    python -m tests.bench.engine [MOVES] [ROUNDS]

A move is `step` with its evidence kept; beside it stands the same with every line told and its names filled
in, as ink always does. Both sides take turns, and medians of the processes' own seconds are compared. Where
the walks' hashes differ nothing is compared: that is the control, tried first with a walk that picks
otherwise. P2 is the speed with 10,000 scenes (limits lifted: a case file holds some hundreds) ÷ with 10.
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

SCENES, FEW, LARGE, MANY = 100, 10, 300, 10_000
FLOOR, AIM = 10.0, 20.0
FLOOR_OF_SIZES, AIM_OF_SIZES = 0.8, 0.95
SEAT = "nurse"
ALOUD = (Entered, Ended)


class Told(NamedTuple):
    """A story ready to play: the game, its names, and each scene's id and options with their words."""

    game: Game
    cast: Cast
    options: list[tuple[str, list[tuple[str, str]]]]


def ready(scenes: int) -> Told:
    """A story of so many scenes. The largest is larger than any case may be, so the limits are lifted."""
    with patch.object(tree, "LARGEST", 10**9), patch.object(building, "MOST_NODES", 10**9):
        case = case_from(as_yaml(story(scenes)), "story.yaml")
    game = prepare(case, rulebook_for(case, library()))
    family = invent(spec_of(case), "1", from_minutes(case.set_on).date())
    names = cast_of(case, family)
    cast = Cast({**names.names, "child": CHILD}, names.speakers)
    options = []
    for scene in case.scenes.values():
        assert scene.decision is not None and isinstance(scene.decision.kind, Options)
        options.append((scene.id, [(option.id, option.text) for option in scene.decision.kind.options]))
    return Told(game, cast, options)


def walk(told: Told, picked: list[int]) -> tuple[float, list[str]]:
    """Seconds this process spent on a walk, and what was heard and chosen in it."""
    game, cast, options = told
    heard: list[str] = []
    journal: list[list[Event]] = []
    begun = time.process_time()
    state, events = start(game, (SEAT,))
    heard += aloud(game, cast, events)
    for pick in picked:
        if state.ending != NO_ENDING:
            state, events = start(game, (SEAT,))
            heard += aloud(game, cast, events)
        scene, words = options[state.scene]
        option, text = words[pick]
        heard.append(cast.fill(text))
        state, events = step(game, state, Choose(scene, SEAT, option))
        journal.append(events)
        heard += aloud(game, cast, events)
    return time.process_time() - begun, heard


def aloud(game: Game, cast: Cast, events: list[Event]) -> list[str]:
    """What ink tells too: the lines of a scene, and the ending."""
    told = [event for event in events if type(event) in ALOUD]
    return [line.text for line in transcribe(game, cast, told) if line.text]


def silent(told: Told, picked: list[int]) -> float:
    """Seconds of the same walk where no line is told: moves are made and their evidence is kept."""
    game = told.game
    journal: list[list[Event]] = []
    begun = time.process_time()
    state, events = start(game, (SEAT,))
    for pick in picked:
        if state.ending != NO_ENDING:
            state, events = start(game, (SEAT,))
        here = game.scenes[state.scene]
        state, events = step(game, state, Choose(here.id, SEAT, here.options[pick]))
        journal.append(events)
    return time.process_time() - begun


def against_ink(moves: int, rounds: int) -> float | None:
    """How many times inkjs's speed ours is; None where the two did not play the same."""
    told, picked = ready(SCENES), picks(moves)
    ours: list[float] = []
    mute: list[float] = []
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
            mute.append(silent(told, picked))
            seconds, hash_of_theirs = ink.walk(moves)
            theirs.append(seconds)
            if walk_hash(heard) != hash_of_theirs:
                print("the walks differ: nothing is compared")
                return None
    mine, unsaid, other = (moves / statistics.median(taken) for taken in (ours, mute, theirs))
    print(f"{SCENES} scenes, {moves} moves, {rounds} rounds, equal hashes; another walk's hash differs")
    print(f"moves a second: {unsaid:.0f}, inkjs {other:.0f}")
    print(f"with every line told: {mine:.0f}, {mine / other:.1f}x inkjs")
    return unsaid / other


def of_sizes(moves: int, rounds: int) -> float:
    """The speed with many scenes ÷ the speed with few: of moves with their evidence kept, as P1 counts them,
    and beside it with every line told."""
    picked = picks(moves)
    stories = {size: ready(size) for size in (FEW, LARGE, MANY)}
    silently: dict[int, list[float]] = {size: [] for size in stories}
    aloud: dict[int, list[float]] = {size: [] for size in stories}
    for _ in range(rounds):
        for size, told in stories.items():
            silently[size].append(silent(told, picked))
            aloud[size].append(walk(told, picked)[0])
    speeds = {size: moves / statistics.median(found) for size, found in silently.items()}
    telling = {size: moves / statistics.median(found) for size, found in aloud.items()}
    for size, speed in speeds.items():
        of_few = f"{speed / speeds[FEW]:.2f} of those with {FEW}"
        print(f"{size} scenes: {speed:.0f} moves a second, {of_few}; told {telling[size] / telling[FEW]:.2f}")
    return speeds[MANY] / speeds[FEW]


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
