"""The same case, seed, seats and moves give the same bytes, in every process, whatever its hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROGRAM = """
import json
from datetime import date
from pathlib import Path
from scoring.guidance import library
from simulator.family import invent
from simulator.play.cast import cast_of, spec_of
from simulator.play.cited import clocks_of, rulebook_for
from simulator.play.game import prepare
from simulator.play.moves import as_json
from simulator.play.spoken import listed, play_words
from simulator.play.strategies import NAIVE, random_strategy
from simulator.play.transcript import transcribe, transcript_hash
from simulator.scenario.read import read_file
from simulator.solver.marked import fold, mark_play
from simulator.solver.solution import solve

case = read_file(Path("tests/cases/everything.yaml")).case
game = prepare(case, rulebook_for(case, library()))
seats = ("social_work_manager",)
cast = cast_of(case, invent(spec_of(case), "7", date(2010, 5, 27)))
out = []
for seed in range(6):
    moves = play_words(game, case.playable, listed("random"), {"random": random_strategy(seed)}).moves
    play = fold(game, case.playable, moves)
    out.append([as_json(move) for move in moves])
    out.append(transcript_hash(transcribe(game, cast, play.all_events)))
one = play_words(game, seats, listed("everything"), NAIVE).moves
out.append(mark_play(game, cast, fold(game, seats, one)).card.as_data())
solution = solve(game, game.expected, clocks_of(case, game.rulebook, seats), seats)
out.append([solution.as_data(), [as_json(move) for move in (*solution.best_line, *solution.worst_line)]])
print(json.dumps(out))
"""


def output(hash_seed: str, zone: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone, "LC_ALL": "C"}
    made = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True)
    assert made.returncode == 0, made.stderr.decode()
    return made.stdout


def test_plays_marks_and_solutions_are_the_same_bytes_in_every_process() -> None:
    first = output("0", "UTC")
    assert len(json.loads(first)) == 14
    assert output("1", "Pacific/Auckland") == first
    assert output("31415", "America/St_Johns") == first
