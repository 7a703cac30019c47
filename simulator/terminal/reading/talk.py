"""The conversation as paragraphs: who said what, with the time; what one did; what the product says."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.terminal.room.seats import Said
from simulator.words import say
from simulator.words import talk as words

INDENT = 2
_LABELS = {
    "learned": words.LEARNED,
    "declined": words.DECLINED,
    "advice": words.ADVICE,
    "stop": words.STOP,
    "meeting": words.MEETING,
    "dissent": words.MEETING,
    "ending": words.ENDING,
    "seat": words.SEAT,
    "room": words.ROOM,
    "vote": words.VOTE,
}


def said_paragraphs(said: Said) -> tuple[Paragraph, ...]:
    """One line of the conversation: over it who and when, under it the words."""
    if said.kind == "scene":
        return (Paragraph(""), Paragraph(f"-- {said.when} --", Look.QUIET))
    if said.kind == "says" and not said.name:
        return tuple(Paragraph(line) for line in said.text.split("\n"))  # nobody's words: not set in
    label = said.name or say(_LABELS.get(said.kind, words.SAYS))
    look = Look.MINE if said.mine else Look.NOTICE if said.kind in ("stop", "ending") else Look.NAME
    over = Paragraph(f"{said.when} {label}".strip(), look)
    body = Look.MINE if said.mine else Look.PLAIN
    return (over, *(Paragraph(line, body, INDENT) for line in said.text.split("\n")))


def talk_paragraphs(lines: Iterable[Said]) -> tuple[Paragraph, ...]:
    """Several lines of it."""
    return tuple(paragraph for line in lines for paragraph in said_paragraphs(line))


def from_the_top(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Without an empty line at the beginning."""
    return paragraphs[1:] if paragraphs and not paragraphs[0].text else paragraphs
