"""The sentences of tests/features/training_lead.feature."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pytest_bdd import given, parsers, then, when

from simulator.access import find
from simulator.records import Player, Store
from simulator.records.tables import Booked, Course, OnPaper, Stage, Workshop
from simulator.records.training.evaluations import Occasion
from simulator.records.training.paper import OfWhat
from tests.steps.command_line import Desk
from tests.steps.training import TrainingRoom

LIST = """name,e-mail,agency
Ann Ash,ann@council.example,police
,cy@council.example,police
Bea Bow,not an address,school
"""
CORRECTED = LIST.replace("\n,cy", "\nCy Coe,cy").replace("not an address", "bea@council.example")
DAY = date(2026, 9, 14)


@dataclass
class Lead(Desk):
    """A training lead at the desk."""

    names: dict[str, str] = field(default_factory=dict)

    def type(self, line: str) -> None:
        for name, value in self.names.items():
            line = re.sub(rf"\b{name}\b", value, line)
        super().type(line)


def register(room: TrainingRoom, *agencies: str, name: str = "Ann Ash", **details: str) -> list[str]:
    return [room.register(name, agency, **details).learner for agency in agencies]


@given("a list of people with two mistakes")
def a_list_with_mistakes(desk: Lead, room: TrainingRoom) -> None:
    desk.names["LIST"] = str(room.home.parent / "list.csv")
    Path(desk.names["LIST"]).write_text(LIST, "utf-8")


@when("the mistakes are corrected")
def mistakes_are_corrected(desk: Lead) -> None:
    Path(desk.names["LIST"]).write_text(CORRECTED, "utf-8")


@given("Ann Ash is in the record twice, and each of the two has completed a case")
def twice_in_the_record(desk: Lead, room: TrainingRoom) -> None:
    desk.names["FIRST"], desk.names["SECOND"] = register(room, "police", "police")
    for which in ("FIRST", "SECOND"):
        room.play(Player(desk.names[which], ("nurse",)))


@given("Ann Ash has come to a workshop, said what she means to do, and completed on paper")
def came_to_a_workshop(room: TrainingRoom) -> None:
    (ann,) = register(room, "police", email="ann@council.example")
    with room.open() as store:
        lead = store.training
        lead.set_course(Course(code="wt-3", title="Working together", minutes=180))
        lead.plan(Workshop(id="autumn", title="", course="wt-3", held_on=DAY))
        lead.book("autumn", ann, DAY)
        lead.came("autumn", ann, Booked.ATTENDED)
        lead.answer(Occasion(ann, "autumn"), Stage.POST, {"confidence": 7}, DAY)
        lead.intend(Occasion(ann, "autumn"), "ring the school nurse", DAY)
        lead.complete_on_paper(ann, OfWhat(workshop="autumn"), OnPaper.PACK, DAY)


@given("Ann Ash has come to a workshop eight weeks ago, and said what she means to do")
def came_eight_weeks_ago(desk: Lead, room: TrainingRoom) -> None:
    desk.names["SHEET"] = str(room.home.parent / "sheet.csv")
    (ann,) = register(room, "police", email="ann@council.example")
    held = datetime.now(UTC).date() - timedelta(weeks=8)
    with room.open() as store:
        lead = store.training
        lead.plan(Workshop(id="autumn", title="Working together", case_id="a-case", held_on=held))
        lead.answer(Occasion(ann, "autumn"), Stage.POST, {"confidence_share": 7}, held)
        lead.intend(Occasion(ann, "autumn"), "ring the school nurse", held)


@then("nothing that she wrote is told")
def nothing_is_told(desk: Lead) -> None:
    assert "nurse" not in desk.said.text


def on_the_sheet(desk: Lead, **answers: str) -> None:
    file = Path(desk.names["SHEET"])
    with file.open(newline="", encoding="utf-8-sig") as opened:
        (row,) = csv.DictReader(opened)
    row |= {head: answers[name] for head in row if (name := head.partition(":")[0]) in answers}
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, row)
        writer.writeheader()
        writer.writerow(row)


@when("she answers on the sheet with her manager, and one answer is no number")
def answers_on_the_sheet(desk: Lead) -> None:
    on_the_sheet(desk, confidence_share="eight", did_it="yes", manager_confirms="yes")


@when("she corrects it")
def corrects_the_sheet(desk: Lead) -> None:
    on_the_sheet(desk, confidence_share="8")


@given("Ann Ash was last there eight years ago")
def last_there_years_ago(room: TrainingRoom) -> None:
    today = datetime.now(UTC)
    room.now = today.replace(year=today.year - 8, day=1)
    register(room, "police")


@given("Ann Ash and Bea Bow are in the record")
def two_people(room: TrainingRoom) -> None:
    for name in ("Ann Ash", "Bea Bow"):
        register(room, "police", name=name)


def people(store: Store) -> list[str]:
    return [one.learner for name in ("Ann Ash", "Bea Bow", "Cy Coe") for one in find(store, name)]


@then("nobody is in the record")
def nobody_is_there(room: TrainingRoom) -> None:
    with room.open() as store:
        assert people(store) == []


@then("she is in the record")
def she_is_there(room: TrainingRoom) -> None:
    with room.open() as store:
        assert len(people(store)) == 1


@then("she has completed two cases")
def she_has_completed_two(room: TrainingRoom) -> None:
    with room.open() as store:
        (ann,) = people(store)
        assert len(store.held_about(ann)["completions"]) == 2


@then(parsers.parse("what is held about her has {names}"))
def what_is_held(desk: Lead, names: str) -> None:
    held = desk.said.data["held"]
    for name in re.split(r", | and ", names):
        assert len(held[name]) == 1, name


@then(parsers.re("no file of the record holds (?P<quoted>.*)"))
def no_file_holds(room: TrainingRoom, quoted: str) -> None:
    files = [file.read_bytes() for file in room.home.rglob("*") if file.is_file()]
    assert any(b"SQLite format" in one for one in files)
    for secret in re.findall("“(.*?)”", quoted):
        assert not [one for one in files if secret.encode() in one], secret


@then("the workshop still has 1 booking, 1 evaluation and 1 completion")
def counts_stay_true(room: TrainingRoom) -> None:
    with room.open() as store:
        (booking,) = store.training.bookings_of("autumn")
        held = store.held_about(booking.learner)
    assert [len(held[name]) for name in ("people", "evaluations", "paper_completions")] == [0, 1, 1]


@then("the last line of the audit is a purge of 1 row")
def last_line_is_a_purge(desk: Lead) -> None:
    last = desk.said.data["audit"][-1]
    assert (last["action"], last["rows"]) == ("purge", 1)


@when("somebody says that it is done and nothing shows it")
def done_and_nothing_shows_it(desk: Lead) -> None:
    desk.names["ACTION"] = desk.said.text.split()[-1].rstrip(".")
    desk.type('simulator records actions done ACTION --evidence " "')


@when("somebody says that it is done, as the minutes of 1 October show")
def done_as_minutes_show(desk: Lead) -> None:
    desk.type('simulator records actions done ACTION --evidence "Minutes of 1 October"')


@when("somebody books Ann Ash and Bea Bow on it")
def books_both(desk: Lead) -> None:
    desk.names["WORKSHOP"] = desk.said.text.split()[-1].rstrip(".")
    for name in ("Ann Ash", "Bea Bow"):
        desk.type(f'simulator records workshops book WORKSHOP "{name}" --on 2026-08-01')
        assert desk.said.code == 0


@when("somebody gives Bea Bow's place back because of travel")
def gives_back(desk: Lead) -> None:
    desk.type('simulator records workshops withdraw WORKSHOP "Bea Bow" --on 2026-09-20 --reason travel')
    assert desk.said.code == 0


@when("somebody says that Ann Ash attended")
def says_attended(desk: Lead) -> None:
    desk.type('simulator records workshops came WORKSHOP "Ann Ash" attended')
    assert desk.said.code == 0


@when("somebody closes it")
def closes_it(desk: Lead) -> None:
    desk.type("simulator records workshops close WORKSHOP")


@when("somebody lists it")
def lists_it(desk: Lead) -> None:
    desk.type("simulator records workshops show WORKSHOP --json")


@then("Ann Ash attended and Bea Bow is cancelled, and no reason is told")
def both_are_told(desk: Lead) -> None:
    told = {one["name"]: one["status"] for one in desk.said.data["bookings"]}
    assert told == {"Ann Ash": "attended", "Bea Bow": "cancelled"}
    assert "travel" not in desk.said.text
    desk.type("simulator records workshops show WORKSHOP")
    assert "Bea Bow" in desk.said.text and "travel" not in desk.said.text
