"""The side panel's parts: the family, what one's agency knows, the others, the clock, one's own notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Final

from scoring.guidance.board import Board
from simulator.family.genogram import as_sentences, as_text
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.reading.talk import from_the_top, talk_paragraphs
from simulator.terminal.room.clocks import running
from simulator.terminal.room.knowing import chronology, known
from simulator.terminal.room.others import others
from simulator.terminal.room.seats import Said, Seats, header
from simulator.text import clean
from simulator.words import panels as words
from simulator.words import say

Paragraphs = tuple[Paragraph, ...]
Panel = Callable[[Seats, str, Board, int], Paragraphs]
"""A panel for a seat, at a width; 0 for somebody who listens."""


def family_panel(seats: Seats, role: str, board: Board, width: int) -> Paragraphs:
    """The family as a tree, or as sentences for somebody who listens."""
    family = seats.attempt.family
    if width:
        tree = as_text(family, width=width)
        return tuple(Paragraph(clean(line, lines=False), Look.DRAWING) for line in tree)
    return tuple(Paragraph(clean(sentence)) for sentence in as_sentences(family))


def known_panel(seats: Seats, role: str, board: Board, width: int) -> Paragraphs:
    """What this seat knows, each marked as what it is, with how it came."""
    facts = [(f"{fact.mark} · {fact.how}", fact.text) for fact in known(seats, role)]
    return (*_brief(seats, role), *_facts(facts)) or (Paragraph(say(words.KNOW_NOTHING)),)


def role_pack(seats: Seats, role: str) -> Paragraphs:
    """Who the seat is and what is in its own file, before anything has been said."""
    facts = [(fact.mark, fact.text) for fact in known(seats, role) if fact.own]
    over = (Paragraph(say(words.IN_YOUR_FILE), Look.HEADING),) if facts else ()
    return (*_brief(seats, role), *over, *_facts(facts))


def _brief(seats: Seats, role: str) -> Paragraphs:
    paragraphs = seats.cast.fill(seats.attempt.game.case.roles[role].brief).split("\n\n")
    found = (Paragraph(clean(" ".join(text.split()))) for text in paragraphs if text.strip())
    return tuple(part for paragraph in found for part in (paragraph, Paragraph("")))


def _facts(facts: Iterable[tuple[str, str]]) -> Iterable[Paragraph]:
    for over, text in facts:
        yield Paragraph(over, Look.NAME)
        yield Paragraph(text, indent=2)


def others_panel(seats: Seats, role: str, board: Board, width: int) -> Paragraphs:
    """Who else is in the case."""
    found: list[Paragraph] = []
    for other in others(seats, role, board):
        found.append(Paragraph(other.name, Look.NAME))
        found.append(Paragraph(f"{other.agency}. {other.between}", indent=2))
    return tuple(found)


def clock_panel(seats: Seats, role: str, board: Board, width: int) -> Paragraphs:
    """The date and the timescales that run for this seat."""
    found = [Paragraph(header(seats, role).day)]
    clocks = running(seats, role)
    if not clocks:
        return (*found, Paragraph(say(words.NO_CLOCKS), Look.QUIET))
    for clock in clocks:
        found.append(Paragraph(""))
        found.append(Paragraph(clock.what, Look.NAME))
        found.append(Paragraph(clock.due, Look.NOTICE if clock.due.startswith("!") else Look.PLAIN, 2))
        found += (Paragraph(f"- {line}", Look.QUIET, 2) for line in clock.counting)
    return tuple(found)


def notes_panel(seats: Seats, role: str, board: Board, width: int) -> Paragraphs:
    """What this seat did and was told, with dates."""
    lines = [*chronology(seats, role), None]
    told = [line for line, after in pairwise(lines) if line and not _is_heading_alone(line, after)]
    return from_the_top(talk_paragraphs(told)) or (Paragraph(say(words.NO_NOTES)),)


def _is_heading_alone(line: Said, after: Said | None) -> bool:
    """Whether a date stands over nothing: nothing was done or told there."""
    return line.kind == "scene" and (after is None or after.kind == "scene")


PANELS: Final[Mapping[str, Panel]] = {
    "family": family_panel,
    "known": known_panel,
    "others": others_panel,
    "clock": clock_panel,
    "notes": notes_panel,
}
"""By the name of the action that shows it."""
PRIVATE_PANELS: Final = ("known", "notes")
"""Those the others at a shared screen see only behind the role curtain."""
