"""A training lead's quarter: a made-up record, what is asked of it, and what the lists behind it say."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from pytest_bdd import given, parsers, then, when

from simulator.access import set_pin
from simulator.records import open_store
from simulator.records.engine import FILE_URL
from simulator.records.tables.courses import Course, Workshop
from simulator.records.tables.learning import Evaluation
from simulator.records.training.rows import put
from simulator.reports.report import SUPPRESSED, Asked
from tests.steps.command_line import Desk
from tests.unit.reports.test_against_lists import attended, booked, by_course
from tests.unit.reports.year import HOSTILE, Year, made_year, store

THIRD = ("--from", "2026-07-01", "--to", "2026-09-30")
_PIN = "4711"


@dataclass
class Lead:
    """What the training lead has before them."""

    desk: Desk
    folder: Path
    year: Year = field(default_factory=made_year)
    file: Path = Path()
    numbers: dict[str, tuple[int, int]] = field(default_factory=dict)

    def count(self, first: date, last: date) -> Counter[str]:
        return sum(
            by_course(self.year, Asked(first, last, today=date(2026, 12, 31))).values(), Counter[str]()
        )

    def write(self, name: str, form: str) -> None:
        self.file = self.folder / f"{name}.{form}"
        period = () if name.startswith("all of ") else THIRD
        asked = (name.removeprefix("all of "), *period, "--format", form, "--out", self.file)
        self.desk.said = self.desk.run("report", *asked)
        assert self.desk.said.code == 0, self.desk.said.err


@pytest.fixture(scope="session")
def quarter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the year, written once."""
    file = tmp_path_factory.mktemp("quarter") / "record.db"
    with open_store(f"{FILE_URL}{file}") as record:
        record.database.write(lambda connection: store(connection, made_year()))
    return file


@pytest.fixture
def lead(desk: Desk, home: Path, tmp_path: Path) -> Lead:
    return Lead(desk, tmp_path)


@given("a record of a year and a half of workshops and plays")
def a_record(lead: Lead, home: Path, quarter_file: Path) -> None:
    home.mkdir(exist_ok=True)
    shutil.copy(quarter_file, home / "record.db")


@given(parsers.parse("somebody whose name is {name}"))
def somebody_whose_name_is(lead: Lead, name: str) -> None:
    assert name in HOSTILE and any(one["name"] == name for one in lead.year.people)


@given("an evaluation that three people answered")
def an_evaluation_of_three(lead: Lead, home: Path) -> None:
    with open_store(f"{FILE_URL}{home / 'record.db'}") as record:

        def answer(connection: Any) -> None:
            put(connection, Course(code="L9-few", title="For few"))
            held = {"title": "Few", "course": "L9-few", "held_on": date(2026, 7, 1), "status": "closed"}
            put(connection, Workshop(id="few", **held))
            for number in range(3):
                for stage, value in (("pre", 3), ("post", 7)):
                    who = f"p{number:03}"
                    answered = {"learner": who, "stage": stage, "item": "roles", "value": value}
                    put(
                        connection,
                        Evaluation(
                            id=f"few-{who}-{stage}", workshop="few", given_on=date(2026, 7, 1), **answered
                        ),
                    )

        record.database.write(answer)


@given("the trainer has set a PIN")
def the_trainer_has_a_pin(lead: Lead, home: Path) -> None:
    with open_store(f"{FILE_URL}{home / 'record.db'}") as record:
        set_pin(record, _PIN)


@when("the training lead asks for R1, R2, R4 and the CSV of the third quarter")
def the_four_tables(lead: Lead) -> None:
    for name in ("R1", "R2"):
        total = lead.desk.run("report", name, *THIRD, "--json").data["totals"]
        lead.numbers[name] = (total["attended"], total["completed"])
    statuses = Counter(row["status"] for row in lead.desk.run("report", "R4", *THIRD, "--json").data["rows"])
    lead.numbers["R4"] = (statuses["attended"] + statuses["completed"], statuses["completed"])
    heads, *rows = lead.desk.run("report", "R4", *THIRD, "--format", "csv").rows
    said = Counter(row[heads.index("status")] for row in rows)
    lead.numbers["CSV"] = (said["attended"] + said["completed"], said["completed"])


@when(parsers.parse("the training lead writes {name} as {form}"))
def the_lead_writes(lead: Lead, name: str, form: str) -> None:
    lead.write(name.removeprefix("the "), form)


@then("the totals of booked, attended and completed are those of the lists it was made from")
def the_totals_are_those(lead: Lead) -> None:
    wanted, total = lead.count(date(2026, 7, 1), date(2026, 9, 30)), lead.desk.said.data["totals"]
    assert (total["booked"], total["attended"]) == (booked(wanted), attended(wanted))
    assert total["completed"] == wanted["completed"]


@then("it says how each of the three percentages is worked out")
def it_says_how(lead: Lead) -> None:
    notes = " ".join(lead.desk.said.data["notes"])
    for formula in (
        "Fill % = attended ÷ capacity",
        "(attended − unscheduled) ÷ booked",
        "Attended ÷ booked %",
    ):
        assert formula in notes


@then("each change is this quarter's attended less the other's")
def each_change(lead: Lead) -> None:
    total = lead.desk.said.data["totals"]
    spring = lead.count(date(2026, 4, 1), date(2026, 6, 30))
    summer = lead.count(date(2025, 7, 1), date(2025, 9, 30))
    assert total["change_on_previous_period"] == total["attended"] - attended(spring)
    assert total["change_on_year_before"] == total["attended"] - attended(summer)


@then("they agree on who attended and who completed")
def they_agree(lead: Lead) -> None:
    wanted = lead.count(date(2026, 7, 1), date(2026, 9, 30))
    assert set(lead.numbers.values()) == {(attended(wanted), wanted["completed"])} and len(lead.numbers) == 4


@then(parsers.parse("it has {least:d} to {most:d} pages and says “{one}”, “{two}” and “{three}”"))
def it_has_pages(lead: Lead, least: int, most: int, one: str, two: str, three: str) -> None:
    pages = PdfReader(io.BytesIO(lead.file.read_bytes())).pages
    text = " ".join(page.extract_text() for page in pages)
    assert least <= len(pages) <= most and all(word in text for word in (one, two, three))


@then("it has a language, a caption for every table and a chart with a name")
def it_has_a_language(lead: Lead) -> None:
    html = lead.file.read_text("utf-8")
    body = html.partition("<body>")[2].partition("</body>")[0].replace("<br>", "<br/>")
    tree = ElementTree.fromstring(f"<body>{body}</body>")
    assert '<html lang="en-GB">' in html
    assert len(tree.findall(".//table")) == len(tree.findall(".//table/caption")) > 0
    assert [chart.get("aria-label") for chart in tree.findall(".//svg")] == ["Completions by month"]


@then("their name stands in it as text, and nothing in it is a formula")
def as_text(lead: Lead) -> None:
    book = load_workbook(lead.file)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert HOSTILE[0] in {cell.value for cell in cells if cell.data_type == "s"}
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


@then("no number of it is shown, and it says why")
def no_number(lead: Lead) -> None:
    data = lead.desk.said.data
    (row,) = data["rows"]
    assert {value for name, value in row.items() if name != "item"} == {SUPPRESSED}
    assert any("fewer than 5 people" in note for note in data["notes"])


@then("nobody sees a name")
def nobody_sees_a_name(lead: Lead) -> None:
    shown = lead.desk.said.text + lead.desk.said.err
    assert not [one for one in lead.year.people if one["name"] in shown]


@then(parsers.parse("the last line of the audit is {what} for {chosen} with as many rows as were written"))
def the_last_line(lead: Lead, what: str, chosen: str) -> None:
    last = lead.desk.said.data["audit"][-1]
    rows = len(lead.desk.run("report", "R2", "--agency", "police", "--json").data["rows"])
    assert (last["action"], last["what"], last["chosen"], last["rows"]) == ("export", what, chosen, rows)
