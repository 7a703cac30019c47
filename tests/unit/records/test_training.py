"""Attendance and completion: once for each person, never from a score; stepping out counts against nobody."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from simulator.errors import MoveRefused
from simulator.play.moves import HandOver, StepOut
from simulator.records import TRAINER, Delivery, Player, Presence, Store, Training, tables
from simulator.records.completing import months_later
from simulator.records.tables import Attendance, Completion
from tests.steps.record_kept import taken_part
from tests.steps.record_world import add_learner, beginning, case_of, next_move, play_on, solo


def completions(store: Store) -> list[Completion]:
    query = select(tables.completions).order_by(tables.completions.c.learner)
    rows = store.database.read(lambda c: c.execute(query).mappings().all())
    return [Completion.model_validate(dict(row)) for row in rows]


def presence(store: Store, attempt: str, learner: str) -> Presence:
    query = select(tables.attendances).where(
        tables.attendances.c.attempt == attempt, tables.attendances.c.learner == learner
    )
    row = store.database.read(lambda c: c.execute(query).mappings().one())
    return Attendance.model_validate(dict(row)).presence


def test_who_sees_a_case_through_has_completed_it_once(store: Store, learner: str) -> None:
    training = Training("core", 90, True, 36, Delivery.TABLE, trainer=add_learner(store, "Jo Price", "board"))
    attempt = store.attempt(store.begin(solo(learner, training=training)))
    play_on(attempt, len("not to the end"))
    assert completions(store) == [] and presence(store, attempt.id, learner) is Presence.PART
    last = next_move(attempt)
    play_on(attempt)
    (done,) = completions(store)
    assert presence(store, attempt.id, learner) is Presence.ATTENDED
    assert (done.attempt, done.learner, done.agency) == (attempt.id, learner, "health visiting")
    assert (done.case_id, done.edition) == ("everything", "wt2010")
    assert (done.minutes, done.level, done.participatory, done.multi_agency) == (90, "core", True, False)
    assert (done.delivery, done.trainer) == (Delivery.TABLE, training.trainer)
    assert (done.completed_on, done.expires) == (date(2026, 3, 2), date(2029, 3, 2))
    assert done.certificate
    move, role = last
    attempt.play(move, attempt.moves[14].client_id, role)
    assert completions(store) == [done] and store.verify() == []


def test_a_case_counts_for_its_own_minutes_where_the_board_says_nothing(store: Store, learner: str) -> None:
    whole, short = (store.attempt(store.begin(solo(learner, cut=cut))) for cut in ("", "short"))
    play_on(whole)
    play_on(short)
    assert sorted(done.minutes for done in completions(store)) == [25, case_of(whole_text()).minutes]
    assert all(done.expires is None for done in completions(store))


def whole_text() -> str:
    return beginning().case_text


def test_a_table_of_two_agencies_is_multi_agency_for_both(store: Store) -> None:
    people = [add_learner(store, *who) for who in (("Ann", "school"), ("Bob", "police"))]
    attempt = store.attempt(store.begin(beginning(players=tuple(map(Player, people)), table="Blue")))
    play_on(attempt)
    assert [(one.learner, one.multi_agency, one.roles) for one in completions(store)] == [
        (learner, True, "[]") for learner in sorted(people)
    ]


def test_stepping_out_is_attending_and_not_completing(store: Store) -> None:
    ann, bob = (add_learner(store, *who) for who in (("Ann", "school"), ("Bob", "police")))
    players = (
        Player(ann, ("class_teacher", "school_nurse", "gp", "social_work_manager")),
        Player(bob, ("police",)),
    )
    attempt = store.attempt(store.begin(beginning(players=players)))
    play_on(attempt, 3)
    attempt.play(StepOut("police"), "out", "police")
    assert (
        presence(store, attempt.id, bob) is Presence.STEPPED_OUT and Presence.STEPPED_OUT.counts_as_attended
    )
    play_on(attempt)
    assert attempt.ended and [one.learner for one in completions(store)] == [ann]
    assert presence(store, attempt.id, bob) is Presence.STEPPED_OUT
    assert store.verify() == []


def test_who_comes_back_to_the_seat_completes(store: Store, learner: str) -> None:
    attempt = store.attempt(store.begin(solo(learner)))
    attempt.play(StepOut("police"), "out", "police")
    assert presence(store, attempt.id, learner) is Presence.PART, "four seats are still theirs"
    attempt.play(HandOver("police", True), "back", TRAINER)
    play_on(attempt)
    assert len(completions(store)) == 1


def test_somebody_alone_who_steps_out_has_attended(store: Store, learner: str) -> None:
    begun = beginning(seats=("class_teacher",), players=(Player(learner, ("class_teacher",)),))
    attempt = store.attempt(store.begin(begun))
    attempt.play(StepOut("class_teacher"), "out", "class_teacher")
    assert attempt.ended, "colleagues carry on by habit"
    assert presence(store, attempt.id, learner) is Presence.STEPPED_OUT
    assert completions(store) == [] and store.verify() == []


def test_one_of_a_table_can_leave_and_the_others_complete(store: Store) -> None:
    ann, bob = (add_learner(store, *who) for who in (("Ann", "school"), ("Bob", "police")))
    attempt = store.attempt(store.begin(beginning(players=(Player(ann), Player(bob)))))
    store.leave(attempt.id, bob)
    play_on(attempt)
    store.leave(attempt.id, ann)
    assert presence(store, attempt.id, bob) is Presence.STEPPED_OUT
    assert presence(store, attempt.id, ann) is Presence.ATTENDED, "leaving after the end is going home"
    assert [one.learner for one in completions(store)] == [ann] and store.verify() == []


def test_practice_is_played_and_never_completed(store: Store, learner: str) -> None:
    attempt = store.attempt(store.begin(solo(learner, practice_only=True)))
    play_on(attempt)
    assert completions(store) == [] and presence(store, attempt.id, learner) is Presence.ATTENDED
    assert store.verify() == []


def test_the_first_play_of_a_case_is_told_from_later_ones(store: Store, learner: str) -> None:
    practice = store.begin(solo(learner, practice_only=True))
    first, second = store.begin(solo(learner)), store.begin(solo(learner))
    other = store.begin(solo(learner, beginning().case_text.replace("id: everything", "id: another")))
    firsts = {line.attempt: line.first for line in taken_part(store, learner)}
    assert firsts == {practice: False, first: True, second: False, other: True}


def test_who_comes_late_is_there_and_completes(store: Store) -> None:
    ann, bob = (add_learner(store, *who) for who in (("Ann", "school"), ("Bob", "police")))
    attempt = store.attempt(store.begin(beginning(players=(Player(ann),))))
    play_on(attempt, 5)
    store.join(attempt.id, [Player(bob)])
    store.join(attempt.id, [Player(bob)])
    play_on(attempt)
    assert {one.learner for one in completions(store)} == {ann, bob}
    with pytest.raises(MoveRefused):
        store.join(attempt.id, [Player(add_learner(store, "Cy", "housing"))])
    assert store.verify() == []


def test_what_is_completed_is_told_from_what_is_only_begun(store: Store, learner: str) -> None:
    done = store.attempt(store.begin(solo(learner, training=Training("core", 90))))
    play_on(done)
    begun = store.begin(solo(learner))
    first, second = taken_part(store, learner)
    assert (first.attempt, first.presence, first.minutes) == (done.id, Presence.ATTENDED, 90)
    assert (first.roles, first.edition) == (done.seats, "wt2010")
    assert (second.attempt, second.presence, second.completed_on) == (begun, Presence.PART, None)


def test_a_completion_has_no_score() -> None:
    assert not any("score" in field or "mark" in field for field in Completion.model_fields)


def test_lists_show_what_can_be_carried_on_and_what_is_over(store: Store, learner: str) -> None:
    first, second, third = (store.begin(solo(learner, table=f"Table {n}")) for n in range(3))
    play_on(store.attempt(first), 2)
    play_on(store.attempt(third))
    ours = store.resumable(learner)
    assert [one.attempt for one in ours] == [first, second]
    assert (ours[0].moves, ours[1].moves, ours[1].last_move) == (2, 0, None)
    assert ours[0].table == "Table 0" and ours[0].seats == case_of(whole_text()).playable
    assert [(one.attempt, one.ending) for one in store.finished(learner)] == [(third, "quick")]
    nobody = add_learner(store, "Bob", "police")
    assert store.resumable(nobody) == () and len(store.resumable()) == 2


def test_nobodys_attempt_is_kept_as_well(store: Store) -> None:
    attempt = store.attempt(store.begin(beginning()))
    play_on(attempt)
    assert completions(store) == [] and len(store.finished()) == 1 and store.verify() == []


def test_a_case_without_people_plays_itself_and_is_over(store: Store) -> None:
    attempt = store.begin(beginning(seats=()))
    assert store.attempt(attempt).ended and [one.attempt for one in store.finished()] == [attempt]
    assert store.verify() == []


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_seats_and_cuts_a_case_does_not_have_are_refused(store: Store, learner: str) -> None:
    for wrong in (
        beginning(seats=("housing_officer",)),
        beginning(seats=("nobody",)),
        beginning(cut="endless"),
        beginning(players=(Player(learner, ("nobody",)),)),
    ):
        with pytest.raises(MoveRefused):
            store.begin(wrong)
    assert store.resumable() == ()
