"""The minute of questions before, the same and one intention after, line by line: each for themselves."""

from __future__ import annotations

from simulator.terminal.desk.model import Asking
from simulator.terminal.forms.questions import ALL_SKIP, SKIP, pass_on
from simulator.terminal.forms.view import View
from simulator.terminal.plain.asides import Here, ask
from simulator.terminal.plain.asking_again import five
from simulator.terminal.plain.deciding import reply, show
from simulator.words import live as words
from simulator.words import plain as plain_words
from simulator.words import say


def ask_round(here: Here, asking: Asking, *, before: bool) -> None:
    """Everybody at this keyboard who is recorded; at a table the keyboard goes round."""
    title = say(words.BEFORE_TITLE if before else words.AFTER_TITLE)
    together = len(asking.people) > 1
    for learner in asking.people:
        if together:
            view = pass_on(learner.name, title)
            show(here, view, View(""))
            chosen = reply(here, view).chosen[0].id
            if chosen == ALL_SKIP:
                return
            if chosen == SKIP:
                continue
        asking.keep(learner, five(here, title), before=before)
        if not before:
            here.console.say(say(words.INTEND_TITLE))
            asking.intend(learner, ask(here, say(plain_words.TYPE, label=say(words.INTEND)), free=True))
        if together:
            here.console.hide()
