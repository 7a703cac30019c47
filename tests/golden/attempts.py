"""An attempt stored whole: the case's text, the guidance, the family, the moves, and what came of them.

Nothing is read from the library when it is replayed, so a case may be rewritten, the packs and Faker updated,
and the stored attempt must still come to the same story and the same marks. Words of the product itself (the
phrases of its catalogue) may change; they are left out of what is compared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from scoring.calendar import from_minutes
from scoring.guidance import library
from scoring.rulebook import Rulebook
from simulator.family import as_data as family_data
from simulator.family import from_data as family_from
from simulator.family import invent
from simulator.play.cast import Cast, cast_of, spec_of
from simulator.play.cited import rulebook_for
from simulator.play.events import Event
from simulator.play.game import Game, prepare
from simulator.play.moves import Move, as_data, from_data
from simulator.play.room import is_paused
from simulator.play.spoken import listed, play_words
from simulator.play.state import NO_ENDING, State
from simulator.play.step import waiting_for
from simulator.play.strategies import NAIVE, random_strategy
from simulator.play.transcript import transcribe
from simulator.records.beginning import PLAY_VERSION
from simulator.scenario.read import case_from
from simulator.solver.explore import DEFAULT_BUDGET, Explorer
from simulator.solver.marked import fold, mark_play

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SEED = 7
TOLD_BY_THE_CASE = ("scene", "says", "ending", "inject")
"""Lines whose words are the case's own."""
PLAYS = (("table", "random"), ("table", "everything"), ("seat", "random"), ("seat", "nothing"))
"""Who plays and how: all seats, marked without the solver; one seat, marked exactly."""

Data = dict[str, Any]
Solved = dict[tuple[str, ...], Explorer]


def cases() -> tuple[Path, ...]:
    """The cases that have a stored attempt: those that ship, and the one that says everything."""
    return (*sorted((ROOT / "scenarios").glob("*.yaml")), ROOT / "tests" / "cases" / "everything.yaml")


def file_of(case: Path) -> Path:
    """Where the attempts of a case, of this format and version of play, are stored."""
    text = case.read_text(encoding="utf-8")
    number = case_from(text, case.name).format
    return HERE / f"{case.stem}.format{number}.play{PLAY_VERSION}.json"


def case_data(text: str, name: str) -> Data:
    """A case with all that attempts at it stand on, and no attempt yet."""
    read = case_from(text, name)
    return {
        "case": name,
        "text": text,
        "rulebook": rulebook_for(read, library()).as_data(),
        "family": family_data(invent(spec_of(read), str(SEED), from_minutes(read.set_on).date())),
        "attempts": [],
    }


def stored(case: Path) -> Data:
    """Attempts of a case as it stands now, ready to be stored."""
    data = case_data(case.read_text(encoding="utf-8"), case.name)
    game, cast = begun(data)
    solved: Solved = {}
    for who, how in PLAYS:
        playable = game.case.playable
        seats = playable if who == "table" else playable[:1]
        strategies = {**NAIVE, "random": random_strategy(SEED)}
        moves = play_words(game, seats, listed(how), strategies).moves
        attempt = {"seats": list(seats), "moves": [as_data(move) for move in moves]}
        data["attempts"].append({**attempt, **outcome(game, cast, seats, moves, solved)})
    return data


def begun(data: Data) -> tuple[Game, Cast]:
    """The game and the people of stored attempts, from what is stored and nothing else."""
    case = case_from(data["text"], data["case"])
    game = prepare(case, Rulebook.from_data(data["rulebook"]))
    game = replace(game, trainer_present=data.get("led", False))
    return game, cast_of(case, family_from(data["family"]))


def outcome(game: Game, cast: Cast, seats: Sequence[str], moves: Sequence[Move], solved: Solved) -> Data:
    """What an attempt came to: its end, its story and its marks, as JSON would give them back.

    `solved` holds what was worked out for the same seats before, and is added to.
    """
    play = fold(game, tuple(seats), moves)
    budget = DEFAULT_BUDGET if len(seats) == 1 else 0
    marking = mark_play(game, cast, play, budget=budget, explorer=solved.get(play.seats))
    solved[play.seats] = marking.explorer
    card = marking.card.as_data()
    for decision in card["decisions"]:
        del decision["chosen"]
    card["red_lines"] = [[one["scene"], one["role"]] for one in card["red_lines"]]
    found = {
        "ending": game.ending_ids[play.end.ending],
        "clock": from_minutes(play.end.clock).isoformat(),
        "story": story_hash(game, cast, play.all_events),
        "card": card,
    }
    given_back: Data = json.loads(json.dumps(found))
    return given_back


def story_hash(game: Game, cast: Cast, events: Sequence[Event]) -> str:
    """sha256 of the transcript without the product's own phrases."""
    digest = hashlib.sha256()
    for line in transcribe(game, cast, events):
        row = line.as_data()
        if line.kind not in TOLD_BY_THE_CASE:
            row.pop("text", None)
        digest.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()


def replayed(data: Data) -> list[Data]:
    """What each stored attempt comes to now. Raises MoveRefused where one of its moves no longer counts."""
    game, cast = begun(data)
    solved: Solved = {}
    found = []
    for attempt in data["attempts"]:
        seats, moves = attempt["seats"], [from_data(move) for move in attempt["moves"]]
        came = outcome(game, cast, seats, moves, solved)
        found.append({**came, "steps": steps_of(game, seats, moves)} if "steps" in attempt else came)
    return found


def steps_of(game: Game, seats: Sequence[str], moves: Sequence[Move]) -> list[Data]:
    """Where the room stood at first and after each move, and what happened, by the events' names."""
    play = fold(game, tuple(seats), moves)
    return [_step(game, state, events) for state, events in zip(play.states, play.events, strict=True)]


def _step(game: Game, state: State, events: Sequence[Event]) -> Data:
    return {
        "scene": "" if state.ending != NO_ENDING else game.scenes[state.scene].scene.id,
        "clock": from_minutes(state.clock).isoformat(),
        "paused": is_paused(state),
        "plays": [role for role in game.roles if game.seat[role] & state.seats],
        "awaited": list(waiting_for(game, state)),
        "votes": [list(vote) for vote in state.part.votes],
        "happened": [type(event).__name__ for event in events],
    }
