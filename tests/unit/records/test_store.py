"""The rest of the front door: trying from here, drafts, notices, the database's settings, errors in words."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, text

from simulator.errors import ChainBroken, NotInstalled, NotSaved, RecordError, SettingsError
from simulator.play.moves import Bring, TakeAdvice
from simulator.records import Place, Player, Presence, Store, engine, open_store, opening
from simulator.settings import load
from tests.steps.record_kept import said_with, taken_part
from tests.steps.record_world import beginning, next_move, play_on, solo, world

# --- try from here ---------------------------------------------------------------------------------


def test_trying_from_here_begins_where_the_earlier_one_stood(store: Store, learner: str) -> None:
    first = store.attempt(store.begin(solo(learner)))
    play_on(first)
    practice = store.attempt(store.try_from(first.id, 4, [Player(learner, first.seats)]))
    assert practice.state == first.moves[3].state and len(practice.moves) == 4
    assert (practice.about.practice_only, practice.about.tried_from, practice.about.tried_at) == (
        True,
        first.id,
        4,
    )
    assert practice.family == first.family and practice.about.opening != first.about.opening
    play_on(practice, strategy="nothing")
    assert practice.ended and len(store.attempt(first.id).moves) == len(first.moves), "the first stays"
    lines = {line.attempt: line for line in taken_part(store, learner)}
    assert lines[practice.id].completed_on is None and lines[first.id].completed_on is not None
    assert lines[practice.id].presence is Presence.ATTENDED
    assert store.verify() == []


def test_words_typed_before_are_there_in_what_is_tried_from_it(store: Store) -> None:
    first = store.attempt(store.begin(beginning()))
    play_on(first, 3, words="Because she asked")
    practice = store.attempt(store.try_from(first.id, 2))
    assert [said_with(practice, moved.move) for moved in practice.moves] == ["Because she asked"] * 2
    assert set(practice.all_said().values()) == {"Because she asked"}


def test_trying_from_the_start_and_from_a_practice(store: Store) -> None:
    first = store.attempt(store.begin(beginning()))
    play_on(first, 5)
    again = store.attempt(store.try_from(first.id, 0))
    assert again.state == first.opening[0] and again.moves == []
    play_on(again, 3)
    assert len(store.attempt(store.try_from(again.id, 2)).moves) == 2
    assert store.verify() == []


def test_there_is_nothing_to_try_after_the_end_or_at_a_move_not_made(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    play_on(attempt)
    for seq in (len(attempt.moves), len(attempt.moves) + 1):
        with pytest.raises(RecordError, match="no move"):
            store.try_from(attempt.id, seq)


# --- drafts ----------------------------------------------------------------------------------------


def test_a_draft_is_there_for_its_decision_and_gone_once_it_is_made(store: Store, learner: str) -> None:
    attempt = store.attempt(store.begin(solo(learner)))
    move, role = next_move(attempt)
    attempt.keep_draft(role, "She said that\nshe makes", learner)
    attempt.keep_draft(role, "She said that\nshe makes the toast", learner)
    again = store.attempt(attempt.id)
    assert again.draft(role) == "She said that\nshe makes the toast" and again.draft("gp") == ""
    again.play(move, "sent", role)
    assert again.draft(role) == "" and drafts(store) == 0
    attempt.refresh()
    assert attempt.draft(role) == ""


def test_a_draft_of_one_part_of_a_meeting_is_not_shown_in_the_next(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    while not isinstance(next_move(attempt)[0], Bring):
        play_on(attempt, 1)
    role = next_move(attempt)[1]
    attempt.keep_draft("police", "what I bring")
    other = store.attempt(attempt.id)
    while isinstance(next_move(other)[0], Bring):
        play_on(other, 1)
    assert other.draft("police") == "" and role != "police"


def test_an_empty_draft_forgets_it_and_the_end_forgets_all(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    role = next_move(attempt)[1]
    attempt.keep_draft(role, "half")
    attempt.keep_draft(role, "")
    assert drafts(store) == 0
    store.attempt(attempt.id).keep_draft("police", "never sent")
    play_on(attempt)
    assert drafts(store) == 0


def drafts(store: Store) -> int:
    return store.database.read(lambda c: c.scalar(text("SELECT count(*) FROM drafts"))) or 0


# --- words -----------------------------------------------------------------------------------------


def test_typed_words_are_cleaned_and_kept_apart(store: Store, learner: str) -> None:
    attempt = store.attempt(store.begin(solo(learner)))
    move, role = next_move(attempt)
    attempt.play(move, "one", role, words="  He pulled\r\nhis sleeve\x1b]0;down\x07  ")
    (moved,) = attempt.moves
    assert said_with(attempt, moved.move) == "He pulled\nhis sleeve]0;down"
    assert list(attempt.all_said().values()) == ["He pulled\nhis sleeve]0;down"]
    journal = store.database.read(lambda c: c.scalar(text("SELECT move FROM journal")))
    assert "sleeve" not in journal and len(getattr(moved.move, "words")) == 64  # noqa: B009 - a union of moves
    play_on(attempt, 1)
    assert said_with(attempt, attempt.moves[1].move) == ""


def test_a_move_that_has_no_words_says_so(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    with pytest.raises(ValueError, match="words"):
        attempt.play(TakeAdvice("register", "class_teacher"), "one", "class_teacher", words="because")


# --- notices ---------------------------------------------------------------------------------------


def test_a_window_notices_within_a_look_and_never_without_cause(store: Store, place: Place) -> None:
    watched = store.attempt(store.begin(beginning()))
    with open_store(place) as other_store:
        other = other_store.attempt(other_store.begin(beginning()))
        assert not watched.changed()
        play_on(other, 2)
        other.keep_draft("police", "somebody else's draft")
        assert not watched.changed(), "another attempt's moves are not ours"
        play_on(other_store.attempt(watched.id), 1)
        until = time.monotonic() + 10
        while not watched.changed() and time.monotonic() < until:
            time.sleep(0.01)
        assert watched.changed() and watched.refresh() and not watched.changed()


def test_a_quiet_look_asks_for_no_rows(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    attempt.changed()
    asked: list[str] = []
    event.listen(store.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    quiet = store.given._replace(elapsed=lambda: 0.0)
    watch = attempt._watch
    watch._given = quiet  # type: ignore[attr-defined]
    attempt.changed()
    asked.clear()
    assert not any(attempt.changed() for _ in range(100)) and asked == []


def test_what_a_look_has_found_is_not_asked_for_twice(store: Store) -> None:
    mine = store.attempt(store.begin(beginning()))
    yours = store.attempt(mine.id)
    play_on(mine, 2)
    asked: list[str] = []

    def note(*call: str) -> None:
        asked.extend([call[2]] if call[2].startswith("SELECT") else [])

    event.listen(store.database.engine, "before_cursor_execute", note)
    assert yours.changed() and yours.changed() and len(asked) == 1
    play_on(mine, 1)
    asked.clear()
    assert len(yours.refresh()) > 0 and asked == []
    assert yours.changed() and yours.refresh() and yours.state == mine.state and not yours.changed()
    play_on(mine, 1)
    assert yours.changed()
    play_on(yours, 1)
    known = [one.hash for one in mine.moves]
    assert not yours.changed() and [one.hash for one in yours.moves][: len(known)] == known


def test_a_glance_outlives_its_connection(make_place: Callable[[str], Place]) -> None:
    place = make_place("PostgreSQL")
    with open_store(place, world()) as store, open_store(place) as other:
        one = text("SELECT 1")
        assert store.database.glance(lambda c: c.scalar(one)) == 1
        with other.database.alone() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert store.database.glance(lambda c: c.scalar(one)) == 1
        assert store.database.write(lambda c: c.scalar(one)) == 1


def test_a_watch_whose_server_has_gone_falls_back_to_looking(make_place: Callable[[str], Place]) -> None:
    place = make_place("PostgreSQL")
    with open_store(place, world()) as store, open_store(place) as other:
        watched = store.attempt(store.begin(beginning()))
        assert not watched.changed()
        with other.database.alone() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        play_on(other.attempt(watched.id), 1)
        assert any(watched.changed() for _ in range(5)) and watched.refresh()


# --- the database ----------------------------------------------------------------------------------


def test_sqlite_is_set_so_that_what_is_committed_stays(make_place: Callable[[str], Place]) -> None:
    with open_store(make_place("SQLite")) as store:
        ask = store.database.read
        expected = {
            "journal_mode": "delete",
            "synchronous": 3,
            "foreign_keys": 1,
            "secure_delete": 1,
            "busy_timeout": 30_000,
            "temp_store": 2,
            "trusted_schema": 0,
        }
        found = {name: ask(lambda c, name=name: c.scalar(text(f"PRAGMA {name}"))) for name in expected}  # type: ignore[misc]
        assert found == expected


def test_a_file_in_wal_mode_is_taken_out_of_it_where_that_is_not_safe(
    make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make_place("SQLite")
    file = place.database.removeprefix("sqlite:///")
    mode = text("PRAGMA journal_mode")
    for safe, wanted in ((True, "wal"), (False, "delete")):
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        connection.close()
        monkeypatch.setattr(engine, "WAL_IS_SAFE", (3, 0, 0) if safe else (9, 0, 0))
        with open_store(place) as store:
            assert store.database.read(lambda c: c.scalar(mode)) == wanted
            assert store.database.read(lambda c: c.scalar(text("PRAGMA synchronous"))) == 3


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "er" / "record.db"
    open_store(f"sqlite:///{file}").close()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_settings_say_where_the_record_is(home: Path) -> None:
    with open_store(load()) as store:
        assert store.place == Place(f"sqlite:///{home / 'record.db'}", home / "backups", home / "secret.key")
        store.begin(beginning())
    assert (home / "record.db").stat().st_size > 10_000


def test_a_path_that_an_address_would_mangle(tmp_path: Path) -> None:
    folder = tmp_path / "a %20 b?c=d#e é"
    with open_store(Place(f"sqlite:///{folder / 'record.db'}", folder / "backups", folder / "key")) as store:
        attempt = store.begin(beginning())
        store.backup(folder / "all.zip")
    assert (folder / "record.db").is_file()
    with open_store(Place(f"sqlite:///{folder / 'record.db'}", folder / "backups", folder / "key")) as store:
        assert store.attempt(attempt).id == attempt


def test_postgres_without_its_library_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*arguments: object, **options: object) -> None:
        raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")

    monkeypatch.setattr(engine, "create_engine", missing)
    with pytest.raises(NotInstalled, match="postgres"):
        open_store("postgresql+psycopg://somebody@localhost/nowhere")


def test_a_server_that_is_not_there_is_said_in_a_sentence_and_its_password_is_not() -> None:
    with pytest.raises(RecordError, match="cannot be reached") as told:
        open_store("postgresql+psycopg://somebody:s3cret@127.0.0.1:1/nowhere", world())
    assert "s3cret" not in str(told.value)


def test_a_server_that_was_restarted_is_met_again_without_a_word(make_place: Callable[[str], Place]) -> None:
    place = make_place("PostgreSQL")
    with open_store(place) as store, open_store(place) as other:
        attempt = store.attempt(store.begin(beginning()))
        for _ in range(3):
            play_on(attempt, 1)
            with other.database.alone() as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        play_on(attempt)
        assert attempt.ended and store.verify() == []


def test_a_server_that_keeps_one_waiting_is_said_to(
    make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine._POSTGRES_OPTIONS, "statement_timeout", "50ms")
    place = make_place("PostgreSQL")
    with open_store(place, world()) as store:
        attempt = store.attempt(store.begin(beginning()))
        move, role = next_move(attempt)
        with store.database.engine.connect() as other, other.begin():
            other.execute(text("SELECT 1 FROM attempts FOR UPDATE"))
            with pytest.raises(NotSaved, match="in time"):
                attempt.play(move, "one", role)
        assert attempt.play(move, "one", role)


def test_somebody_who_writes_without_end_is_said_to(
    make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    place = make_place("SQLite")
    with open_store(place) as store:
        attempt = store.attempt(store.begin(beginning()))
        move, role = next_move(attempt)
        state = attempt.state
        with sqlite3.connect(place.database.removeprefix("sqlite:///"), isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSaved, match="half a minute"):
                attempt.play(move, "one", role)
            other.execute("ROLLBACK")
        other.close()
        assert attempt.state == state
        assert attempt.play(move, "one", role)


@pytest.mark.parametrize("wrong", ["", "no-such-attempt", "x" * 500, "'; DROP TABLE journal; --"])
def test_an_attempt_that_is_not_there(store: Store, wrong: str) -> None:
    with pytest.raises(RecordError, match="No such attempt"):
        store.attempt(wrong)


def test_an_attempt_of_newer_rules_of_play_is_not_opened(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = store.begin(beginning())
    monkeypatch.setattr(opening, "PLAY_VERSION", 0)
    with pytest.raises(RecordError, match="newer rules"):
        store.attempt(attempt)


def test_a_journal_whose_moves_the_case_does_not_allow_is_not_played(store: Store) -> None:
    """A chain that holds and a move that cannot be: made by somebody who knew how to hash."""
    from simulator.records.chain import JournalRow, sealed

    attempt = store.attempt(store.begin(beginning()))
    bad = JournalRow(1, "c", "gp", '{"move":"choose","option":"x","role":"gp","scene":"register"}', 0,
                     store.given.now(), attempt.about.opening, "")  # fmt: skip
    values = {"attempt": attempt.id, **sealed(attempt.id, bad)._asdict()}
    from simulator.records.tables import journal

    store.database.write(lambda c: c.execute(journal.insert().values(values)).rowcount)
    with pytest.raises(ChainBroken, match="not a move the case allows"):
        store.attempt(attempt.id)
    assert [(one.attempt, one.seq) for one in store.verify()] == [(attempt.id, 1)]


def test_a_home_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError):
        open_store(f"sqlite:///{tmp_path / 'file' / 'record.db'}")
