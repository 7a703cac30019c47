"""Words, letters and duties explained."""

from __future__ import annotations

from scoring.errors import ScoringError
from scoring.guidance.glossary import Entry, glossary, lookup
from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import asides as words
from simulator.words import say

Paragraphs = tuple[Paragraph, ...]


def explained(entry: Entry) -> Paragraphs:
    """One word of the glossary."""
    full = f" ({clean(entry.full)})" if entry.full else ""
    return (Paragraph(clean(entry.word) + full, Look.NAME), Paragraph(clean(entry.means), indent=2))


def all_words() -> tuple[Entry, ...]:
    """The glossary."""
    try:
        return glossary()
    except ScoringError:
        return ()


def word(wanted: str) -> Paragraphs:
    """What a word means; says so where nobody has explained it."""
    try:
        found = lookup(wanted)
    except ScoringError:
        found = None
    return explained(found) if found else (Paragraph(say(words.NO_SUCH_WORD, word=clean(wanted, 80))),)
