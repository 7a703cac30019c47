"""The behaviour of the command line, in sentences: tests/features/command_line.feature."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

scenarios(str(Path(__file__).resolve().parents[2] / "features" / "command_line.feature"))
