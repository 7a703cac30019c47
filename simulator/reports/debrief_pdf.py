"""The debrief as a PDF, its names in their own letters. The HTML page is the accessible form."""

from __future__ import annotations

from scoring.debrief import Debrief
from simulator.reports.paper import Paper
from simulator.solver.debrief_text import debrief_text

INDENT = 2.0
"""Millimetres for each space a line is moved in by."""


def debrief_pdf(debrief: Debrief, *, names: bool = True) -> bytes:
    """The PDF as bytes."""
    paper = Paper(debrief.title)
    lines = list(debrief_text(debrief, names=names))
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not line.strip():
            paper.space(2)
        elif set(line) != {"-"}:
            is_title = number == 0 or (bool(following) and set(following) == {"-"})
            if is_title:
                paper.heading(line.strip(), 1 if number == 0 else 2)
            else:
                paper.paragraph(line.strip(), indent=(len(line) - len(line.lstrip())) * INDENT)
    return paper.as_bytes()
