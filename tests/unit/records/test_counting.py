"""What completing a case counts for: as the board's profile sets it for the case's level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.guidance.board import Level
from simulator.records.beginning import Training, counted_as
from simulator.scenario.model import Case
from simulator.scenario.read import read_text

LEVELS = {"core": Level("core", "Core inter-agency", 2, participatory=False, refresher_years=3)}


@pytest.fixture(scope="module")
def case() -> Case:
    """A case of the level `core`, with a cut of its own length."""
    text = """\
title: A short case
level: core
minutes: 45
cuts:
  short: {minutes: 25, leave out: [second]}
scenes:
  first: {}
  second: {}
endings:
  over: It is over.
"""
    read = read_text(text, "short.yaml").case
    assert read is not None
    return read


def test_a_whole_case_counts_for_the_hours_that_the_board_sets(case: Case) -> None:
    assert counted_as(case, "", LEVELS) == Training("Core inter-agency", 120, False, 36)


def test_a_cut_counts_for_as_long_as_it_takes(case: Case) -> None:
    assert counted_as(case, "short", LEVELS) == Training("Core inter-agency", None, False, 36)


def test_a_level_that_the_board_does_not_name_counts_for_as_long_as_it_takes(case: Case) -> None:
    assert counted_as(replace(case, level="group 4"), "", LEVELS) == Training("group 4")
