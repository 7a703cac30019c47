"""`report` and `export`: totals that add up, files a spreadsheet may open, nothing marked or typed."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.records import Player
from simulator.reports.csv_file import BYTE_ORDER_MARK, guarded
from simulator.reports.delivery import COLUMNS as R1_COLUMNS
from simulator.reports.exports.column_map import load_map
from simulator.reports.listed import REPORTS, TITLES, called
from simulator.reports.periods import previous_period, year_earlier
from simulator.reports.report import Asked, Column, Report
from simulator.reports.transcript import COLUMNS as R4_COLUMNS
from simulator.words import say
from tests.steps.command_line import Run
from tests.steps.training import TrainingRoom
from tests.unit.reports.written import csv_bytes

NEUTRAL_COLUMNS = [column.name for column in load_map("neutral").columns]


@pytest.fixture(scope="module")
def spring_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two plays of July 2026 with two agencies, one before it, one practice, one unfinished."""
    room = TrainingRoom(tmp_path_factory.mktemp("spring"))
    sam = room.register("Sam Wren", "health visiting", job_title="health visitor", email="sam@example.org")
    ali = room.register("Ali Reed", "schools")
    room.now = datetime(2026, 4, 6, 9, tzinfo=UTC)
    room.play(Player(sam.learner, ("nurse",)))
    room.now = datetime(2026, 7, 6, 9, tzinfo=UTC)
    room.play(Player(sam.learner, ("nurse",)), Player(ali.learner, ("teacher",)))
    room.play(Player(sam.learner, ("nurse",)), Player(ali.learner, ("teacher",)), steps_out="teacher")
    room.play(Player(ali.learner, ("teacher",)), practice=True)
    room.play(Player(ali.learner, ("teacher",)), ends=False)
    return room.home / "record.db"


@pytest.fixture
def spring(room: TrainingRoom, spring_record: Path) -> TrainingRoom:
    """A home with that record in it."""
    shutil.copy(spring_record, room.home / "record.db")
    return room


def test_course_delivery_counts_who_came_and_who_saw_it_through(run: Run, spring: TrainingRoom) -> None:
    data = run("report", "R1", "--from", "2026-07-01", "--to", "2026-09-30", "--json").data
    (row,) = data["rows"]
    assert (row["course_code"], row["sessions"], row["attended"], row["completed"]) == ("small", 3, 4, 3)
    assert row["change_on_previous_period"] == 3 and row["change_on_year_before"] == 4
    assert row["booked"] is None and row["fill_percent"] is None
    assert data["totals"]["attended"] == row["attended"] and data["notes"]


def test_course_delivery_without_a_period_has_no_change(run: Run, spring: TrainingRoom) -> None:
    (row,) = run("report", "r1", "--json").data["rows"]
    assert row["sessions"] == 4 and row["change_on_previous_period"] is None


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ((), 6),
        (("--agency", "Schools"), 3),
        (("--course", "small"), 6),
        (("--course", "other"), 0),
        (("--from", "2026-07-06"), 5),
        (("--to", "2026-07-05"), 1),
        (("--from", "2026-04-06", "--to", "2026-04-06"), 1),
    ],
)
def test_a_report_of_part_of_the_record(
    run: Run, spring: TrainingRoom, words: tuple[str, ...], rows: int
) -> None:
    assert len(run("report", "R4", "--json", *words).data["rows"]) == rows


def test_the_individual_transcript_says_what_each_play_counts_for(run: Run, spring: TrainingRoom) -> None:
    rows = run("report", "R4", "--json").data["rows"]
    statuses = {(row["name"], row["date"], row["status"]) for row in rows}
    assert ("Sam Wren", "2026-04-06", "completed") in statuses
    assert {status for name, _, status in statuses if name == "Ali Reed"} == {"completed", "attended", "part"}
    done = next(row for row in rows if row["name"] == "Sam Wren" and row["multi_agency"])
    assert (done["hours"], done["level"], done["role_played"]) == (0.25, "Level 2", "nurse")
    assert (done["expires_on"], done["guidance_edition"]) == ("2029-07-06", "wt2010")
    assert done["certificate_number"]


def test_a_person_who_was_erased_is_counted_and_not_named(run: Run, spring: TrainingRoom) -> None:
    assert run("records", "erase", "Sam Wren", "--yes").code == 0
    rows = run("report", "R4", "--json").data["rows"]
    assert len(rows) == 6 and {row["name"] for row in rows} == {"[erased]", "Ali Reed"}
    assert run("report", "R1", "--json").data["rows"][0]["attended"] == 5


def test_the_neutral_export_has_a_row_for_each_completion(run: Run, spring: TrainingRoom) -> None:
    said = run("export", "completions", "--for", "neutral")
    assert said.code == 0 and said.out.startswith(BYTE_ORDER_MARK.encode())
    assert said.out.count(b"\r\n") == said.out.count(b"\n") == len(said.rows)
    heads, *rows = said.rows
    assert heads == NEUTRAL_COLUMNS and len(rows) == 4
    assert {row[heads.index("name")] for row in rows} == {"Sam Wren", "Ali Reed"}
    assert {row[heads.index("completed_on")] for row in rows} == {"2026-04-06", "2026-07-06"}


def test_reports_print_as_a_file_and_as_a_table(run: Run, spring: TrainingRoom) -> None:
    said = run("report", "R4", "--format", "csv")
    assert [column.id for column in R4_COLUMNS] == said.rows[0] and len(said.rows) == 7
    table = run("report", "R1").text
    assert "The late collection" in table and "Total" in table and "Fill % = " in table


def test_no_report_and_no_export_holds_a_mark_or_a_typed_word(run: Run, spring: TrainingRoom) -> None:
    unwanted = ("score", "mark", "points", "grade", "reason", "passed", "failed", "loss", "my own words")
    for words in (("report", "R1"), ("report", "R4"), ("export", "completions", "--for", "neutral")):
        for asked in ((), ("--format", "csv"), ("--json",)) if words[0] == "report" else ((),):
            said = run(*words, *asked).text.casefold()
            assert not [word for word in unwanted if word in said], (words, asked)
    names = {*(column.id for column in (*R1_COLUMNS, *R4_COLUMNS)), *NEUTRAL_COLUMNS}
    assert not [name for name in names if any(word in name for word in unwanted)]


def test_every_export_leaves_a_line_in_the_audit(run: Run, spring: TrainingRoom) -> None:
    run("report", "R4", "--agency", "schools", "--format", "csv")
    run("report", "R1")
    run("export", "completions", "--for", "neutral")
    lines = run("records", "audit", "--json").data["audit"]
    assert [(line["action"], line["what"], line["chosen"], line["rows"]) for line in lines] == [
        ("export", "report R4", "agency=schools", 3),
        ("export", "report R1", "", 1),
        ("export", "completions for neutral", "", 4),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("R99",), "There is no report “R99”"),
        (("R1", "--from", "2026-09-30", "--to", "2026-07-01"), "Turn --from and --to round"),
        (("R1", "--from", "July"), "“July” is not a day"),
        (("R1", "--format", "papyrus"), "--format"),
    ],
)
def test_reports_that_cannot_be_made(run: Run, words: tuple[str, ...], said: str) -> None:
    refused = run("report", *words)
    assert refused.code == 2 and said in refused.err


def test_every_report_is_listed_with_a_line(run: Run) -> None:
    said = run("report").text
    for name, title in ((name, TITLES[name]) for name in REPORTS):
        assert f"{called(name):<9}  {say(title)[:30]}" in said
    assert [one["name"] for one in run("report", "--json").data["reports"]] == list(REPORTS)


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        (("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30"), ("2025-07-01", "2025-09-30")),
        (("2026-01-01", "2026-03-31"), ("2025-10-01", "2025-12-31"), ("2025-01-01", "2025-03-31")),
        (("2024-02-01", "2024-02-29"), ("2024-01-01", "2024-01-31"), ("2023-02-01", "2023-02-28")),
        (("2026-07-06", "2026-07-12"), ("2026-06-29", "2026-07-05"), ("2025-07-06", "2025-07-12")),
    ],
)
def test_the_periods_a_report_compares_with(
    period: tuple[str, str], before: tuple[str, str], year_before: tuple[str, str]
) -> None:
    from datetime import date

    asked = Asked(*map(date.fromisoformat, period))
    for found, wanted in ((previous_period(asked), before), (year_earlier(asked), year_before)):
        assert found is not None and (str(found.first), str(found.last)) == wanted
    assert previous_period(Asked()) is None and year_earlier(Asked(asked.first)) is None


SIGNS = "=+-@\t\r＝＋－＠"


@given(st.text(alphabet=f"{SIGNS} \n'a1,\"é", max_size=8))
def test_no_cell_begins_a_formula(text: str) -> None:
    shown, first = guarded(text), text.lstrip(" \n")[:1]
    assert shown.lstrip(" ")[:1] not in set(SIGNS)
    if first not in set(SIGNS):
        assert not shown.startswith("'") or text.startswith("'")


@given(st.lists(st.text(max_size=12), min_size=2, max_size=2))
def test_what_is_written_is_read_back_in_its_cells(cells: list[str]) -> None:
    import csv
    import io

    columns = (Column("one", "One"), Column("two", "Two"))
    data = csv_bytes(Report("R0", "", columns, ((cells[0], cells[1]), (None, 7), (-3, 1.5))))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [["one", "two"], [guarded(cell) for cell in cells], ["", "7"], ["-3", "1.5"]]
