"""The behaviour of play and marking, told in sentences: tests/features."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

FEATURES = Path(__file__).resolve().parents[2] / "features"
for name in ("play", "sharing", "meeting", "timescales", "colleagues", "marking"):
    scenarios(str(FEATURES / f"{name}.feature"))
