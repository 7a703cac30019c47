"""Completions for other systems: exactly their columns, one row where they want one, held to a contract."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.errors import ExportError
from simulator.records import Player
from simulator.reports.exports.column_map import FIELDS, known_maps, load_map
from simulator.reports.exports.contract import data_package
from tests.steps import training
from tests.steps.command_line import Run
from tests.steps.training import TrainingRoom

TOTARA = ["username", "courseshortname", "courseidnumber", "completiondate", "grade"]
CERTIFICATION = ["username", "certificationshortname", "certificationidnumber", "completiondate", "duedate"]
PLANTED = "MARK-73"
"""A mark that must never leave."""


@pytest.fixture
def summer(room: TrainingRoom) -> TrainingRoom:
    """Sam twice and Ali once; Jo has no work e-mail, and a name that a spreadsheet would run."""
    sam = room.register("Sam Wren", "health visiting", email="sam@example.org")
    ali = room.register("Ali Reed", "schools", email="ali@example.org")
    jo = room.register('=Jo "Quote", O\'Neill', "police")
    room.now = datetime(2026, 4, 6, 9, tzinfo=UTC)
    room.play(Player(sam.learner, ("nurse",)))
    room.now = datetime(2026, 7, 6, 9, tzinfo=UTC)
    room.play(Player(sam.learner, ("nurse",)), Player(ali.learner, ("teacher",)))
    room.play(Player(jo.learner, ("teacher",)))
    return room


def rows_of(out: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline="")))


def test_totara_is_given_its_five_columns_and_the_last_completion_of_each(
    run: Run, summer: TrainingRoom
) -> None:
    said = run("export", "completions", "--for", "totara")
    heads, *rows = rows_of(said.out)
    assert heads == TOTARA and not said.out.startswith(b"\xef\xbb\xbf")
    assert sorted(rows) == [
        ["ali@example.org", "small", "small", "2026-07-06", "100"],
        ["sam@example.org", "small", "small", "2026-07-06", "100"],
    ]
    assert said.code == 1 and "Left out: 1" in said.err and "O'Neill" in said.err


def test_certifications_have_a_due_date(run: Run, summer: TrainingRoom) -> None:
    heads, *rows = rows_of(run("export", "completions", "--for", "totara-certification").out)
    assert heads == CERTIFICATION and {row[-1] for row in rows} == {"2029-07-06"}


def test_learning_pool_reads_days_as_people_write_them(run: Run, summer: TrainingRoom) -> None:
    heads, *rows = rows_of(run("export", "completions", "--for", "learning-pool").out)
    assert heads[0] == "user identifier" and {row[2] for row in rows} == {"06/07/2026"}


def test_a_name_that_a_spreadsheet_would_run_is_kept_and_disarmed(run: Run, summer: TrainingRoom) -> None:
    heads, *rows = rows_of(run("export", "completions", "--for", "neutral").out)
    names = [row[heads.index("name")] for row in rows]
    assert "'=Jo \"Quote\", O'Neill" in names and len(rows) == 4


def test_a_period_an_agency_and_a_course_are_asked_for(run: Run, summer: TrainingRoom) -> None:
    def rows(*asked: str) -> int:
        return len(rows_of(run("export", "completions", "--for", "neutral", *asked).out)) - 1

    assert rows("--from", "2026-05-01") == 3 and rows("--to", "2026-05-01") == 1
    assert rows("--agency", "Schools") == 1 and rows("--course", "nowhere") == 0
    assert run("export", "completions", "--from", "2026-05-01", "--to", "2026-04-01").code == 2


def test_a_board_brings_its_own_columns_and_codes(run: Run, summer: TrainingRoom, tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(
        'file = "ours.csv"\nrows = "latest"\n[[columns]]\nname = "who"\nfrom = "work_email"\n'
        '[[columns]]\nname = "what"\nfrom = "course_code"\n[[columns]]\nname = "state"\ntext = "done"\n'
        '[codes]\nsmall = "SG-014"\n',
        "utf-8",
    )
    out = tmp_path / "ours.csv"
    said = run("export", "completions", "--for", str(own), "--out", str(out))
    assert said.code == 0 and said.out == b""
    heads, *rows = rows_of(out.read_bytes())
    assert heads == ["who", "what", "state"]
    assert ["sam@example.org", "SG-014", "done"] in rows and len(rows) == 3
    assert run("records", "audit", "--json").data["audit"][-1]["what"] == "completions for ours.toml"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('columns = "all"', "no columns"),
        ('[[columns]]\nname = "mark"\nfrom = "score"', "no field “score”"),
        ('[[columns]]\nname = "a"\n', "no field “a”"),
        ('rows = "some"\n[[columns]]\nname = "name"', "one of: all, latest"),
        ('needs = ["nobody"]\n[[columns]]\nname = "name"', "not there"),
        ('[[columns]]\nname = "name"\n[[columns]]\nname = "name"', "same name"),
        ('grade = "100"\n[[columns]]\nname = "name"', "grade"),
        ('[[columns]]\nname = "name"\nfrom = "name"\ntext = "x"', "either"),
        ("[[columns", "Expected"),
        ('title = "\ud800"', "surrogates"),
    ],
)
def test_a_map_that_cannot_be_used_says_why(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "map.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ExportError) as refused:
        load_map(str(file))
    expected = "codec" if says == "surrogates" else says
    assert expected in str(refused.value)


def test_no_field_of_an_export_is_a_mark() -> None:
    unwanted = ("score", "mark", "point", "grade", "pass", "fail", "answer", "loss", "reason")
    assert not [field for field in FIELDS for word in unwanted if word in field]
    texts = [column.text for name in known_maps() for column in load_map(name).columns if column.text]
    assert texts == ["100"]  # Totara's word for complete, the same for everybody


def test_a_planted_mark_and_answer_leave_by_no_door(
    run: Run, room: TrainingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every option says that it is an answer, and every reason of the marking bears a mark."""
    planted = re.sub(r"text: (Ring|Note)", r"text: ANSWER-\1", training.TEXT)
    planted = planted.replace("why: ", f"why: {PLANTED} ")
    monkeypatch.setattr(training, "TEXT", planted)
    sam = room.register("Sam Wren", "health visiting", email="sam@example.org")
    attempt = room.play(Player(sam.learner, ("nurse", "teacher")))
    assert "ANSWER-" in run("replay", attempt).text  # it is in the record, where learner and trainer see it
    for name in known_maps():
        said = run("export", "completions", "--for", name)
        assert len(rows_of(said.out)) == 2
        for leak in ("ANSWER", PLANTED, "my own words", "ring", "note", "passed", "failed"):
            assert leak not in said.text, (name, leak)


def test_the_files_keep_their_contract_and_a_spoiled_one_is_caught(
    run: Run, summer: TrainingRoom, tmp_path: Path
) -> None:
    """Judged by frictionless."""
    for name in known_maps():
        file = tmp_path / load_map(name).file
        run("export", "completions", "--for", name, "--out", str(file))
    package = tmp_path / "datapackage.json"
    package.write_text(json.dumps(data_package()), "utf-8")
    assert judged(package) == []
    spoiled = tmp_path / "totara-course.csv"
    spoiled.write_bytes(spoiled.read_bytes().replace(b"2026-07-06", b"06/07/26", 1))
    assert judged(package) == [("totara", "completiondate")]


def judged(package: Path) -> list[tuple[str, str]]:
    """What frictionless finds: resource and field."""
    said = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "--json", str(package)],
        capture_output=True,
        text=True,
        check=False,
    )
    tasks = json.loads(said.stdout)["tasks"]
    assert len(tasks) == len(known_maps()), said.stderr
    return [(task["name"], error.get("fieldName", "")) for task in tasks for error in task["errors"]]
