"""What a training lead does at the command line, in sentences: tests/features/training_lead.feature."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios

from tests.steps.command_line import Run
from tests.steps.training_lead import Lead

scenarios(str(Path(__file__).resolve().parents[2] / "features" / "training_lead.feature"))


@pytest.fixture
def desk(run: Run) -> Lead:
    return Lead(run)
