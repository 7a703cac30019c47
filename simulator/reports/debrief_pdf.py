"""The debrief as a PDF, its names in their own letters. The HTML page is the accessible form."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.debrief import Debrief
from simulator.reports.paper import Paper
from simulator.solver.debrief_text import debrief_parts, head_lines
from simulator.words import debrief as words
from simulator.words import say

INDENT = 2.0
"""Millimetres for each space a line is moved in by."""


def debrief_pdf(debrief: Debrief, *, names: bool = True) -> bytes:
    """The PDF as bytes."""
    paper = Paper(debrief.title)
    paper.heading(say(words.TITLE, title=debrief.title), 1)
    _lines(paper, head_lines(debrief))
    for title, lines in debrief_parts(debrief, names=names):
        paper.space(2)
        paper.heading(say(title), 2)
        _lines(paper, lines)
    return paper.as_bytes()


def _lines(paper: Paper, lines: Iterable[str]) -> None:
    for line in lines:
        if line.strip():
            paper.paragraph(line.strip(), indent=(len(line) - len(line.lstrip())) * INDENT)
        else:
            paper.space(2)
