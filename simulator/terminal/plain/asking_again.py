"""Weeks after a training: whether it has lasted, asked line by line; the five questions of every stage."""

from __future__ import annotations

from simulator.terminal.desk.model import Again, Desk, Learner, Said
from simulator.terminal.forms.questions import HIGHEST, LOWEST, QUESTIONS, is_scale, true_or_not, value
from simulator.terminal.plain.asides import Here, ask, choose
from simulator.text import clean
from simulator.words import follow_up as words
from simulator.words import live as live_words
from simulator.words import plain as plain_words
from simulator.words import say


def ask_again(here: Here, desk: Desk, learner: Learner | None) -> None:
    """Ask whoever is signed in, where it is time."""
    again = desk.asked_again(learner) if learner is not None else None
    if learner is None or again is None:
        return
    console = here.console
    console.say()
    console.say(say(words.TITLE, weeks=again.weeks, title=again.title))
    console.say(say(words.SAYS))
    console.say(say(words.PRIVATE))
    chosen = choose(here, [say(words.ANSWER), say(words.LATER), say(words.RATHER_NOT)])
    if chosen != 1:
        desk.answer_again(learner, again, _asked(here, again) if chosen == 0 else None)
    if chosen == 0:
        console.say(say(words.THANKS))


def _asked(here: Here, again: Again) -> Said:
    answers = five(here, say(words.QUESTIONS, title=again.title))
    if not again.intention:
        return Said(answers)
    here.console.say(say(words.YOU_WROTE, text=clean(again.intention)))
    here.console.say(say(words.DID_YOU))
    done = choose(here, [say(words.DONE), say(words.NOT_DONE)]) == 0
    if not done:
        return Said(answers, False)
    here.console.say(say(words.MANAGER))
    choices = [say(words.CONFIRMED), say(words.NOT_CONFIRMED), say(words.NOT_ASKED)]
    return Said(answers, True, (True, False, None)[choose(here, choices)])


def five(here: Here, title: str) -> dict[str, int]:
    """The five questions; each can be left out with Enter."""
    answers: dict[str, int] = {}
    here.console.say(title)
    for name, said in QUESTIONS.items():
        here.console.say(say(said))
        typed = _on_scale(here) if is_scale(name) else _true_or_not(here)
        if typed:
            answers[name] = value(name, typed)
    return answers


def _on_scale(here: Here) -> str:
    """A number as it was typed; empty where it is left out."""
    low, high = say(live_words.SCALE_LOW), say(live_words.SCALE_HIGH)
    prompt = say(plain_words.SCALE, least=LOWEST, low=low, most=HIGHEST, high=high)
    while typed := ask(here, prompt):
        if here.console.number(typed, HIGHEST) is not None:
            return typed
        here.console.not_understood(HIGHEST)
    return ""


def _true_or_not(here: Here) -> str:
    items = true_or_not()
    chosen = choose(here, [*(item.text for item in items), say(plain_words.LEAVE_OUT)])
    return items[chosen].id if chosen < len(items) else ""
