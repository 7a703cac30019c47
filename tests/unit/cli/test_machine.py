"""`family`, `doctor`, `paths`, `uninstall`."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.guidance.board_reading import EXAMPLE
from tests.steps.command_line import SMALL, Run


def test_a_family_is_its_seed(run: Run) -> None:
    seven = run("family", "--seed", "7", "--json")
    assert run("family", "--seed", "7", "--json").out == seven.out != run("family", "--json").out
    shown = run("family", "--seed", "7").text
    assert all(person["called"] in shown for person in seven.data["people"])
    assert "example.org" in shown


def test_paths_are_those_in_force(run: Run, home: Path) -> None:
    found = run("paths", "--json").data
    assert found["record"] == str(home / "record.db") and found["logs"] == str(home / "logs")
    assert str(home / "record.db") in run("paths").text


def test_a_servers_record_is_shown_without_its_password(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_DATABASE", "postgresql://board:secret@db.example/record")
    said = run("paths").text
    assert "secret" not in said.replace("secret.key", "").replace("secret      ", "")
    assert "board:***@db.example" in said


def test_a_healthy_machine(run: Run) -> None:
    assert run("play", SMALL, "--moves", "best", "--keep").code == 0
    said = run("doctor", "--json")
    assert said.code == 0
    found = {one["name"]: one for one in said.data["findings"]}
    assert "0 attempts going on, 1 finished" in found["record"]["says"]
    assert found["home"]["source"] == "SIMULATOR_HOME" and all(one["works"] for one in found.values())


def test_what_does_not_work_is_said_and_the_rest_is_looked_at(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_BOARD", str(tmp_path / "board.yaml"))
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(tmp_path / "nowhere"))
    said = run("doctor")
    assert said.code == 1
    failing = [line for line in said.text.splitlines() if line.startswith("FAILS")]
    assert [line.split()[1] for line in failing] == ["board", "cases"]


def test_a_board_that_adopts_a_rule_nobody_wrote_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else would: what is adopted and not there binds nobody and marks nothing."""
    ours = EXAMPLE.read_text("utf-8").replace("- local-callback-switchboard", "- local-callback-never")
    (tmp_path / "board.yaml").write_text(ours, "utf-8")
    monkeypatch.setenv("SIMULATOR_BOARD", str(tmp_path / "board.yaml"))
    said = run("doctor", "--json")
    (failing,) = [one for one in said.data["findings"] if not one["works"]]
    assert said.code == 1 and failing["name"] == "board" and "local-callback-never" in failing["says"]


def test_a_record_that_cannot_be_opened(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "record.db").write_bytes(b"This is no record." * 100)
    said = run("doctor", "--json")
    assert said.code == 1
    assert [one["name"] for one in said.data["findings"] if not one["works"]] == ["record"]


def test_settings_that_cannot_be_read(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("lok = 'dark'\n", "utf-8")
    said = run("doctor")
    assert said.code == 1 and "look" in said.err


def test_uninstall_keeps_the_record_unless_told(run: Run, home: Path) -> None:
    run("scenarios")
    run("play", SMALL, "--moves", "best", "--keep")
    asked = run("uninstall")
    assert asked.code == 2 and str(home / "cache") in asked.text and (home / "cache").exists()
    done = run("uninstall", "--yes")
    assert done.code == 0 and "This stays" in done.text
    assert not (home / "cache").exists() and (home / "record.db").exists()
    assert run("uninstall", "--yes", "--with-record").code == 0
    assert not home.exists()


def test_uninstall_leaves_what_it_did_not_make(run: Run, home: Path) -> None:
    run("play", SMALL, "--moves", "best", "--keep")
    (home / "my notes.txt").write_text("mine", "utf-8")
    assert run("uninstall", "--yes", "--with-record").code == 0
    assert [file.name for file in home.iterdir()] == ["my notes.txt"]
