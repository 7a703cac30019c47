"""The debrief as paragraphs."""

from __future__ import annotations

from simulator.terminal.reading.paragraph import Paragraph
from simulator.terminal.room.attempt import Attempt


def debrief_paragraphs(attempt: Attempt, roles: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """All its parts, one after the other."""
    return (Paragraph(f"Debrief of {attempt.id}"),)
