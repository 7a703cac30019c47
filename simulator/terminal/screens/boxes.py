"""The boxes that lie over any screen: help, the tour, a real child, a pause, a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.terminal.actions import Where
from simulator.terminal.forms.view import Button, View
from simulator.terminal.reading import asides
from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.screens.step import Notice
from simulator.words import Phrase, say
from simulator.words import asides as words

if TYPE_CHECKING:
    from scoring.guidance.board import Board

CLOSE = "close"


def _closing(phrase: Phrase = words.CLOSE) -> View:
    return View("", buttons=(Button(CLOSE, say(phrase)),))


def help_box(where: Where) -> Notice:
    """What can be done on a screen."""
    return Notice(say(words.HELP_TITLE), asides.help_for(where), _closing())


def tour_box() -> Notice:
    """The case room in a few steps."""
    return Notice(say(words.TOUR_TITLE), asides.tour(), _closing())


def real_child_box(board: Board | None) -> Notice:
    """What to do about a real child."""
    return Notice(say(words.REAL_TITLE), asides.real_child(board), _closing())


def pause_box() -> Notice:
    """A pause, until somebody carries on."""
    return Notice(say(words.PAUSE_TITLE), [Paragraph(say(words.PAUSE_SAYS))], _closing(words.CARRY_ON))


def problem_box(problem: SimulatorError) -> Notice:
    """What went wrong, and what to do."""
    said = [Paragraph(problem.message), Paragraph(problem.remedy)]
    return Notice(problem.title, [each for each in said if each.text], _closing())
