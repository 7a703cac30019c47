"""A plenary in parts: decisions, what differs first; facts, timelines, endings, what to talk about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from simulator.terminal.console.side_by_side import side_by_side
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.words import say
from simulator.words import wall as words
from simulator.workshop.plenary.model import DecisionRow, FactRow, Plenary
from simulator.workshop.plenary.page import ActionLine, in_words, told_in_words

Paragraphs = tuple[Paragraph, ...]


class Part(NamedTuple):
    """One thing to look at together."""

    title: str
    at: Callable[[int], Paragraphs]
    """Its paragraphs at a width."""


def parts_of(plenary: Plenary, actions: Sequence[ActionLine]) -> tuple[Part, ...]:
    """Every part, what differs first."""
    return (
        *(_decision(plenary, row) for row in plenary.decisions),
        Part(say(words.PARTS_FACTS), lambda width: tuple(_facts(plenary, width))),
        Part(say(words.PARTS_TIMES), lambda width: _times(plenary, width)),
        Part(say(words.PARTS_ENDINGS), lambda width: _endings(plenary, width)),
        *([Part(say(words.PARTS_NOTES), lambda width: _notes(plenary, width))] if any(plenary.notes) else []),
        Part(say(words.PARTS_TALK), lambda width: _talk(plenary)),
        Part(say(words.PARTS_ACTIONS), lambda width: _actions(actions)),
    )


def _heads(plenary: Plenary) -> list[str]:
    return [table.name for table in plenary.tables]


def _decision(plenary: Plenary, row: DecisionRow) -> Part:
    mark = say(words.DIFFERENT if row.different > 1 else words.SAME)
    alike = say(words.ALIKE) if len(plenary.tables) > 1 else ""
    ways = say(words.WAYS, number=row.different) if row.different > 1 else alike

    def at(width: int) -> Paragraphs:
        texts = [list(in_words(cell)) if cell else [say(words.NOT_HERE)] for cell in row.cells]
        over = (Paragraph(row.question, Look.HEADING), Paragraph(ways, Look.QUIET), Paragraph(""))
        return (*over, *side_by_side(_heads(plenary), texts, width))

    return Part(say(words.DECISION_PART, mark=mark, question=row.question), at)


def _facts(plenary: Plenary, width: int) -> Iterator[Paragraph]:
    for row in plenary.facts:
        yield Paragraph(row.text, Look.HEADING)
        yield Paragraph(_held(row), Look.QUIET)
        texts = [[told_in_words(told) for told in cell] or [say(words.STAYED)] for cell in row.cells]
        yield from side_by_side(_heads(plenary), texts, width)
        yield Paragraph("")


def _held(row: FactRow) -> str:
    held = say(words.FACT_HELD, roles=", ".join(row.held_by))
    return f"{held} {say(words.FACT_NEEDED, roles=', '.join(row.needed_by))}" if row.needed_by else held


def _times(plenary: Plenary, width: int) -> Paragraphs:
    texts = [[f"{moment.when}: {moment.text}" for moment in moments] for moments in plenary.timelines]
    return side_by_side(_heads(plenary), texts, width)


def _endings(plenary: Plenary, width: int) -> Paragraphs:
    texts = [[table.ending or say(words.PLAYING)] for table in plenary.tables]
    return side_by_side(_heads(plenary), texts, width)


def _notes(plenary: Plenary, width: int) -> Paragraphs:
    texts = [[f"- {note}" for note in notes] or [say(words.NO_NOTES)] for notes in plenary.notes]
    return side_by_side(_heads(plenary), texts, width)


def _talk(plenary: Plenary) -> Paragraphs:
    return tuple(part for prompt in plenary.prompts for part in (Paragraph(f"- {prompt}"), Paragraph("")))


def _actions(actions: Sequence[ActionLine]) -> Paragraphs:
    if not actions:
        return (Paragraph(say(words.NO_ACTIONS), Look.QUIET),)
    return tuple(
        Paragraph(f"- {say(words.ACTION, what=each.what, who=each.who, due=_due(each))}") for each in actions
    )


def _due(action: ActionLine) -> str:
    return say(words.BY, day=action.when) if action.when else ""
