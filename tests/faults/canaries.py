"""R10: a canary in every fact; no seat's view ever holds one that nobody passed to that seat.

    python -m tests.faults.canaries [RUNS] [CASE …]

Random plays of every case in the library, led at random too (pauses, votes, injects, seats handed over and
taken back, people who step out): after every move the whole view of every seat and of a scribe is looked
through for the canary of each fact that the seat does not know, at the level it does not know it; of the
scribe's, of each fact that not every seat knows. The control shows one seat another seat's view, and must be
noticed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from scoring.calendar import from_minutes
from scoring.guidance import library
from scoring.terms import Level
from simulator.errors import MoveRefused
from simulator.family import Family, invent
from simulator.play.cast import Cast, cast_of, spec_of
from simulator.play.cited import rulebook_for
from simulator.play.colleagues import habit_move
from simulator.play.events import Event
from simulator.play.game import Game, prepare
from simulator.play.moves import (
    HandOver,
    Move,
    MoveOn,
    OpenVotes,
    Pause,
    Poll,
    SendInject,
    StepOut,
    Stops,
    Vote,
)
from simulator.play.room import is_paused, still_to_vote
from simulator.play.state import NO_ENDING, State, level_at
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE, random_strategy
from simulator.scenario.model import Case
from simulator.scenario.read import read_file
from simulator.workshop.seeing import SeatView, view_of

CANARY = "kanarienvogel"
MOST_MOVES = 120
SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def marked_case(case: Case) -> Case:
    """The case with a canary in the text and the headline of every fact."""
    facts = {
        fact.id: replace(
            fact,
            text=f"{fact.text} {CANARY}.{fact.id}.full.",
            headline=f"{fact.headline} {CANARY}.{fact.id}.headline." if fact.headline else "",
        )
        for fact in case.facts.values()
    }
    return replace(case, facts=facts)


@dataclass
class Run:
    """One play in memory, in the shape that a view is drawn from."""

    case: Case
    draw: random.Random
    game: Game = field(init=False)
    family: Family = field(init=False)
    cast: Cast = field(init=False)
    state: State = field(init=False)
    events: list[Event] = field(init=False)
    moves: list[Any] = field(default_factory=list)
    looked_at: int = 0
    """Events whose lines have been looked through: what a seat knows only ever grows."""

    def __post_init__(self) -> None:
        self.game = prepare(self.case, rulebook_for(self.case, library()))
        begins = from_minutes(self.case.set_on).date()
        self.family = invent(spec_of(self.case), "1", begins)
        self.cast = cast_of(self.case, self.family)
        self.begin()

    def begin(self) -> None:
        """From the first scene."""
        self.moves, self.looked_at = [], 0
        self.state, self.events = start(self.game, self.case.playable)

    @property
    def roles(self) -> Sequence[str]:
        return self.case.playable

    @property
    def ended(self) -> bool:
        return self.state.ending != NO_ENDING

    def play(self, move: Move) -> None:
        self.state, events = step(self.game, self.state, move)
        self.events += events
        self.moves.append(move)


def everything_in(view: SeatView) -> str:
    """All the words of a view."""
    parts = [view.title, view.brief, view.question]
    parts += [f"{line.name} {line.text}" for line in view.lines]
    parts += [fact.text for fact in view.facts]
    parts += [text for _, text in (*view.options, *view.offered)]
    return "\n".join(parts)


def check(run: Run, seen_as: Callable[[str], str] = lambda role: role) -> int:
    """Look through every seat's view; give how many canaries were looked for. Raises AssertionError."""
    looked = 0
    for role in (*run.roles, ""):
        shown = seen_as(role) if role else ""
        words = everything_in(view_of(run, shown, cast=run.cast, start=run.looked_at, scribe=True))
        for fact in run.case.facts:
            knows = (role,) if role else run.roles
            known = min(level_at(run.state.knows, run.game.layout.slot(one, fact)) for one in knows)
            for level, mark in ((Level.HEADLINE, "headline"), (Level.FULL, "full")):
                if known < level:
                    looked += 1
                    assert f"{CANARY}.{fact}.{mark}" not in words, f"a canary in {role or 'observer'}: {fact}"
    run.looked_at = len(run.events)
    return looked


def play_randomly(run: Run) -> int:
    """A random play, looked through after every move; give how many canaries were looked for."""
    looked = check(run)
    for _ in range(MOST_MOVES):
        if run.ended:
            break
        try:
            run.play(random_move(run))
        except MoveRefused:
            continue
        looked += check(run)
    while not run.ended:
        if is_paused(run.state):
            run.play(Pause(False))
        if run.state.part.opened is False and still_to_vote(run.game, run.state):
            run.play(OpenVotes(scene_of(run)))
        run.play(MoveOn(scene_of(run)))
    return looked + check(run)


def scene_of(run: Run) -> str:
    return run.game.scenes[run.state.scene].scene.id


def random_move(run: Run) -> Move:
    """Mostly what a seat that is waited for might do; sometimes something of the trainer's or of people's."""
    draw, state = run.draw, run.state
    if is_paused(state) and draw.random() < 0.7:
        return Pause(False)
    if voting := still_to_vote(run.game, state):
        options = list(run.game.scenes[state.scene].options)
        return Vote(scene_of(run), draw.choice(voting), draw.choice(options))
    if draw.random() < 0.25:
        role = draw.choice(list(run.roles))
        injects = [inject.id for inject in run.case.injects.values() if inject.when is None]
        asides: list[Move] = [
            Pause(True),
            Stops(draw.random() < 0.5),
            Poll(draw.choice(["nobody", "present", "table"])),
            SendInject("", (role,), "d" * 64),
            HandOver(role, draw.random() < 0.7),
            StepOut(role) if draw.random() < 0.2 else MoveOn(scene_of(run)),
            SendInject(draw.choice(injects)) if injects else Pause(True),
        ]
        return draw.choice(asides)
    waiting = waiting_for(run.game, state)
    if not waiting:
        return HandOver(draw.choice(list(run.roles)), True)
    role = draw.choice(waiting)
    if draw.random() < 0.2:
        return habit_move(run.game, state, role)
    strategies = [*NAIVE.values(), *[random_strategy(draw.randrange(1_000_000))] * 6]
    return draw.choice(strategies)(run.game, state, role)


def main(arguments: Sequence[str]) -> int:
    """Run; 0 where no canary was seen and the control noticed one."""
    wanted = int(arguments[0]) if arguments else 10_000
    files = [Path(one) for one in arguments[1:]] or sorted(SCENARIOS.glob("*.yaml"))
    cases = [found for file in files if (found := read_file(file).case) is not None]
    runs = [Run(marked_case(case), random.Random(0)) for case in cases]
    noticed = 0
    for run in runs:
        try:
            check(run, seen_as=lambda role, run=run: run.roles[run.roles.index(role) - 1])  # type: ignore[misc]
        except AssertionError:
            noticed += 1
    looked = 0
    for number in range(wanted):
        run = runs[number % len(runs)]
        run.draw = random.Random(number)
        run.begin()
        looked += play_randomly(run)
    print(f"{wanted} random plays of {len(runs)} cases; control noticed in {noticed} of {len(runs)}")
    print(f"{looked} canaries looked for, 0 seen")
    return 0 if noticed == len(runs) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
