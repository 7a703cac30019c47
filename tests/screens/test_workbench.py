"""The author's workbench: findings with their lines, score page, map, and a play that follows the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.terminal.screens.cases import Cases
from simulator.terminal.served import SeatNotes
from simulator.terminal.workbench import room as preview_room
from simulator.terminal.workbench import screen as workbench_screen
from simulator.terminal.workbench.editing import command_for
from simulator.terminal.workbench.room import PreviewRoom
from simulator.terminal.workbench.screen import Workbench
from tests.screens.driver import Driver, driven, options
from tests.screens.memory import MemoryDesk
from tests.unit.author.test_preview import CASE

DOOR = "For trainers"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "lunch.yaml"
    made.write_text(CASE, encoding="utf-8")
    return made


@pytest.fixture
def driver(file: Path) -> Iterator[Driver]:
    with driven(desk=MemoryDesk((file.parent,)), size=(120, 40)) as opened:
        opened.click(DOOR)
        opened.press("1", "1")
        yield opened


def saved(file: Path, old: str, new: str) -> None:
    before = file.stat().st_mtime_ns
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    os.utime(file, ns=(before + 2 * 10**9, before + 2 * 10**9))


def test_a_trainer_sees_findings_with_their_lines_the_score_page_and_the_map(driver: Driver) -> None:
    assert isinstance(driver.app.screen, Workbench)
    assert "lunch.yaml" in driver.text and "findings" in driver.text
    assert "C051 think about it" in driver.said
    assert driver.app.screen.looked is not None
    codes = [each.code for each in driver.app.screen.looked.findings]
    driver.press("f3", *["down"] * codes.index("C051"), "enter")
    assert "needed by: [gp]" in next(line for line in driver.lines if ">    " in line)
    assert "Why it matters:" in driver.text
    driver.click("[ Score page ]")
    assert "always share everything with everyone" in driver.text
    driver.click("[ Map ]")
    assert "ask, wait" in driver.said and "friday (nurse: options)" in driver.said


def test_a_save_is_looked_at_again_and_a_broken_file_says_what_stops_it(driver: Driver, file: Path) -> None:
    screen = driver.app.screen
    assert isinstance(screen, Workbench)
    saved(file, "question: And now?", "quetsion: And now?")
    driver.call(screen._look_again)
    driver.press("f3")
    assert "31: F001 stop" in driver.said and "1 finding" in driver.said
    driver.click("[ Map ]")
    assert "cannot be played yet" in driver.said
    driver.click("[ Play ]")
    assert "This case cannot be played yet" in driver.said


def test_a_play_from_a_scene_follows_the_file_and_comes_back_to_the_workbench(
    driver: Driver, file: Path
) -> None:
    driver.click("[ Play from a scene ]")
    driver.click("friday (line 26)")
    room = driver.app.screen
    assert isinstance(room, PreviewRoom)
    assert "It is Friday." in driver.text and "Findings (" in driver.text
    saved(file, "It is Friday.", "Friday at last.")
    driver.call(lambda: driver.app.call_later(room.take_in))
    assert "Friday at last." in driver.text
    assert "You had not moved yet." in driver.said
    driver.click("[ Close ]")
    assert isinstance(driver.app.screen, Workbench)


def test_moves_that_no_longer_fit_are_said_beside_the_play(driver: Driver, file: Path) -> None:
    driver.click("[ Play ]")
    room = driver.app.screen
    assert isinstance(room, PreviewRoom)
    driver.click("Ask what happened.")
    driver.press("f2")
    assert "It is Friday." in driver.text
    saved(file, "        ask: Ask", "        enquire: Ask")
    driver.call(lambda: driver.app.call_later(room.take_in))
    assert "No longer fits: monday ask." in driver.said
    assert "You are at “monday”" in driver.said and "What first?" in driver.text
    driver.click("[ One move back ]")
    assert "There is nothing to take back." in driver.said
    driver.press("f3")
    assert "C040 fix before a workshop" in driver.said


def test_edit_leaves_for_the_editor_and_comes_back_to_the_same_place(
    driver: Driver, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []

    def edit(app: object, path: Path, line: int) -> None:
        opened.append(line)
        saved(path, "Friday" if len(opened) == 1 else "Edited 1 times", f"Edited {len(opened)} times")

    monkeypatch.setattr(workbench_screen, "edit", edit)
    monkeypatch.setattr(preview_room, "edit", edit)
    driver.press("e")
    assert opened == [1]
    driver.click("[ Play from a scene ]")
    driver.click("friday (line 26)")
    assert "Edited 1 times" in driver.text
    driver.click("[ Edit ]")
    assert opened == [1, 26]
    assert "Edited 2 times" in driver.text


def test_the_editor_is_told_the_line_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    for editor, command in (
        ("nano", ["nano", "+7", "a.yaml"]),
        ("code", ["code", "--wait", "--goto", "a.yaml:7"]),
        ("my-editor --new", ["my-editor", "--new", "a.yaml"]),
    ):
        monkeypatch.setenv("VISUAL", editor)
        assert command_for(Path("a.yaml"), 7) == command
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    assert command_for(Path("a.yaml"), 7)[-1] == "a.yaml"


def test_a_browser_session_has_no_workbench(tmp_path: Path) -> None:
    with driven(options(served=SeatNotes(tmp_path / "seat"))) as served:
        assert DOOR not in served.text
        assert not isinstance(served.app.screen, Cases)


def test_a_small_room_shows_the_line_and_two_cases_of_one_title_by_their_files(file: Path) -> None:
    saved(file, "title:", "minuets: 5\ntitle:")
    (file.parent / "other.yaml").write_text(CASE, encoding="utf-8")
    (file.parent / "third.yaml").write_text(CASE, encoding="utf-8")
    with driven(desk=MemoryDesk((file.parent,)), size=(80, 24)) as small:
        small.click(DOOR)
        small.press("1")
        assert ": other.yaml" in small.text and ": third.yaml" in small.text
        small.click("lunch: cannot be played")
        assert any(line.lstrip().startswith(">") and "minuets" in line for line in small.lines)
