"""The commands for a training lead: their JSON, their refusals, the PIN before names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.steps.command_line import SMALL, Run
from tests.steps.training import TrainingRoom

HEADS = "agency,level,in_scope,as_of,source"


def test_courses_and_workshops_are_listed_as_data(run: Run, room: TrainingRoom) -> None:
    room.register("Ann Ash", "police")
    for words in (
        ("courses", "add", "wt-3", "Working together", "--case", SMALL, "--valid-months", "36"),
        (
            "workshops",
            "add",
            "--course",
            "wt-3",
            "--on",
            "2026-09-30",
            "--trainer",
            "ann ash",
            "--parts",
            "2",
        ),
        ("workshops", "add", "--case", SMALL, "--on", "2026-10-30", "--capacity", "24"),
    ):
        assert run("records", *words).code == 0
    (course,) = run("records", "courses", "--json").data["courses"]
    assert course["cases"] == ["small"] and course["valid_months"] == 36 and course["participatory"]
    first, second = run("records", "workshops", "--json").data["workshops"]
    assert (first["title"], first["case_id"], first["parts"]) == ("Working together", "small", 2)
    assert second["capacity"] == 24 and second["title"] and second["course"] is None
    assert len(run("records", "workshops", "--from", "2026-10-01", "--json").data["workshops"]) == 1
    shown = run("records", "workshops").text
    assert "Working together" in shown and "2026-10-30" in shown
    assert run("records", "workshops", "cancel", first["id"]).code == 0
    assert run("records", "workshops", "--json").data["workshops"][0]["status"] == "cancelled"


def test_nothing_there_yet_is_said_with_what_to_do(run: Run, room: TrainingRoom) -> None:
    for words, told in (
        ("courses", "courses add"),
        ("workshops", "workshops add"),
        ("actions", "actions add"),
    ):
        assert told in " ".join(run("records", words).text.split())
    assert "Nobody in the record" in run("records", "duplicates").text
    assert run("records", "duplicates", "--json").data == {"duplicates": []}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("workshops", "add", "--course", "wt-3"), 2, "--on"),
        (("workshops", "add", "--course", "wt-9", "--on", "2026-09-30"), 1, "wt-9"),
        (("workshops", "show", "nowhere"), 1, "nowhere"),
        (("workshops", "book", "nowhere", "Ann Ash"), 1, "nowhere"),
        (("workshops", "came", "nowhere", "Ann Ash", "perhaps"), 2, "perhaps"),
        (("workshops", "paper", "nowhere", "Ann Ash"), 1, "nowhere"),
        (("workshops", "close", "nowhere"), 1, "nowhere"),
        (("courses", "add", "wt-3", "x" * 300), 1, "more than 200"),
        (("actions", "add", "Tell them"), 1, "owns it"),
        (("actions", "add", "Tell them", "--office", "lead", "--workshop", "nowhere"), 1, "nowhere"),
        (("actions", "done", "nowhere", "--evidence", "seen"), 1, "nowhere"),
        (("merge", "Ann Ash", "Ann Ash", "--yes"), 1, "one person"),
        (("merge", "Ann Ash", "Nobody"), 2, "Nobody"),
        (("import", "people"), 2, "--template"),
        (("import", "people", "nowhere.csv"), 1, "no such file"),
        (("import", "shoes", "nowhere.csv"), 2, "shoes"),
        (("purge", "--before", "yesterday"), 2, "yesterday"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_what_is_refused(run: Run, room: TrainingRoom, words: tuple[str, ...], code: int, told: str) -> None:
    with room.open() as store:
        from tests.steps.record_world import add_learner

        add_learner(store, "Ann Ash", "police")
    said = run("records", *words)
    assert said.code == code and told in said.err and "Traceback" not in said.err


def test_the_heads_of_a_file_are_printed(run: Run) -> None:
    assert run("records", "import", "headcounts", "--template").text.strip() == HEADS


def test_an_import_as_data(run: Run, room: TrainingRoom, tmp_path: Path) -> None:
    (tmp_path / "h.csv").write_text(f"{HEADS}\npolice,3,many,2026-04-01,\n")
    said = run("records", "import", "headcounts", tmp_path / "h.csv", "--json")
    assert said.code == 1 and said.data["faults"] == [
        {"line": 2, "column": 10, "message": "“many” is no whole number from 0."}
    ]
    (tmp_path / "h.csv").write_text(f"{HEADS}\npolice,3,40,2026-04-01,\n")
    said = run("records", "import", "headcounts", tmp_path / "h.csv", "--json")
    assert said.code == 0 and said.data["added"] == 1 and said.data["kind"] == "headcounts"


@pytest.mark.parametrize(
    "words",
    [("duplicates",), ("purge", "--dry-run"), ("workshops", "show", "w"), ("import", "people", "p.csv")],
    ids=" ".join,
)
def test_the_pin_stands_before_names(run: Run, room: TrainingRoom, words: tuple[str, ...]) -> None:
    from simulator.access import set_pin

    with room.open() as store:
        set_pin(store, "402817")
    said = run("records", *words, typed="111222\n")
    assert said.code == 1 and not said.out and "PIN" in said.err
