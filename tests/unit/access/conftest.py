"""These tests need a folder and no disk."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def tmp_path(quick_folder: Path) -> Path:
    """A folder of the test's own, in memory where the system has such a place."""
    folder = quick_folder / "folder"
    folder.mkdir(mode=0o700)
    return folder
