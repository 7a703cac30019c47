"""What can be read at any moment: a real child, help, the tour, the words explained, somebody to talk to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.terminal.actions import ACTIONS, Where, actions_on, key_name
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import Phrase, say
from simulator.words import asides as words
from simulator.words import live as live_words
from simulator.words import signing_in as signing_words
from simulator.words import welcome as welcome_words

if TYPE_CHECKING:
    from scoring.guidance.board import Board

Paragraphs = tuple[Paragraph, ...]


def welcome(*, plain: bool = False) -> Paragraphs:
    """What this is, what is kept and what it is not: read before anything else."""
    return (Paragraph(say(welcome_words.ABOUT)), Paragraph(""), *_points(welcome_words.NOTICES, plain))


def ground_rules(*, plain: bool = False) -> Paragraphs:
    """What holds for everybody in a workshop's room: read before the case begins."""
    return _points(live_words.GROUND_RULES, plain)


def _points(phrases: Iterable[Phrase], plain: bool) -> Paragraphs:
    """Phrases in a list, each with what is pressed, or line by line typed, for help and for stepping out."""
    named = {action.name: f"“{action.word}”" if plain else key_name(action.keys[0]) for action in ACTIONS}
    keys = {"real": named["real_child"], "out": named["step_out"]}
    return tuple(Paragraph(f"- {say(phrase, **keys)}") for phrase in phrases)


def purposes(years: int) -> Paragraphs:
    """What is kept of somebody, what for, and how many years after their last training."""
    kept, what_for, how_long = signing_words.PURPOSES
    said = (say(kept), say(what_for), say(how_long, years=years))
    return tuple(Paragraph(f"- {line}") for line in said)


def real_child(board: Board | None) -> Paragraphs:
    """What to do when the case makes somebody think of a child they know."""
    duty = _duty(board)
    steps = (words.REAL_STOP, words.REAL_TRAINER, words.REAL_DANGER, words.REAL_PROCEDURE)
    found = [Paragraph(say(words.REAL_FIRST), Look.NOTICE), Paragraph("")]
    found += [Paragraph(f"{number}. {say(step)}") for number, step in enumerate(steps, 1)]
    found.append(Paragraph(f"{len(steps) + 1}. {duty}"))
    return (*found, Paragraph(""), *support(board))


def _duty(board: Board | None) -> str:
    """The duty number is the board's own; the profile's support lines may name it."""
    lines = board.support if board else ()
    duty = next((line for line in lines if "duty" in f"{line.name} {line.for_whom}".lower()), None)
    if duty is None:
        return say(words.REAL_DUTY)
    return say(words.REAL_DUTY_LINE, name=clean(duty.name), number=clean(duty.number))


def support(board: Board | None) -> Paragraphs:
    """The lines one can ring, from the board's profile."""
    if board is None or not board.support:
        return ()
    lines = tuple(
        Paragraph(
            say(
                welcome_words.SUPPORT_LINE,
                name=clean(line.name),
                number=clean(line.number),
                whom=clean(line.for_whom),
            ),
            indent=2,
        )
        for line in board.support
    )
    return (Paragraph(say(welcome_words.SUPPORT), Look.HEADING), *lines)


def help_for(where: Where, *, plain: bool = False) -> Paragraphs:
    """What can be done on a screen, made from the list of actions."""
    found = [Paragraph(say(words.HELP_PLAIN if plain else words.HELP_KEYS)), Paragraph("")]
    for action in actions_on(where):
        if plain and not action.word:
            continue
        how = action.word if plain else ", ".join(key_name(key) for key in action.keys)
        found.append(Paragraph(f"{how}: {say(action.label)}", Look.NAME))
        found.append(Paragraph(say(action.says), indent=2))
    found.append(Paragraph(""))
    hints = words.HELP_HINTS_PLAIN if plain else words.HELP_HINTS
    return (*found, *(Paragraph(say(hint)) for hint in hints))


def tour(*, plain: bool = False) -> Paragraphs:
    """The case room in a few steps."""
    found: list[Paragraph] = []
    for title, text in words.TOUR_PLAIN if plain else words.TOUR:
        found += [Paragraph(say(title), Look.HEADING), Paragraph(say(text), indent=2), Paragraph("")]
    return tuple(found)
