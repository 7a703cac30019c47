"""The guidance that comes with the simulator, and copies of it to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scoring.guidance import Guidance, library
from scoring.guidance.board import Board
from scoring.guidance.board_reading import load_board

Spoil = Callable[[str, str, str], Guidance]


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    return library()


@pytest.fixture(scope="session")
def board() -> Board:
    return load_board()


@pytest.fixture
def spoil(guidance: Guidance, tmp_path: Path) -> Spoil:
    """A copy of the guidance in which one file says something else."""
    copy = tmp_path / "guidance"
    shutil.copytree(guidance.folder, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))

    def change(file: str, old: str, new: str) -> Guidance:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not say “{old}”"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return Guidance(copy)

    return change
