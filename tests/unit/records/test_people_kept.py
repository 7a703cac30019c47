"""Duplicates, merging, keeping apart, retention: what a record does with people over the years."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from simulator.access import Details, find, person, register
from simulator.errors import RecordError
from simulator.records import Player, Store, tables
from simulator.records.duplicates import Because
from simulator.records.personal import FREE_TEXT, pseudonym_columns
from simulator.records.purging import keeps_from
from simulator.records.tables import Action, Booked, Course, OnPaper, PartThere, Stage, Trainer, Workshop
from simulator.records.training.evaluations import Occasion
from simulator.records.training.paper import OfWhat
from tests.steps.record_kept import taken_part
from tests.steps.record_world import TEN_LINES, Clock, add_learner, beginning, case_of, next_move, play_on

DAY = date(2026, 3, 14)


def plan(store: Store, workshop: str, held_on: date = DAY, parts: int = 1) -> str:
    store.training.set_course(Course(code="wt-3", title="Working together", level="3", minutes=180))
    return store.training.plan(Workshop(id=workshop, title="", course="wt-3", held_on=held_on, parts=parts))


def play(store: Store, learner: str, **changes: Any) -> str:
    role = case_of(TEN_LINES).playable[0]
    attempt = store.attempt(store.begin(beginning(TEN_LINES, players=(Player(learner, (role,)),), **changes)))
    move, mover = next_move(attempt)
    attempt.play(move, "client-1", mover, words="my own words")
    play_on(attempt)
    return attempt.id


def count(store: Store, table: str, learner: str) -> int:
    return len(store.held_about(learner)[table])


def test_who_may_be_one_person_is_listed_with_why(store: Store) -> None:
    known = {
        key: add_with(store, Details(*details))
        for key, details in {
            "ann": ("Ann Ash", "police", "", "ann@p.example"),
            "ann at school": ("Ash, Ann", "schools", "", ""),
            "ann once more": ("ann  ash", "Police", "", "a.ash@p.example"),
            "bea": ("Bea Bow", "police", "", "bea@p.example"),
            "bea at school": ("Bea Bow", "schools", "", "bea@s.example"),
            "beatrice": ("Beatrice Bow", "schools", "", "BEA@s.example", "", "SW1"),
            "nobody's twin": ("Cy Coe", "police", "", "cy@p.example", "", "sw1"),
            **{f"office {n}": (f"Clerk {n} X", "police", "", "office@p.example") for n in "abcde"},
        }.items()
    }
    name = {learner: key for key, learner in known.items()}
    told = {
        frozenset((name[one.learner], name[other.learner])): because
        for one, other, because in store.duplicates()
    }
    assert told == {
        frozenset(("ann", "ann once more")): (Because.NAME_AND_AGENCY,),
        frozenset(("ann", "ann at school")): (Because.NAME,),
        frozenset(("ann at school", "ann once more")): (Because.NAME,),
        frozenset(("bea at school", "beatrice")): (Because.ADDRESS,),
        frozenset(("beatrice", "nobody's twin")): (Because.REGISTRATION,),
    }
    for _ in range(2):
        store.keep_apart(known["beatrice"], known["nobody's twin"])
    assert len(store.duplicates()) == 4
    assert [one.action for one in store.audit()] == ["apart"]


def add_with(store: Store, details: Details) -> str:
    from simulator.records.details import columns

    learner = add_learner(store, details.name, details.agency)
    values = columns(learner, details)
    here = tables.people.c.learner == learner
    store.database.write(lambda c: c.execute(tables.people.update().where(here).values(values)).rowcount)
    return learner


def test_everything_of_one_person_goes_to_the_other(store: Store) -> None:
    known, _ = register(store, Details("Ann Ash", "schools", team="Oak Primary"))
    gone, stays = known.learner, add_with(store, Details("Ann Ash", "schools", "teacher", "ann@s.example"))
    first, both = plan(store, "first", parts=2), plan(store, "both")
    lead = store.training
    play(store, stays)
    play(store, gone)
    for workshop, learner in ((first, gone), (both, gone), (both, stays)):
        lead.book(workshop, learner, DAY)
    for part in (1, 2):
        lead.there(first, gone, part, PartThere.ATTENDED)
    lead.came(both, gone, Booked.ATTENDED)
    lead.set_trainers(both, [Trainer(workshop=both, learner=gone, agency="schools")])
    for learner in (gone, stays):
        lead.answer(Occasion(learner, both), Stage.PRE, {"confidence": 4}, DAY)
        lead.intend(Occasion(learner, both), f"Ring them. {learner}", DAY)
    lead.complete_on_paper(gone, OfWhat(workshop=first), OnPaper.PACK, DAY)
    merged = store.merge(gone, stays)
    assert merged.dropped == 3, "one booking, one answer and one intention were there twice"
    assert store.merge(gone, stays) == (0, 0)
    held = store.held_about(stays)
    assert {one["workshop"]: one["status"] for one in held["bookings"]} == {
        "first": Booked.ATTENDED,
        "both": Booked.ATTENDED,
    }
    assert [len(held[name]) for name in ("attendances", "completions", "paper_completions", "trainers")] == [
        2, 2, 1, 1,
    ]  # fmt: skip
    assert [len(held[name]) for name in ("booking_parts", "evaluations", "intentions")] == [2, 1, 1]
    assert sorted(one["first"] for one in held["attendances"]) == [False, True]
    assert {name: rows for name, rows in store.held_about(gone).items() if rows}.keys() == {"learners"}
    assert person(store, gone) == person(store, stays), "lists made before still lead somewhere"
    assert person(store, stays).details == Details(
        "Ann Ash", "schools", "teacher", "ann@s.example", "Oak Primary"
    )
    assert len(find(store, "Ann Ash")) == 1 and store.verify() == []
    assert [(one.action, one.what) for one in store.audit()] == [("merge", stays)]


def test_a_trainer_who_is_merged_still_led_what_they_led(store: Store) -> None:
    from simulator.records import Training

    gone, stays = (add_learner(store, "Gus Grey", agency) for agency in ("police", "schools"))
    learner = add_learner(store, "Ann Ash", "schools")
    attempt = play(store, learner, training=Training(trainer=gone))
    store.merge(gone, stays)
    assert store.verify() == []
    assert taken_part(store, learner)[0].trainer == gone
    assert person(store, gone).learner == stays and store.attempt(attempt).about.trainer == gone


def test_who_sat_at_one_table_is_two_people(store: Store) -> None:
    one, other = (add_learner(store, "Sam Wren", agency) for agency in ("police", "schools"))
    role = case_of(TEN_LINES).playable[0]
    store.begin(beginning(TEN_LINES, players=(Player(one, (role,)), Player(other, (role,)))))
    for gone, stays, said in ((one, other, "two people"), (one, one, "one person"), ("x", one, "'x'")):
        with pytest.raises(RecordError, match=said):
            store.merge(gone, stays)
    assert len(find(store, "Sam Wren")) == 2
    with pytest.raises(RecordError):
        store.keep_apart(one, one)


def test_who_is_past_keeping_is_taken_out_and_counts_stay_true(store: Store, clock: Clock) -> None:
    before = date(2026, 1, 1)
    clock.moment = datetime(2018, 5, 1, 9, tzinfo=UTC)
    old, still_valid, came_since = (
        add_learner(store, name, "police") for name in ("Old Hand", "Still Valid", "Came Since")
    )
    for learner in (old, still_valid, came_since):
        play(store, learner)
    plan(store, "old", date(2018, 5, 1))
    store.training.intend(Occasion(came_since, "old"), "Old Hand should ring", date(2018, 5, 1))
    clock.moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
    plan(store, "now")
    store.training.book("now", came_since, DAY)
    certificate = tables.completions.c.learner == still_valid
    lasts = tables.completions.update().where(certificate).values(expires=date(2026, 6, 1))
    store.database.write(lambda c: c.execute(lasts).rowcount)
    counted = (count(store, "completions", old), len(store.finished()))
    shown = store.past_keeping(before)
    assert [(one.name, one.last) for one in shown.people] == [("Old Hand", date(2018, 5, 1))]
    assert (shown.words, shown.intentions) == (3, 1)
    assert store.past_keeping(before) == shown and find(store, "Old Hand"), "looking changes nothing"
    taken = store.purge(before)
    assert taken.people == shown.people and (taken.words, taken.intentions) == (3, 1) and taken.overwritten
    assert not find(store, "Old Hand") and find(store, "Still Valid") and find(store, "Came Since")
    assert (count(store, "completions", old), len(store.finished())) == counted
    assert not any(store.held_about(one)["words"] for one in (old, still_valid, came_since))
    assert [(one.action, one.rows) for one in store.audit()] == [("purge", 5)]
    again = store.purge(before)
    assert (list(again.people), again.words, again.intentions) == ([], 0, 0) and len(store.audit()) == 1


def test_years_of_keeping() -> None:
    assert keeps_from(6, date(2026, 3, 14)) == date(2020, 3, 14)
    assert keeps_from(1, date(2024, 2, 29)) == date(2023, 2, 28)


def test_where_else_a_name_stands_is_told(store: Store) -> None:
    known, _ = register(store, Details("Quillon Reed", "police", email="quillon@p.example"))
    lead = store.training
    action = lead.agree(
        Action(id="", agreed_on=DAY, what="QUILLON REED rings the school", office="police", review="R1")
    )
    plan(store, "w1")
    lead.plan(Workshop(id="w2", title="Room of quillon@p.example", course="wt-3", held_on=DAY))
    other = add_learner(store, "Bea Bow", "police")
    lead.intend(Occasion(other, "w1"), "Ring Quillon Reed first", DAY)
    told = store.erase(known.learner).mentions
    assert len(told) == 3 and f"action {action}" in told and "workshop w2" in told
    assert any("means to do" in one for one in told)


def test_no_table_that_knows_somebody_is_forgotten() -> None:
    known = pseudonym_columns()
    for name, columns in {
        "attempts": ("trainer",),
        "completions": ("learner", "trainer"),
        "booking_parts": ("learner",),
        "kept_apart": ("one", "other"),
        "learners": ("id", "merged_into"),
        "drafts": ("learner",),
    }.items():
        assert known[name] == columns
    for name, (_, key, columns) in FREE_TEXT.items():
        assert {key, *columns} <= set(tables.metadata.tables[name].c.keys())
