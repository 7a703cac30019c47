"""Words that work at every question: help, out, real, words, and in the case room what one knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.guidance.board import Board
from simulator.terminal.actions import Action, Where, by_word
from simulator.terminal.plain.console import Console
from simulator.terminal.reading import asides, glossary
from simulator.terminal.reading.panels import PANELS, PRIVATE_PANELS
from simulator.terminal.reading.talk import talk_paragraphs
from simulator.terminal.room.seats import Seats, seen
from simulator.words import asides as aside_words
from simulator.words import panels as panel_words
from simulator.words import plain as words
from simulator.words import say


class SteppedOut(Exception):
    """Somebody steps out, and has said so twice."""


class Left(Exception):
    """Somebody leaves; their place is kept."""


class WentBack(Exception):
    """Somebody goes a step back: what was asked before is asked again."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where somebody is, for the words that work everywhere."""

    console: Console
    board: Board
    where: Where = Where.EVERYWHERE
    seats: Seats | None = None
    role: str = ""
    private: bool = True
    """Whether what only this seat may see may be said."""
    steps: bool = False
    """Whether there is a step before this one, which is asked again."""


def ask(here: Here, prompt: str, *, free: bool = False, hidden: bool = False) -> str:
    """What is typed at a question, once it is not one of the words that work everywhere.

    With `free`, whole sentences are typed: a word is taken as such where nothing else stands on the line, or
    with a stroke before it (`/words consent`). With `hidden`, what is typed does not stand on the screen.
    Raises EndOfInput, SteppedOut, Left or, where there are `steps`, WentBack.
    """
    while True:
        typed = here.console.hear(prompt, hidden=hidden)
        word, _, rest = typed.removeprefix("/").partition(" ")
        action = by_word(word.lower(), here.where)
        if action is None or (free and rest and not typed.startswith("/")):
            return typed
        if action.name == "back":
            if here.steps:
                raise WentBack
            return typed
        _do(here, action, rest)


def choose(here: Here, choices: Sequence[str], prompt: str = "") -> int:
    """The place of the choice somebody takes. Raises what `ask` raises."""
    console = here.console
    console.list_choices(choices)
    while True:
        typed = ask(here, prompt or say(words.CHOOSE, of=len(choices)))
        place = console.number(typed, len(choices))
        if place is not None:
            return place
        if typed.lower() == words.AGAIN:
            console.list_choices(choices)
        else:
            console.not_understood(len(choices))


def _do(here: Here, action: Action, rest: str) -> None:
    console = here.console
    if action.name == "step_out":
        _step_out(here)
    elif action.name == "leave":
        raise Left
    elif action.name == "help":
        console.tell(asides.help_for(here.where, plain=True))
    elif action.name == "real_child":
        console.tell(asides.real_child(here.board))
    elif action.name == "glossary":
        _words(console, rest)
    elif action.name == "tour":
        console.tell(asides.tour(plain=True))
    elif action.name == "pause":
        console.say(say(aside_words.PAUSE_SAYS))
        console.hear(say(words.ENTER_TO_GO_ON))
    else:
        _panel(here, action.name)


def ask_to_leave(here: Here) -> None:
    """Back from a question before which there is none. Raises Left where they would rather leave."""
    here.console.say(say(aside_words.LEAVE_TITLE))
    here.console.say(say(aside_words.LEAVE_SAYS))
    if choose(here, (say(aside_words.LEAVE_YES), say(aside_words.LEAVE_NO))) == 0:
        raise Left


def _words(console: Console, wanted: str) -> None:
    if wanted.strip():
        console.tell(glossary.word(wanted))
        return
    console.say(", ".join(entry.word for entry in glossary.all_words()))
    console.say(say(words.WORDS_HINT))


def _panel(here: Here, name: str) -> None:
    if here.seats is None:
        return
    if name == "talk":
        here.console.tell(talk_paragraphs(seen(here.seats, here.role, private=here.private)))
    elif name in PRIVATE_PANELS and not here.private:
        title = here.seats.attempt.game.case.roles[here.role].title
        here.console.say(say(panel_words.ONLY_FOR, role=title))
    else:
        here.console.tell(PANELS[name](here.seats, here.role, here.board, 0))


def _step_out(here: Here) -> None:
    """One confirmation, no reason."""
    said = aside_words.STEP_OUT_SAYS if here.seats is not None else aside_words.STEP_OUT_OUTSIDE
    here.console.say(say(said))
    yes = (say(aside_words.STEP_OUT_YES), say(aside_words.STEP_OUT_NO))
    if choose(replace(here, where=Where.EVERYWHERE), yes) == 0:
        raise SteppedOut
