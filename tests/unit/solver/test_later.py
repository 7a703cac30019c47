"""A fact that comes later in the debrief: from when its holders had it, and nothing where it never came."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.headless import play_headless
from simulator.cli.ready import get_ready
from simulator.settings import load
from simulator.solver.debrief import debrief_of
from simulator.solver.debrief_text import debrief_text

CASE = """\
title: The plan
people:
  aunt: {title: the aunt}
  clerk: {title: the clerk}
roles:
  nurse: {agency: school nursing, play: yes}
  gp: {agency: general practice}
facts:
  plan:
    text: The aunt stays the night.
    held by: aunt
    comes later: yes
    needed by: [gp]
scenes:
  evening:
    decide:
      as: nurse
      question: Who stays?
      options:
        ask:
          text: Ask the aunt.
          grade: good
          tells: {aunt: [plan], clerk: [plan]}
        wait:
          text: Wait.
          grade: poor
endings:
  night: It is night.
"""


@pytest.mark.parametrize("chosen", ["ask", "wait"])
def test_the_debrief_says_from_when_it_was_had(chosen: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(CASE, encoding="utf-8")
    played = play_headless(get_ready(load(), str(file)), f"evening {chosen}", 1)
    said = list(debrief_text(debrief_of(played.game, played.cast, played.marking, seed=1)))
    about = [line.partition(", 09:00 ")[2] or line for line in said if "aunt" in line or "clerk" in line]
    lines = [line for line in about if "had it" in line or "learned it" in line or "held it" in line]
    had = ["The aunt had it, first-hand.", "The clerk learned it."]
    assert lines == (had if chosen == "ask" else [])
    assert ("It never reached" in "".join(said)) is (chosen == "ask")
