"""Erasing somebody leaves no byte of them in the product's files, and the journal as whole as before."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from simulator.access import Details, register, remember
from simulator.errors import RecordError
from simulator.records import Place, Store, open_store
from tests.steps.record_kept import said_with, taken_part
from tests.steps.record_world import beginning, next_move, play_on, solo, world

NAME = "Quillon Featherstonehaugh"
SECRETS = (
    NAME,
    NAME.casefold(),
    "quillon@council.example",
    "HV-77-QUILLON",
    "he pulled his sleeve down",
    "half a thought",
)


def tell_everything(store: Store, folder: Path) -> tuple[str, str]:
    """Somebody leaves their traces everywhere the record keeps any."""
    details = Details(
        NAME, "health visiting", "nurse", "quillon@council.example", "North", "HV-77-QUILLON", ""
    )
    known, _ = register(store, details)
    remember(store, known.learner, folder)
    attempt = store.attempt(store.begin(solo(known.learner)))
    for _ in range(3):
        move, role = next_move(attempt)
        attempt.play(move, f"client-{len(attempt.moves)}", role, words="he pulled his sleeve down")
    attempt.keep_draft(next_move(attempt)[1], "half a thought", known.learner)
    return known.learner, attempt.id


def bytes_of(store: Store) -> bytes:
    """Everything in the database's files on disk, or what a server gives away."""
    if store.database.is_sqlite:
        file = Path(store.place.database.removeprefix("sqlite:///"))
        return b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
    names = ("people", "words", "drafts", "credentials", "learners", "journal", "attempts", "attendances")
    return store.database.read(
        lambda c: repr([c.execute(text(f"SELECT * FROM {n}")).all() for n in names])
    ).encode()


def test_nothing_of_the_person_is_left_and_every_chain_holds(store: Store, tmp_path: Path) -> None:
    learner, attempt = tell_everything(store, tmp_path)
    before = bytes_of(store)
    assert [secret for secret in SECRETS if secret.encode() not in before] == [], "they were there"
    erased = store.erase(learner)
    after = bytes_of(store)
    assert [secret for secret in SECRETS if secret.encode() in after] == []
    assert erased.words == 3 and erased.overwritten
    assert store.verify() == []
    replayed = store.replay(attempt)
    assert [said_with(replayed, moved.move) for moved in replayed.moves] == ["[erased]"] * 3
    assert store.held_about(learner)["people"] == []
    assert taken_part(store, learner)[0].agency == "health visiting", "counts by agency stay true"


def test_play_goes_on_after_an_erasure(store: Store, tmp_path: Path) -> None:
    learner, attempt_id = tell_everything(store, tmp_path)
    attempt = store.attempt(attempt_id)
    first, role = attempt.moves[0].move, attempt.moves[0].role
    store.erase(learner)
    same = first._replace(words="")  # type: ignore[call-arg]
    assert attempt.play(same, "client-0", role, words="he pulled his sleeve down"), (
        "sent again, it counts once"
    )
    play_on(attempt)
    assert attempt.ended and store.verify() == []
    assert len(taken_part(store, learner)) == 1


def test_nothing_typed_after_an_erasure_is_kept(store: Store, tmp_path: Path) -> None:
    """A window was still open when they asked to be erased."""
    learner, attempt_id = tell_everything(store, tmp_path)
    attempt = store.attempt(attempt_id)
    store.erase(learner)
    move, role = next_move(attempt)
    attempt.play(move, "later", role, words="he pulled his sleeve down")
    attempt.keep_draft(next_move(attempt)[1], "half a thought", learner)
    assert said_with(attempt, attempt.moves[-1].move) == "[erased]"
    assert [secret for secret in SECRETS if secret.encode() in bytes_of(store)] == []
    with pytest.raises(RecordError):
        store.begin(solo(learner))
    assert store.verify() == []


def test_erasing_leaves_a_line_and_names_exports_and_backups(store: Store, tmp_path: Path) -> None:
    store.note("export", "before their time", rows=1)
    learner, _ = tell_everything(store, tmp_path)
    store.note("export", "R4", "everybody", 12)
    store.place.backups.mkdir(exist_ok=True)
    backup = store.backup(store.place.backups / "monday.zip")
    erased = store.erase(learner, who="trainer")
    assert [(one.what, one.rows) for one in erased.exports] == [("R4", 12)]
    assert list(erased.backups) == [backup.file]
    with zipfile.ZipFile(backup.file) as packed:
        assert NAME.encode() in packed.read("record.db") or not store.database.is_sqlite
    last = store.audit()[-1]
    assert (last.action, last.what, last.rows) == ("erase", learner, 3)
    again = store.erase(learner)
    assert again.words == 0 and store.audit()[-1] == last, "once erased, nothing more is said"


def test_one_thing_typed_can_be_taken_out(store: Store, tmp_path: Path) -> None:
    _, attempt = tell_everything(store, tmp_path)
    tried = store.try_from(attempt, 3)
    store.redact(attempt, 2)
    replayed = store.replay(attempt)
    said = [said_with(replayed, moved.move) for moved in replayed.moves]
    assert said == ["he pulled his sleeve down", "[erased]", "he pulled his sleeve down"]
    practice = store.replay(tried)
    said = [said_with(practice, moved.move) for moved in practice.moves]
    assert said == ["he pulled his sleeve down", "[erased]", "he pulled his sleeve down"], "they are shared"
    assert store.verify() == [] and store.audit()[-1].action == "redact"
    lines = len(store.audit())
    store.redact(attempt, 2)
    assert len(store.audit()) == lines


def test_what_is_not_there_cannot_be_erased(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    play_on(attempt, 1)
    for wrong in (
        lambda: store.erase("nobody"),
        lambda: store.redact(attempt.id, 1),
        lambda: store.redact(attempt.id, 9),
    ):
        with pytest.raises(RecordError):
            wrong()


def test_without_overwriting_the_search_would_find_them(
    make_place: Callable[[str], Place], tmp_path: Path
) -> None:
    """The control of the first test: a record whose deletes overwrite nothing still holds the words."""
    with open_store(make_place("SQLite"), world()) as store:
        learner, _ = tell_everything(store, tmp_path)
        with store.database.alone() as careless:
            careless.execute("PRAGMA secure_delete=OFF")
            careless.execute("DELETE FROM words WHERE learner = ?", (learner,))
        assert b"he pulled his sleeve down" in bytes_of(store)
