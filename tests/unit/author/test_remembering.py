"""What is remembered of a check is what checking again would say, and nothing that it rests on may change."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.author import checking, remembering
from simulator.author.checked import Checked
from simulator.author.checking import check_files
from simulator.author.starting import template

ACCEPTED = "accepted:\n  - code: C072\n    because: it is only a sketch\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "case.yaml"
    made.write_text(template(full=False) + ACCEPTED, encoding="utf-8")
    return made


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(checking, "SLOW", -1.0)
    return tmp_path / "memory"


def once(file: Path, memory: Path | None) -> Checked:
    (checked,) = check_files([file], memory=memory)
    return checked


def test_what_is_remembered_is_what_checking_says(
    file: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = once(file, memory)
    assert fresh.accepted and fresh.page and fresh.findings

    def never(*_: object) -> None:
        raise AssertionError("it was checked again")

    monkeypatch.setattr(checking, "check_file", never)
    assert once(file, memory) == fresh
    with pytest.raises(AssertionError):
        once(file, None)


def test_another_text_name_board_or_program_is_checked_anew(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = remembering.key_of(file, None)
    board = tmp_path / "board.yaml"
    board.write_text("name: x\n", encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_bytes(file.read_bytes())
    keys = {key, remembering.key_of(file, board), remembering.key_of(other, None)}
    file.write_text(file.read_text(encoding="utf-8") + "# remark\n", encoding="utf-8")
    keys.add(remembering.key_of(file, None))
    monkeypatch.setattr(remembering, "program_digest", lambda: "another program")
    keys.add(remembering.key_of(file, None))
    assert len(keys) == 5
    assert remembering.key_of(tmp_path / "none.yaml", None) == ""


def test_a_spoiled_memory_is_no_memory_and_the_oldest_are_forgotten(
    file: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = once(file, memory)
    (kept,) = memory.glob("*.json")
    for spoiled in ("", "[]", '{"name": 1}', "{"):
        kept.write_text(spoiled, encoding="utf-8")
        assert once(file, memory) == fresh
    monkeypatch.setattr(remembering, "MOST", 1)
    remembering.remember(memory, "another", fresh)
    assert [each.name for each in memory.iterdir()] == ["another.json"]


def test_what_was_quick_is_not_remembered(file: Path, tmp_path: Path) -> None:
    once(file, tmp_path / "memory")
    assert not (tmp_path / "memory").exists()
