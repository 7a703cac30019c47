"""Signing in, line by line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from simulator.errors import SimulatorError
from simulator.records.details import address, line
from simulator.terminal.desk.model import Desk, Learner, SignedIn, SignIn
from simulator.terminal.plain.asides import Here, WentBack, ask, choose
from simulator.terminal.reading import asides
from simulator.terminal.reading.names import called
from simulator.text import person_name
from simulator.words import Phrase, say
from simulator.words import plain as plain_words
from simulator.words import signing_in as words


def sign_in(here: Here, desk: Desk, years: int) -> Learner | None:
    """Who somebody is; None where they would rather practise."""
    learner = None
    while learner is None:
        here.console.say()
        here.console.say(say(words.RECORD_TITLE))
        if choose(here, [say(words.RECORD), say(words.PRACTICE)]) == 1:
            return None
        here.console.tell(asides.purposes(years))
        with suppress(WentBack):
            learner = enter(here, desk)
    here = replace(here, steps=False)  # who has signed in has done so
    here.console.say(say(words.WHOSE_MACHINE))
    if choose(here, [say(words.SHARED_MACHINE), say(words.OWN_MACHINE)]) == 1:
        desk.remember(learner)
    return learner


def enter(here: Here, desk: Desk) -> Learner:
    """Somebody new to the record, and their words to come back. Raises WentBack from the first question."""

    def agency() -> str:
        here.console.say(say(words.AGENCY_TITLE))
        return agency_of(here, desk)

    questions = (
        lambda: ask_name(here),
        agency,
        lambda: _typed(here, words.YOUR_JOB, lambda typed: line("job_title", typed)),
        lambda: _typed(here, words.YOUR_EMAIL, lambda typed: address(line("email", typed))),
    )
    given: list[str] = []
    while len(given) < len(questions):
        try:
            given.append(questions[len(given)]())
        except WentBack:
            if not given:
                raise
            given.pop()
    return welcome(here, desk.sign_in(SignIn(*given)))


def welcome(here: Here, signed: SignedIn) -> Learner:
    """Their name, and where they are new the words to come back with."""
    here.console.say(say(words.HELLO, name=signed.learner.name))
    if signed.phrase:
        here.console.say(say(words.YOUR_PHRASE, typed=signed.phrase))
        here.console.say(say(words.PHRASE_HINT))
    return signed.learner


def ask_name(here: Here) -> str:
    """A name that can be kept."""
    return _typed(here, words.YOUR_NAME, person_name)


def _typed(here: Here, label: Phrase, checked: Callable[[str], str]) -> str:
    """What is typed under a label, once it can be kept; until then why it cannot is said."""
    while True:
        try:
            return checked(ask(here, say(plain_words.TYPE, label=say(label)), free=True))
        except SimulatorError as error:
            here.console.say(str(error))


def agency_of(here: Here, desk: Desk, usual: str = "") -> str:
    """An agency of the board, the usual one first, or another that is typed."""
    agencies = list(dict.fromkeys([*([usual] if usual else []), *desk.board.agencies]))
    place = choose(here, [*(called(desk.board, each) for each in agencies), say(words.OTHER_AGENCY)])
    if place < len(agencies):
        return agencies[place]
    while True:
        typed = ask(here, say(plain_words.TYPE, label=say(words.TYPE_AGENCY)), free=True)
        if typed:
            return typed


def come_back(here: Here, desk: Desk) -> Learner | None:
    """Somebody with a phrase; None where they have none after all."""
    name = ask(here, say(plain_words.TYPE, label=say(words.YOUR_NAME)), free=True)
    typed = ask(here, say(plain_words.TYPE, label=say(words.COME_BACK_LABEL)), free=True)
    if not name or not typed:
        return None
    try:
        learner = desk.come_back(name, typed)
    except SimulatorError as error:
        here.console.say(str(error))
        return None
    here.console.say(say(words.HELLO, name=learner.name))
    return learner
