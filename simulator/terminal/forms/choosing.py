"""Picking one of the options, and giving one's view in a meeting."""

from __future__ import annotations

from simulator.play.forms import OptionsForm, ViewForm
from simulator.play.moves import Choose, View
from simulator.scenario.model import Option
from simulator.terminal.forms.pages import Answers, Field, How, Page, Row
from simulator.terminal.room.order import shuffled
from simulator.terminal.room.turn import Turn
from simulator.words import forms as words
from simulator.words import say

OPTION = "option"
DISSENT = "dissent"


def options_in_order(turn: Turn, options: tuple[Option, ...]) -> tuple[Row, ...]:
    """The options as rows, in this attempt's order."""
    by_id = {option.id: option for option in options}
    return tuple(Row(name, turn.fill(by_id[name].text)) for name in shuffled(turn.seed, _scene(turn), by_id))


def _scene(turn: Turn) -> str:
    return turn.scene.scene.id


def option_pages(turn: Turn, form: OptionsForm | ViewForm) -> tuple[Page, ...]:
    """One page with the options; in a meeting another for the reason to differ."""
    rows = options_in_order(turn, form.options)
    pages = [
        Page(OPTION, turn.question, (Field(OPTION, turn.question, How.ONE, rows, say(words.NO_OPTION)),))
    ]
    if isinstance(form, ViewForm) and form.dissents:
        pages.append(
            Page(DISSENT, say(words.DISSENT_TITLE), (_dissent(turn, form),), say(words.DISSENT_HINT))
        )
    return tuple(pages)


def _dissent(turn: Turn, form: ViewForm) -> Field:
    kind = turn.decision.kind
    reasons: dict[str, str] = getattr(kind, "dissent", {})
    rows = [Row(code, turn.fill(reasons[code])) for code in shuffled(turn.seed, _scene(turn), form.dissents)]
    return Field(DISSENT, say(words.DISSENT_TITLE), How.ONE, (*rows, Row("", say(words.NO_DISSENT))))


def choose_move(turn: Turn, answers: Answers) -> Choose:
    """The option picked, as a move."""
    return Choose(_scene(turn), turn.role, answers.get(OPTION, ""))


def view_move(turn: Turn, answers: Answers) -> View:
    """The view given, as a move."""
    return View(_scene(turn), turn.role, answers.get(OPTION, ""), answers.get(DISSENT, ""))
