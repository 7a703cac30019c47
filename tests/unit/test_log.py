"""The log: it helps whoever looks after the simulator and holds no word anybody typed."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from simulator import log

SECRET = "Ellie told me about her uncle"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(log, "_folder", None)
    log.start(tmp_path / "logs")
    return tmp_path / "logs"


def logged(folder: Path) -> str:
    """All that was logged."""
    return "".join(file.read_text("utf-8") for file in folder.glob("*.log"))


def fail_on(typed: str) -> None:
    """Fail the way code fails that was handed a trainee's words."""
    password = typed
    try:
        int(password)
    except ValueError as error:
        raise KeyError(typed) from error


def test_a_note_has_its_fields_and_withholds_sentences(folder: Path) -> None:
    log.note("case-opened", case="reluctant-gp", scenes=14, reason=SECRET)
    assert "case-opened case=reluctant-gp scenes=14 reason=(withheld)" in logged(folder)
    assert SECRET not in logged(folder)


def test_a_crash_says_where_and_never_what(folder: Path) -> None:
    try:
        fail_on(SECRET)
    except KeyError as error:
        log.crash(error)
    said = logged(folder)
    assert "crash KeyError at test_log.py" in said and "caused by ValueError" in said and "fail_on" in said
    assert "Ellie" not in said


def test_a_value_cannot_forge_an_entry(folder: Path) -> None:
    log.note("joined", seat="gp\n2026-01-01T00:00:00.000Z 1 crash")
    assert len(logged(folder).splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files apart by account, not by mode")
def test_folder_and_file_are_their_owners_alone(folder: Path) -> None:
    log.note("started")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()] == [0o600]


def test_old_days_are_let_go_and_a_day_has_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 21):
        (folder / f"simulator-2026-01-{day:02}.log").write_text("old\n")
    log.start(folder)
    assert sorted(file.name for file in folder.iterdir())[0] == "simulator-2026-01-07.log"
    monkeypatch.setattr(log, "LARGEST", 200)
    for _ in range(50):
        log.note("again")
    assert max(file.stat().st_size for file in folder.iterdir()) < 300


def test_no_log_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_folder", None)
    log.note("before a start")
    blocked = tmp_path / "file"
    blocked.touch()
    log.start(blocked / "logs")
    log.note("nowhere to go")
    log.start(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    log.note("the folder went away")
    assert sorted(tmp_path.iterdir()) == [blocked]
