"""A workshop, in sentences: tests/features/workshop.feature."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

scenarios(str(Path(__file__).resolve().parents[2] / "features" / "workshop.feature"))
