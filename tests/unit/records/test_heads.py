"""Heads kept elsewhere tell a record written anew; a backup holds every table; older records are taken on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from simulator.access import find
from simulator.errors import RecordError
from simulator.records import Place, Player, Store, migrating, open_store, tables
from simulator.records.database import Database
from simulator.records.tables import Action, Booked, Course, OnPaper, PartThere, Stage, Trainer, Workshop
from simulator.records.training.evaluations import Occasion
from simulator.records.training.paper import OfWhat
from simulator.records.training.rows import put
from tests.steps.command_line import Run
from tests.steps.record_databases import DATABASES
from tests.steps.record_world import TEN_LINES, add_learner, beginning, case_of, play_on, world
from tests.steps.training import TrainingRoom

DAY = date(2026, 9, 14)
FILLED = (
    "courses",
    "workshops",
    "trainers",
    "bookings",
    "booking_parts",
    "paper_completions",
    "evaluations",
    "intentions",
    "intention_words",
    "headcounts",
    "actions",
    "kept_apart",
    "attempts",
    "completions",
)


def fill(store: Store) -> str:
    """A row in every table of a training lead, and a play; give whose they are."""
    lead = store.training
    twin, ann = (add_learner(store, "Ann Ash", "police") for _ in range(2))
    bea = add_learner(store, "Bea Bow", "police")
    lead.set_course(Course(code="wt-3", title="Working together", minutes=180))
    held = lead.plan(Workshop(id="autumn", title="", course="wt-3", held_on=DAY))
    begun = beginning(TEN_LINES, players=(Player(ann, case_of(TEN_LINES).playable),), workshop=held)
    play_on(store.attempt(store.begin(begun)))
    store.merge(twin, ann)
    store.keep_apart(ann, bea)
    lead.book(held, ann, DAY)
    lead.there(held, ann, 1, PartThere.ATTENDED)
    lead.set_trainers(held, [Trainer(workshop=held, learner=bea, agency="police")])
    lead.complete_on_paper(ann, OfWhat(workshop=held), OnPaper.PACK, DAY)
    lead.answer(Occasion(ann, held), Stage.PRE, {"confidence": 3}, DAY)
    lead.intend(Occasion(ann, held), "Ring first", DAY)
    lead.follow_up(Occasion(ann, held), DAY, done=False)
    lead.agree(Action(id="", agreed_on=DAY, workshop=held, what="Tell them", agency="police"))
    store.database.write(
        lambda c: put(c, tables.Headcount(agency="police", level="3", as_of=DAY, in_scope=40))
    )
    return ann


def rows_of(store: Store) -> dict[str, list[str]]:
    return store.database.read(
        lambda c: {
            name: sorted(map(repr, c.execute(table.select()).all()))
            for name, table in tables.metadata.tables.items()
        }
    )


@pytest.mark.parametrize("kind", DATABASES)
def test_a_backup_holds_every_table_and_the_secret_on_any_database(
    store: Store, kind: str, make_place: Callable[[str], Place], tmp_path: Path
) -> None:
    fill(store)
    store.place.secret.write_bytes(b"a key that signs")
    backup = store.backup(tmp_path / "friday.zip")
    with open_store(make_place(kind), world()) as other:
        other.place.secret.write_bytes(b"another key")
        other.restore(backup.file)
        theirs, mine = rows_of(other), rows_of(store)
        assert len(theirs.pop("audit")) == len(mine.pop("audit")) + 1, "that it was restored"
        assert theirs == mine and other.verify() == []
        assert all(theirs[name] for name in FILLED)
        assert other.place.secret.read_bytes() == b"a key that signs"
        assert other.training.intention_of(Occasion(find_one(other), "autumn")) == "Ring first"


def find_one(store: Store) -> str:
    (ann,) = find(store, "Ann Ash")
    return ann.learner


def test_a_record_that_was_written_anew_does_not_match_what_was_kept(store: Store) -> None:
    ann = fill(store)
    kept = store.heads()
    assert store.changed_since(kept) == [] and len(kept.certificates) == 2
    going_on = store.attempt(store.begin(beginning(TEN_LINES, players=(Player(ann, ()),))))
    early = store.heads()
    play_on(going_on)
    store.erase(ann)
    assert store.changed_since(kept) == store.changed_since(early) == [], "it may grow, and forget"
    on_paper = "UPDATE paper_completions SET minutes = 999"
    store.database.write(lambda c: c.execute(text(on_paper)).rowcount)
    assert [one.attempt for one in store.changed_since(kept)] == [""]
    cut = "UPDATE journal SET hash = previous WHERE attempt = :it"
    (played,) = [one for one in kept.attempts if one != going_on.id]
    store.database.write(lambda c: c.execute(text(cut), {"it": played}).rowcount)
    assert [one.attempt for one in store.changed_since(kept)] == [played, ""]


def test_heads_are_kept_in_a_file(run: Run, room: TrainingRoom, tmp_path: Path) -> None:
    attempt = room.play()
    assert run("records", "verify", "--keep", tmp_path / "heads.json").code == 0
    assert run("records", "verify", "--against", tmp_path / "heads.json").code == 0
    with room.open() as store:
        out = [text(f"DELETE FROM {table} WHERE attempt = :it") for table in ("words", "journal")]
        out.append(text("DELETE FROM attempts WHERE id = :it"))
        store.database.write(lambda c: [c.execute(one, {"it": attempt}).rowcount for one in out])
    assert run("records", "verify").code == 0, "what is gone as a whole no chain can show"
    said = run("records", "verify", "--against", tmp_path / "heads.json", "--json")
    assert said.code == 1 and [one["attempt"] for one in said.data["breaks"]] == [attempt]
    (tmp_path / "heads.json").write_text("{}")
    assert run("records", "verify", "--against", tmp_path / "heads.json").code == 2


def test_a_record_of_the_first_release_is_backed_up_and_taken_on(place: Place, tmp_path: Path) -> None:
    """Tables as 0001 made them, with a play in them, opened by today's simulator."""
    with open_store(place, world()) as today:
        learner = add_learner(today, "Ann Ash", "police")
        begun = beginning(TEN_LINES, players=(Player(learner, case_of(TEN_LINES).playable),), workshop="hall")
        attempt = today.attempt(today.begin(begun))
        play_on(attempt)
        kept, old = today.heads(), {"learners", "people", "kept_texts", "attempts", "journal", "attendances"}
        rows = {
            table.name: [
                dict(one)
                for one in today.database.read(lambda c, t=table: c.execute(t.select()).mappings().all())
            ]
            for table in tables.metadata.sorted_tables
            if table.name in {*old, "completions"}
        }
    first = Place(f"sqlite:///{tmp_path / 'old.db'}", tmp_path / "backups", tmp_path / "key")
    database = Database(first.database, world())
    with migrating._migrating(database) as connection:
        migrating.upgrade(connection, "0001")
        for name, held in rows.items():
            for one in held:
                one.pop("merged_into", None)
                one.pop("held_in", None)
                connection.execute(tables.metadata.tables[name].insert().values(one))
    database.close()
    with open_store(first, world()) as taken_on:
        assert taken_on.verify() == [] and taken_on.changed_since(kept) == []
        assert taken_on.attempt(attempt.id).head == attempt.head
        assert [file.name for file in first.backups.glob("*before*.zip")]
        taken_on.training.set_course(Course(code="wt-3", title="Working together"))
        taken_on.training.plan(Workshop(id="hall", title="", course="wt-3", held_on=DAY))
        with pytest.raises(RecordError):
            taken_on.training.came("hall", learner, Booked.NO_SHOW)
