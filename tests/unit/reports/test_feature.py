"""A training lead's quarter, in sentences: tests/features/quarter.feature."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

scenarios(str(Path(__file__).resolve().parents[2] / "features" / "quarter.feature"))
