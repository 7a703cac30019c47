"""The journal: stored before it is shown, once whatever is sent twice, and the same to every window."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from simulator.errors import MoveRefused, NotSaved, RecordError, RoomMovedOn
from simulator.play.events import Decided, Injected
from simulator.play.moves import Bring, Choose, SendInject, TakeAdvice
from simulator.play.step import waiting_for
from simulator.records import TRAINER, Place, Store, open_store
from simulator.records.swift import Swift
from tests.steps.record_kept import said_with
from tests.steps.record_world import (
    LOOP,
    beginning,
    next_move,
    play_on,
    solo,
    world,
)


def rows(store: Store, table: str = "journal") -> int:
    return int(store.database.read(lambda c: c.scalar(text(f"SELECT count(*) FROM {table}"))) or 0)


def test_a_move_is_stored_with_what_came_of_it(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    before = attempt.state
    move, role = next_move(attempt)
    events = attempt.play(move, "one", role)
    assert events and isinstance(events[0], Decided) and events[0].before == before
    assert rows(store) == 1
    assert attempt.moves[0].state == attempt.state != before
    assert attempt.events[-len(events) :] == events


def test_opened_again_it_stands_where_it_stood(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    play_on(attempt)
    again = store.attempt(attempt.id)
    assert again.ended
    assert (again.state, again.events, again.moves) == (attempt.state, attempt.events, attempt.moves)
    assert again.head == attempt.head and again.head[0] == len(attempt.moves) > 10
    assert again.family == attempt.family and again.game.rulebook == attempt.game.rulebook


def test_the_same_move_sent_twice_is_one_move(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    move, role = next_move(attempt)
    first = attempt.play(move, "one", role, words="Because she asked")
    state = attempt.state
    assert attempt.play(move, "one", role, words="Because she asked") == first
    assert store.attempt(attempt.id).play(move, "one", role, words="Because she asked") == first
    assert attempt.state == state and rows(store) == 1 and rows(store, "words") == 1


@pytest.mark.parametrize("words", [None, "Because he asked", ""])
def test_the_same_id_with_other_words_is_refused(store: Store, words: str | None) -> None:
    attempt = store.attempt(store.begin(beginning()))
    move, role = next_move(attempt)
    attempt.play(move, "one", role, words="Because she asked")
    with pytest.raises(MoveRefused, match="another content"):
        attempt.play(move, "one", role, words=words)
    assert rows(store) == 1


def test_the_same_id_with_another_move_is_refused(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    move, role = next_move(attempt)
    attempt.play(move, "one", role)
    state = attempt.state
    other, other_role = next_move(attempt)
    with pytest.raises(MoveRefused, match="another content"):
        attempt.play(other, "one", other_role)
    with pytest.raises(MoveRefused, match="another content"):
        attempt.play(move, "one", TRAINER)
    assert attempt.state == state and rows(store) == 1


def test_two_windows_see_the_same(store: Store, place: Place) -> None:
    with open_store(place, world()) as other_store:
        mine = store.attempt(store.begin(beginning()))
        yours = other_store.attempt(mine.id)
        while not mine.ended:
            mover, watcher = (mine, yours) if len(mine.moves) % 2 else (yours, mine)
            move, role = next_move(mover)
            mover.play(move, f"client-{len(mover.moves)}", role)
            assert watcher.changed()
            watcher.refresh()
            assert not watcher.changed()
            assert watcher.state == mover.state
        assert mine.events == yours.events and mine.moves == yours.moves


def test_refreshing_gives_each_event_once(store: Store) -> None:
    mine = store.attempt(store.begin(beginning()))
    yours = store.attempt(mine.id)
    play_on(mine, 4)
    seen = len(yours.events)
    assert yours.refresh() == mine.events[seen:]
    assert yours.refresh() == [] and yours.events == mine.events


def test_who_decides_after_the_room_has_moved_on_is_told(store: Store) -> None:
    mine = store.attempt(store.begin(beginning()))
    yours = store.attempt(mine.id)
    move, role = next_move(yours)
    play_on(mine, 1)
    state, events = yours.state, list(yours.events)
    with pytest.raises(RoomMovedOn):
        yours.play(move, "late", role)
    assert (yours.state, yours.events) == (state, events) and rows(store) == 1
    assert yours.refresh() and yours.state == mine.state


def test_a_decision_met_again_is_not_decided_from_a_window_that_saw_it_the_first_time(store: Store) -> None:
    mine = store.attempt(store.begin(beginning(LOOP)))
    yours = store.attempt(mine.id)
    role = mine.seats[0]
    mine.play(Choose("monday", role, "wait"), "first visit", role)
    assert mine.state.scene == yours.state.scene, "the same scene waits again"
    with pytest.raises(RoomMovedOn):
        yours.play(Choose("monday", role, "ask"), "for the first visit", role)
    yours.refresh()
    yours.play(Choose("monday", role, "ask"), "for the second", role)
    assert yours.ended


def test_seats_deciding_together_need_not_have_seen_each_other(store: Store) -> None:
    mine = store.attempt(store.begin(beginning()))
    while not isinstance(next_move(mine)[0], Bring):
        play_on(mine, 1)
    yours = store.attempt(mine.id)
    first, second = waiting_for(mine.game, mine.state)[:2]
    mine.play(Bring("discussion", first), "first brings", first)
    yours.play(Bring("discussion", second), "second brings", second)
    assert mine.refresh() and mine.state == yours.state
    assert first not in waiting_for(mine.game, mine.state)


def test_a_move_nobody_may_make_changes_nothing(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    role = next_move(attempt)[1]
    state = attempt.state
    for move, sender in (
        (Choose("register", role, "no_such_option"), role),
        (Choose("no_such_scene", role, "listen"), role),
        (TakeAdvice("register", "gp"), "gp"),
        (Choose("register", role, "listen"), "police"),
        (Choose("register", role, "listen"), "nobody_at_all"),
    ):
        with pytest.raises((MoveRefused, KeyError)):
            attempt.play(move, f"bad {sender}", sender)
    assert attempt.state == state and rows(store) == 0


def test_a_trainers_message_can_come_at_any_time(store: Store) -> None:
    mine = store.attempt(store.begin(beginning()))
    yours = store.attempt(mine.id)
    move, role = next_move(yours)
    events = mine.play(SendInject("", ("gp",)), "inject", TRAINER, words="Five more minutes")
    assert isinstance(events[0], Injected) and said_with(mine, mine.moves[0].move) == "Five more minutes"
    yours.play(move, "not stopped by it", role)
    assert rows(store) == 2


def test_windows_that_race_leave_one_row_each(store: Store, place: Place) -> None:
    """Four windows send the same four moves at once, over and over: each counts once, in one order."""
    attempt = store.attempt(store.begin(beginning()))
    problems: list[BaseException] = []

    def play() -> None:
        try:
            with open_store(place) as own:
                window = own.attempt(attempt.id)
                while not window.ended:
                    move, role = next_move(window)
                    try:
                        window.play(move, f"move {len(window.moves)}", role)
                    except RoomMovedOn:
                        window.refresh()
        except BaseException as error:  # noqa: BLE001 - a thread's own failure would go unseen
            problems.append(error)

    windows = [threading.Thread(target=play) for _ in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert problems == []
    attempt.refresh()
    assert attempt.ended and store.verify() == []
    assert [moved.seq for moved in attempt.moves] == list(range(1, len(attempt.moves) + 1))


def test_what_could_not_be_stored_is_said_so_and_changes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = store.attempt(store.begin(beginning()))
    move, role = next_move(attempt)
    state, events = attempt.state, list(attempt.events)

    def fail(self: Swift) -> None:
        raise store.database.engine.dialect.loaded_dbapi.OperationalError("the wire is cut")

    with monkeypatch.context() as cut:
        cut.setattr(Swift, "_end", fail)
        with pytest.raises(NotSaved) as told:
            attempt.play(move, "one", role)
    assert told.value.title == "Not saved" and "again" in told.value.remedy
    assert (attempt.state, attempt.events) == (state, events) and rows(store) == 0
    attempt.play(move, "one", role)
    assert rows(store) == 1


def test_a_commit_whose_outcome_nobody_knows_is_settled_by_the_moves_id(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit succeeds and the answer is lost: the move is there once, and its events are given."""
    attempt = store.attempt(store.begin(beginning()))
    move, role = next_move(attempt)
    commit, lost = Swift._end, []

    def commit_and_lose(self: Swift) -> None:
        commit(self)
        if not lost:
            lost.append(True)
            raise store.database.engine.dialect.loaded_dbapi.OperationalError("the answer is lost")

    monkeypatch.setattr(Swift, "_end", commit_and_lose)
    events = attempt.play(move, "one", role)
    assert lost and isinstance(events[0], Decided)
    assert rows(store) == 1 and len(attempt.moves) == 1
    assert store.attempt(attempt.id).state == attempt.state


def test_a_refused_move_holds_nobody_up(store: Store, place: Place) -> None:
    """After a refusal nothing stays locked, and the kept connection goes on."""
    attempt = store.attempt(store.begin(beginning()))
    move, role = next_move(attempt)
    for number in range(3):
        with pytest.raises(MoveRefused):
            attempt.play(Choose("register", role, "no_such_option"), f"bad {number}", role)
    with open_store(place) as other:
        other.attempt(attempt.id).play(move, "another window's", role)
    attempt.refresh()
    play_on(attempt)
    assert attempt.ended and store.verify() == []


def test_a_file_edited_or_deleted_changes_nothing_that_was_begun(store: Store, learner: str) -> None:
    first = store.begin(solo(learner))
    changed = solo(learner, beginning().case_text.replace("Toast for two", "Toast for three"))
    second = store.begin(changed)
    assert store.attempt(first).game.case.title == "Toast for two"
    assert store.attempt(second).game.case.title == "Toast for three"
    assert store.attempt(first).about.case_version != store.attempt(second).about.case_version


def test_a_window_over_a_record_that_was_put_back_does_not_write_on(store: Store, tmp_path: Path) -> None:
    """Yesterday's backup is restored beneath an open window: nothing is added after moves that are gone."""
    attempt = store.attempt(store.begin(beginning()))
    play_on(attempt, 2)
    store.backup(tmp_path / "yesterday.zip")
    play_on(attempt, 2)
    store.restore(tmp_path / "yesterday.zip")
    move, role = next_move(attempt)
    for act in (lambda: attempt.play(move, "on", role), attempt.refresh):
        with pytest.raises(RecordError, match="put back"):
            act()
    assert store.verify() == [] and len(store.attempt(attempt.id).moves) == 2
    play_on(store.attempt(attempt.id))
    with pytest.raises(RecordError, match="put back"):
        attempt.play(move, "on", role)
    assert store.verify() == []
