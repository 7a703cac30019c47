"""Whoever refers sees what their own board calls each level, on the screen and line by line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scoring.guidance.board_reading import load_board, read_board
from simulator.terminal.options import Options
from simulator.terminal.plain.console import Console
from simulator.terminal.plain.session import Session
from simulator.terminal.room.opening import level_names
from tests.screens.driver import driven, options
from tests.screens.memory import MemoryDesk

CASE = """
title: Who rings?
family:
  child: {age: 6, focus: yes}
roles:
  teacher: {agency: school, play: yes}
  manager: {agency: social care}
scenes:
  monday:
    decide:
      as: teacher
      question: What do you do about <child's> bruise?
      refer:
        to: manager
        level: child protection
endings:
  rung: The manager has it.
"""
OWN_NAME = "Blue door"
SAID = f"Child protection: significant harm is suspected (here: {OWN_NAME})"


@pytest.fixture
def desk(tmp_path: Path) -> MemoryDesk:
    """Of a board with a name of its own for one level."""
    (tmp_path / "who-rings.yaml").write_text(CASE, encoding="utf-8")
    profile = load_board().text
    assert 'name: "Level 4: child protection"' in profile
    return MemoryDesk((tmp_path,), read_board(profile.replace("Level 4: child protection", OWN_NAME)))


def practising(desk: MemoryDesk) -> Options:
    return options(str(desk.folders[0] / "who-rings.yaml"), role="teacher", practice_only=True)


def test_the_form_names_each_level_as_the_board_does(desk: MemoryDesk) -> None:
    with driven(practising(desk), desk=desk) as driver:
        driver.click("Practise without")
        driver.press("enter")
        assert SAID in driver.said and "No referral (here: Level 1: ordinary services)" in driver.said
        assert "[ Next > ]" in driver.text, "all five levels and the way on fit on the smallest screen"


def test_line_by_line_it_does_too(desk: MemoryDesk) -> None:
    heard = io.StringIO()
    Session(Console(io.StringIO("3\n" * 3), heard), desk, practising(desk)).run()
    assert SAID in " ".join(heard.getvalue().split())


@pytest.mark.parametrize("profile", ["", "a profile of another version", "thresholds: [1"])
def test_without_a_profile_that_can_be_read_levels_have_no_other_name(profile: str) -> None:
    assert level_names(profile) == {}
