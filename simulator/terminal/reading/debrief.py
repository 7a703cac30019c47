"""The debrief, part by part: what it says is the solver's, how it is parted is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scoring.debrief import Debrief, DecisionPage
from scoring.guidance.board import Board
from simulator.solver.debrief import SupportLine, debrief_of, when
from simulator.solver.debrief_text import debrief_parts, decided_before, page_lines
from simulator.solver.marked import fold, mark_play
from simulator.terminal.reading.matrix import matrix
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.attempt import moves_of
from simulator.terminal.room.seats import Seats
from simulator.text import clean
from simulator.words import debrief as debrief_words
from simulator.words import looking_back as words
from simulator.words import say


class Part(NamedTuple):
    """One part of the debrief."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    scene: str = ""
    """Of a decision: where it was made."""
    role: str = ""


def make_debrief(seats: Seats, board: Board) -> Debrief:
    """Mark the play and look back on it. A seat of a larger table is marked alone. Takes a moment."""
    attempt = seats.attempt
    play = fold(attempt.game, attempt.seats, moves_of(attempt))
    alone = seats.roles[0] if len(seats.roles) == 1 < len(attempt.seats) else ""
    marking = mark_play(attempt.game, seats.cast, play, role=alone)
    support = [SupportLine(line.name, line.number, line.for_whom) for line in board.support]
    seed = attempt.family.seed
    number = int(seed) if seed.isdecimal() else int.from_bytes(seed.encode(), "big")
    return debrief_of(attempt.game, seats.cast, marking, seed=number, support=support)


def parts_of(debrief: Debrief, mine: tuple[str, ...], width: int) -> tuple[Part, ...]:
    """All parts in their order; each decision is a part of its own. `width` 0: for somebody who listens."""
    found: list[Part] = []
    for title, lines in debrief_parts(debrief):
        if title == debrief_words.PART_2:
            found += (_decision(debrief, number, page) for number, page in enumerate(debrief.decisions, 1))
            continue
        paragraphs = _paragraphs(lines)
        if title == debrief_words.PART_1 and width:
            paragraphs = (*matrix(debrief, mine, width), *paragraphs)
        found.append(Part(say(title), paragraphs))
    return tuple(found)


def _decision(debrief: Debrief, number: int, page: DecisionPage) -> Part:
    title = say(
        words.DECISION, number=number, of=len(debrief.decisions), who=page.name, when=when(page.clock)
    )
    lines = [line for text in page_lines(page, decided_before(debrief, page)) for line in text.split("\n")]
    question = Paragraph(clean(lines[0]), Look.HEADING)
    return Part(clean(title), (question, *_paragraphs(lines[1:])), page.scene, page.role)


def _paragraphs(lines: Iterable[str]) -> tuple[Paragraph, ...]:
    """Lines as paragraphs; what is set in stays set in, what leads over to a list stands out."""
    found = []
    for line in lines:
        text = clean(line.strip())
        indent = min(len(line) - len(line.lstrip()), 8)
        look = Look.NAME if text.endswith(":") and not indent else Look.PLAIN
        found.append(Paragraph(text, look, indent))
    while found and not found[0].text:
        found.pop(0)
    return tuple(found)
