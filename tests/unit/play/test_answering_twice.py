"""One scene may answer two requests: it is entered whichever of them asked."""

from __future__ import annotations

from datetime import date

from scoring.rulebook import Rulebook
from simulator.play.game import prepare
from simulator.play.spoken import listed, play_words
from simulator.play.state import NO_ENDING
from simulator.scenario.read import case_from

CASE = """
title: Two who ask
roles:
  teacher: {agency: schools, play: yes}
  nurse: {agency: school nursing, play: yes}
  gp: {agency: general practice, play: yes}
facts:
  weight:
    text: The clinic has the chart.
    held by: gp
    needed by: [teacher, nurse]
scenes:
  first:
    decide:
      as: teacher
      question: Whom do you ask?
      ask:
        of: [gp]
        purposes:
          worry: To see whether there is cause for worry.
        answered in: {gp: reply}
  second:
    decide:
      as: nurse
      question: Whom do you ask?
      ask:
        of: [gp]
        purposes:
          worry: To see whether there is cause for worry.
        answered in: {gp: reply}
  reply:
    decide:
      as: gp
      question: What do you pass on?
      share:
        to: [teacher, nurse]
endings:
  done:
    text: The day ends.
"""


def test_a_scene_that_answers_two_requests_is_entered_for_either() -> None:
    game = prepare(case_from(CASE, "two.yaml"), Rulebook(on=date(2024, 1, 8)))
    seats = ("teacher", "nurse", "gp")
    for asking in (
        "first ask gp for worry | second ask nobody",
        "first ask nobody | second ask gp for worry",
    ):
        state = play_words(game, seats, listed(asking), {}).state
        assert state.ending == NO_ENDING
        assert game.scenes[state.scene].scene.id == "reply"
