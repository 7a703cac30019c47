"""The form of whatever decision waits: its pages for the answers so far, and the move they make."""

from __future__ import annotations

from simulator.play.forms import (
    AskForm,
    BringForm,
    LookUpForm,
    OptionsForm,
    RecordForm,
    ReferForm,
    ShareForm,
    ViewForm,
)
from simulator.play.moves import DecisionMove
from simulator.terminal.forms import asking, choosing, passing, recording
from simulator.terminal.forms.pages import Answers, Page
from simulator.terminal.room.turn import Turn


def pages_of(turn: Turn, answers: Answers) -> tuple[Page, ...]:
    """Every page there is with these answers; later ones appear as earlier ones are filled in."""
    form = turn.form
    if isinstance(form, OptionsForm | ViewForm):
        return choosing.option_pages(turn, form)
    if isinstance(form, ShareForm):
        return passing.share_pages(turn, form, answers)
    if isinstance(form, AskForm):
        return asking.ask_pages(turn, form, answers)
    if isinstance(form, ReferForm):
        return passing.refer_pages(turn, form, answers)
    if isinstance(form, RecordForm):
        return recording.record_pages(turn, form, answers)
    if isinstance(form, LookUpForm):
        return asking.look_up_pages(turn, form, answers)
    return passing.bring_pages(turn, form)


def move_of(turn: Turn, answers: Answers) -> DecisionMove:
    """The filled form as a move; what is not filled in is left out of it."""
    form = turn.form
    if isinstance(form, OptionsForm):
        return choosing.choose_move(turn, answers)
    if isinstance(form, ViewForm):
        return choosing.view_move(turn, answers)
    if isinstance(form, ShareForm):
        return passing.share_move(turn, form, answers)
    if isinstance(form, AskForm):
        return asking.ask_move(turn, form, answers)
    if isinstance(form, ReferForm):
        return passing.refer_move(turn, form, answers)
    if isinstance(form, RecordForm):
        return recording.record_move(turn, form, answers)
    if isinstance(form, LookUpForm):
        return asking.look_up_move(turn, form, answers)
    assert isinstance(form, BringForm)
    return passing.bring_move(turn, form, answers)
