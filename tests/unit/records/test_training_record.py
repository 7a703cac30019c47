"""What a training lead keeps: courses, workshops, bookings, evaluations, headcounts, actions."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from simulator.errors import RecordError
from simulator.play.moves import StepOut
from simulator.records import Player, Store, tables
from simulator.records.completed import every_completion
from simulator.records.tables import (
    Action,
    Booked,
    Course,
    OnPaper,
    PartThere,
    Reason,
    Stage,
    Status,
    Trainer,
    Workshop,
)
from simulator.records.training.evaluations import Occasion
from simulator.records.training.paper import OfWhat
from tests.steps.record_kept import answers_of
from tests.steps.record_world import TEN_LINES, add_learner, beginning, case_of, play_on

DAY = date(2026, 9, 14)


def plan(store: Store, **details: object) -> str:
    store.training.set_course(
        Course(code="wt-3", title="Working together", cases='["ten_lines"]', level="3", minutes=180)
    )
    usual = {"id": "", "title": "", "course": "wt-3", "held_on": DAY, "place": "Town Hall", "capacity": 20}
    return store.training.plan(Workshop(**{**usual, **details}))


def statuses(store: Store, workshop: str) -> dict[str, str]:
    return {one.learner: one.status.value for one in store.training.bookings_of(workshop)}


def test_a_workshop_takes_from_its_course_what_nobody_says(store: Store) -> None:
    workshop = store.training.workshop(plan(store))
    assert (workshop.title, workshop.level, workshop.minutes) == ("Working together", "3", 180)
    assert (workshop.case_id, workshop.status, workshop.parts) == ("ten_lines", Status.PLANNED, 1)
    own = store.training.workshop(plan(store, title="For schools", level="2", minutes=90))
    assert (own.title, own.level, own.minutes) == ("For schools", "2", 90)
    store.training.set_course(Course(code="wt-3", title="Another title", cases="[]", level="1"))
    assert store.training.workshop(workshop.id).title == "Working together", "what is past stays"
    assert [one.title for one in store.training.courses()] == ["Another title"]
    assert store.training.workshops(DAY, DAY) and not store.training.workshops(date(2026, 9, 15))


def test_what_cannot_be_kept_is_refused_in_words(store: Store) -> None:
    workshop = plan(store)
    for refuse, said in (
        (lambda: store.training.plan(Workshop(id="", title="x", held_on=DAY)), "course or a case"),
        (lambda: plan(store, course="wt-9"), "wt-9"),
        (lambda: plan(store, title="x" * 201), "more than 200"),
        (lambda: plan(store, held_on="some day"), "held on"),
        (lambda: store.training.set_course(Course(code="", title="x")), "'code' is empty"),
        (lambda: store.training.book(workshop, "nobody", DAY), "nobody"),
        (lambda: store.training.book("nowhere", "nobody", DAY), "nowhere"),
        (lambda: store.training.cancel(workshop, "nobody", DAY), "no booking"),
        (lambda: store.training.done("no-action", DAY, "seen"), "no-action"),
        (
            lambda: store.training.agree(Action(id="", agreed_on=DAY, what="Write it")),
            "agency or an office",
        ),
        (lambda: store.training.follow_up(Occasion("x", workshop), DAY, done=True), "no intention"),
    ):
        with pytest.raises(RecordError, match=said):
            refuse()


def test_what_becomes_of_a_booking(store: Store) -> None:
    workshop = plan(store, parts=2)
    came, part, stayed_away, gave_back, walked_in = (
        add_learner(store, name, "police") for name in ("Ann Ash", "Bea Bow", "Cy Coe", "Di Dee", "Ed Elm")
    )
    lead = store.training
    for learner in (came, part, stayed_away, gave_back):
        lead.book(workshop, learner, date(2026, 8, 1), "Table 1")
    lead.book(workshop, came, date(2026, 8, 2))  # once more changes nothing
    lead.cancel(workshop, gave_back, date(2026, 9, 10), Reason.URGENT_WORK, charge=True)
    for number in (1, 2):
        lead.there(workshop, came, number, PartThere.ATTENDED)
        lead.there(workshop, part, number, PartThere.ATTENDED if number == 1 else PartThere.MISSED)
        lead.there(workshop, stayed_away, number, PartThere.MISSED)
    lead.came(workshop, walked_in, Booked.ATTENDED)
    assert statuses(store, workshop) == {
        came: "attended",
        part: "part",
        stayed_away: "no-show",
        gave_back: "cancelled",
        walked_in: "unscheduled",
    }
    kept = {one.learner: one for one in lead.bookings_of(workshop)}
    assert kept[came].booked_on == date(2026, 8, 1) and kept[came].table_name == "Table 1"
    assert kept[gave_back].cancelled_on == date(2026, 9, 10) and kept[gave_back].charge
    assert kept[walked_in].agency == "police" and kept[walked_in].booked_on is None
    lead.book(workshop, gave_back, date(2026, 9, 11))
    assert statuses(store, workshop)[gave_back] == "booked", "a place given back is booked again"
    with pytest.raises(RecordError, match="no part 3"):
        lead.there(workshop, came, 3, PartThere.ATTENDED)
    with pytest.raises(RecordError, match="no booking"):
        lead.came(workshop, add_learner(store, "Flo Fox", "police"), Booked.NO_SHOW)


def test_closing_a_workshop_takes_attendance_from_what_was_played(store: Store) -> None:
    workshop = plan(store)
    names = ("Ann Ash", "Bea Bow", "Cy Coe", "Di Dee")
    through, stepped_out, away, walked_in = (add_learner(store, name, "schools") for name in names)
    for learner in (through, stepped_out, away):
        store.training.book(workshop, learner, date(2026, 8, 1))
    role = case_of(TEN_LINES).playable[0]
    for learner, leaves in ((through, False), (walked_in, False), (stepped_out, True)):
        begun = beginning(TEN_LINES, players=(Player(learner, (role,)),), workshop=workshop, table="Table 1")
        attempt = store.attempt(store.begin(begun))
        if leaves:
            attempt.play(StepOut(role), "out", role)
        else:
            play_on(attempt)
    store.training.close(workshop)
    store.training.close(workshop)  # again changes nothing
    assert statuses(store, workshop) == {
        through: "attended",
        stepped_out: "attended",
        away: "no-show",
        walked_in: "unscheduled",
    }
    assert store.training.workshop(workshop).status is Status.CLOSED
    assert store.verify() == []


def test_who_led_it(store: Store) -> None:
    workshop, trainer = plan(store), add_learner(store, "Gus Grey", "health visiting")
    one = Trainer(workshop=workshop, learner=trainer, agency="health visiting", half_days=2)
    store.training.set_trainers(workshop, [one])
    store.training.set_trainers(workshop, [one])
    led = store.database.read(lambda c: c.scalars(select(tables.trainers.c.half_days)).all())
    assert led == [2]


def test_completing_on_paper_after_stepping_out(store: Store) -> None:
    learner = add_learner(store, "Ann Ash", "schools")
    role = case_of(TEN_LINES).playable[0]
    begun = beginning(TEN_LINES, players=(Player(learner, (role,)),))
    attempt = store.attempt(store.begin(begun))
    attempt.play(StepOut(role), "out", role)
    review = OfWhat(attempt=attempt.id)
    certificate = store.training.complete_on_paper(learner, review, OnPaper.REVIEW, DAY)
    assert store.training.complete_on_paper(learner, review, OnPaper.REVIEW, DAY) == certificate
    played = store.attempt(store.begin(begun))
    play_on(played)
    with pytest.raises(RecordError, match="certificate"):
        store.training.complete_on_paper(learner, OfWhat(attempt=played.id), OnPaper.REVIEW, DAY)
    every = store.database.read(lambda c: c.execute(every_completion()).mappings().all())
    assert sorted((one["how"], one["case_id"] != "") for one in every) == [
        ("paper review", True),
        ("solo", True),
    ]
    assert {one["edition"] for one in every} == {every[0]["edition"]}, "the edition it was begun under"
    assert store.verify() == []


def test_completing_on_paper_at_a_workshop_and_elsewhere(store: Store) -> None:
    workshop = plan(store)
    ann, bea, cy = (
        add_learner(store, name, agency)
        for name, agency in (("Ann Ash", "schools"), ("Bea Bow", "police"), ("Cy Coe", "schools"))
    )
    for learner in (ann, bea):
        store.training.book(workshop, learner, date(2026, 8, 1))
        store.training.came(workshop, learner, Booked.ATTENDED)
    for learner in (ann, bea):
        store.training.complete_on_paper(learner, OfWhat(workshop=workshop), OnPaper.PACK, DAY, ann)
    with pytest.raises(RecordError, match="list of those who came"):
        store.training.complete_on_paper(cy, OfWhat(workshop=workshop), OnPaper.PACK, DAY)
    store.training.complete_on_paper(cy, OfWhat(course="wt-3"), OnPaper.ELSEWHERE, DAY)
    query = every_completion().subquery()
    kept = store.database.read(lambda c: c.execute(query.select()).mappings().all())
    told = sorted((one["course"], one["how"], one["minutes"], one["multi_agency"]) for one in kept)
    assert told == [("wt-3", "elsewhere", 180, True)] + [("wt-3", "printed pack", 180, True)] * 2


def test_evaluations_and_what_came_of_intentions(store: Store) -> None:
    workshop, learner = plan(store), add_learner(store, "Ann Ash", "schools")
    ann = Occasion(learner, workshop)
    store.training.answer(ann, Stage.PRE, {"confidence": 4, "thresholds": 0}, DAY)
    store.training.answer(ann, Stage.POST, {"confidence": 7}, DAY)
    store.training.answer(ann, Stage.POST, {"confidence": 8}, DAY)
    given = [(one.stage.value, one.item, one.value) for one in answers_of(store, ann)]
    assert given == [("post", "confidence", 8), ("pre", "confidence", 4), ("pre", "thresholds", 0)]
    first = store.training.intend(ann, "Ring the health visitor first.", DAY)
    assert store.training.intend(ann, "Ring and write.", DAY) == first
    assert store.training.intention_of(ann) == "Ring and write."
    store.training.follow_up(ann, date(2026, 11, 2), done=True, confirmed=True)
    (kept,) = store.database.read(lambda c: c.execute(tables.intentions.select()).all())
    assert (kept.done, kept.confirmed, kept.answered_on) == (True, True, date(2026, 11, 2))


def test_an_action_is_done_when_something_shows_it(store: Store) -> None:
    workshop = plan(store)
    action = Action(
        id="", agreed_on=DAY, workshop=workshop, what="Put the number on the wall", office="training lead"
    )
    agreed = store.training.agree(action)
    other = store.training.agree(Action(id="", agreed_on=DAY, what="Tell schools", agency="schools", due=DAY))
    assert [one.id for one in store.training.actions(waiting=True)] == [other, agreed]
    with pytest.raises(RecordError, match="nothing shows it"):
        store.training.done(agreed, DAY, " ")
    store.training.done(agreed, date(2026, 10, 1), "Photograph in the minutes of 1 October")
    assert [one.id for one in store.training.actions(waiting=True)] == [other]
    assert store.training.actions()[1].done_on == date(2026, 10, 1)
