"""One's own training record, as the board's transcript has it: what was played, and no marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.terminal.reading.paragraph import Look, Paragraph
from simulator.text import clean
from simulator.words import looking_back as words
from simulator.words import say

Entry = Mapping[str, str]
"""A row of report R4: column -> what it says."""


def record_paragraphs(entries: Iterable[Entry]) -> tuple[Paragraph, ...]:
    """Every play, with what it counts for."""
    found: list[Paragraph] = []
    for entry in entries:
        told = {name: clean(value) for name, value in entry.items()}
        found.append(Paragraph(say(words.RECORD, date=told["date"], title=told["course_title"]), Look.NAME))
        said = say(
            words.RECORD_SAYS,
            status=told["status"].capitalize(),
            role=told["role_played"],
            hours=told["hours"],
            level=told["level"],
            guidance=told["guidance_edition"],
        )
        found.append(Paragraph(said, indent=2))
        if told.get("certificate_number"):
            number = say(words.CERTIFICATE, number=told["certificate_number"])
            until = say(words.EXPIRES, date=told["expires_on"]) if told.get("expires_on") else ""
            found.append(Paragraph(f"{number} {until}".strip(), Look.QUIET, 2))
    return (*(found or [Paragraph(say(words.NO_RECORDS))]), Paragraph(""), Paragraph(say(words.NO_MARKS)))
