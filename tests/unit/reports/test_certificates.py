"""Certificates: what they say, and that a code holds only for what the record still says."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from simulator.records import Player
from simulator.records.tables import Course, OnPaper, Trainer, Workshop
from simulator.records.training.paper import OfWhat
from simulator.reports.certificates import certificate as made
from simulator.reports.certificates.certificate import Certificate
from simulator.reports.certificates.shown import Letterhead, facts
from tests.steps.command_line import Run
from tests.steps.training import TrainingRoom

NAME = "Zoë Łukasz-O'Neill <b>Sr</b>"


@pytest.fixture
def attempt(room: TrainingRoom) -> str:
    zoe = room.register(NAME, "health visiting")
    ali = room.register("Ali Reed", "schools")
    return room.play(Player(zoe.learner, ("nurse",)), Player(ali.learner, ("teacher",)))


def text_of(pdf: Path) -> list[str]:
    pages = PdfReader(BytesIO(pdf.read_bytes())).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def code_of(run: Run, attempt: str, tmp_path: Path) -> str:
    run("export", "certificate", attempt, "--person", "Ali Reed", "--html", str(tmp_path / "one.html"))
    page = (tmp_path / "one.html").read_text("utf-8")
    return page.split("certificate verify ")[1].split("<")[0]


def test_everybodys_certificates_are_printed_each_on_a_page(run: Run, attempt: str, tmp_path: Path) -> None:
    html, pdf = tmp_path / "all.html", tmp_path / "all.pdf"
    said = run("export", "certificate", attempt, "--html", str(html), "--pdf", str(pdf))
    assert said.code == 0 and "2 certificates" in said.err
    page = html.read_text("utf-8").replace("\xa0", " ")
    assert page.count('<article class="sheet">') == 2 and 'lang="en-GB"' in page
    assert "Zoë Łukasz-O&#x27;Neill &lt;b&gt;Sr&lt;/b&gt;" in page
    pages = text_of(pdf)
    assert len(pages) == 2 and any("Zoë Łukasz-O'Neill" in one for one in pages)
    for one in (*pages, page):
        for words in ("The late collection", "6 Jul 2026", "as set by the board", "no claim of competence"):
            assert words in one, words
        assert "Level 2, 0.25 hours" in one and "portfolio" in one
        assert not [word for word in ("score", "marks", "%", "passed") if word in one.split("</style>")[-1]]
    assert run("records", "audit", "--json").data["audit"][-1]["rows"] == 2


@pytest.mark.parametrize(
    ("level", "minutes", "said"),
    [
        ("3", 180, "Level 3, 3 hours"),
        ("2b", 90, "Level 2b, 1.5 hours"),
        ("III", 60, "Level III, 1 hour"),
        ("Group 4", 120, "Group 4, 2 hours"),
        ("advanced", 120, "Advanced, 2 hours"),
        ("Level 3", 45, "Level 3, 0.75 hours"),
        ("", 60, "1 hour"),
        ("core", 35, "Core, 35 minutes"),
    ],
)
def test_a_level_is_said_as_a_level_however_the_board_names_it(level: str, minutes: int, said: str) -> None:
    one = certificate(level=level, minutes=minutes)
    assert dict(facts(one, Letterhead("A board", "")))["Level and hours, as set by the board"] == said


@pytest.mark.parametrize(
    ("how", "roles", "said"),
    [
        ("workshop", (), "none: wrote for the table, or looked on"),
        ("table", (), "all roles, as a table"),
        ("workshop", ("designated teacher",), "designated teacher"),
    ],
)
def test_who_had_no_seat_in_a_workshop_played_no_role(how: str, roles: tuple[str, ...], said: str) -> None:
    assert dict(facts(certificate(how=how, roles=roles), Letterhead("A board", "")))["Role played"] == said


def certificate(**changes: Any) -> Certificate:
    one = Certificate(
        "k3", "k3-a", "p", "Ali Reed", "schools", (), "A course", "", 60, date(2026, 7, 6), "workshop",
        True, True, "", None, "",
    )  # fmt: skip
    return one._replace(**changes)


def test_a_role_is_what_the_case_calls_it(
    run: Run, attempt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "role_titles", lambda *_: {"nurse": "school nurse"})
    run("export", "certificate", attempt, "--html", str(tmp_path / "all.html"))
    page = (tmp_path / "all.html").read_text("utf-8")
    assert "<td>school nurse</td>" in page and "<td>teacher</td>" in page


def test_a_code_holds_and_says_what_the_record_says(run: Run, attempt: str, tmp_path: Path) -> None:
    code = code_of(run, attempt, tmp_path)
    said = run("certificate", "verify", code)
    assert said.code == 0 and "Ali Reed" in said.text and "schools" in said.text
    assert run("certificate", "verify", code.upper().replace("-", " "), "--json").data["holds"] is True
    last = "a" if code[-1] != "a" else "b"
    for wrong in (code[:-1] + last, code[1:], "no code", "", "x" * 500):
        refused = run("certificate", "verify", wrong)
        assert refused.code == 1 and "does not hold" in refused.text


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE completions SET minutes = 600",
        "UPDATE completions SET level = 'Level 9'",
        "UPDATE completions SET completed_on = '2027-07-06'",
        "UPDATE journal SET hash = '" + "0" * 64 + "'",
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "UPDATE completions SET certificate = certificate || 'x'",
    ],
)
def test_a_record_that_was_changed_no_longer_holds(
    run: Run, room: TrainingRoom, attempt: str, tmp_path: Path, tampering: str
) -> None:
    code = code_of(run, attempt, tmp_path)
    with closing(sqlite3.connect(room.home / "record.db")) as record, record:
        record.execute("PRAGMA foreign_keys=OFF")
        record.execute(tampering)
    assert run("certificate", "verify", code).code == 1


def test_another_boards_key_does_not_hold(run: Run, room: TrainingRoom, attempt: str, tmp_path: Path) -> None:
    code = code_of(run, attempt, tmp_path)
    (room.home / "secret.key").write_text("ab" * 32, "ascii")
    assert run("certificate", "verify", code).code == 1


def test_a_certificate_outlives_the_person_without_their_name(run: Run, attempt: str, tmp_path: Path) -> None:
    code = code_of(run, attempt, tmp_path)
    run("records", "erase", "Ali Reed", "--yes")
    said = run("certificate", "verify", code)
    assert said.code == 0 and "Ali" not in said.text and "name erased" in said.text


def test_what_has_no_certificate_says_so(run: Run, room: TrainingRoom, attempt: str, tmp_path: Path) -> None:
    room.register("Sam Wren", "police")
    file = str(tmp_path / "never.html")
    assert run("export", "certificate", "nothing", "--html", file).code == 1
    assert run("export", "certificate", attempt).code == 2
    assert run("export", "certificate", attempt, "--person", "Sam Wren", "--html", file).code == 2
    assert run("export", "certificate", attempt, "--html", str(tmp_path / "no" / "folder.html")).code == 1
    assert not Path(file).exists()


def test_whoever_went_through_it_on_paper_is_of_the_workshop(
    run: Run, room: TrainingRoom, tmp_path: Path
) -> None:
    """With its course and who led it, as in R4; heads that were kept before still hold."""
    sam, ali = (room.register(name, "schools").learner for name in ("Sam Wren", "Ali Reed"))
    attempt = room.play(Player(sam, ("nurse",)), Player(ali, ("teacher",)), steps_out="nurse")
    with room.open() as store:
        keeps = store.training
        keeps.complete_on_paper(sam, OfWhat(attempt=attempt), OnPaper.REVIEW, room.now.date(), ali)
        heads = store.heads()
        keeps.set_course(Course(code="wt-3", title="Working together", cases='["small"]'))
        keeps.plan(Workshop(id="monday", title="Monday", course="wt-3", held_on=room.now.date()))
        keeps.set_trainers("monday", [Trainer(workshop="monday", learner=ali, agency="schools")])
        store.database.write(
            lambda c: c.exec_driver_sql("UPDATE attempts SET workshop = 'monday', held_in = 'monday'")
        )
        (kept,) = [one for one in store.heads().certificates.items() if one in heads.certificates.items()]
        assert kept
    said = run("export", "certificate", "monday", "--html", str(tmp_path / "all.html"))
    assert "2 certificates" in said.err
    heads_of, *rows = csv.reader(io.StringIO(run("export", "completions").out.decode("utf-8-sig")))
    for row in (dict(zip(heads_of, one, strict=True)) for one in rows):
        assert (row["course_code"], row["course_title"]) == ("wt-3", "Working together")
        assert row["trainer"] == "Ali Reed"
