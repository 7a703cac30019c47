"""Who is asked again weeks after a training, on both databases; and their answers, from a sheet."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scoring.guidance.board_reading import load_board
from simulator.records import Player, Store, tables
from simulator.records.imports.importing import Imported, Kind
from simulator.records.tables import Course, Stage, Workshop
from simulator.records.training.evaluations import Occasion
from simulator.reports.asked_again import sheet
from simulator.reports.listed import make
from simulator.reports.report import Asked
from tests.steps.record_kept import answers_of
from tests.steps.record_world import TEN_LINES, Clock, add_learner, beginning, case_of
from tests.unit.reports.written import csv_bytes

TODAY = date(2026, 11, 20)
HELD = date(2026, 9, 14)
ITEMS = {"confidence_share": 4, "knowledge_consent": 1}


def held(store: Store, name: str, day: date) -> str:
    store.training.set_course(Course(code="wt-3", title="Working together"))
    return store.training.plan(Workshop(id=name, title="", course="wt-3", held_on=day))


def says_after(store: Store, learner: str, workshop: str, intention: str = "") -> Occasion:
    occasion = Occasion(learner, workshop)
    day = store.training.workshop(workshop).held_on
    store.training.answer(occasion, Stage.PRE, ITEMS, day)
    store.training.answer(occasion, Stage.POST, ITEMS, day)
    if intention:
        store.training.intend(occasion, intention, day)
    return occasion


@pytest.fixture(autouse=True)
def _now(clock: Clock) -> None:
    clock.moment = datetime(2026, 11, 20, 9, tzinfo=UTC)


def due(store: Store, learner: str = "") -> list[str]:
    return [one.occasion.learner for one in store.training.due(learner)]


def test_from_the_sixth_week_to_the_twelfth_whoever_said_something_is_asked_once(store: Store) -> None:
    people = {}
    for days in (41, 42, 84, 85):
        workshop = held(store, f"w{days}", TODAY - timedelta(days=days))
        people[days] = add_learner(store, f"After {days}", "police")
        says_after(store, people[days], workshop)
    silent, meant = add_learner(store, "Silent", "police"), add_learner(store, "Meant", "police")
    store.training.intend(Occasion(meant, "w42"), "Ring first", TODAY)
    assert silent not in due(store)
    assert due(store) == [people[84], people[42], meant]
    (one,) = store.training.due(meant)
    assert (one.title, one.course, one.meant, one.weeks(TODAY)) == ("Working together", "wt-3", True, 6)
    store.training.follow_up(Occasion(meant, "w42"), TODAY, done=True)
    store.training.would_rather_not(Occasion(people[42], "w42"))
    assert due(store) == [people[84]]
    store.erase(people[84])
    assert due(store) == []


def test_a_play_by_itself_is_asked_about_as_well(store: Store, clock: Clock) -> None:
    ann = add_learner(store, "Ann Ash", "police")
    clock.moment = datetime(2026, 10, 1, 23, tzinfo=UTC)
    begun = beginning(TEN_LINES, players=(Player(ann, case_of(TEN_LINES).playable),))
    occasion = Occasion(ann, attempt=store.begin(begun))
    clock.moment = datetime(2026, 11, 20, 9, tzinfo=UTC)
    store.training.answer(occasion, Stage.POST, ITEMS, TODAY)
    (one,) = store.training.due(ann)
    assert (one.occasion, one.on, one.meant) == (occasion, date(2026, 10, 1), False)
    assert one.title == case_of(TEN_LINES).title


def rows(store: Store) -> list[dict[str, str]]:
    made = store.database.read(lambda c: csv_bytes(sheet(c, Asked(today=TODAY))))
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))


def take_in(store: Store, folder: Path, filled: list[dict[str, str]]) -> Imported:
    file = folder / "back.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(filled[0]))
        writer.writeheader()
        writer.writerows(filled)
    return store.import_file(Kind.FOLLOW_UP, file, load_board())


def fill(row: dict[str, str], **answers: str) -> None:
    for name, answer in answers.items():
        (head,) = (head for head in row if head.partition(":")[0] == name)
        row[head] = answer


def test_the_sheet_says_who_and_asks_what_and_tells_nothing_of_anybody(store: Store) -> None:
    ann = add_learner(store, "Ann Ash", "police")
    says_after(store, ann, held(store, "autumn", HELD), "Ring the school nurse")
    (row,) = rows(store)
    assert row["name"] == "Ann Ash" and row["date"] == "2026-09-14" and row["answer_by"] == "2026-12-07"
    asked = {head.partition(":")[0]: cell for head, cell in row.items() if ":" in head}
    assert len(asked) == 8 and set(asked.values()) == {""}
    report = store.database.read(lambda c: make(c, "FOLLOW-UP", Asked(today=TODAY)).read())
    told = str(row) + str(report.as_data())
    assert "school nurse" not in told and ann not in told and "autumn" not in told


def test_a_sheet_comes_back_and_twice_is_once(store: Store, tmp_path: Path) -> None:
    workshop = held(store, "autumn", HELD)
    ann, bea, cy = (add_learner(store, name, "police") for name in ("Ann", "Bea", "Cy"))
    meant = says_after(store, ann, workshop, "Ring first")
    for who in (bea, cy):
        says_after(store, who, workshop)
    back = rows(store)
    fill(back[0], confidence_share="8", knowledge_certain="Not true", did_it="yes", manager_confirms="Y")
    fill(back[0], answered_on="02/11/2026")
    fill(back[1], knowledge_consent="FALSE", did_it="yes", answered_on="2026-11-03")
    back = [{"reference": row["reference"].lower().replace("-", " "), **row} for row in back]
    taken = take_in(store, tmp_path, back)
    assert (taken.added, taken.changed, taken.same, taken.faults) == (2, 0, 0, ())
    assert "1 row has no answers yet." in taken.notes and "Lines 3" in " ".join(taken.notes)
    later = [one for one in answers_of(store, meant) if one.stage is Stage.FOLLOW_UP]
    assert {(one.item, one.value, one.given_on) for one in later} == {
        ("confidence_share", 8, date(2026, 11, 2)),
        ("knowledge_certain", 1, date(2026, 11, 2)),
    }
    (kept,) = store.database.read(lambda c: c.execute(tables.intentions.select()).all())
    assert (kept.done, kept.confirmed, kept.answered_on) == (True, True, date(2026, 11, 2))
    r8 = store.database.read(lambda c: make(c, "R8", Asked(today=TODAY)).read())
    assert r8.parts, "the answer counts"
    asked = next(note for note in r8.notes if note.endswith("In files: confidence_share."))
    assert ": “How sure" in asked
    assert due(store) == [cy]
    again = take_in(store, tmp_path, back)
    assert (again.added, again.changed, again.same) == (0, 0, 2) and len(store.audit()) == 1
    fill(back[0], manager_confirms="no")
    assert take_in(store, tmp_path, back).changed == 1


def test_every_fault_of_a_sheet_is_told_at_its_place(store: Store, tmp_path: Path) -> None:
    workshop = held(store, "autumn", HELD)
    says_after(store, add_learner(store, "Ann", "police"), workshop)
    (row,) = rows(store)
    wrong = [dict(row) for _ in range(7)]
    fill(wrong[0], confidence_share="11")
    fill(wrong[1], knowledge_consent="perhaps")
    fill(wrong[2], answered_on="2026-09-13", did_it="no")
    fill(wrong[3], answered_on="2026-11-21", did_it="no")
    fill(wrong[4], manager_confirms="yes")
    wrong[5]["reference"] = "F-2222-2222-2222"
    wrong[6]["reference"] = ""
    taken = take_in(store, tmp_path, wrong)
    said = {fault.line: fault.message for fault in taken.faults if "stands in" not in fault.message}
    assert set(said) == set(range(2, 9))
    assert "from 1 to 10" in said[2] and "perhaps" in said[3] and "before the training" in said[4]
    assert "still to come" in said[5] and "F-2222-2222-2222" in said[7] and "empty" in said[8]
    assert due(store), "nothing was taken in"


def test_an_answer_without_a_day_is_of_today_and_one_too_late_is_said_to_be(
    store: Store, tmp_path: Path
) -> None:
    says_after(store, add_learner(store, "Ann", "police"), held(store, "autumn", HELD))
    (row,) = back = rows(store)
    fill(row, confidence_refer="7")
    taken = take_in(store, tmp_path, back)
    assert taken.added == 1 and "today stands in" in " ".join(taken.notes)
    fill(row, confidence_refer="6", answered_on="2026-09-20")
    assert "not counted in R8" in " ".join(take_in(store, tmp_path, back).notes)


def test_whoever_was_merged_since_is_known_by_the_reference_of_before(store: Store, tmp_path: Path) -> None:
    twin, ann = (add_learner(store, "Ann", "police") for _ in range(2))
    says_after(store, twin, held(store, "autumn", HELD))
    back = rows(store)
    fill(back[0], confidence_share="9")
    store.merge(twin, ann)
    assert take_in(store, tmp_path, back).added == 1
    assert len(answers_of(store, Occasion(ann, "autumn"))) == 5
