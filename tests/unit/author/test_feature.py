"""The author's commands, in sentences: tests/features/authoring.feature."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios


@pytest.fixture(autouse=True)
def _at_the_desk(desk_folder: Path) -> None:
    """Every scenario is typed in a folder of its own."""


scenarios(str(Path(__file__).resolve().parents[2] / "features" / "authoring.feature"))
