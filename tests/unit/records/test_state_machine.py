"""R16: anything that can happen to a record, in any order, against a model that is a list and pure play.

A few hundred steps here; `python -m tests.faults.machine 20000` takes more. The model knows nothing of
databases: an attempt is a case's text and a list of moves, and everything else is worked out from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from simulator.errors import MoveRefused, RecordError, RoomMovedOn
from simulator.play.moves import Choose, HandOver, Move, SendInject, StepOut
from simulator.play.state import NO_ENDING, State
from simulator.play.step import start, step, waiting_for
from simulator.play.strategies import NAIVE
from simulator.records import TRAINER, OpenAttempt, Place, Presence, open_store
from simulator.records.swift import Swift
from tests.steps.record_kept import said_with, taken_part
from tests.steps.record_world import FOUR, LOOP, TEN_LINES, Clock, add_learner, solo, world

TEXTS = (FOUR, LOOP, TEN_LINES)
WORDS = (None, "Because she said so", "Weil sie es sagt – “so”")


class Played(NamedTuple):
    """A move as the model knows it."""

    client_id: str
    role: str
    move: Move
    words: str
    owner: str
    """Whose the words are; nobody's where nobody is known to sit there."""


class Model:
    """One attempt as a dictionary would keep it."""

    def __init__(self, attempt: OpenAttempt, learner: str, practice: bool, seated: bool = True) -> None:
        self.game, self.seats = attempt.game, attempt.seats
        self.learner, self.practice = learner, practice
        self.seated = seated
        """Whether the person is at it, or only their words of an earlier attempt are."""
        self.moves: list[Played] = []
        self.text = attempt.game.case.title

    def states(self) -> list[State]:
        states = [start(self.game, self.seats)[0]]
        for played in self.moves:
            states.append(step(self.game, states[-1], played.move)[0])
        return states

    @property
    def state(self) -> State:
        return self.states()[-1]

    def completed(self) -> bool:
        """Whether the person was still seated when it ended, and it was no practice."""
        ended = next((state for state in self.states() if state.ending != NO_ENDING), None)
        return ended is not None and not self.practice and bool(ended.seats)


class RecordMachine(RuleBasedStateMachine):
    """Start, decide, kill, resume, edit, open another window, jump in time, leave, erase, try from here."""

    attempts = Bundle("attempts")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place, self.clock = place, Clock()
        self.given = world(self.clock)
        self.store = open_store(place, self.given)
        self.learners = [add_learner(self.store, name, "school") for name in ("Ann", "Bob")]
        self.erased: set[str] = set()
        self.models: dict[str, Model] = {}
        self.windows: dict[str, list[OpenAttempt]] = {}
        self.edits = 0
        self.sent = 0

    # --- what people do --------------------------------------------------------------------------

    @rule(target=attempts, text=some.sampled_from(TEXTS), who=some.integers(0, 1), practice=some.booleans())
    def start_one(self, text: str, who: int, practice: bool) -> str:
        edited = text.replace("title: ", f"title: Edit {self.edits}, ")
        if self.learners[who] in self.erased:
            with pytest.raises(RecordError):
                self.store.begin(solo(self.learners[who], edited))
            who = 1 - who
        attempt = self.store.begin(solo(self.learners[who], edited, practice_only=practice))
        window = self.store.attempt(attempt)
        self.models[attempt] = Model(window, self.learners[who], practice)
        self.windows[attempt] = [window]
        return attempt

    @rule()
    def edit_the_case(self) -> None:
        """The file changes; what was begun does not."""
        self.edits += 1

    @rule(
        attempt=attempts,
        window=some.integers(0, 2),
        strategy=some.sampled_from(("first", "nothing")),
        words=some.sampled_from(WORDS),
        look_first=some.booleans(),
    )
    def decide(self, attempt: str, window: int, strategy: str, words: str | None, look_first: bool) -> None:
        """A window decides what it sees: allowed if it is still what waits, refused if it is not."""
        model, opened = self.models[attempt], self.window(attempt, window)
        if look_first:
            opened.refresh()
        waiting = waiting_for(opened.game, opened.state)
        if not waiting:
            return
        move = NAIVE[strategy](opened.game, opened.state, waiting[0])
        behind = len(opened.moves) < len(model.moves)
        now = model.state
        same = (opened.state.scene, opened.state.flags) == (now.scene, now.flags)
        allowed = (not behind or same) and self.may(model, move)
        owner = model.learner if model.seated else ""
        self.send(attempt, opened, Played(self.new_id(), waiting[0], move, words or "", owner), allowed)

    @rule(attempt=attempts, window=some.integers(0, 2), which=some.integers(0, 9))
    def send_again(self, attempt: str, window: int, which: int) -> None:
        """The answer was lost; the same is sent once more, from any window."""
        model = self.models[attempt]
        if model.moves:
            played = model.moves[which % len(model.moves)]
            opened = self.window(attempt, window)
            words = "" if played.owner in self.erased else played.words
            if words or not played.words:
                events = opened.play(played.move, played.client_id, played.role, words=words or None)
                number = model.moves.index(played)
                assert opened.moves[number].events == events

    @rule(attempt=attempts, which=some.integers(0, 9))
    def send_something_else_by_the_same_name(self, attempt: str, which: int) -> None:
        model = self.models[attempt]
        if model.moves:
            played = model.moves[which % len(model.moves)]
            with pytest.raises(MoveRefused):
                self.window(attempt, 0).play(SendInject("", (), ""), played.client_id, TRAINER, words="else")

    @rule(attempt=attempts, back=some.booleans())
    def leave_or_come_back(self, attempt: str, back: bool) -> None:
        model = self.models[attempt]
        role = model.seats[0]
        move: Move = HandOver(role, True) if back else StepOut(role)
        opened = self.window(attempt, 0)
        self.send(attempt, opened, Played(self.new_id(), TRAINER, move, "", ""), allowed=True)

    @rule(attempt=attempts)
    def nonsense(self, attempt: str) -> None:
        opened = self.window(attempt, 0)
        with pytest.raises((MoveRefused, KeyError)):
            opened.play(Choose("nowhere", opened.seats[0], "nothing"), self.new_id(), opened.seats[0])

    # --- what happens to them --------------------------------------------------------------------

    @rule(attempt=attempts)
    def open_another_window(self, attempt: str) -> None:
        self.windows[attempt].append(self.store.attempt(attempt))

    @rule()
    def kill_and_resume(self) -> None:
        """The process is gone: every window is closed, and opened again from what is stored."""
        self.store.close()
        self.store = open_store(self.place, self.given)
        self.windows = {attempt: [self.store.attempt(attempt)] for attempt in self.models}

    @rule(days=some.integers(-400, 400), minutes=some.integers(-120, 120))
    def clock_jumps(self, days: int, minutes: int) -> None:
        self.clock.moment += timedelta(days=days, minutes=minutes)

    @rule(target=attempts, attempt=attempts, seq=some.integers(0, 6))
    def try_from_here(self, attempt: str, seq: int) -> str:
        model = self.models[attempt]
        seq = min(seq, len(model.moves))
        if model.states()[seq].ending != NO_ENDING:
            return attempt
        new = self.store.try_from(attempt, seq)
        window = self.store.attempt(new)
        practice = Model(window, model.learner, practice=True, seated=False)
        practice.moves = [
            one._replace(client_id=f"tried-{number}") for number, one in enumerate(model.moves[:seq], 1)
        ]
        self.models[new], self.windows[new] = practice, [window]
        return new

    @precondition(lambda self: not self.erased)
    @rule(who=some.integers(0, 1))
    def erase(self, who: int) -> None:
        self.store.erase(self.learners[who])
        self.erased.add(self.learners[who])

    # --- what must hold --------------------------------------------------------------------------

    @invariant()
    def every_window_catches_up(self) -> None:
        for attempt, model in self.models.items():
            opened = self.windows[attempt][-1]
            if len(opened.moves) < len(model.moves):
                assert opened.changed(), "a window must notice"
            opened.refresh()
            assert [(one.client_id, one.role) for one in opened.moves] == [
                (one.client_id, one.role) for one in model.moves
            ]
            assert [one.state for one in opened.moves] == model.states()[1:]

    @invariant()
    def the_lists_agree(self) -> None:
        over = {one.attempt for one in self.store.finished()}
        assert over == {name for name, model in self.models.items() if model.state.ending != NO_ENDING}
        assert {one.attempt for one in self.store.resumable()} == self.models.keys() - over

    @invariant()
    def completions_are_those_of_the_model(self) -> None:
        for learner in self.learners:
            lines = taken_part(self.store, learner)
            done = {line.attempt for line in lines if line.completed_on}
            mine = {
                name: model
                for name, model in self.models.items()
                if model.seated and model.learner == learner
            }
            assert {line.attempt for line in lines} == mine.keys()
            assert done == {name for name, model in mine.items() if model.completed()}
            assert all(line.presence is Presence.ATTENDED for line in lines if line.completed_on)

    def teardown(self) -> None:
        assert self.store.verify() == []
        for attempt, model in self.models.items():
            replayed = self.store.replay(attempt)
            said = [said_with(replayed, one.move) for one in replayed.moves]
            wanted = [
                "[erased]" if one.words and one.owner in self.erased else one.words for one in model.moves
            ]
            assert said == wanted
            assert replayed.game.case.title == model.text
        self.store.close()

    # --- the machine's own -----------------------------------------------------------------------

    def window(self, attempt: str, number: int) -> OpenAttempt:
        windows = self.windows[attempt]
        return windows[number % len(windows)]

    def new_id(self) -> str:
        self.sent += 1
        return f"sent-{self.sent}"

    def may(self, model: Model, move: Move) -> bool:
        try:
            step(model.game, model.state, move)
        except MoveRefused:
            return False
        return True

    def send(self, attempt: str, opened: OpenAttempt, played: Played, allowed: bool) -> None:
        model = self.models[attempt]
        known = (opened.state, len(opened.moves))
        try:
            opened.play(played.move, played.client_id, played.role, words=played.words or None)
        except RoomMovedOn:
            assert not allowed and (opened.state, len(opened.moves)) == known
        else:
            assert allowed
            model.moves.append(played)


def run_machine(make: Callable[[], Place], examples: int, steps: int = 25, **options: Any) -> None:
    """Let machines run, each against an empty record of its own."""
    checks = list(HealthCheck)
    chosen = settings(
        max_examples=examples, stateful_step_count=steps, suppress_health_check=checks, **options
    )
    run_state_machine_as_test(lambda: RecordMachine(make()), settings=chosen)


def test_anything_in_any_order(make_place: Callable[[str], Place]) -> None:
    run_machine(lambda: make_place("SQLite"), examples=12)


def test_anything_in_any_order_on_a_server(make_place: Callable[[str], Place]) -> None:
    run_machine(lambda: make_place("PostgreSQL"), examples=4)


def test_the_machine_itself_finds_a_record_that_forgets(
    make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a store whose every fifth commit is none, and says it was one."""
    commit, counts = Swift._end, Counter[int]()

    def forget(self: Swift) -> None:
        counts[id(self)] += 1
        if counts[id(self)] % 5 == 0:
            self._roll_back()
        else:
            commit(self)

    monkeypatch.setattr(Swift, "_end", forget)
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_machine(lambda: make_place("SQLite"), examples=10, phases=[Phase.generate])
